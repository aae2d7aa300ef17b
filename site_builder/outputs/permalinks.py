"""Pages that belong to no language (the root, a claim's permanent link, "not found") lead to the reader's language.

With script the browser's language (or the one chosen last) is followed; without it the links are there to click.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple
from urllib.parse import urlsplit

from site_builder import frames, urls
from site_builder.escaping import escape, html
from site_builder.file import File
from site_builder.frames import Frame
from site_builder.model import Claim
from site_builder.pages.printer import Printer
from site_builder.pages.view import View
from site_builder.site import Site


class Choice(NamedTuple):
    """The page in one language."""

    tag: str
    direction: str
    title: str
    words: str
    name: str
    href: str


class Content(NamedTuple):
    """One page that leads on, in every language at once."""

    title: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    is_indexed: bool
    is_automatic: bool
    assets: Mapping[str, str]
    languages: tuple[Choice, ...]


def files(views: Sequence[View]) -> Iterator[File]:
    """`index.html`, `404.html` and `c/<id>/index.html` of every claim."""
    printer = Printer(views[0].language)
    yield File("index.html", tuple, lambda: printer.print("choice.html", _home(views), "").encode())
    yield File(urls.NOT_FOUND, tuple, lambda: printer.print("choice.html", _not_found(views), "").encode())
    shown, withdrawn = (frames.cut(_permalinks(views, printer, is_withdrawn=each)) for each in (False, True))
    for claim in views[0].archive.claims.values():
        frame = withdrawn if claim.withdrawn else shown
        yield File(
            f"{urls.permalink(claim.id)}index.html",
            partial(_inputs, views, claim),
            partial(_permalink, views, frame, claim),
        )


def _inputs(views: Sequence[View], claim: Claim) -> tuple[object, ...]:
    return (views[0].stamps.claim(claim),)


def _home(views: Sequence[View]) -> Content:
    site = views[0].site
    names = [site.names[view.language.tag] for view in views]
    return Content(
        title=" · ".join(names),
        canonical=site.absolute(""),
        alternates=tuple(site.alternates(urls.HOME, "")),
        is_indexed=True,
        is_automatic=True,
        assets=_assets(site, "./"),
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
        assets=_assets(site, root),
        languages=_choices(views, urls.HOME, root, missing, hint),
    )


def _permalinks(views: Sequence[View], printer: Printer, *, is_withdrawn: bool) -> str:
    """What the permanent links of claims have in common, with slots for the rest."""
    site, id = views[0].site, frames.mark("id")
    path, address = urls.permalink(id), urls.claim(id)
    titles = [html(frames.mark(f"title-{number}")) for number in range(len(views))]
    notices = [html(frames.mark(f"notice-{number}")) for number in range(len(views))]
    content = Content(
        title=html(frames.mark("title")),
        canonical=frames.escape(site.absolute(path)),
        alternates=tuple((tag, frames.escape(url)) for tag, url in site.alternates(address, path)),
        is_indexed=not is_withdrawn,
        is_automatic=True,
        assets=_assets(site, urls.root_from(path)),
        languages=_choices(views, address, urls.root_from(path), titles, notices if is_withdrawn else ()),
    )
    return printer.print("choice.html", content, path)


def _permalink(views: Sequence[View], frame: Frame, claim: Claim) -> bytes:
    titles = [claim.title[view.language.tag] for view in views]
    values = {"id": claim.id, "title": escape(" · ".join(titles))}
    values |= {f"title-{number}": escape(title) for number, title in enumerate(titles)}
    if claim.withdrawn:
        values |= {
            f"notice-{number}": escape(
                view.language.text("This claim was withdrawn: {date}", date=view.language.date(claim.withdrawn.on))
            )
            for number, view in enumerate(views)
        }
    return frame.fill(values).encode()


def _assets(site: Site, root: str) -> Mapping[str, str]:
    return {name: root + path for name, path in site.assets.items()}


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
            frames.escape(root + urls.localized(view.language.tag, address)),
        )
        for view, title, word in zip(views, titles, words or [""] * len(views), strict=True)
    )
