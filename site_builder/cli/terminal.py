"""Lines from the person at the terminal, as they are typed or pasted."""

import contextlib
import locale
import os
import select
import sys
from functools import cache

_START, _END = "\x1b[200~", "\x1b[201~"
"""What terminals put around a paste, where nothing takes it away."""
_UTF8 = "C.UTF-8"


class NotText(Exception):
    """What was typed is no UTF-8: the terminal is set to something else."""


def line(prompt: str) -> str:
    """Return what is typed until Enter, or pasted: a paste may hold several lines.

    `EOFError` where nothing more can come, `KeyboardInterrupt` where the person wants no more.
    """
    _prepare()
    try:
        text = input(prompt)
        while text.count(_START) > text.count(_END):
            text += "\n" + input()
        text.encode("utf-8")
    except UnicodeError as wrong:
        raise NotText from wrong
    if not sys.stdin.isatty():  # nobody sees what is typed
        print(text)
    return text.replace(_START, "").replace(_END, "")


def has_more() -> bool:
    """Tell whether further lines have arrived at the terminal already: several were sent at once."""
    if not sys.stdin.isatty():
        return False
    try:
        return bool(select.select([sys.stdin], [], [], 0)[0])
    except (OSError, ValueError):  # a console that cannot be asked
        return False


@cache
def _prepare() -> None:
    """Let lines be edited, be of any length, and hold whole pastes, where the system can do it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty() and _is_utf8()):
        return
    with contextlib.suppress(ImportError):
        import readline

        if "libedit" not in (readline.__doc__ or ""):
            readline.parse_and_bind("set enable-bracketed-paste on")


def _is_utf8() -> bool:
    """Tell whether the system takes the bytes of the terminal for UTF-8: to an editor of lines others are commands.

    Where the environment names a language that the system does not have, it takes them for ASCII.
    """
    try:
        if locale.nl_langinfo(locale.CODESET) != "UTF-8":
            locale.setlocale(locale.LC_CTYPE, _UTF8)
            os.environ["LC_ALL"] = _UTF8  # the editor of lines asks for itself
    except (AttributeError, locale.Error):
        return False
    return True
