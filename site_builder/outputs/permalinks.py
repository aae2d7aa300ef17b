"""Pages that belong to no language (the root, a claim's permanent link, "not found") lead to the reader's language.

With script the browser's language (or the one chosen last) is followed; without it the links are there to click.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from site_builder import urls
from site_builder.pages.printer import Printer
from site_builder.pages.view import View


@dataclass(frozen=True, slots=True)
class Choice:
    """The page in one language."""

    tag: str
    direction: str
    title: str
    words: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Content:
    """One page that leads on, in every language at once."""

    title: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    is_indexed: bool
    is_automatic: bool
    assets: str
    languages: tuple[Choice, ...]


def files(views: Sequence[View]) -> Iterator[tuple[str, str]]:
    """`index.html`, `404.html` and `c/<id>/index.html` of every claim."""
    site = views[0].site
    printer = Printer(views[0].language)

    def choices(address: str, root: str, titles: Sequence[str], words: Sequence[str]) -> tuple[Choice, ...]:
        return tuple(
            Choice(
                view.language.tag,
                view.language.direction,
                title,
                word,
                view.language.name,
                root + urls.localized(view.language.tag, address),
            )
            for view, title, word in zip(views, titles, words, strict=True)
        )

    names = [site.names[view.language.tag] for view in views]
    none = [""] * len(views)
    home = Content(
        " · ".join(names),
        site.absolute(""),
        tuple(site.alternates(urls.HOME, "")),
        True,
        True,
        "./",
        choices(urls.HOME, "./", names, none),
    )
    yield "index.html", printer.print("choice.html", home, "")

    root = urlsplit(site.url).path
    missing = [view.language.text("Page not found") for view in views]
    hint = [view.language.text("Claims never move: if a link to one led here, please report it.") for view in views]
    not_found = Content(
        " · ".join(missing),
        site.absolute(urls.NOT_FOUND),
        (),
        False,
        False,
        root,
        choices(urls.HOME, root, missing, hint),
    )
    yield urls.NOT_FOUND, printer.print("choice.html", not_found, "")

    for claim in views[0].archive.claims.values():
        path, address = urls.permalink(claim.id), urls.claim(claim.id)
        top = urls.root_from(path)
        titles = [claim.title[view.language.tag] for view in views]
        withdrawn = [
            view.language.text("This claim was withdrawn: {date}", date=view.language.date(claim.withdrawn.on))
            if claim.withdrawn
            else ""
            for view in views
        ]
        content = Content(
            " · ".join(titles),
            site.absolute(path),
            tuple(site.alternates(address, path)),
            claim.withdrawn is None,
            True,
            top,
            choices(address, top, titles, withdrawn),
        )
        yield f"{path}index.html", printer.print("choice.html", content, path)
