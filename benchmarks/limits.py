"""What very large archives cost and weigh: the numbers of "When an archive outgrows Pages" in HACKING.md.

Each size is checked and built cold, and built once more after one record was edited; nothing is run twice, for each
takes minutes. Preview cards are left out: each has its 12 kB, whatever else a site has.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.archive import edit_one, write_archive
from benchmarks.measure import Run
from benchmarks.ours import build_ours, check_ours, forget
from site_builder.publish.limits import SIZE, sizes

_HEAD = ("claims", "check", "build", "after one edit", "peak memory", "files", "site", "of 1 GB")
_KINDS = ("claims", "kind", "files", "MB", "share")


def measure(folder: Path, claims: Sequence[int]) -> Iterator[str]:
    """Yield lines of two tables in Markdown: a line for each size of archive, then one for each kind of file."""
    yield from _table_head(_HEAD)
    kinds = list[tuple[str, ...]]()
    for count in claims:
        root, site = folder / str(count), folder / f"{count}-site"
        write_archive(root, count)
        forget(root)
        checked, built = check_ours(root), build_ours(root, site)
        edit_one(root)
        again = build_ours(root, site)
        files = [(path.relative_to(site).as_posix(), path.stat().st_size) for path in site.rglob("*") if path.is_file()]
        total = sum(size for _, size in files)
        peak = max(run.peak or 0 for run in (checked, built, again))
        told = (_seconds(checked), _seconds(built), _seconds(again), f"{peak / 1e9:.2f} GB")
        yield _line(f"{count:,}", *told, f"{len(files):,}", f"{total / 1e6:,.0f} MB", f"{total / SIZE:.0%}")
        for kind, number, size in sizes(files):
            kinds.append((f"{count:,}", kind, f"{number:,}", f"{size / 1e6:,.1f}", f"{size / total:.1%}"))
        for made in (root, site):  # before the next one needs the room
            shutil.rmtree(made)
    yield ""
    yield from _table_head(_KINDS)
    yield from (_line(*each) for each in kinds)


def _seconds(run: Run) -> str:
    return "failed: " + run.error.replace("\n", " ") if run.error else f"{run.seconds:,.0f} s"


def _table_head(names: Sequence[str]) -> Iterator[str]:
    yield _line(*names)
    yield _line(*("---" for _ in names))


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
