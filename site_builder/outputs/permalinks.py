"""Pages that belong to no language (the root, a claim's permanent link) lead to the reader's language.

With script the browser's language (or the one chosen last) is followed; without it the links are there to click.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from site_builder.language.language import plain
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.outputs.artifact import Artifact
from site_builder.pages import frames, head
from site_builder.pages.claim import sentence
from site_builder.pages.frames import Frame
from site_builder.pages.head import Around
from site_builder.pages.page import shortened
from site_builder.pages.printer import Printer
from site_builder.text.escaping import Markup, escape


@dataclass(slots=True)
class Choice:
    """The page in one language."""

    tag: str
    direction: str
    title: str
    words: str
    name: str
    href: str


@dataclass(slots=True)
class ChoiceContext:
    """One page that leads on, in every language at once."""

    title: str
    description: str
    canonical: str
    head: Markup
    alternates: tuple[tuple[str, str], ...]
    is_indexed: bool
    around: Around
    languages: tuple[Choice, ...]


def of_site(libraries: Sequence[LocalizedLibrary]) -> Iterator[Artifact]:
    """`index.html`, which depends on nothing but the site's settings."""
    yield Artifact([urls.ROOT], tuple, partial(_root, libraries))


def _root(libraries: Sequence[LocalizedLibrary]) -> list[bytes]:
    return [Printer(libraries[0].language).print("choice.html", _home(libraries), "").encode()]


def of_claim(libraries: Sequence[LocalizedLibrary]) -> Callable[[Claim], bytes]:
    """Return what makes the permanent link of a claim, `c/<id>/index.html`."""
    printer = Printer(libraries[0].language)
    shown, withdrawn = (frames.cut(_permalinks(libraries, printer, is_withdrawn=each)) for each in (False, True))
    return partial(_permalink, libraries, shown, withdrawn)


def _home(libraries: Sequence[LocalizedLibrary]) -> ChoiceContext:
    site = libraries[0].site
    names = [site.names[library.language.tag] for library in libraries]
    return ChoiceContext(
        title=" · ".join(names),
        description="",
        canonical=site.absolute(""),
        head=head.of_card(site, urls.SITE_CARD),
        alternates=tuple(site.alternates(urls.HOME, "")),
        is_indexed=True,
        around=head.around(site, "./"),
        languages=_choices(libraries, urls.HOME, "./", names),
    )


def _permalinks(libraries: Sequence[LocalizedLibrary], printer: Printer, *, is_withdrawn: bool) -> str:
    """Print what the permanent links of claims have in common, with slots for the rest."""
    site, id = libraries[0].site, frames.mark("id")
    path, address = urls.permalink(id), urls.claim(id)
    titles = [Markup(frames.mark(f"title-{number}")) for number in range(len(libraries))]
    words = [Markup(frames.mark(f"words-{number}")) for number in range(len(libraries))]
    title = Markup(frames.mark("title"))
    record = frames.escape(site.absolute(urls.claim_json(id)))
    context = ChoiceContext(
        title=title,
        description=Markup(frames.mark("description")),
        canonical=frames.escape(site.absolute(path)),
        head=head.of_card(site, urls.claim_card(id)) + head.of_record(record),
        alternates=tuple((tag, frames.escape(url)) for tag, url in site.alternates(address, path)),
        is_indexed=not is_withdrawn,
        around=head.around(site, urls.root_from(path)),
        languages=_choices(libraries, address, urls.root_from(path), titles, words),
    )
    return printer.print("choice.html", context, path)


def _permalink(libraries: Sequence[LocalizedLibrary], shown: Frame, withdrawn: Frame, claim: Claim) -> bytes:
    frame = withdrawn if claim.withdrawn else shown
    titles = [claim.title[library.language.tag] for library in libraries]
    words = [_words(library, claim) for library in libraries]
    values = {
        "id": claim.id,
        "title": escape(" · ".join(titles)),
        "description": escape(shortened(" ".join(words), libraries[0].language.tag)),
    }
    values |= {f"title-{number}": escape(title) for number, title in enumerate(titles)}
    values |= {f"words-{number}": escape(each) for number, each in enumerate(words)}
    return frame.fill(values).encode()


def _words(library: LocalizedLibrary, claim: Claim) -> str:
    """Say who said it, when, through whom; of a withdrawn claim, that it was withdrawn."""
    if claim.withdrawn:
        day = library.language.date(claim.withdrawn.on)
        return library.language.text("This claim was withdrawn: {date}", date=day)
    return plain(sentence(library, claim))


def _choices(
    libraries: Sequence[LocalizedLibrary], address: str, root: str, titles: Sequence[str], words: Sequence[str] = ()
) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            library.language.tag,
            library.language.direction,
            title,
            word,
            library.language.name,
            frames.escape(root + urls.localized(library.language.tag, address)),
        )
        for library, title, word in zip(libraries, titles, words or [""] * len(libraries), strict=True)
    )
