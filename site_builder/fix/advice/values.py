"""Values and keys in the form that the model needs, made of what was typed."""

import re
import unicodedata
from collections.abc import Iterator

from site_builder.fix.advice import readings
from site_builder.fix.advice.rules import exchanged, text_at, without
from site_builder.fix.advice.source import Source
from site_builder.fix.yaml_writer import line as written
from site_builder.language.tags import scripts
from site_builder.model.records import ID
from site_builder.problems import (
    Edit,
    Path,
    Problem,
)
from site_builder.read import schema_lookup, yaml_tree
from site_builder.read.yaml_tree import Mapping, Scalar


def as_list(problem: Problem, found: Source) -> Iterator[Edit]:
    """Return what is needed in place of another form of value, made from the words that are there."""
    entry = found.at(problem.place)
    if not entry:
        return
    path, node = entry
    expected = problem.values["expected"]
    if expected == "a list" and isinstance(node, Scalar):
        yield from _listed(path, node, found)
    elif expected == "text" and isinstance(node, yaml_tree.Sequence) and len(node.items) == 1:
        only, key = node.items[0], found.key(path)
        if isinstance(only, Scalar) and key:
            end = found.end_of(key.place.line, key.place.column)
            before = found.line(key.place.line)[: key.place.column - 1 + len(key.text)]
            yield Edit(key.place.line, end - key.place.line, (f"{before}: {written(only.text)}",))
    elif expected == "a mapping" and isinstance(node, Scalar):
        yield from _mapped(path, node, found)


def _listed(path: Path, node: Scalar, found: Source) -> Iterator[Edit]:
    takes_ids = "pattern" in found.shape(path).get("items", {})
    ids = readings.ids_in(node.text) if takes_ids else None
    edit = found.with_list(path, ids if ids else [written(node.text)])
    if edit:
        yield edit


def _mapped(path: Path, node: Scalar, found: Source) -> Iterator[Edit]:
    """A text under the tag of its language, or an address under `url`."""
    key = found.key(path)
    if not key or not node.text or not isinstance(found.root, Mapping):
        return
    properties = found.shape(path).get("properties", {})
    if re.match(r"https?://", node.text) and "url" in properties:
        name = "url"
    elif "patternProperties" in found.shape(path) or "propertyNames" in found.shape(path):
        name = _language_of(node.text, found)
    else:
        return
    if name:
        margin = " " * (key.place.column + 1)
        head = found.line(key.place.line)[: key.place.column - 1 + len(key.text)]
        end = max(found.end_of(key.place.line, key.place.column), node.end[0])
        yield Edit(key.place.line, end - key.place.line, (f"{head}:", f"{margin}{name}: {written(node.text)}"))


def _language_of(words: str, found: Source) -> str:
    """The language of a text, among those that the record has texts in."""
    tags: list[str] = []
    for path, _, _ in found.entries:
        if path and isinstance(path[-1], str) and scripts(path[-1]) and path[-1] not in tags:
            tags.append(path[-1])
    letters = {unicodedata.name(each, "").partition(" ")[0] for each in words if each.isalpha()}
    return next((tag for tag in reversed(tags) if letters & scripts(tag)), "")


def meant_dates(value: str, problem: Problem) -> Iterator[str]:
    """The dates that a text can mean; where a day is needed, only those that are known to the day.

    Of what was said, the time of the day too, if the text leaves no doubt of its zone.
    """
    times = readings.times_in(value) if "example" in problem.values else []
    for date in times or readings.dates_in(value):
        if problem.values.get("reason") != "a day is needed, written 2025-04-30" or re.fullmatch(r"[\d-]{10}", date):
            yield date


def meant_number(problem: Problem, found: Source) -> Iterator[Edit]:
    """A number in digits alone; of two numbers the lowest and the highest."""
    node, entry = text_at(problem, found), found.at(problem.place)
    key = found.key(entry[0]) if entry else None
    numbers = readings.numbers_in(node.text) if node else []
    if node and len(numbers) == 1:
        yield found.with_written(node, numbers[0])
    elif len(numbers) == 2 and key and key.text == "value":
        before = found.line(key.place.line)[: key.place.column - 1]
        if not before.strip(" -"):
            lines = (f"{before}min: {numbers[0]}", f"{' ' * len(before)}max: {numbers[1]}")
            yield Edit(key.place.line, 1, lines)


def bound_or_hedge(problem: Problem, found: Source) -> Iterator[Edit]:
    """A number that is no bound, or a hedge that agrees with the bound."""
    entry = found.mapping(problem.place, "hedge")
    bound = entry[1].keys.get(str(problem.values["bound"])) if entry else None
    hedge = entry[1].values.get("hedge") if entry else None
    if bound:
        yield found.between(bound.place, bound.place.column, bound.place.column + len(bound.text), "value")
    for known in str(problem.values["known"]).split(", "):
        if isinstance(hedge, Scalar):
            yield found.with_value(hedge, known)


def hedge_of_words(value: str, problem: Problem) -> Iterator[str]:
    """The hedge that all quotes have, where they have one."""
    if "hedge" in problem.values:
        yield str(problem.values["hedge"])


def meant_flag(value: str, problem: Problem) -> Iterator[str]:
    """True or false, for other words that say so."""
    said = readings.bare(value).lower()
    if said in ("yes", "y", "on", "1", "true", "네", "예", "참"):
        yield "true"
    elif said in ("no", "n", "off", "0", "false", "아니요", "아니오", "거짓"):
        yield "false"


def meant_id(value: str, problem: Problem) -> Iterator[str]:
    """The id that a name comes nearest to."""
    id = readings.as_id(value)
    if re.fullmatch(ID, id):
        yield id


def meant_code(value: str, problem: Problem) -> Iterator[str]:
    """The item or the digest that a text holds."""
    usual = readings.bare(value)
    item = re.search(r"\b[Qq][1-9][0-9]*\b", usual)
    digest = re.search(r"\b[0-9a-fA-F]{64}\b", usual)
    if item and problem.values["example"] == "Q4115189":
        yield item[0].upper()
    elif digest:
        yield f"sha256:{digest[0].lower()}"


def empty(problem: Problem, found: Source) -> Iterator[Edit]:
    """A record without a key that has nothing to say, unless it is needed."""
    entry = found.at(problem.place)
    if entry and _is_optional(entry[0], found):
        yield from without(problem, found)


def _is_optional(path: Path, found: Source) -> bool:
    if not path or isinstance(path[-1], int):
        return bool(path)
    above = found.shape(path[:-1])
    return path[-1] in above.get("properties", {}) and path[-1] not in above.get("required", [])


def on_one_line(value: str, problem: Problem) -> Iterator[str]:
    """A text over several lines, on one."""
    yield " ".join(value.split())


def one_way(problem: Problem, found: Source) -> Iterator[Edit]:
    """A figure with its value alone, or with its lowest and highest number alone."""
    entry = found.mapping(problem.place, "value")
    if not entry or "value" not in entry[1].keys or found.flow(entry[1]):
        return
    node = entry[1]
    for unwanted in (["value"], ["min", "max"]):
        gone = [node.keys[key].place.line for key in unwanted if key in node.keys]
        first, last = (
            min(each.place.line for each in node.keys.values()),
            max(each.place.line for each in node.keys.values()),
        )
        kept = [found.line(number) for number in range(first, last + 1) if number not in gone]
        if first not in gone:
            yield Edit(first, last - first + 1, tuple(kept))


def exchanged_range(problem: Problem, found: Source) -> Iterator[Edit]:
    """The lowest and the highest number, each in the place of the other."""
    entry = found.mapping(problem.place, "min")
    low, high = (entry[1].values.get("min"), entry[1].values.get("max")) if entry else (None, None)
    if isinstance(low, Scalar) and isinstance(high, Scalar):
        yield from exchanged(low, high, found)


def added(problem: Problem, found: Source) -> Iterator[Edit]:
    """A line for a key that is missing, where its words can only be a few."""
    key = str(problem.values["key"])
    entry = found.mapping(problem.place, key)
    if not entry or found.flow(entry[1]):
        return
    path, node = entry
    for value in _possible(key, path, node, found):
        order = schema_lookup.order(found.shape(path))
        before = [each for each in node.keys if each in order and key in order and order.index(each) < order.index(key)]
        last = node.keys[before[-1]].place if before else None
        column = next(iter(node.keys.values())).place.column
        if last:
            yield Edit(found.end_of(last.line, column), 0, (f"{' ' * (column - 1)}{key}: {value}",))


def _possible(key: str, path: Path, node: Mapping, found: Source) -> list[str]:
    if key == "origin":
        return (
            ["source"]
            if "source" in node.keys
            else ["translation"]
            if "from" in node.keys
            else ["source", "translation"]
        )
    if key == "from" and isinstance(quotes := found.node(("quotes",)), Mapping):
        return [tag for tag in quotes.keys if tag != path[-1]]
    if key == "reviewed":
        return ["false"]
    described = schema_lookup.below(found.shape(path), key)
    return list(described.get("enum", []))
