"""Text of strangers inside Markdown: as code, which it cannot leave, so that nothing in it means anything."""

import re


def fenced(text: str, name: str = "text") -> str:
    """Put a text between fences longer than any run of backticks in it."""
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
    return f"{fence}{name}\n{text}\n{fence}"
