"""Numbers that are no quantities: dates, years, names, models, ordinals, scores, ages of groups, what is denied."""

import re
from collections.abc import Mapping
from typing import Any

from babel import Locale
from babel.dates import get_month_names

from site_builder.language.quantities.numerals import Numeral
from site_builder.language.quantities.patterns import any_fitting, any_of, compiled

_REACH = 30
_SCORE = re.compile(r"[0-9]+-[0-9]+")


class Refusals:
    """Refuses the numbers of one language by its table."""

    def __init__(self, table: Mapping[str, Any], locale: Locale) -> None:
        refusals = table.get("refusals", {})
        self._before = compiled(rf"(?:{any_fitting(refusals.get('before', []))})$")
        self._behind = compiled(any_fitting(refusals.get("behind", [])))
        self._groups = compiled(refusals.get("groups", ""))
        self._groups_alone = compiled(refusals.get("groups_alone", ""))
        self._groups_before = compiled(rf"(?:{refusals['groups_before']})$" if "groups_before" in refusals else "")
        self._scores = compiled(rf"(?:{refusals['scores']})$" if "scores" in refusals else "")
        self._dates = compiled(any_fitting(refusals.get("dates", [])))
        self._years = compiled(refusals.get("years", ""))
        self._years_before = compiled(rf"(?:{refusals['years_before']}) ?$" if "years_before" in refusals else "")
        self._alone = refusals.get("alone", "")
        self._not_before = compiled(rf"(?:^|\W)(?:{refusals['not_before']})[ -]$" if "not_before" in refusals else "")
        self._not_behind = compiled(rf" ?(?:{refusals['not_behind']})(?![a-z])" if "not_behind" in refusals else "")
        months = {
            name.rstrip(".")
            for width in ("wide", "abbreviated")
            for name in get_month_names(width, "format", locale).values()
            if name[:1].isupper()
        }
        self._month_before = compiled(rf"\b{any_of(months)}\.? $" if months else "")
        self._month_behind = compiled(rf"(?:st|nd|rd|th)?,? (?:of )?{any_of(months)}\b(?! [a-z])" if months else "")
        negations = table.get("negations", {})
        self._denied_before = compiled(rf"(?:{negations['before']})$" if negations.get("before") else "")
        self._denied_behind = compiled(negations.get("behind", ""))
        self._none_behind = compiled(negations.get("none", ""))

    def refuses(self, written: str, text: str, numeral: Numeral) -> bool:
        """Tell whether a number is none of a quantity; `written` is the text in its own letters."""
        start, end = numeral.start, numeral.end
        before = text[max(0, start - _REACH) : start]
        if text.startswith("0", start) and end - start > 1 and text[start + 1 : start + 2] != ".":
            return True
        if self._month_before.search(written[max(0, start - _REACH) : start]) or self._month_behind.match(written, end):
            return True
        if not numeral.is_in_words and (self._before.search(before) or self._behind.match(text, end)):
            return True
        if self._dates.match(text, start) or self._groups.match(text, start):
            return True
        if self._groups_alone.match(text, start) and self._groups_before.search(before):
            return True
        if _SCORE.fullmatch(text, start, end) and self._scores.search(before):
            return True
        if self._years.fullmatch(text, start, end) and self._is_year(text, start, end):
            return True
        alone = text[start:end] == self._alone
        return alone and bool(self._not_before.search(before) or self._not_behind.match(text, end))

    def _is_year(self, text: str, start: int, end: int) -> bool:
        """Tell whether four digits are a year: by the word before, or as nothing that is counted stands behind."""
        is_counted = re.match(r" (?:[a-z]+ )?[a-z]+(?:s|men|people|troops|police)\b", text[end : end + _REACH])
        return bool(self._years_before.search(text[max(0, start - _REACH) : start])) or not is_counted

    def denies(self, text: str, start: int, end: int, number: object) -> bool:
        """Tell whether what stands at a place, hedges and unit included, is denied: not 600 but 300."""
        before = text[max(0, start - _REACH) : start]
        if self._denied_before.search(before) or self._denied_behind.match(text, end):
            return True
        return number == 1 and bool(self._none_behind.match(text, end))
