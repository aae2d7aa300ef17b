"""Colours of a site's links and buttons, and whether they can be read on its pages."""

import re
from typing import Literal, NamedTuple

Scheme = Literal["light", "dark"]
FOR_TEXT = 4.5
"""The contrast that WCAG 2.2 asks of text (1.4.3, level AA)."""
FOR_MARKS = 3.0
"""The contrast that it asks of outlines and other marks that mean something (1.4.11)."""
PAPERS: dict[Scheme, tuple[str, ...]] = {"light": ("#ffffff", "#f5f7f9"), "dark": ("#14181d", "#1c2229")}
"""What text stands on: `--ca-paper` and `--ca-tint` of our stylesheet."""
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_LINEAR = 0.04045
"""Values of sRGB up to here grow evenly with the light."""
_STEPS = 100


class Shades(NamedTuple):
    """What one of Material's names means: a colour on light paper, and one on dark."""

    light: str
    dark: str


PRIMARY = {
    "red": Shades("#ef5552", "#ef5552"),
    "pink": Shades("#e92063", "#ed5487"),
    "purple": Shades("#ab47bd", "#c46fd3"),
    "deep purple": Shades("#7e56c2", "#a47bea"),
    "indigo": Shades("#4051b5", "#5488e8"),
    "blue": Shades("#2094f3", "#2094f3"),
    "light blue": Shades("#02a6f2", "#02a6f2"),
    "cyan": Shades("#00bdd6", "#00bdd6"),
    "teal": Shades("#009485", "#00ccb8"),
    "green": Shades("#4cae4f", "#71c174"),
    "light green": Shades("#72ad2e", "#8bc34b"),
    "lime": Shades("#8b990a", "#cbdc38"),
    "yellow": Shades("#b8a500", "#ffec3d"),
    "amber": Shades("#d19d00", "#ffc105"),
    "orange": Shades("#e68a00", "#ffa724"),
    "deep orange": Shades("#ff6e42", "#ff764d"),
    "brown": Shades("#795649", "#c1775c"),
    "grey": Shades("#4051b5", "#5e8bde"),
    "blue grey": Shades("#4051b5", "#5e8bde"),
    "black": Shades("#4051b5", "#5e8bde"),
    "white": Shades("#4051b5", "#5e8bde"),
}
"""The colours of links by the names that Material's `primary` takes, from its stylesheet."""
ACCENT = {
    "red": "#ff1a47",
    "pink": "#f50056",
    "purple": "#df41fb",
    "deep purple": "#7c4dff",
    "indigo": "#526cfe",
    "blue": "#4287ff",
    "light blue": "#0091eb",
    "cyan": "#00bad6",
    "teal": "#00bda4",
    "green": "#00c753",
    "light green": "#63de17",
    "lime": "#b0eb00",
    "yellow": "#ffd500",
    "amber": "#ffaa00",
    "orange": "#ff9100",
    "deep orange": "#ff6e42",
}
"""The colours of outlines and marks, by the names that Material's `accent` takes."""


def written(text: str) -> str | None:
    """Return a colour that is written in hexadecimal digits, in its long form."""
    if not _HEX.fullmatch(text):
        return None
    digits = text[1:].lower()
    return f"#{digits if len(digits) == 6 else ''.join(2 * digit for digit in digits)}"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2 defines it."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def hardest(colour: str, scheme: Scheme) -> tuple[float, str]:
    """Return the least contrast that a colour has with what it stands on, and that paper."""
    return min((contrast(colour, paper), paper) for paper in PAPERS[scheme])


def readable(colour: str, scheme: Scheme, needed: float) -> str:
    """Return the colour, or the nearest of its shades with the contrast that is needed: darker, or lighter on dark."""
    end = "#000000" if scheme == "light" else "#ffffff"
    shades = (_mixed(colour, end, step / _STEPS) for step in range(_STEPS + 1))
    return next(shade for shade in shades if hardest(shade, scheme)[0] >= needed)


def _luminance(colour: str) -> float:
    red, green, blue = (
        (each / 12.92 if each <= _LINEAR else ((each + 0.055) / 1.055) ** 2.4) for each in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _mixed(colour: str, end: str, share: float) -> str:
    both = zip(_parts(colour), _parts(end), strict=True)
    return "#" + "".join([f"{round(255 * (one * (1 - share) + other * share)):02x}" for one, other in both])
