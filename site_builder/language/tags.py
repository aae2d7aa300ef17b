"""Facts of CLDR about a language, by its tag."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from site_builder.model.records import LANGUAGE_TAG


@cache
def scripts(tag: str) -> frozenset[str]:
    """The scripts that a language is written in, as the Unicode names of their letters begin: `HANGUL`, `LATIN`.

    Empty where they are not known.
    """
    return _SCRIPTS.get(_script(tag), frozenset())


@cache
def direction(tag: str) -> str:
    """The direction that a language is written in: `ltr` or `rtl`; `auto`, which goes by the letters, if not known."""
    script = _script(tag)
    if not script:
        return "auto"
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"


def _script(tag: str) -> str:
    """The script of a tag, as ISO 15924 has it, or the one that its language is mostly written in."""
    language, *more = tag.split("-")
    if more and len(more[0]) == 4:
        return more[0]
    territory = get_global("likely_subtags").get("_".join((language, *more)))
    likely = territory or get_global("likely_subtags").get(language, "")
    return "".join(likely.split("_")[1:2])


def quotation_marks(tag: str) -> tuple[str, str]:
    """The marks around words that are quoted in a language."""
    language = tag.split("-")[0]
    script = get_global("likely_subtags").get(tag.replace("-", "_"), tag).replace("_", "-").rpartition("-")[0]
    marks = next((_MARKS[each] for each in (tag, script, language) if each in _MARKS), "“”")
    return marks[0], marks[1]


def english_name(tag: str) -> str:
    """Return the English name of a language, by which programs for typesetting know it."""
    return Locale.parse(tag, sep="-").get_language_name("en") or tag


def known(text: str) -> str:
    """Return the tag that a text means, its letters as large as they should be (`pt_br` is `pt-BR`).

    `ValueError` where it is that of no language of CLDR.
    """
    language, *more = text.replace("_", "-").split("-")
    cased = (part.title() if len(part) == 4 else part.upper() for part in more)
    tag = "-".join([language.lower(), *cased])
    if not re.fullmatch(LANGUAGE_TAG, tag):
        raise ValueError(text)
    try:
        Locale.parse(tag, sep="-")
    except UnknownLocaleError as unknown:
        raise ValueError(text) from unknown
    return tag


def alike(tag: str, known: Sequence[str]) -> str:
    """Return the language among known ones whose texts one can read who reads another: `pt` for `pt-BR`; or none."""
    base = tag.split("-")[0]
    return next((each for each in (tag, base) if each in known and _script(each) == _script(tag)), "")


def meant(tag: str, known: Sequence[str]) -> str:
    """The language that a tag was probably meant for, if it is a known one: `kr` is a country, `ko` its language."""
    code = tag.split("-")[0]
    spoken = get_global("territory_languages").get(code.upper(), {})
    most = max(spoken, key=lambda language: spoken[language]["population_percent"], default="")
    return next((each for each in (code, most) if each in known and each != tag), "")


@cache
def plural_forms(tag: str) -> Mapping[str, str]:
    """The plural forms that a unit needs, each with a number that takes it: `{"one": "1", "other": "2"}`.

    They are those of whole numbers, and `other`, which in some languages only decimals take. Millions have a form of
    their own in French.
    """
    form_of = Locale.parse(tag, sep="-").plural_form
    found = {form_of(number): str(number) for number in (1_000_000, 0, *range(_SMALL, 0, -1))}
    return {form: found.get(form, "1.5") for form in _FORMS if form in found or form == "other"}


def has_plural_form(tag: str, form: str) -> bool:
    """Tell whether any number takes a plural form in a language."""
    return form == "other" or form in Locale.parse(tag, sep="-").plural_form.tags


_SMALL = 1_000
"""Up to this number whole numbers reach every form, but that of millions."""
_RIGHT_TO_LEFT = frozenset(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"])
"""The scripts of living languages that are written from right to left."""
_FORMS = ("zero", "one", "two", "few", "many", "other")
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
        "Kore": "HANGUL CJK",
        "Latn": "LATIN",
        "Thai": "THAI",
    }.items()
}
_MARKS = {
    tag: marks
    for marks, tags in {
        "«»": "am ast be br ca el eu fa fr hy it kab kk ky mg no pt-PT ru rw sq uk",
        "„“": "bg cs de dsb et hr hsb is ka lb lt mk sk sl",
        "„”": "bs ff hu pl ro sr",
        "””": "fi he rn sn sv",
        "”“": "ar syr ur",
        "‘’": "ia nl tn",
        "「」": "ja yue zh-Hant",
    }.items()
    for tag in tags.split()
}
"""Where quotation marks are others than “these” (the delimiters of CLDR 47, which Babel leaves out)."""
