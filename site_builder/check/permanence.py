"""Check that published records stay: none vanishes, no id is used again, no quote or figure changes without a word.

A series keeps its measure, without which its figures would mean something else. What was merged stays so: its address
leads on for ever.

These checks compare records with an earlier, published state of themselves. They look at plain values, since a record
that is not whole, then or now, must not hide what was done to it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from site_builder.check.context import Context
from site_builder.model.records import ID
from site_builder.problems import Finding, Path
from site_builder.problems.permanence import (
    ChangedMeasure,
    ChangedSilently,
    Renamed,
    Unmerged,
    UsedAgain,
    Vanished,
)
from site_builder.text.folding import folded

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class History:
    """The plain values of the records that differ from what was published, by file: as they were, and as they are.

    None stands for a file that cannot be read. What was added is among those that are.
    """

    before: Mapping[str, object]
    after: Mapping[str, object]


PermanenceCheck = Callable[[History, Context], Iterator[Finding]]


def vanished(history: History, context: Context) -> Iterator[Finding]:
    """Every published record is still there, under its name; an entity or a series may be merged into another one."""
    there = {_key(file) for file in context.files}
    for file, old in history.before.items():
        id, kind = PurePosixPath(file).stem, _key(file)[0]
        if _key(file) not in there and re.fullmatch(ID, id):
            twin = _twin(file, old, history.after)
            other = PurePosixPath(twin).stem if twin else _successor(kind, old, context)
            line = {} if kind == _CLAIMS else {"line": f"merged_into: {other or '…'}"}
            if twin:
                yield Finding(Renamed, twin, (), {"id": id, "new": other, **line})
            else:
                yield Finding(Vanished, file, (), {"id": id, **(line or {"today": context.today.isoformat()})})


def unmerged(history: History, context: Context) -> Iterator[Finding]:
    """What was merged stays merged, into the same record or another one."""
    for kind in (_ENTITIES, _SERIES):
        for file, old, new in _both(history, kind):
            before = old.get("merged_into")
            if isinstance(before, str) and re.fullmatch(ID, before) and "merged_into" not in new:
                into = context.unified.entity(before) if kind == _ENTITIES else context.unified.question(before)
                yield Finding(Unmerged, file, (), {"id": PurePosixPath(file).stem, "into": into})


def used_again(history: History, context: Context) -> Iterator[Finding]:
    """A withdrawn claim stays withdrawn."""
    for file, old, new in _both(history, _CLAIMS):
        if old.get("withdrawn") and not new.get("withdrawn"):
            yield Finding(UsedAgain, file, ("claimant",), {"id": PurePosixPath(file).stem})


def changed_silently(history: History, context: Context) -> Iterator[Finding]:
    """A published quote or figure changes only together with a new entry in the corrections."""
    for file, old, new in _both(history, _CLAIMS):
        if all(entry in _list(old, "corrections") for entry in _list(new, "corrections")):
            for at, correction in _changes(old, new, context.unified.question):
                values = {
                    "key": ".".join(map(str, at)),
                    "today": context.today.isoformat(),
                    "correction": correction,
                }
                yield Finding(ChangedSilently, file, at, values)


def changed_measure(history: History, context: Context) -> Iterator[Finding]:
    """A published series keeps its measure and its currency."""
    for file, old, new in _both(history, _SERIES):
        before, after = _measure(old), _measure(new)
        if before != after:
            at = next(key for key in ("measure", "currency", "question") if key in new or key == "question")
            yield Finding(ChangedMeasure, file, (at,), {"before": before, "after": after}, at_key=True)


CHECKS: Sequence[PermanenceCheck] = (vanished, unmerged, used_again, changed_silently, changed_measure)

_CLAIMS, _ENTITIES, _SERIES = "", "entities", "series"
"""The kinds of records, as `_key` tells them."""


def _key(file: str) -> tuple[str, str]:
    """The kind and the id of a record, which name it in whichever folder it lies."""
    path = PurePosixPath(file)
    return ("" if path.parent.name.isdigit() else path.parent.name, path.stem)


def _both(history: History, kind: str) -> Iterator[tuple[str, Values, Values]]:
    """Yield each published record of a kind that differs now: its file now, and its values then and now if readable."""
    now = {_key(file): file for file in history.after}
    for file, old in history.before.items():
        key = _key(file)
        new = history.after.get(now.get(key, ""))
        if key[0] == kind and isinstance(old, dict) and isinstance(new, dict):
            yield now[key], old, new


def _twin(file: str, old: object, after: Mapping[str, object]) -> str | None:
    """A new record that says what a vanished one said: the same file under another name."""
    said = _content(file, old)
    return next((new for new, values in after.items() if said and _content(new, values) == said), None)


def _successor(kind: str, old: object, context: Context) -> object:
    """The record that a vanished one was merged into; else an entity with its name, a series with its question."""
    if not isinstance(old, dict):
        return None
    if old.get("merged_into"):
        return old["merged_into"]
    archive = context.unified.archive
    if kind == _SERIES:
        asked = _folded(_mapping(old, "question").values())
        return next((id for id, each in archive.series.items() if asked & _folded(each.question.values())), None)
    same_kind = (each for each in archive.entities.values() if each.kind == old.get("kind"))
    named = _folded([*_mapping(old, "name").values(), *_mapping(old, "short").values(), *_list(old, "aliases")])
    return next((each.id for each in same_kind if kind == _ENTITIES and named & _folded(each.names)), None)


def _folded(texts: Iterable[object]) -> set[str]:
    return {folded(text) for text in texts if isinstance(text, str)}


def _content(file: str, values: object) -> object:
    """The values by which a record is recognised: a claim's quotes, all that another record says."""
    kind, _ = _key(file)
    if not isinstance(values, dict):
        return None
    return (kind, values if kind else values.get("quotes"))


def _changes(old: Values, new: Values, shown: Callable[[str], str]) -> Iterator[tuple[Path, str]]:
    """Yield the place of each quote that differs, and of figures, with the kind of correction that would say so.

    `shown` gives the id under which a series is shown: to name that one in place of a merged one changes nothing.
    """
    quotes = _mapping(new, "quotes")
    for language, quote in _mapping(old, "quotes").items():
        text = _text(quote)
        if language not in quotes:
            yield ("quotes",), "source"
        elif text and _text(quotes[language]) != text:
            is_source = isinstance(quote, dict) and quote.get("origin") == "source"
            yield ("quotes", language, "text"), "typo" if is_source else "translation"
        elif isinstance(quote, dict) and quote.get("speech", said := _speech(quotes, language)) != said:
            key = "speech" if "speech" in _mapping(quotes, language) else "text"
            yield ("quotes", language, key), "source"
    figures, now = _list(old, "figures"), _list(new, "figures")
    if [_number(each, shown) for each in figures] != [_number(each, shown) for each in now[: len(figures)]]:
        yield ("figures",), "figure"
        return
    for place, (before, after) in enumerate(zip(figures, now, strict=False)):
        basis = _basis(after)
        for language, words in _basis(before).items():
            if language not in basis:
                yield ("figures", place, "basis" if basis else "hedge"), "figure"
            elif _composed(basis[language]) != _composed(words):
                yield ("figures", place, "basis", language), "figure"


def _measure(series: Values) -> str:
    """Return what the numbers of a series are, in one word or two: `count`, `money USD`."""
    return " ".join(str(word) for word in (series.get("measure", "count"), series.get("currency")) if word)


def _number(figure: object, shown: Callable[[str], str]) -> object:
    """Return what a figure says in itself; its basis may be added, and put into further languages."""
    if not isinstance(figure, dict):
        return figure
    said = {key: value for key, value in figure.items() if key != "basis"}
    series = said.get("series")
    return said | {"series": shown(series)} if isinstance(series, str) else said


def _basis(figure: object) -> Values:
    return _mapping(figure, "basis") if isinstance(figure, dict) else {}


def _speech(quotes: Values, language: str) -> object:
    """Return whose words a quote has, by its own key or those that it was translated from."""
    tags = [language]
    for tag in tags:
        quote = _mapping(quotes, tag)
        if "speech" in quote:
            return quote["speech"]
        origin = quote.get("from")
        if isinstance(origin, str) and origin not in tags:
            tags.append(origin)
    return "reported"


def _text(quote: object) -> str:
    """The words of a quote."""
    return _composed(quote.get("text")) if isinstance(quote, dict) else ""


def _composed(text: object) -> str:
    """A text without the difference that its letters may be composed or not."""
    return unicodedata.normalize("NFC", text) if isinstance(text, str) else ""


def _list(values: Values, key: str) -> list[object]:
    value = values.get(key)
    return value if isinstance(value, list) else []


def _mapping(values: Values, key: str) -> Values:
    value = values.get(key)
    return value if isinstance(value, dict) else {}
