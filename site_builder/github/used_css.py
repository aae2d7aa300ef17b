"""The rules of stylesheets that some HTML can need: a page that has them in itself need not hold all the others."""

import re
from collections.abc import Collection, Iterator

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
_NAMED = re.compile(r'class="([^"]*)"')
_LOADED = re.compile(r"url\((?!\s*[\"']?data:)|image-set\(", re.IGNORECASE)


def classes(html: str) -> frozenset[str]:
    """The classes of all elements of some HTML whose values stand in quotation marks."""
    return frozenset(name for value in _NAMED.findall(html) for name in value.split())


def used(css: str, names: Collection[str]) -> str:
    """The rules of a stylesheet whose classes there are, but for those that would load something."""
    return "".join(_used(_COMMENT.sub("", css), names))


def _used(css: str, names: Collection[str]) -> Iterator[str]:
    for head, body in _blocks(css):
        if head.startswith(("@media", "@supports")):
            if inside := "".join(_used(body, names)):
                yield f"{head}{{{inside}}}"
        elif not head.startswith("@") and not _LOADED.search(body):
            kept = [each for each in head.split(",") if all(name in names for name in _CLASS.findall(each))]
            if kept:
                yield f"{','.join(kept)}{{{body}}}"


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """The outermost blocks: what stands in front of each, and what is in it."""
    start = depth = opened = 0
    for brace in re.finditer("[{}]", css):
        at = brace.start()
        if brace[0] == "{":
            opened = at if depth == 0 else opened
            depth += 1
        else:
            depth = max(0, depth - 1)
            if depth == 0:
                if opened > start:
                    yield css[start:opened].rpartition(";")[2].strip(), css[opened + 1 : at]
                start = at + 1
