"""The recipe of a site, to be read from top to bottom.

An engine (MkDocs, see `plugin`) renders the hand-written pages and the frames in between: `prepare` comes before it,
`publish` after it.
"""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from markupsafe import escape

from site_builder import frames, history, load, parallel, urls
from site_builder.checks import check, permanence
from site_builder.checks.context import Context
from site_builder.frames import Frame
from site_builder.groups import group
from site_builder.languages import Language
from site_builder.model import Archive
from site_builder.outputs import OUTPUTS, sitemap
from site_builder.outputs.file import File
from site_builder.pages import pages
from site_builder.pages.home import slots
from site_builder.pages.printer import Printer
from site_builder.pages.view import Listed, Page, Shown, View
from site_builder.problems import Problem, in_order
from site_builder.site import Site
from site_builder.staging import Entry, Stage
from site_builder.stamps import Stamp, Stamps, digest

SECTIONS = (
    urls.CLAIMS,
    urls.ENTITIES,
    urls.DATES,
    urls.SERIES,
    urls.SOURCES,
    urls.CHANGES,
    urls.CORRECTIONS,
    urls.PROBLEMS,
)
_TEXTS = ("title", "description", "robots", "address", "neutral")
"""The slots of the page around the text, which `_framed` fills."""
_DEEPEST = 4
"""How many folders below the root a generated page lies at most: a frame's links fit pages of its own depth only."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An archive that may be published: it has no errors."""

    root: Path
    archive: Archive
    digests: Mapping[str, Stamp]
    warnings: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class Written:
    """A hand-written page as the engine read it."""

    address: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Built:
    """What was published."""

    claims: int
    pages: int
    files: Mapping[str, Entry]


class UnknownSlot(Exception):
    """A hand-written page has a slot that nothing fills; the message names both."""


class Refused(Exception):
    """The archive has errors; nothing was built."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def prepare(root: Path, languages: Sequence[str]) -> Prepared:
    """Load and check the records of an archive. `Refused` tells all of their problems at once."""
    problems = examine(root, languages)
    if any(problem.is_error for problem in problems.problems):
        raise Refused(problems.problems)
    return Prepared(root, problems.archive, problems.digests, problems.problems)


def examine(root: Path, languages: Sequence[str], base: str | None = None) -> load.Loaded:
    """The records of an archive with all of their problems, in order.

    With `base`, a commit that is published, also what was done to its records that must not be done.
    """
    loaded = load.load(root)
    context = Context(loaded.archive, tuple(languages), loaded.files, today(), loaded.rests)
    gc.collect()
    gc.freeze()  # the records stay: the collector need not walk them again and again
    findings = list(check(context))
    if base is not None:
        before = load.collect(load.read_bytes(data, file) for file, data in history.files_at(root, base))
        findings += (finding for each in permanence.CHECKS for finding in each(before.archive, context))
    problems = in_order([*loaded.problems, *load.locate(root, findings)])
    return load.Loaded(loaded.archive, loaded.files, loaded.digests, problems, loaded.rests)


def today() -> date:
    """The day of the build in UTC; `SOURCE_DATE_EPOCH` (see reproducible-builds.org) stands for the clock if set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def frame_paths(languages: Sequence[Language]) -> Iterator[tuple[Language, str, str]]:
    """The frames that the engine must render: language, section, and path below the site's root.

    The frame of a section's own depth is at the same time the page that hand-written pages link to.
    """
    for language in languages:
        for section in SECTIONS:
            for depth in range(_depth(section), _DEEPEST + 1):
                yield language, section, frame_path(language, section, depth)


def frame_path(language: Language, section: str, depth: int) -> str:
    """Where the engine puts the frame of a section for pages at a depth."""
    return urls.localized(language.tag, section) + "frame/" * (depth - _depth(section))


def _depth(section: str) -> int:
    """How many folders below the root the first page of a section lies, the language's being one."""
    return 1 + section.count("/")


def publish(
    prepared: Prepared, site: Site, written: Mapping[str, Sequence[Written]], rendered: Path, destination: Path
) -> Built:
    """Fill the frames that an engine rendered and make the site of them; what did not change is not made again.

    `written` are the hand-written pages by language. On any failure the old site stays as it was.
    """
    archive, groups, added = prepared.archive, group(prepared.archive), history.added(prepared.root)
    stamps = Stamps(archive, prepared.digests)
    views = [View(prepared.root, site, language, archive, groups, stamps, added) for language in site.languages]
    code = _code(site)
    with Stage(destination, _memory(prepared.root, destination)) as stage:
        tasks = [partial(_fill, view, written[view.language.tag], rendered, stage, code) for view in views]
        filled = parallel.run([*tasks, partial(_write_beside, views, stage, code)])
        entries = _copy(rendered, stage)
        for part in filled:
            entries.update(part.entries)
        entries.update(_put(stage, code, sitemap.files(site, filled[0].pages)))
        stage.commit(entries)
    return Built(len(archive.claims), sum(len(part.pages) for part in filled), entries)


@dataclass(frozen=True, slots=True)
class _Filled:
    """What one task made: the pages as the sitemap knows them, and all files."""

    pages: list[Listed]
    entries: dict[str, Entry]


def _fill(view: View, written: Sequence[Written], rendered: Path, stage: Stage, code: Stamp) -> _Filled:
    """Write every page of one language, generated or by hand."""
    language, printer = view.language, Printer(view.language)
    cut = cache(lambda path: frames.cut((rendered / path / "index.html").read_text("utf-8")))
    filled = _Filled([], {})

    def put(page: Page, frame: Frame, content: Callable[[], tuple[Shown, Mapping[str, str]]]) -> None:
        path = urls.localized(language.tag, page.address)
        stamp = digest(code, language.tag, frame.stamp, page.inputs())
        filled.entries[f"{path}index.html"] = stage.put(
            f"{path}index.html", stamp, lambda: _framed(frame, view, page, *content()).encode()
        )
        filled.pages.append(Listed(page.address, page.neutral, page.is_indexed))

    def generated(page: Page) -> tuple[Shown, Mapping[str, str]]:
        shown = page.show()
        path = urls.localized(language.tag, page.address)
        return shown, {"content": printer.print(shown.template, shown.content, path)}

    for page in pages(view):
        depth = 1 + page.address.count("/")
        try:
            put(page, cut(frame_path(language, page.section, depth)), partial(generated, page))
        except Exception as error:
            error.add_note(page.address)
            raise

    holes = slots(view)

    def by_hand(each: Written) -> tuple[Shown, Mapping[str, str]]:
        path = urls.localized(language.tag, each.address)
        bodies = {name: printer.print(slot.template, slot.show(), path) for name, slot in holes.items()}
        return Shown(each.title, each.description, "", None), bodies

    for each in written:
        neutral = "" if each.address == urls.HOME else None
        shown = partial(Shown, each.title, each.description, "", None)
        page = Page(each.address, each.address, lambda: tuple(hole.inputs() for hole in holes.values()), shown, neutral)
        frame = cut(urls.localized(language.tag, each.address))
        unknown = [slot for slot in frame.slots if slot not in {*_TEXTS, *holes}]
        if unknown:
            raise UnknownSlot(f"content/{language.tag}/{each.address}: <!-- slot:{unknown[0]} -->")
        put(page, frame, partial(by_hand, each))
    return filled


def _framed(frame: Frame, view: View, page: Page, shown: Shown, bodies: Mapping[str, str]) -> str:
    """A page of the site: its texts and bodies in their frame."""
    site, tag = view.site, view.language.tag
    title = shown.title if page.address == urls.HOME else f"{shown.title} – {site.names[tag]}"
    neutral = urls.localized(site.languages[0].tag, page.address) if page.neutral is None else page.neutral
    return frame.fill(
        {
            "title": escape(title),
            "description": escape(shown.description),
            "robots": "" if page.is_indexed else '<meta name="robots" content="noindex">\n',
            "address": page.address,
            "neutral": neutral,
            **bodies,
        }
    )


def _write_beside(views: Sequence[View], stage: Stage, code: Stamp) -> _Filled:
    """Write what stands beside the pages."""
    entries: dict[str, Entry] = {}
    for output in OUTPUTS:
        entries.update(_put(stage, code, output(views)))
    return _Filled([], entries)


def _put(stage: Stage, code: Stamp, files: Iterable[File]) -> dict[str, Entry]:
    return {file.path: stage.put(file.path, digest(code, file.inputs), _encoded(file)) for file in files}


def _encoded(file: File) -> Callable[[], bytes]:
    return lambda: file.text().encode()


def _copy(rendered: Path, stage: Stage) -> dict[str, Entry]:
    """Everything that the engine wrote besides pages: the theme's files and what `content/` holds beside text."""
    entries = {}
    for file in sorted(rendered.rglob("*")):
        if file.is_file() and file.suffix != ".html":
            path, content = file.relative_to(rendered).as_posix(), file.read_bytes()
            entries[path] = stage.put(path, digest(content), partial(bytes, content))
    return entries


def _code(site: Site) -> Stamp:
    """A stamp of all that every page depends on: this package, what it prints with, and the site's settings."""
    package = Path(__file__).parent
    files = sorted(file for file in package.rglob("*") if file.suffix in (".py", ".html", ".po"))
    return digest(
        [(file.relative_to(package).as_posix(), file.read_bytes()) for file in files],
        [version(name) for name in ("babel", "jinja2", "markupsafe", "pydantic")],
        (site.url, site.repository, sorted(site.names.items()), [language.tag for language in site.languages]),
    )


def _memory(root: Path, destination: Path) -> Path:
    """Where the manifest of a site is kept: with the archive, a file for each place that it is built to."""
    return root / ".cache" / "claims" / f"{digest(str(destination.resolve())).hex()}.json"
