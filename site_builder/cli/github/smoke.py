"""`claims github smoke`: a look at the site where it is published."""

import sys
import time
from functools import partial
from pathlib import Path

import click

from site_builder.cli.options import language_option
from site_builder.github import web
from site_builder.github.smoke import Result, from_json, results
from site_builder.language.language import Language


@click.command()
@click.argument("url")
@click.option(
    "--expected",
    type=click.Path(exists=True, path_type=Path, dir_okay=False),
    required=True,
    help="The file that `claims github expected` wrote.",
)
@language_option
def smoke(url: str, expected: Path, lang: Language) -> None:
    """Ask the published site for some of its pages: does each answer, with what was built?"""
    site = f"{url.rstrip('/')}/"
    found = results(site, from_json(expected.read_text("utf-8")), partial(_ask, site), time.sleep)
    for result in found:
        print(_said(site, result, lang))
    wrong = sum(not result.is_right for result in found)
    print(lang.text("{right} of {count} addresses answer as they should", right=len(found) - wrong, count=len(found)))
    sys.exit(bool(wrong))


def _ask(site: str, url: str, limit: int) -> web.Answer:
    return web.get(url, site, limit)


def _said(site: str, result: Result, language: Language) -> str:
    if result.is_right:
        said = language.text("as it was built")
    elif result.status is None:
        said = language.text("no answer: {reason}", reason=result.reason)
    elif result.status != result.expected.status:
        said = language.text("{status} is expected", status=str(result.expected.status))
    else:
        said = language.text("another page than the one that was built")
    return f"{result.status or '–'}  {site}{result.expected.address}  {said}"
