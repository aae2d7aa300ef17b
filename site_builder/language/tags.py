"""Facts of CLDR about a language, by its tag."""

from collections.abc import Sequence

from babel.core import get_global


def scripts(tag: str) -> frozenset[str]:
    """The scripts that a language is written in, as the Unicode names of their letters begin: `HANGUL`, `LATIN`.

    Empty where they are not known.
    """
    parts = tag.split("-")
    code = parts[1] if len(parts) > 1 and len(parts[1]) == 4 else ""
    likely = get_global("likely_subtags").get(parts[0], "").split("_")
    return _SCRIPTS.get(code or "".join(likely[1:2]), frozenset())


def meant(tag: str, known: Sequence[str]) -> str:
    """The language that a tag was probably meant for, if it is a known one: `kr` is a country, `ko` its language."""
    code = tag.split("-")[0]
    spoken = get_global("territory_languages").get(code.upper(), {})
    most = max(spoken, key=lambda language: spoken[language]["population_percent"], default="")
    return next((each for each in (code, most) if each in known and each != tag), "")


_SCRIPTS = {
    code: frozenset(names.split())
    for code, names in {
        "Arab": "ARABIC",
        "Armn": "ARMENIAN",
        "Cyrl": "CYRILLIC",
        "Deva": "DEVANAGARI",
        "Geor": "GEORGIAN",
        "Grek": "GREEK",
        "Hans": "CJK",
        "Hant": "CJK",
        "Hebr": "HEBREW",
        "Jpan": "HIRAGANA KATAKANA CJK",
        "Kore": "HANGUL",
        "Latn": "LATIN",
        "Thai": "THAI",
    }.items()
}
