"""Who is measured on an archive, and how: cold first, then once more after one record was edited.

What takes long is measured once: of a minute, the difference between two runs is a small part.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.archive import edit_one
from benchmarks.hugo import build_hugo, installed, write_hugo
from benchmarks.measure import Run, Weight, middle, weigh
from benchmarks.ours import build_ours, check_ours, forget
from benchmarks.plain import build_plain, write_plain
from benchmarks.preview import save_and_look

AGAINST = ("plain", "plain-search", "hugo")
OURS, OURS_SEARCH = "claims build --no-cards --no-search", "claims build --no-cards"
"""Our builds, without preview cards, which no other draws."""


LONG = 60.0
"""Seconds after which a command is not run again for a median."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A way to build the archive: `prepare` is not measured, `forget` makes the next build a cold one."""

    name: str
    measured_by: str
    """The name of our own build that does the same work."""
    site: Path
    prepare: Callable[[], None]
    forget: Callable[[], None]
    build: Callable[[], Run]
    remembers: bool = False
    """Whether it builds less after one edit than it did before. What does not is measured once for both."""


@dataclass(frozen=True, slots=True)
class Result:
    """A line of the table: what was run on how many claims, what it cost, and what it wrote."""

    claims: int
    what: str
    measured_by: str
    run: Run | None
    """None where the tool is not installed."""
    weight: Weight | None = None


def contest(root: Path, work: Path, claims: int, against: Sequence[str], repeat: int) -> Iterator[Result]:
    """Measure everything that is asked for on the archive in `root`, with scratch folders in `work`."""
    for search in (False, True):
        yield from _measured(_ours(root, work, search), root, claims, repeat)

    def check() -> Run:
        forget(root)
        return check_ours(root)

    yield Result(claims, "claims check", "claims check", middle(_runs(check, repeat)))
    yield Result(claims, "claims serve, from a saved record to the browser", "-", save_and_look(root))
    for name in against:
        if name == "hugo" and not installed():
            yield Result(claims, "hugo", OURS, None)
        else:
            contender = _hugo(root, work) if name == "hugo" else _plain(root, work, name == "plain-search")
            yield from _measured(contender, root, claims, repeat)


def _measured(contender: Contender, root: Path, claims: int, repeat: int) -> Iterator[Result]:
    def cold() -> Run:
        contender.forget()
        return contender.build()

    def edited() -> Run:
        edit_one(root)
        return contender.build()

    contender.prepare()
    built = middle(_runs(cold, repeat))
    weight = weigh(contender.site) if contender.site.is_dir() else None
    yield Result(claims, contender.name, contender.measured_by, built, weight)
    again = middle(_runs(edited, repeat)) if contender.remembers else built
    what = "one edit" if contender.remembers else "one edit: all anew"
    yield Result(claims, f"{contender.name}, {what}", f"{contender.measured_by}, one edit", again)


def _runs(once: Callable[[], Run], repeat: int) -> list[Run]:
    """Some runs of one command, or a single long one."""
    runs = [once()]
    while len(runs) < repeat and runs[-1].seconds < LONG:
        runs.append(once())
    return runs


def _ours(root: Path, work: Path, search: bool) -> Contender:
    site, name = work / "ours", OURS_SEARCH if search else OURS

    def cold() -> None:
        forget(root)
        _put_aside(site)

    return Contender(name, name, site, lambda: None, cold, lambda: build_ours(root, site, search), remembers=True)


def _plain(root: Path, work: Path, search: bool) -> Contender:
    out = work / "plain"
    return Contender(
        "MkDocs + Material" + (" with search" if search else ""),
        OURS_SEARCH if search else OURS,
        out / "site",
        lambda: write_plain(root, out, search),
        lambda: _put_aside(out / "site"),
        lambda: build_plain(out),
    )


def _hugo(root: Path, work: Path) -> Contender:
    plain, out = work / "plain", work / "hugo"

    def prepare() -> None:
        write_plain(root, plain)
        write_hugo(plain, out)

    return Contender("hugo", OURS, out / "site", prepare, lambda: _put_aside(out / "site"), lambda: build_hugo(out))


def _put_aside(folder: Path) -> None:
    """Make way for a new site. Nothing is deleted before the end: ext4 is slow to make files where many just were."""
    if folder.exists():
        folder.rename(folder.with_name(f"{folder.name}-{time.monotonic_ns()}"))
