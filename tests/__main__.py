"""Run all tests in parts, side by side: one more than there are cores, since browsers and servers are waited for.

Each part is a process of its own. One process of several workers would not do: workers have threads of their own,
beside which nothing can be forked and no signal held back.
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from site_builder.runtime.workers import cores

PARTS = (
    ("tests/browser",),
    ("tests/github", "tests/start"),
    ("tests/cli", "tests/engine"),
    ("tests/publish", "tests/sources"),
)
"""Folders of tests, the longest part first; those of all others are a part of their own, which is shown as it runs."""
PYTEST = (sys.executable, "-m", "pytest")


def main() -> int:
    """Show what the tests of the first part say as they run, then what the others said; 0 if all of them passed."""
    with ThreadPoolExecutor(cores() + 1) as pool:
        first = pool.submit(_run_first)
        others = [pool.submit(_run, part) for part in PARTS]
        try:
            codes = [first.result()]
            for other in others:
                done = other.result()
                sys.stdout.write(done.stdout)
                sys.stdout.flush()
                codes.append(done.returncode)
        except KeyboardInterrupt:  # which all that run have heard of: no other part begins
            pool.shutdown(cancel_futures=True)
            raise
    return next(filter(None, codes), 0)


def _run_first() -> int:
    apart = [f"--ignore={folder}" for part in PARTS for folder in part]
    return subprocess.run([*PYTEST, *apart], check=False).returncode


def _run(part: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    cache = f"cache_dir=.pytest_cache/{Path(part[0]).name}"  # one for all would know of the last part alone
    command = [*PYTEST, "-o", cache, *part]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False)


if __name__ == "__main__":
    sys.exit(main())
