"""Pages that belong to no language (the root, a claim's permanent link, "not found") lead to the reader's language.

With script the browser's language (or the one chosen last) is followed; without it the links are there to click.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from site_builder import urls
from site_builder.model import Claim
from site_builder.outputs.file import File
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


def files(views: Sequence[View]) -> Iterator[File]:
    """`index.html`, `404.html` and `c/<id>/index.html` of every claim."""
    printer = Printer(views[0].language)
    yield File("index.html", (), lambda: printer.print("choice.html", _home(views), ""))
    yield File(urls.NOT_FOUND, (), lambda: printer.print("choice.html", _not_found(views), ""))
    for claim in views[0].archive.claims.values():
        path = f"{urls.permalink(claim.id)}index.html"
        yield File(path, (views[0].stamps.claim(claim),), partial(_permalink, views, printer, claim))


def _home(views: Sequence[View]) -> Content:
    site = views[0].site
    names = [site.names[view.language.tag] for view in views]
    return Content(
        title=" · ".join(names),
        canonical=site.absolute(""),
        alternates=tuple(site.alternates(urls.HOME, "")),
        is_indexed=True,
        is_automatic=True,
        assets="./",
        languages=_choices(views, urls.HOME, "./", names),
    )


def _not_found(views: Sequence[View]) -> Content:
    """Served for any address, at any depth: its links begin at the root of the host."""
    site = views[0].site
    root = urlsplit(site.url).path
    missing = [view.language.text("Page not found") for view in views]
    hint = [view.language.text("Claims never move: if a link to one led here, please report it.") for view in views]
    return Content(
        title=" · ".join(missing),
        canonical=site.absolute(urls.NOT_FOUND),
        alternates=(),
        is_indexed=False,
        is_automatic=False,
        assets=root,
        languages=_choices(views, urls.HOME, root, missing, hint),
    )


def _permalink(views: Sequence[View], printer: Printer, claim: Claim) -> str:
    site, path = views[0].site, urls.permalink(claim.id)
    titles = [claim.title[view.language.tag] for view in views]
    content = Content(
        title=" · ".join(titles),
        canonical=site.absolute(path),
        alternates=tuple(site.alternates(urls.claim(claim.id), path)),
        is_indexed=claim.withdrawn is None,
        is_automatic=True,
        assets=urls.root_from(path),
        languages=_choices(
            views, urls.claim(claim.id), urls.root_from(path), titles, [_notice(view, claim) for view in views]
        ),
    )
    return printer.print("choice.html", content, path)


def _notice(view: View, claim: Claim) -> str:
    if not claim.withdrawn:
        return ""
    return view.language.text("This claim was withdrawn: {date}", date=view.language.date(claim.withdrawn.on))


def _choices(
    views: Sequence[View], address: str, root: str, titles: Sequence[str], words: Sequence[str] = ()
) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            view.language.tag,
            view.language.direction,
            title,
            word,
            view.language.name,
            root + urls.localized(view.language.tag, address),
        )
        for view, title, word in zip(views, titles, words or [""] * len(views), strict=True)
    )
