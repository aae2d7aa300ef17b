"""Run all tests in two processes side by side: those that drive a browser, and the others.

One process of several workers would not do: workers have threads of their own, beside which nothing can be forked and
no signal held back.
"""

import subprocess
import sys
import tempfile

BROWSER = "tests/browser"


def main() -> int:
    """Show what the others say as they run, and then what the browser's said; the exit code of the worse ones."""
    command = [sys.executable, "-m", "pytest"]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        apart = ["-o", "cache_dir=.pytest_cache/browser", BROWSER]
        browser = subprocess.Popen([*command, *apart], stdout=said, stderr=subprocess.STDOUT)
        try:
            others = subprocess.run([*command, f"--ignore={BROWSER}"], check=False)
            browser.wait()
        finally:
            browser.kill()
        said.seek(0)
        sys.stdout.write(said.read())
    return others.returncode or browser.returncode


if __name__ == "__main__":
    sys.exit(main())
