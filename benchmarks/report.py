"""Results as an aligned table and as JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise

from benchmarks.contest import OURS, Result

HEAD = ("claims", "what", "runs", "seconds", "ratio", "peak MB", "pages", "site MB", "kB/claim", "page kB", "gzip kB")
PACKAGES = ("mkdocs", "mkdocs-material", "pyyaml")


def as_table(results: Sequence[Result]) -> str:
    """One line a result: medians of so many runs, and how many times as long as our own build of the same kind it took.

    Last comes how our build grows with the archive.
    """
    rows = [HEAD, *(_cells(result, ratio(result, results)) for result in results)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(
            cell.ljust(width) if head == "what" else cell.rjust(width)
            for head, cell, width in zip(HEAD, row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]
    return "\n".join([*lines, *_growth(results)])


def _growth(results: Sequence[Result]) -> Iterator[str]:
    """How our own build grows from one size of archive to the next."""
    ours = [each for each in results if each.what == OURS and each.run and not each.run.error]
    for one, next_one in pairwise(ours):
        if one.run and next_one.run:
            times = next_one.run.seconds / one.run.seconds
            yield f"{one.claims:,} to {next_one.claims:,} claims: {times:.2f} times as long"


def as_json(results: Sequence[Result]) -> str:
    """All that was measured, with what it was measured on."""
    machine = {
        "system": f"{platform.system()} {platform.machine()}",
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in PACKAGES},
    }
    rows = [{**asdict(result), "ratio": ratio(result, results)} for result in results]
    return json.dumps({"machine": machine, "results": rows}, indent=2) + "\n"


def ratio(result: Result, results: Sequence[Result]) -> float | None:
    """How many times as long as ours; None where either of the two did not succeed."""
    for ours in results:
        if (ours.claims, ours.what) == (result.claims, result.measured_by):
            if ours.run and result.run and not ours.run.error and not result.run.error:
                return result.run.seconds / ours.run.seconds
            break
    return None


def _cells(result: Result, ratio: float | None) -> tuple[str, ...]:
    run, weight = result.run, result.weight
    if run is None or run.error:
        return (f"{result.claims:,}", result.what, "-", "failed" if run else "not installed", *"-" * 7)
    weighed = ("-",) * 5
    if weight:
        weighed = (
            f"{weight.pages:,}",
            f"{weight.bytes / 1e6:,.1f}",
            f"{weight.bytes / 1e3 / result.claims:.1f}",
            f"{weight.claim_html / 1e3:.1f}",
            f"{weight.claim_gzip / 1e3:.1f}",
        )
    return (
        f"{result.claims:,}",
        result.what,
        f"{run.count}",
        f"{run.seconds:.2f}",
        f"{ratio:.2f}" if ratio else "-",
        f"{run.peak / 1e6:,.0f}" if run.peak else "-",
        *weighed,
    )


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
