"""Readings of dates, numbers and ids that a person wrote in another form than records do."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

from site_builder.language.numbers import meant_ends, without_hedge
from site_builder.model import dates
from site_builder.model.records import ID
from site_builder.text.characters import CURLY

_MARKS = CURLY + "\"'`´"
"""Quotation marks of any kind."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]*)\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})\s*(?:[-./]\s*|년\s*)(?P<m>\d{1,2})(?:\s*[-./월]\s*(?P<d>\d{1,2})\s*[일.]?|\s*월)?",
        r"(?P<y>\d{4})\s*년?\.?",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?P<d>\d{1,2})\.\s*(?P<m>\d{1,2})\.\s*(?P<y>\d{4})\.?",  # a date with full stops begins with the day
        r"(?P<d>\d{1,2})\s*[-/]\s*(?P<m>\d{1,2})\s*[-/]\s*(?P<y>\d{4})",
        r"(?P<m>\d{1,2})\s*[-/]\s*(?P<d>\d{1,2})\s*[-/]\s*(?P<y>\d{4})",
        r"(?P<m>\d{1,2})\s*[-./]\s*(?P<y>\d{4})",
        rf"{_MONTH}\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<y>\d{{4}})",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?\s*[- ]?(?:of\s+)?{_MONTH}\s*[-,]?\s*(?P<y>\d{{4}})",
        rf"(?P<y>\d{{4}})\s*[-,]?\s*{_MONTH}(?:\s*[- ]\s*(?P<d>\d{{1,2}}))?",
        rf"{_MONTH}\s*,?\s*(?P<y>\d{{4}})",
    )
)
_BETWEEN = re.compile(r"\s+(?:to|until|–|—|-|~)\s+|\s*[–—]\s*|(?<=\d)\s*~\s*(?=\d)")
_AROUND = re.compile(r"(?:about|around|circa|approximately|ca?\.|약)\s*|\s*(?:경|쯤|무렵)$", re.IGNORECASE)
_DAY_OF_WEEK = re.compile(r"\s*[(（][^)）]{1,10}[)）]\s*$|^[a-z]+day,?\s+", re.IGNORECASE)
_ZONES = {
    **dict.fromkeys(["Z", "UTC", "GMT"], "Z"),
    **dict.fromkeys(["KST", "JST", "한국시간", "한국시각"], "+09:00"),
}
"""Names of zones that mean one only; CST, IST, EST and BST do not."""
_TIMED = re.compile(
    r"(?P<date>.+?)(?:T|,?\s+(?:at\s+)?)(?P<before>오전|오후)?\s*"
    r"(?P<hour>\d{1,2})(?::?(?P<minute>\d{2})(?::?\d{2}(?:[.,]\d+)?)?|\s*시(?:\s*(?P<minute_in_words>\d{1,2})\s*분)?)?"
    r"\s*(?P<behind>[ap]\.?m\b\.?)?"
    r"\s*\(?(?P<zone>[a-z]+|한국\s?시[간각])?\s*(?:(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?)?\)?",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?<=\d)[T\s]+\d{1,2}:\d{2}.*$")

_UNITS = {"십": 10, "백": 100, "천": 1_000, "만": 10_000, "억": 100_000_000, "thousand": 1_000, "million": 1_000_000}
_DIGITS = r"\d{1,3}(?:[,.'’_ \u00a0]\d{3})+|\d+"
_WITH_UNITS = re.compile(rf"(?:(?:{_DIGITS})\s*(?:thousand|million|[십백천만억])?\s*)+", re.IGNORECASE)
_AROUND_NUMBER = re.compile(r"^[^\d−.-]+|(?<=[\d십백천만억%])(?!\s*(?:thousand|million))[^\d십백천만억%]*$")
_PIECE = re.compile(rf"({_DIGITS})\s*(thousand|million|[십백천만억]?)", re.IGNORECASE)


def bare(text: str) -> str:
    """A value without quotation marks, odd spaces and full-width characters."""
    usual = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u200b-\u200d\u2060\ufeff]+", " ", usual).strip(" " + _MARKS).strip()


def dates_in(text: str) -> list[str]:
    """The dates that a text can mean, as records write them; several where day and month may be exchanged."""
    text = bare(text)
    if _is_date(text):
        return [text]
    ends = _BETWEEN.split(text)
    if len(ends) == 2:
        return [date for start in dates_in(ends[0]) for end in dates_in(ends[1]) if _is_date(date := f"{start}/{end}")]
    around = _AROUND.sub("", text)
    plain = _TIME.sub("", _DAY_OF_WEEK.sub("", around)).strip()
    found = dict.fromkeys(date for date in _plain_dates(plain) if _is_date(date))
    return [f"{date}~" for date in found] if around != text else [*found]


def times_in(text: str) -> list[str]:
    """The dates with a time of the day that a text can mean, as records write them; none where the zone is not told."""
    match = _TIMED.fullmatch(bare(text).replace("\u2212", "-"))
    time, zone = (_time(match), _zone(match)) if match else ("", "")
    if not match or not time or not zone:
        return []
    days = [date for date in dates_in(match["date"]) if re.fullmatch(r"[\d-]{10}", date)]
    if time == "24:00":  # the day ends where the next one begins
        days, time = [_next(day) for day in days], "00:00"
    return [timed for day in days if _is_said(timed := f"{day}T{time}{zone}")]


def _time(match: re.Match[str]) -> str:
    """The time of the day that was given, if it can be but one of morning and evening."""
    half = (match["before"] or match["behind"] or "").lower().replace(".", "")
    hour, minute = int(match["hour"]), match["minute"] or match["minute_in_words"]
    is_plain = match["minute"] and (len(match["hour"]) == 2 or match["sign"])
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half in ("pm", "오후") else 0)
    elif half or not is_plain:
        return ""
    return f"{hour:02}:{int(minute or 0):02}"


def _zone(match: re.Match[str]) -> str:
    """The zone that a time was given with, as records write it; empty where none is told, or one of several."""
    name = re.sub(r"\s", "", match["zone"] or "").upper()
    if match["sign"] and name in ("", "UTC", "GMT"):
        return f"{match['sign']}{int(match['hours']):02}:{match['minutes'] or '00'}"
    return "" if match["sign"] else _ZONES.get(name, "")


def _next(day: str) -> str:
    """The following day; nothing where there is none."""
    if day == date.max.isoformat():
        return ""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _is_said(text: str) -> bool:
    try:
        dates.parse_said(text)
    except ValueError:
        return False
    return True


def _plain_dates(text: str) -> Iterator[str]:
    for form in _FORMS:
        match = form.fullmatch(text)
        if match:
            parts = match.groupdict()
            month = parts.get("m") or (_MONTHS.index(parts["month"][:3].lower()) + 1 if parts.get("month") else None)
            numbers = [parts["y"], *(f"{int(each):02}" for each in (month, parts.get("d")) if each)]
            yield "-".join(numbers)


def _is_date(text: str) -> bool:
    try:
        dates.parse(text)
    except ValueError:
        return False
    return True


def numbers_in(text: str) -> list[str]:
    """The number that a text names, or the two ends of a range, as records write them, without words and units.

    `700명` is 700, `about 4,700` is 4700, `4천700` is 4700.
    """
    said = without_hedge(bare(text))
    core = _AROUND_NUMBER.sub("", said)
    ends = meant_ends(core)
    return ends or [str(_sum(match[0])) for match in [_WITH_UNITS.fullmatch(core)] if match]


def _sum(text: str) -> int:
    """The number of digits with units behind them: each 만 multiplies what stands before it."""
    total = part = 0
    for digits, unit in _PIECE.findall(text):
        number, times = int(re.sub(r"\D", "", digits)), _UNITS.get(unit.lower(), 1)
        if times >= 10_000:
            total, part = total + (part + number) * times, 0
        else:
            part += number * times
    return total + part


def ids_in(text: str) -> list[str] | None:
    """The ids of a list that is written without its marks; None where they are no ids."""
    parts = [each for each in re.split(r"[\s,;，、；·・]+", text.strip(" []［］【】")) if each not in ("", "-")]
    ids = [bare(part).removeprefix("- ") for part in parts]
    return ids if ids and all(re.fullmatch(ID, each) for each in ids) else None


def as_id(text: str) -> str:
    """The id that a text comes nearest to; empty where it has no letter that an id can have."""
    plain = unicodedata.normalize("NFKD", bare(text).lower())
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f'’]", "", plain)).strip("-")
