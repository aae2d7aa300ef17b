"""What a command costs, and what the site weighs that it wrote."""

from __future__ import annotations

import contextlib
import gzip
import os
import re
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median
from typing import IO

SAMPLED_EVERY = 0.02
"""Seconds between two looks at the memory of a running command, at least."""
SHARE_OF_LOOKING = 0.02
"""The part of the time that looking may take: to look at a large process takes milliseconds of it."""
SHOWN_LINES = 5
"""The last lines of a failed command that its error keeps."""
COMPRESSED_PAGES = 500
"""The claim pages, evenly spread, that are compressed to know the mean."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command: wall seconds, peak memory in bytes where it can be known, what went wrong."""

    seconds: float
    peak: int | None
    error: str = ""
    count: int = 1
    """Of how many runs these are the medians."""


@dataclass(frozen=True, slots=True)
class Weight:
    """The size of a site: HTML pages, bytes of all files, mean bytes of a claim page plain and compressed."""

    pages: int
    bytes: int
    claim_html: float
    claim_gzip: float


def run(command: Sequence[str | Path], folder: Path, env: Mapping[str, str] | None = None) -> Run:
    """Run a command in a folder and wait for it. A failure is told in the result.

    What the runs before left to be written to the disk is written first: that would keep the processors busy meanwhile.
    """
    os.sync()
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            with _watched(process.pid) as peak:
                code = process.wait()
            seconds = time.perf_counter() - start
        finally:
            process.kill()
        return Run(seconds, peak[0] or None, f"exit {code}\n{_last_lines(output)}" if code else "")


def middle(runs: Sequence[Run]) -> Run:
    """The medians of several runs; the error of the first that failed."""
    peaks = [one.peak for one in runs if one.peak]
    errors = [one.error for one in runs if one.error]
    return Run(
        median(one.seconds for one in runs),
        int(median(peaks)) if peaks else None,
        errors[0] if errors else "",
        len(runs),
    )


def weigh(site: Path) -> Weight:
    """Count and weigh what lies in a site."""
    files = [path for path in site.rglob("*") if path.is_file()]
    claims = sorted(site.glob("*/claims/[0-9]*/index.html"))
    sample = claims[:: len(claims) // COMPRESSED_PAGES + 1]
    return Weight(
        pages=sum(path.suffix == ".html" for path in files),
        bytes=sum(path.stat().st_size for path in files),
        claim_html=fmean(path.stat().st_size for path in claims) if claims else 0,
        claim_gzip=fmean(len(gzip.compress(path.read_bytes(), 6)) for path in sample) if sample else 0,
    )


@contextlib.contextmanager
def _watched(pid: int) -> Iterator[list[int]]:
    """Follow the memory of a process and its descendants; the list's one item grows to the peak."""
    peak, done = [0], threading.Event()

    def look() -> None:
        took = 0.0
        while not done.wait(max(SAMPLED_EVERY, took / SHARE_OF_LOOKING)):
            start = time.perf_counter()
            peak[0] = max(peak[0], held(pid))
            took = time.perf_counter() - start

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def held(pid: int) -> int:
    """Bytes that a process and its descendants hold now; 0 where there is no /proc, or they are gone.

    It is the proportional set size: what several of them share counts once.
    """
    folder, found = Path("/proc", str(pid)), 0
    with contextlib.suppress(OSError):
        sizes = dict(_SIZE.findall((folder / "smaps_rollup").read_text()))
        found = int(sizes.get("Pss", 0)) * 1024
        for children in folder.glob("task/*/children"):
            found += sum(held(int(child)) for child in children.read_text().split())
    return found


_SIZE = re.compile(r"^(\w+): +(\d+) kB$", re.MULTILINE)


def _last_lines(output: IO[bytes]) -> str:
    output.seek(0)
    lines = output.read().decode("utf-8", "replace").strip().splitlines()
    return "\n".join(lines[-SHOWN_LINES:])
