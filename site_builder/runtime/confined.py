"""Work on what strangers wrote, in a process of its own that has little time, little memory and no secrets.

The process is a module of this package. It gets its request as JSON, writes lines of JSON to a file as it gets on, and
is killed when its time is over; what it had written by then is used.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Literal

Lines = list[dict[str, object]]
End = Literal["done", "time", "died"]
"""How a process ended: by itself, killed for its time, or otherwise, as by running out of memory."""

MEMORY = 1 << 30
"""Bytes that the process may take."""
_LARGEST = 1 << 26
"""Bytes that it may write."""
_ENVIRONMENT = ("LANG", "LC_ALL", "LC_CTYPE", "SSL_CERT_DIR", "SSL_CERT_FILE", "SYSTEMROOT")
"""What the process is told of the environment: how this machine writes letters, and whom it trusts."""


def run(module: str, request: Mapping[str, object], seconds: float) -> tuple[Lines, End]:
    """Run a module whose main part calls `serve`; return what it wrote, and how it ended."""
    with tempfile.TemporaryDirectory(prefix="claims-") as folder:
        written = Path(folder, "written")
        known = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        try:
            done = subprocess.run(
                [sys.executable, "-P", "-m", module, str(written)],
                input=json.dumps(request).encode(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=folder,
                env=known | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "TMPDIR": folder},
                timeout=seconds,
                check=False,
            )
            end: End = "died" if done.returncode else "done"
        except subprocess.TimeoutExpired:
            end = "time"
        return _lines(written), end


def serve(work: Callable[[Mapping[str, object]], Iterable[Mapping[str, object]]]) -> None:
    """Answer the one request of this process, within its limits: called by the main part of a module."""
    _confine()
    request = json.load(sys.stdin)
    with Path(sys.argv[1]).open("w", encoding="utf-8") as written:
        for line in work(request):
            written.write(json.dumps(line, ensure_ascii=False) + "\n")
            written.flush()


def _confine() -> None:
    try:
        import resource
    except ImportError:  # a system without such limits; time has its limit in any case
        return
    limits = {resource.RLIMIT_AS: MEMORY, resource.RLIMIT_FSIZE: _LARGEST, resource.RLIMIT_CORE: 0}
    for limit, most in limits.items():
        resource.setrlimit(limit, (most, most))


def _lines(written: Path) -> Lines:
    """The lines of a file but for one that was broken off."""
    try:
        lines = written.read_bytes().split(b"\n")[:-1]
    except FileNotFoundError:
        return []
    return [json.loads(line) for line in lines]
