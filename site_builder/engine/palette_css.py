"""The stylesheet of a site whose owner chose its colours: the variables of ours, with other values."""

from collections.abc import Iterator

from site_builder.read.palette import Accent, Palette

_LIGHT = "@media screen {{ :root {{ {} }} }}\n"
_DARK = (
    '@media screen and (prefers-color-scheme: dark) {{ :root:not([data-scheme="light"]) {{ {0} }} }}\n'
    '@media screen {{ :root[data-scheme="dark"] {{ {0} }} }}\n'
)


def stylesheet(palette: Palette) -> str:
    """Write the stylesheet; nothing where all colours are the usual ones."""
    light, dark = _values(palette.light), _values(palette.dark)
    return (_LIGHT.format(light) if light else "") + (_DARK.format(dark) if dark else "")


def _values(accent: Accent) -> str:
    return " ".join(_declarations(accent))


def _declarations(accent: Accent) -> Iterator[str]:
    if accent.links:
        yield f"--ca-accent: {accent.links};"
    if accent.marks:
        yield f"--ca-outline: {accent.marks};"
