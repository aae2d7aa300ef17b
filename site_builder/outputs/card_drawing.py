"""Preview cards drawn as PNG, by Pillow in Noto Sans CJK: both come with the extra `cards`.

A card has one palette of sixteen tones, so that it is small, and the letters of each colour fade into the paper in
tones of their own. Nothing that says something stands outside the middle 800 × 400, to which messengers crop it.
"""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from io import BytesIO

from noto_cjk_sans_otc import FONT_PATH
from PIL import Image, ImageDraw, ImageFont, features

from site_builder.library.site import CARD_SIZE
from site_builder.outputs import lettering
from site_builder.outputs.card_words import CardWords
from site_builder.outputs.lettering import Measure
from site_builder.runtime.digest import Fingerprint, digest

PAPER, INK, ACCENT, QUIET, LINE = "#ffffff", "#1b1f24", "#1f4e8c", "#57606a", "#d5dae0"
"""The colours of the light theme, in which all cards are."""
_STEPS = {INK: 5, ACCENT: 5, QUIET: 4}
"""Tones in which letters of a colour fade into the paper; with the paper and the line they are sixteen."""
_KOREAN = 1
"""The place of the Korean forms of Chinese characters in the collection of fonts."""
_NO_CHARACTER = "\uffff"

_WIDTH, _HEIGHT = CARD_SIZE
_MARGIN = 56
_BAND = 20
"""Pixels of the band on top, of which half may be cropped."""
_HEAD, _TITLES, _FOOT = 66, 100, 384
"""Where the middle of the head lies, where the titles begin, and where the details end."""
_ROOM = _WIDTH - 2 * _MARGIN
_SIZES = (46, 42, 38, 34, 30, 27, 24, 21)
"""Sizes of titles: the first in which all of them have room."""
_SMALL = 22
_LINE_HEIGHT, _BETWEEN = 1.3, 0.5
"""The height of a line and the space between two titles, as parts of the size of the letters."""
_PADDING = 14
_DETAIL_HEIGHT, _DETAIL_LINES, _DETAIL_GAP = 32, 3, 36
_ICON = 40
_BUBBLE = ((1, 3), (31, 25))
_TAIL = ((8, 24), (8, 31), (16, 24))
_MARK = ((8, 8.5), (14, 8.5), (14, 13), (13.6, 15.6), (12.6, 17.6), (11.1, 19.1), (9, 20), (8.2, 18.3))
_MARK_INSIDE = ((9.6, 17.3), (10.6, 16.3), (10.9, 15), (8, 15))
_ICON_UNITS, _ICON_SCALE = 32, 8
"""The icon of the theme, a balloon with two marks of quotation: in units of which it has 32 each way."""


def fingerprint() -> Fingerprint:
    """Digest of what letters are drawn with: where it changes, so may every card."""
    raqm = features.version_feature("raqm") if features.check("raqm") else None
    return digest(version("pillow"), version("noto-cjk-sans-otc"), raqm)


def draw(words: CardWords) -> bytes:
    """Draw a card; the same words give the same bytes."""
    sheet = _Sheet()
    _draw_head(sheet, words)
    foot = _draw_details(sheet, [text for each in words.details if (text := _legible(each))])
    _draw_titles(sheet, [text for each in words.titles if (text := _legible(each))], _TITLES, foot)
    return sheet.png()


class _Sheet:
    """A sheet on which each colour is drawn by itself, as how much of a pixel it covers."""

    def __init__(self) -> None:
        self._layers = {colour: Image.new("L", CARD_SIZE) for colour in (LINE, INK, QUIET, ACCENT)}
        self._pens = {colour: ImageDraw.Draw(layer) for colour, layer in self._layers.items()}

    def box(self, colour: str, corners: tuple[float, float, float, float], radius: float = 0) -> None:
        """Fill a box."""
        self._pens[colour].rounded_rectangle(corners, radius, fill=255)

    def text(
        self, colour: str, at: tuple[float, float], text: str, size: int, *, weight: float = 0, is_cut_out: bool = False
    ) -> None:
        """Write a line; `at` is the left end of its baseline, `weight` what makes letters bolder, in pixels."""
        pen = self._pens[colour]
        pen.text(at, text, fill=0 if is_cut_out else 255, font=_font(size), anchor="ls", stroke_width=weight)

    def stamp(self, colour: str, at: tuple[int, int], mask: Image.Image) -> None:
        """Put what is drawn already at a place."""
        self._layers[colour].paste(mask, at)

    def png(self) -> bytes:
        """The layers on top of each other, in their tones."""
        image, first = Image.new("P", CARD_SIZE), 1
        image.putpalette(_palette())
        for colour, layer in self._layers.items():
            steps = _STEPS.get(colour, 1)
            tones = [first - 1 + round(covered * steps / 255) for covered in range(256)]
            image.paste(layer.point(tones), mask=layer.point([255 * (tone >= first) for tone in tones]))
            first += steps
        with BytesIO() as file:
            image.save(file, "PNG", bits=4)
            return file.getvalue()


def _palette() -> bytes:
    paper = _parts(PAPER)
    tones = [paper]
    for colour in (LINE, INK, QUIET, ACCENT):
        steps = _STEPS.get(colour, 1)
        for step in range(1, steps + 1):
            tones.append([round(a + (b - a) * step / steps) for a, b in zip(paper, _parts(colour), strict=True)])
    return bytes(part for tone in tones for part in tone)


def _parts(colour: str) -> list[int]:
    return list(bytes.fromhex(colour.removeprefix("#")))


def _draw_head(sheet: _Sheet, words: CardWords) -> None:
    """Draw the band, the icon and the name of the site; the label at the end of the line."""
    sheet.box(ACCENT, (0, 0, _WIDTH - 1, _BAND - 1))
    sheet.stamp(ACCENT, (_MARGIN, _HEAD - _ICON // 2), _icon())
    measure, baseline = _measure(_SMALL), _HEAD + 8
    end = _WIDTH - _MARGIN
    if words.label:
        label = lettering.shortened(_legible(words.label), _ROOM / 2, measure)
        start = end - measure(label) - 24
        sheet.box(ACCENT, (start, _HEAD - 18, end, _HEAD + 18), radius=4)
        sheet.text(ACCENT, (start + 12, baseline), label, _SMALL, is_cut_out=True)
        end = int(start) - 24
    start = _MARGIN + _ICON + 16
    site = lettering.shortened(_legible(words.site), end - start, measure)
    sheet.text(QUIET, (start, baseline), site, _SMALL)


def _draw_details(sheet: _Sheet, texts: Sequence[str]) -> float:
    """Write the details above the foot, beside each other where they have room; return where they begin."""
    measure = _measure(_SMALL)
    rows = list[list[tuple[float, str]]]()
    end = 0.0
    for text in (lettering.shortened(text, _ROOM, measure) for text in texts):
        if not rows or end + _DETAIL_GAP + measure(text) > _ROOM:
            rows.append([])
            end = -_DETAIL_GAP
        rows[-1].append((end + _DETAIL_GAP, text))
        end += _DETAIL_GAP + measure(text)
    rows = rows[:_DETAIL_LINES]
    top = _FOOT - _DETAIL_HEIGHT * len(rows)
    for number, row in enumerate(rows, 1):
        for start, text in row:
            sheet.text(QUIET, (_MARGIN + start, top + _DETAIL_HEIGHT * number), text, _SMALL)
    sheet.box(LINE, (_MARGIN, top - 10, _WIDTH - _MARGIN - 1, top - 9))
    return top - 10 - _PADDING


def _draw_titles(sheet: _Sheet, texts: Sequence[str], top: float, foot: float) -> None:
    """Write the titles between two heights, as large as they have room."""
    size, titles = _fitted(texts, foot - top)
    height, between = size * _LINE_HEIGHT, size * _BETWEEN
    used = sum(map(len, titles)) * height + max(0, len(titles) - 1) * between
    place = top + (foot - top - used) / 2
    for number, title in enumerate(titles):
        for line in title:
            sheet.text(ACCENT if number % 2 else INK, (_MARGIN, round(place + size)), line, size, weight=size / 80)
            place += height
        place += between


def _fitted(texts: Sequence[str], room: float) -> tuple[int, list[list[str]]]:
    """Break titles into lines, in the largest size in which they have room, or cut to what has."""
    for size in _SIZES:
        measure = _measure(size)
        titles = [lettering.lines(text, _ROOM, measure) for text in texts]
        left = room - size * _BETWEEN * max(0, len(titles) - 1)
        if sum(map(len, titles)) * size * _LINE_HEIGHT <= left:
            return size, [lettering.balanced(text, _ROOM, measure) for text in texts]
    given = lettering.shares(list(map(len, titles)), int(left / (size * _LINE_HEIGHT)))
    cut = [lettering.cut(title, count, _ROOM, measure) for title, count in zip(titles, given, strict=True)]
    return size, [title for title in cut if title]


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT_PATH), size, _KOREAN)


def _measure(size: int) -> Measure:
    return _font(size).getlength


def _legible(text: str) -> str:
    return lettering.legible(text, _is_drawn)


@cache
def _is_drawn(character: str) -> bool:
    """Tell whether the font has a character: what it has not is drawn as the same box."""
    return _drawn(character) != _drawn(_NO_CHARACTER)


def _drawn(character: str) -> tuple[tuple[int, int], bytes]:
    mask = _unshaped().getmask(character)
    return mask.size, bytes(mask)


@cache
def _unshaped() -> ImageFont.FreeTypeFont:
    """The font as it is: the shaping of text would draw a circle around a mark that has no letter."""
    return ImageFont.truetype(str(FONT_PATH), _SMALL, _KOREAN, layout_engine=ImageFont.Layout.BASIC)


@cache
def _icon() -> Image.Image:
    """The icon of the theme, drawn large and made small."""

    def at(points: Sequence[tuple[float, float]], right: float = 0) -> list[tuple[float, float]]:
        return [((x + right) * _ICON_SCALE, y * _ICON_SCALE) for x, y in points]

    side = _ICON_UNITS * _ICON_SCALE
    large = Image.new("L", (side, side))
    pen = ImageDraw.Draw(large)
    pen.rounded_rectangle(at(_BUBBLE), 4 * _ICON_SCALE, fill=255)
    pen.polygon(at(_TAIL), fill=255)
    for right in (0, 10):
        pen.polygon(at(_MARK + _MARK_INSIDE, right), fill=0)
    return large.resize((_ICON, _ICON), Image.Resampling.LANCZOS)
