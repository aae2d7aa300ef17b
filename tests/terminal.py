"""A person at a terminal: a pseudo-terminal in which a command asks and somebody types.

Every question ends in a colon and a space, or goes on with an ellipsis, by which is known that it waits for an answer.
"""

import os
import pty
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.records import ROOT

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")
ENTER, CTRL_C, CTRL_D = "\r", "\x03", "\x04"


class Terminal:
    """What was shown so far, and a keyboard."""

    def __init__(self, process: int, keyboard: int) -> None:
        self.process = process
        self.shown = ""
        self._keyboard = keyboard
        self._bytes = b""

    def waits(self) -> str:
        """Read on until a question is asked; return it, or nothing where the command has ended."""
        start = len(self.shown)
        while True:
            try:
                read = os.read(self._keyboard, 65536)
            except OSError:  # Linux: the other side has gone
                read = b""
            self._bytes += read
            self.shown = _ESCAPES.sub("", self._bytes.decode("utf-8", "ignore"))
            if not read:
                return ""
            if len(self.shown) > start and self.shown.endswith((": ", "… ")):
                return self.shown.rpartition("\n")[2]

    def types(self, keys: str) -> None:
        """Press keys."""
        os.write(self._keyboard, keys.encode())

    def answers(self, script: Sequence[tuple[str, str]]) -> None:
        """Answer questions in turn: of each a part is given, and what is typed before Enter."""
        for part, answer in script:
            question = self.waits()
            assert part in question, f"{part!r} is not asked:\n{self.shown}"
            self.types(answer + ENTER)

    def closes(self) -> None:
        """Close the window."""
        os.kill(self.process, signal.SIGHUP)
        self._wakes()

    def interrupts(self) -> None:
        """Press Ctrl+C."""
        self.types(CTRL_C)
        self._wakes()

    def _wakes(self) -> None:
        """Press another key: a signal that comes just before Python waits for one is noticed with the next."""
        with suppress(OSError):  # it has ended already
            self.types(ENTER)

    def ends(self) -> int:
        """Read what is left; return the exit code."""
        while self.waits():
            self.types(CTRL_D)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


@contextmanager
def terminal(*arguments: str, at: Path, **environment: str) -> Iterator[Terminal]:
    """Run `claims` in a terminal."""
    process, keyboard = pty.fork()
    if process == 0:
        os.chdir(at)
        known = {"PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "200", "INPUTRC": os.devnull}
        os.environ.update({**known, **environment})
        os.execv(sys.executable, [sys.executable, "-m", "site_builder", *arguments])
    try:
        yield Terminal(process, keyboard)
    finally:
        os.close(keyboard)
