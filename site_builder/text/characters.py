"""Characters that nobody sees, or that must not stand in text: the one table of them.

A class of characters is written as what stands between the brackets of a regular expression; `any_of` makes one.
"""

import re
import unicodedata

CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
"""Orders to terminals and printers, but for tab and line feed. XML has no way to write most of them."""
LINE_SEPARATORS = r"\u2028\u2029"
"""Line ends to YAML 1.1 and JavaScript, though to no editor: a second line that nobody sees."""
BYTE_ORDER_MARK = r"\ufeff"
"""The mark that some editors put in front of a file. Anywhere else it is an old way to write `WORD JOINER`."""
NONCHARACTERS = r"\ufdd0-\ufdef" + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))
"""Code points that Unicode keeps free for ever; HTML takes them for an error."""
SURROGATES = r"\ud800-\udfff"
"""Halves of characters in UTF-16, which UTF-8 cannot write."""
NOT_TEXT = CONTROLS + LINE_SEPARATORS + BYTE_ORDER_MARK + NONCHARACTERS + SURROGATES
"""All that no record holds. libyaml refuses most of it, unless it is written as an escape."""

DIRECTION = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks that turn the direction of text: with one, a line reads otherwise than a program takes it."""

INVISIBLE = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\uffa0"
    r"\U000e0001-\U000e007f"
)
"""Fillers, joiners, soft hyphens, tags: they take no space, or look like one. Search finds no word that has one."""
JOINERS = r"\u200c\u200d"
"""Those of them that some scripts need between their letters, and emoji between their parts."""

PRIVATE_USE = r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
"""Numbers that Unicode leaves to whoever makes a font."""
HARD_SPACES = r"\u00a0\u2000-\u200a\u202f\u205f"
"""Spaces that do not break, or are of a width of their own."""
HEAPED = r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Marks that combine with any letter; scripts with marks of their own do without them."""

WIDE_OR_HALF = r"\u3000\uff01-\uff9f\uffa1-\uffee"
"""Full-width and half-width forms of letters, digits and marks, from East Asian typing modes."""

CURLY = "“”„‟‘’‚‛«»‹›「」『』＂＇"
"""Quotation marks that are letters to YAML."""
IN_MARKS = re.compile(r"“[^“”]+”|„[^„“”]+[“”]|‘[^‘’]+’|\"[^\"]+\"|「[^「」]+」|『[^『』]+』|«[^«»]+»")
"""A text between one pair of quotation marks."""
WIDE_MARKS = {"，": ",", "、": ",", "［": "[", "］": "]", "｛": "{", "｝": "}", "【": "[", "】": "]"}
"""Full-width marks that people take for those of a list, with the plain ones."""

GREEK_OR_CYRILLIC = (
    r"\u0370-\u03ff\u0400-\u052f\u1c80-\u1c8f\u1d26-\u1d2b\u1d5d-\u1d6a\u1f00-\u1fff\ua640-\ua69f\uab65"
    r"\U0001e030-\U0001e08f"
)
"""The blocks with the letters of the scripts that are easily taken for Latin."""
LOOK_ALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеорсухіјѕһӏԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυ",
        "ABESIJKMHOPCTYXaeopcyxijshldqwABEZHIKMNOPTYXavopu",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look like Latin ones."""

LINE_ENDS = r"\n\r\u0085\u2028\u2029"
"""The ends of lines in any version of YAML."""
ASCII_CONTROLS = r"\x00-\x1f\x7f"
"""Controls that browsers drop from an address, or do not take in one."""


def any_of(*classes: str) -> re.Pattern[str]:
    """Match one character of some classes."""
    return re.compile(f"[{''.join(classes)}]")


_UNSEEN = any_of(r"\t\n", NOT_TEXT, DIRECTION, INVISIBLE)


def visible(text: str) -> str:
    """Text with what a terminal would obey, or nobody would see, written as `<U+200B>`."""
    return _UNSEEN.sub(lambda match: f"<{code_point(match[0])}>", text)


def look_alike_latin(text: str) -> str:
    """A text with Latin letters in place of Cyrillic and Greek ones that look like them."""
    return "".join(LOOK_ALIKES.get(letter, letter) for letter in text)


def code_point(character: str) -> str:
    """The number of a character, as Unicode writes it: `U+200B`."""
    return f"U+{ord(character):04X}"


def width(text: str) -> int:
    """The columns that text takes on a terminal: East Asian wide characters two, combining ones none (UAX #11)."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
