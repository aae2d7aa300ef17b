"""What is remembered of quotes from night to night: what was seen last, and when a page was asked for in vain.

It stands in a line of the issue on the archive's health, where nobody sees it. Whoever may edit issues may edit that
too, so it is read as strictly as any file.
"""

from collections.abc import Sequence
from datetime import date

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from site_builder.github.examination import Examination, Sighting
from site_builder.github.room import length
from site_builder.model.verification import GONE_AFTER, Ledger, LedgerLine
from site_builder.sources.again import News, with_another

_BEGINNING, _END = "<!-- claims: remembered ", " -->"
_LONGEST = 15_000
"""Characters for all that is remembered, of those that the issue may have."""


@dataclass(config=ConfigDict(extra="forbid"), frozen=True, slots=True)
class Remembered:
    """What was seen of a quote last, and the days on which its page was asked for in vain."""

    seen: Sighting
    missed: tuple[date, ...] = ()


_JSON: TypeAdapter[tuple[Remembered, ...]] = TypeAdapter(tuple[Remembered, ...])


def read(body: str) -> tuple[Remembered, ...]:
    """Read what an issue remembers; nothing where somebody wrote something else there."""
    line = next((line for line in body.split("\n")[:3] if line.startswith(_BEGINNING)), "")
    try:
        return _JSON.validate_json(line.removeprefix(_BEGINNING).removesuffix(_END))
    except ValidationError:
        return ()


def now(before: Sequence[Remembered], found: Examination, ledger: Ledger) -> tuple[Remembered, ...]:
    """What is known of quotes now: what was seen this night, and of the others what was known of them before.

    What the ledger says by now, or of which it knows nothing, needs nobody's memory any more.
    """
    known = {_key(each.seen): each for each in before}
    unread = {_key(each) for each in found.seen if _is_unread(each)}  # of which all that is known is what was known
    for claim, language in {(each.claim, each.language) for each in found.seen}:
        if (copy := (claim, language, "copy")) not in unread:
            known.pop(copy, None)  # a visit tells of a copy only where it is bad
    for seen in found.seen:
        if _key(seen) in unread:
            continue
        missed = known[_key(seen)].missed if _key(seen) in known else ()
        known[_key(seen)] = _counted(seen, missed, found.day)
    kept = ((each, ledger.get(each.seen.claim, {}).get(each.seen.language)) for each in known.values())
    told = (each for each, line in kept if line and not _is_in_ledger(each, line))
    return tuple(sorted(told, key=lambda each: _key(each.seen)))


def _is_unread(seen: Sighting) -> bool:
    """Tell whether a visit says nothing of a page, or of a copy that a web archive did not give for once."""
    return seen.news == "not-seen" or (seen.news == "copy-bad" and seen.trouble not in (None, "gone"))


def _key(seen: Sighting) -> tuple[str, str, str]:
    """A page of a quote: that of its source, or the archived copy."""
    return seen.claim, seen.language, "copy" if seen.news == "copy-bad" else "page"


def _counted(seen: Sighting, missed: tuple[date, ...], today: date) -> Remembered:
    """What was seen, with one visit in vain more if it was one."""
    if seen.news not in ("missed", "gone"):
        return Remembered(seen)
    days = with_another(missed, today)
    news: News = "gone" if len(days) >= GONE_AFTER or seen.news == "gone" else "missed"
    return Remembered(Sighting(seen.claim, seen.language, news, seen.url, seen.trouble, seen.detail), days)


def _is_in_ledger(each: Remembered, line: LedgerLine) -> bool:
    """Tell whether there is nothing to remember: no news, or such as the ledger has by now."""
    has_changed, is_gone = line.verdict == "changed-since", len(line.missed) >= GONE_AFTER
    match each.seen.news:
        case "still-there":
            return True
        case "changed":
            return has_changed
        case "missed" | "gone":
            return is_gone
        case "back":
            return not (has_changed or is_gone)
    return False


def line(quotes: Sequence[Remembered]) -> str:
    """Write as much of what is remembered as has room in a line of an issue; nothing in it ends the comment of HTML."""
    kept = len(quotes)
    while True:
        text = _JSON.dump_json(tuple(quotes[:kept]), exclude_defaults=True).decode()
        text = text.replace("<", r"\u003c").replace(">", r"\u003e")
        if length(text) <= _LONGEST:
            return f"{_BEGINNING}{text}{_END}"
        kept = kept * _LONGEST // length(text)
