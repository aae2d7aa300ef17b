"""`claims github forms`: the files by which people on GitHub meet an archive, written anew."""

from urllib.parse import urlsplit

import click

from site_builder.cli.options import find_archive, language_option
from site_builder.github import forms as of_github
from site_builder.language.language import Language


@click.command()
@language_option
def forms(lang: Language) -> None:
    """Write the forms for issues, the text of new pull requests and the list of code owners, in the site's languages.

    They stand in .github/ and follow the languages and the words of the archive.
    """
    site = find_archive()
    at = urlsplit(site.repository)
    owner = at.path.strip("/").partition("/")[0] if at.hostname == "github.com" else ""
    for path, text in of_github.files(site.languages, owner).items():
        file = site.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
        print(lang.text("written: {file}", file=path))
