"""How long a saved record takes to the browser while `claims serve` runs."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from benchmarks.archive import edit_one, middle_claim
from benchmarks.measure import Run, held
from benchmarks.ours import environment

EDITS = 5
"""Records that are saved, one after the other; the middle time counts."""
_PAUSE = 3.0
"""Seconds between two edits, as a person would take at least: the checks of the last one are done by then."""
_PATIENCE = 300.0


def save_and_look(root: Path) -> Run:
    """Save records of the archive in `root`; each time ends when the browser has the changed page."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "site_builder", "serve", "--port", address.rpartition(":")[2]]
    os.sync()
    process = subprocess.Popen(
        command, cwd=root, env=environment(root), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await(address)
        times = [_edit(root, address) for _ in range(EDITS)]
        return Run(median(times), held(process.pid) or None, count=EDITS)
    except (OSError, TimeoutError) as error:
        return Run(0, None, str(error))
    finally:
        process.terminate()
        process.wait()


def _edit(root: Path, address: str) -> float:
    time.sleep(_PAUSE)
    page = f"{address}/en/claims/{middle_claim(root).stem}/"
    version = re.search(r'data-version="(\d+)"', _text(page))
    with urlopen(f"{address}/-/changes?{version[1] if version else ''}", timeout=_PATIENCE) as changes:
        start = time.perf_counter()
        edit_one(root)
        next(line for line in changes if line.startswith(b"event"))
        _text(page)
        return time.perf_counter() - start


def _await(address: str) -> None:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            _text(f"{address}/en/")
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return


def _text(url: str) -> str:
    with urlopen(url, timeout=_PATIENCE) as answer:
        content: bytes = answer.read()
        return content.decode()
