"""The lines by which HTML is laid out for who writes it, and which no reader of a page needs."""

import re

_LINE_BREAK = re.compile(r"\s*\n\s*")


def on_one_line(html: str) -> str:
    """HTML without its line breaks, and without the spaces around them."""
    return _LINE_BREAK.sub("", html)
