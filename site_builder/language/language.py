"""One language: its messages, dates, numbers, lists, plurals.

Dates, numbers and lists follow CLDR through Babel. A message may ask for a Korean particle after a name:
`{name:이/가}` picks the one that fits the name's last sound.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property, partial
from string import Formatter

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton, format_time, parse_pattern
from babel.lists import format_list
from babel.numbers import format_percent
from babel.units import format_unit

from site_builder.language.catalogs import SOURCE, Catalogs
from site_builder.language.collation import SortKey, sort_key
from site_builder.language.intervals import Interval, interval
from site_builder.language.numbers import Around, Numbers
from site_builder.language.particles import particle
from site_builder.language.tags import direction, quotation_marks
from site_builder.model import dates
from site_builder.model.dates import EdtfDate, Precision
from site_builder.model.figures import meaning
from site_builder.model.numbers import Number, size
from site_builder.model.records import Figure, Hedge, Series, Unit
from site_builder.problems import message
from site_builder.runtime.memo import Memo

_COUNTED = 200
"""Among so many numbers there is one of each form that a language has for whole ones."""


@dataclass(slots=True)
class Link:
    """Words that lead to an address of the site (see `urls`)."""

    text: str
    address: str


Part = str | Link
Value = str | int | Link | Sequence[Link]


def plain(parts: Iterable[Part]) -> str:
    """A sentence without its links."""
    return "".join([part.text if isinstance(part, Link) else part for part in parts])


class Language:
    """One language of the site: it puts messages, dates, numbers and lists into words.

    `fingerprint` tells it from the same one in other words, as an archive's own catalog may give them; languages with
    the same one are equal.
    """

    def __init__(self, tag: str, catalogs: Catalogs | None = None) -> None:
        catalog = (catalogs or Catalogs()).of(tag)
        self.tag = tag
        self.locale = Locale.parse(tag, sep="-")
        self.fingerprint = (tag, catalog.fingerprint)
        self._translations = catalog.translations
        self._is_for_contributors = catalog.is_for_contributors
        self._days = Memo(self._write_day)
        self._intervals = Memo(self._write_interval)
        self._numbers = Numbers(tag, self.locale)
        self._names = Memo(self._find_name)
        self._sort_keys = Memo(partial(sort_key, tag=tag))
        self._lists = Memo(self._join)
        self._plural_form = self.locale.plural_form

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    @cached_property
    def name(self) -> str:
        """The language's own name for itself."""
        return self.locale.get_display_name(self.locale) or self.tag

    @property
    def for_contributors(self) -> "Language":
        """The language in which contributors are told what readers are not: English, where it has no words for that."""
        return self if self._is_for_contributors else _source()

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return direction(self.tag)

    def sort_key(self, name: str) -> SortKey:
        """Return what puts a name in its place in a list of this language (see `collation`)."""
        return self._sort_keys[name]

    def name_of(self, tag: str) -> str:
        """Return this language's name for another one."""
        return self._names[tag]

    def _find_name(self, tag: str) -> str:
        try:
            return Locale.parse(tag, sep="-").get_display_name(self.locale) or tag
        except (UnknownLocaleError, ValueError):
            return tag

    def text(self, message_id: str, **values: Value) -> str:
        """A message of the catalog, its placeholders filled."""
        translated = self._translations.gettext(message_id)
        return plain(self._fill(translated, values)) if values else translated

    def plural(self, one: str, other: str, count: int, **values: Value) -> str:
        """A message that depends on a count, which it may show as `{count}`."""
        translated = self._translations.ngettext(one, other, count)
        return plain(self._fill(translated, {"count": self.number(count), **values}))

    def plural_forms(self, one: str, other: str) -> dict[str, str]:
        """A message that depends on a count, by CLDR's names of the forms, its placeholders not filled."""
        firsts = {self._plural_form(count): count for count in reversed(range(_COUNTED))}
        return {form: self._translations.ngettext(one, other, count) for form, count in firsts.items()}

    def sentence(self, message_id: str, **values: Value) -> tuple[Part, ...]:
        """A message whose placeholders may be links or lists of links."""
        return tuple(self._fill(self._translations.gettext(message_id), values))

    def number(self, value: Number) -> str:
        """A number in full, never rounded: "1,200", "1.50", "2/3"."""
        if isinstance(value, Fraction):
            return self.text("{part}/{whole}", part=value.numerator, whole=value.denominator)
        return self._numbers.digits(value)

    def amount(self, value: Number, series: Series) -> str:
        """A number in the measure of its series, without its unit: "1,200", "12.5%", "-$300"."""
        before, behind = self._around(value, series)
        return f"{before}{self.number(size(value))}{behind}"

    def _unit(self, value: Number, units: Mapping[str, Unit]) -> str:
        """The form of a unit that a number takes."""
        forms = units[self.tag]
        form = "other" if isinstance(value, Fraction) else self._plural_form(value)
        return getattr(forms, form) or forms.other

    def _range(self, low: Number, high: str, series: Series) -> str:
        """A lowest number with an amount; what stands behind both is said once: "5–7%", "$5–$7", "-3 to 2%"."""
        lowest = self._around(low, series).before + self.number(size(low))
        if low < 0:
            return self.text("{low} to {high}", low=lowest, high=high)
        return self.text("{low}–{high}", low=lowest, high=high)

    def _around(self, value: Number, series: Series) -> Around:
        if series.measure == "percent":
            return self._numbers.percent(value)
        if series.currency:
            return self._numbers.money(value, series.currency)
        return self._numbers.plain(value)

    def file_size(self, size: int) -> str:
        """A number of bytes, in millions: "2.1 MB"; what is less than a tenth of one, in thousands: "7 kB"."""
        if size < 100_000:
            return format_unit(max(size / 1e3, 1), "digital-kilobyte", "short", "#,##0", self.locale)
        return format_unit(size / 1e6, "digital-megabyte", "short", "#,##0.0", self.locale)

    def seconds(self, time: float) -> str:
        """A time in seconds: "0.8 sec"."""
        return format_unit(time, "duration-second", "short", "#,##0.0", self.locale)

    def percent(self, share: float) -> str:
        """A share of a whole: "0.2%"."""
        return format_percent(share, "#,##0.0%", self.locale)

    def quoted(self, words: str, tag: str) -> str:
        """Words in a language, between its quotation marks."""
        opening, closing = quotation_marks(tag)
        return f"{opening}{words}{closing}"

    def date(self, when: EdtfDate) -> str:
        """A date by itself: "around April 2025", "April 28 – 30, 2025", "April 30, 2025, 2:30 PM (UTC+9)"."""
        if when.interval:
            return "".join(self._intervals[when])
        plain_date = self._first_day(when)
        if when.time_of_day:
            return self.text("{day}, {time} ({zone})", day=plain_date, **self._time(when.time_of_day))
        return self.text("around {date}", date=plain_date) if when.approximate else plain_date

    def when(self, when: EdtfDate) -> str:
        """A date inside a sentence: "on April 30, 2025", "in April 2025", "between April 28 and 30, 2025"."""
        if when.interval:
            start, between, end = self._intervals[when]
            if not between:  # but a word, which would not go with ours
                start, end = self._first_day(when), self._last_day(when)
            return self.text("between {start} and {end}", start=start, end=end)
        plain_date = self._first_day(when)
        if when.approximate:
            return self.text("around {date}", date=plain_date)
        if when.time_of_day:
            return self.text("on {day}, at {time} ({zone})", day=plain_date, **self._time(when.time_of_day))
        if when.precision == Precision.DAY:
            return self.text("on {day}", day=plain_date)
        return self.text("in {month_or_year}", month_or_year=plain_date)

    def period(self, first: EdtfDate, last: EdtfDate) -> str:
        """All that lies from one date to another; what both share is said once where they are alike."""
        is_plain = not any(each.approximate or each.interval for each in (first, last))
        if is_plain and first.precision == last.precision:
            return self.date(dates.parse(f"{first}/{last}"))
        return self.text("{start} to {end}", start=self.date(first), end=self.date(last))

    def figure(self, figure: Figure, series: Series) -> str:
        """A figure with its unit and its hedge: "about 600 soldiers", "at least 12.5%", "$3–$5"."""
        quantity = self.amount(figure.high, series)
        if figure.low != figure.high:
            quantity = self._range(figure.low, quantity, series)
        if series.unit:
            quantity = self.text("{number} {unit}", number=quantity, unit=self._unit(figure.high, series.unit))
        for hedge in reversed(meaning(figure).words):
            quantity = self.text(HEDGED[hedge], quantity=quantity)
        return quantity

    def day(self, day: datetime.date, precision: Precision, with_year: bool = True) -> str:
        """A day as briefly as a chart or a calendar writes it: "Apr 30, 2025", "Apr 30", "Apr 2025", "Apr", "2025"."""
        skeleton = _BRIEF[precision] if with_year else _BRIEF_WITHOUT_YEAR.get(precision, _BRIEF[precision])
        return format_skeleton(skeleton, day, locale=self.locale)

    @cached_property
    def territory_locale(self) -> str:
        """The language with the territory where it is most spoken, as Open Graph has it: `en_US`, `ko_KR`."""
        return "_".join(filter(None, [self.locale.language, self._where_spoken.territory]))

    @cached_property
    def first_weekday(self) -> int:
        """The day on which a week begins where the language is most spoken, Monday being 0."""
        return self._where_spoken.first_week_day

    @property
    def _where_spoken(self) -> Locale:
        """The language as in the territory that it names, or else where it is most spoken, as far as CLDR tells."""
        if self.locale.territory:
            return self.locale
        try:
            return Locale.parse(get_global("likely_subtags").get(str(self.locale), str(self.locale)))
        except UnknownLocaleError:
            return self.locale

    def weekday(self, number: int) -> str:
        """The short name of a day of the week, Monday being 0."""
        return str(self.locale.days["stand-alone"]["abbreviated"][number])

    def month(self, number: int) -> str:
        """The short name of a month by itself."""
        return str(self.locale.months["stand-alone"]["abbreviated"][number])

    @property
    def months(self) -> list[str]:
        """The names of the months as dates have them."""
        return list(self.locale.months["format"]["wide"].values())

    def day_template(self, pattern: str = "") -> str:
        """A pattern of CLDR for days, the long one if none is given, as a text with places: "{MMMM} {d}, {y}"."""
        found = parse_pattern(pattern) if pattern else self.locale.date_formats["long"]
        return re.sub(r"%\((\w+)\)s", r"{\1}", str(found.format))

    def _first_day(self, when: EdtfDate) -> str:
        return self._days[when.first, when.precision]

    def _last_day(self, when: EdtfDate) -> str:
        return self._days[when.last, when.precision]

    def _write_day(self, known: tuple[datetime.date, Precision]) -> str:
        day, precision = known
        if precision == Precision.DAY:
            return format_date(day, "long", locale=self.locale)
        return format_skeleton(_SKELETON[precision], day, locale=self.locale)

    def _time(self, time: datetime.time) -> dict[str, str]:
        """A time of the day and its zone, as a message takes them: "2:30 PM" and "UTC+9"."""
        form = self._hour_form if time.minute == 0 else self._time_form
        return {"time": format_time(time, form, locale=self.locale), "zone": _zone(time)}

    @cached_property
    def _time_form(self) -> str:
        """The language's long form of a time, without seconds and zone: `h:mm a`, `a h시 m분`."""
        return _with_period(_SECONDS_AND_ZONE.sub("", self.locale.time_formats["long"].pattern))

    @cached_property
    def _hour_form(self) -> str:
        """The form of a full hour: `a h시`; where it would be a number by itself, that with minutes."""
        skeleton = "h" if "h" in self._time_form else "H"
        form = str(self.locale.datetime_skeletons[skeleton])
        return self._time_form if set(form) <= {"H", "h"} else _with_period(form)

    def _write_interval(self, when: EdtfDate) -> Interval:
        written = interval(when.first, when.last, when.precision, self.locale)
        return written._replace(between=_BETWEEN_DATES.get(self.tag, written.between))

    def _fill(self, text: str, values: Mapping[str, Value]) -> list[Part]:
        filled: list[Part] = []
        for literal, name, form in _fields(text):
            if literal.startswith(".") and plain(filled[-1:]).endswith("."):
                literal = literal[1:]  # “… Inc.” and “… р.” at the end of a sentence end it too
            if literal:
                filled.append(literal)
            if name is None:
                continue
            value = values[name]
            if isinstance(value, int):
                value = self.number(value)
            parts = [value] if isinstance(value, (str, Link)) else list(self._listed(value))
            filled += parts
            if form:
                filled.append(particle(plain(parts), form))
        return filled

    def _listed(self, links: Sequence[Link]) -> Iterator[Part]:
        """Links joined as the language joins a list."""
        for part in self._lists[len(links)]:
            yield links[part] if isinstance(part, int) else part

    def _join(self, count: int) -> list[str | int]:
        """A list of so many things: the place of each, and the words between them."""
        marks = [chr(0xE000 + place) for place in range(count)]
        between = _BETWEEN_NAMES.get(self.tag)
        joined = format_list(marks, locale=self.locale) if between is None else between.join(marks)
        parts = re.split("([\ue000-\uf8ff])", joined)
        return [marks.index(part) if part in marks else part for part in parts if part]


def _with_period(form: str) -> str:
    """A form of a time in which morning and afternoon have their full names: 오후, which would be PM in short."""
    return re.sub("'[^']*'|a", lambda part: "aaaa" if part[0] == "a" else part[0], form)


def _zone(time: datetime.time) -> str:
    """Return how far a zone lies from UTC: "UTC+9", "UTC-3:30"."""
    minutes = (time.utcoffset() or datetime.timedelta()) // datetime.timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    if not minutes:
        return "UTC"
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"


@cache
def _source() -> Language:
    """The language of the message ids."""
    return Language(SOURCE)


@cache
def _fields(text: str) -> list[tuple[str, str | None, str | None]]:
    """A message cut at its placeholders: the words before each, its name, its form."""
    return [field[:3] for field in Formatter().parse(text)]


HEDGED: Mapping[Hedge, str] = {
    "exact": message("{quantity}"),
    "about": message("about {quantity}"),
    "nearly": message("nearly {quantity}"),
    "more-than": message("more than {quantity}"),
    "at-least": message("at least {quantity}"),
    "at-most": message("at most {quantity}"),
}
"""What each hedge does to a quantity."""
_BETWEEN_NAMES = {"ko": "·"}
_BETWEEN_DATES = {"ko": "~"}
"""How newspapers join names and dates, where CLDR has it otherwise."""
_SKELETON = {Precision.YEAR: "y", Precision.MONTH: "yMMMM"}
_BRIEF_WITHOUT_YEAR = {Precision.MONTH: "MMM", Precision.DAY: "MMMd"}
_BRIEF = {Precision.YEAR: "y", Precision.MONTH: "yMMM", Precision.DAY: "yMMMd"}
_SECONDS_AND_ZONE = re.compile(r"[:. ]*s+(?:\s?'[^']*'|\s?[^\x00-\x7f\s]+)?|\W*z+\W*")
"""What is left out of CLDR's long form of a time: the seconds with what stands before them, or behind as in `s초`."""
