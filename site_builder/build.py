"""The recipe of a site, to be read from top to bottom.

An engine (MkDocs, see `plugin`) renders the hand-written pages and the frames in between: `prepare` comes before it,
`publish` after it.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from site_builder import frames, history, load, parallel, urls
from site_builder.checks import check, permanence
from site_builder.checks.context import Context
from site_builder.frames import Frame
from site_builder.groups import group
from site_builder.languages import Language
from site_builder.model import Archive
from site_builder.outputs import OUTPUTS, sitemap
from site_builder.pages import pages
from site_builder.pages.home import slots
from site_builder.pages.printer import Printer
from site_builder.pages.view import Listed, Page, View
from site_builder.problems import Problem, in_order
from site_builder.site import Site

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
_DEEPEST = 4
"""How many folders below the root a generated page lies at most: a frame's links fit pages of its own depth only."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An archive that may be published: it has no errors."""

    root: Path
    archive: Archive
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


class Refused(Exception):
    """The archive has errors; nothing was built."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class NotASite(Exception):
    """The folder to publish into holds something else; the message names it."""


def prepare(root: Path, languages: Sequence[str]) -> Prepared:
    """Load and check the records of an archive. `Refused` tells all of their problems at once."""
    problems = examine(root, languages)
    if any(problem.is_error for problem in problems.problems):
        raise Refused(problems.problems)
    return Prepared(root, problems.archive, problems.problems)


def examine(root: Path, languages: Sequence[str], base: str | None = None) -> load.Loaded:
    """The records of an archive with all of their problems, in order.

    With `base`, a commit that is published, also what was done to its records that must not be done.
    """
    loaded = load.load(root)
    context = Context(loaded.archive, tuple(languages), loaded.files, today())
    findings = list(check(context))
    if base:
        before = load.collect(load.read_bytes(data, file) for file, data in history.files_at(root, base))
        findings += (finding for each in permanence.CHECKS for finding in each(before.archive, context))
    return load.Loaded(loaded.archive, loaded.files, in_order([*loaded.problems, *load.locate(root, findings)]))


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
    """Fill the frames that an engine rendered and put the whole site in place of the old one.

    `written` are the hand-written pages by language. On any failure the old site stays as it was.
    """
    archive, groups, added = prepared.archive, group(prepared.archive), history.added(prepared.root)
    views = [View(prepared.root, site, language, archive, groups, added) for language in site.languages]
    with _replacing(destination) as target:
        _copy(rendered, target)
        tasks = [partial(_fill, view, written, rendered, target) for view in views]
        *listed, _ = parallel.run([*tasks, partial(_write_beside, views, target)])
        for path, text in sitemap.files(site, listed[0]):
            _write(target, path, text)
    return Built(len(archive.claims), sum(map(len, listed)))


def _write_beside(views: Sequence[View], target: Path) -> list[Listed]:
    """Write what stands beside the pages; no page of a language is among it."""
    for output in OUTPUTS:
        for path, text in output(views):
            _write(target, path, text)
    return []


def _fill(view: View, written: Mapping[str, Sequence[Written]], rendered: Path, target: Path) -> list[Listed]:
    """Write every page of one language, generated or by hand."""
    tag, printer = view.language.tag, Printer(view.language)
    cut: dict[str, Frame] = {}
    listed = []
    for page in pages(view):
        path = urls.localized(tag, page.address)
        source = frame_path(view.language, page.section, path.count("/"))
        if source not in cut:
            cut[source] = frames.cut((rendered / source / "index.html").read_text("utf-8"))
        body = printer.print(page.template, page.content, path)
        _write(target, f"{path}index.html", _filled(cut[source], view, printer, page, {"content": body}))
        listed.append(Listed(page.address, page.neutral, page.is_indexed))
    for page, frame in _written(view, written[tag], rendered):
        path = urls.localized(tag, page.address)
        bodies = {name: printer.print(slot.template, slot.content, path) for name, slot in slots(view).items()}
        _write(target, f"{path}index.html", _filled(frame, view, printer, page, bodies))
        listed.append(Listed(page.address, page.neutral, page.is_indexed))
    return listed


def _filled(frame: Frame, view: View, printer: Printer, page: Page, bodies: Mapping[str, str]) -> str:
    """A page of the site: head, language switch and bodies in their frame."""
    site, tag = view.site, view.language.tag
    path = urls.localized(tag, page.address)
    top = urls.root_from(path)
    head = {
        "title": page.title if page.address == urls.HOME else f"{page.title} – {site.names[tag]}",
        "description": page.description,
        "is_indexed": page.is_indexed,
        "canonical": site.absolute(path),
        "alternates": site.alternates(page.address, page.neutral),
    }
    switch = [
        (language.tag, language.name, top + urls.localized(language.tag, page.address)) for language in site.languages
    ]
    return frame.fill(
        {
            "head": printer.print("head.html", head, path),
            "languages": printer.print("switch.html", switch, path),
            **bodies,
        }
    )


def _written(view: View, written: Sequence[Written], rendered: Path) -> Iterator[tuple[Page, Frame]]:
    """The hand-written pages of one language as pages of the site, each with itself for a frame."""
    for each in written:
        neutral = "" if each.address == urls.HOME else None
        page = Page(each.address, each.address, each.title, each.description, "", None, neutral)
        path = urls.localized(view.language.tag, each.address)
        yield page, frames.cut((rendered / path / "index.html").read_text("utf-8"))


def _copy(rendered: Path, target: Path) -> None:
    """Everything that the engine wrote besides pages: the theme's files and what `content/` holds beside text."""
    for path in sorted(rendered.rglob("*")):
        if path.is_file() and path.suffix != ".html":
            copy = target / path.relative_to(rendered)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)


def _write(target: Path, path: str, text: str) -> None:
    """Write a file of the site; the folder is made when it is not there, which is seldom asked for in vain."""
    name = f"{target}/{path}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    try:
        file = os.open(name, flags, 0o644)
    except FileNotFoundError:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        file = os.open(name, flags, 0o644)
    with os.fdopen(file, "wb") as stream:
        stream.write(text.encode("utf-8"))


@contextmanager
def _replacing(destination: Path) -> Iterator[Path]:
    """A new folder that takes the destination's place when all went well, and vanishes when not."""
    if destination.exists() and any(destination.iterdir()) and not (destination / urls.SITEMAP).exists():
        raise NotASite(str(destination))
    destination.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{destination.name}.new-", dir=destination.parent))
    old = new.with_name(new.name.replace(".new-", ".old-"))
    try:
        yield new
        new.chmod(0o755)
        if destination.exists():
            destination.replace(old)
        new.replace(destination)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
