"""Trees to records: what the model says of a record's shape, as problems at their places."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json

from site_builder.model import dates
from site_builder.model.records import CLAIM_ID, FORMS, ID, LANGUAGE_TAG, Claim, Hedge, Record
from site_builder.problems import Kind, Path, Place, Problem, message
from site_builder.problems.files import Unlisted
from site_builder.problems.shape import (
    ContradictoryHedge,
    DateNotInId,
    EmptyText,
    FigureRange,
    FigureValue,
    MissingKey,
    NotADate,
    NotAnId,
    NotANumber,
    NotInVocabulary,
    NotOneLine,
    NotTrueOrFalse,
    UnknownKey,
    WrongFolder,
    WrongForm,
    WrongType,
)
from site_builder.problems.syntax import CurlyQuotes, StraySpace, WideMark
from site_builder.read import files, schema_lookup, yaml_errors, yaml_tree
from site_builder.text.characters import CURLY, WIDE_MARKS, code_point

_BY_TYPE: dict[str, type[Kind]] = {
    "date": NotADate,
    "time": NotADate,
    "number": NotANumber,
    "flag": NotTrueOrFalse,
    "empty": EmptyText,
    "one_line": NotOneLine,
    "figure_value": FigureValue,
    "figure_range": FigureRange,
    "figure_hedge": ContradictoryHedge,
    "missing": MissingKey,
    "union_tag_not_found": MissingKey,
    "unexpected_keyword_argument": UnknownKey,
    "literal_error": NotInVocabulary,
    "union_tag_invalid": NotInVocabulary,
    "string_pattern_mismatch": WrongForm,
    "string_type": WrongType,
    "dict_type": WrongType,
    "dataclass_type": WrongType,
    "model_attributes_type": WrongType,
    "tuple_type": WrongType,
}
EXAMPLES = {
    f"^{LANGUAGE_TAG}$": "en, ko, pt-BR",
    "^sha256:[0-9a-f]{64}$": message("sha256: and the 64 digits of the stored copy"),
    "^Q[1-9][0-9]*$": "Q4115189",
    "^[A-Z]{3}$": "USD, KRW, EUR",
}
"""What has a form of its own, by the patterns of the model; ids have a kind of their own."""
_OF_TEXT = frozenset([NotADate, NotANumber, NotTrueOrFalse, NotInVocabulary, WrongForm])
"""What may be said of a text only, and of one that is not empty."""
_MAPPING = (message("a mapping"), message("write keys and values on lines of their own, indented"))
_EXPECTED = {
    "string_type": (message("text"), message("write some words behind the key")),
    "dict_type": (
        message("a mapping"),
        message("write a line for each language, indented: its tag, a colon, the text"),
    ),
    "dataclass_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "tuple_type": (
        message("a list"),
        message("write the items in brackets, with commas, or each behind a hyphen"),
    ),
}


_STRAY = (
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200b\u200c\u200d\u2060"
)
"""Spaces that are none to YAML, and characters that nobody sees."""


def _stem(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yml")


def as_json(values: Mapping[str, Any], file: str) -> bytes:
    """The values of a record, which has no id of its own, on one line."""
    return to_json({**values, "id": _stem(file)})


def of_json(line: bytes, file: str) -> Record | None:
    """The record that `as_json` wrote down; None where its shape or its name is wrong in any way."""
    try:
        made: Record = FORMS[schema_lookup.type_of(file)].validate_json(line)
    except ValidationError:
        return None
    is_dated = not isinstance(made, Claim) or _date_in(made.id) == made.said.start
    return made if is_dated and made.file == file else None


def record(root: yaml_tree.Node, file: str) -> tuple[Record | None, list[Problem]]:
    """The record of a tree, or every way in which its shape is wrong."""
    model, id = schema_lookup.type_of(file), _stem(file)
    if not _is_name(model, id):
        return None, [_bad_name(model, id, file)]
    data = yaml_tree.data(root)
    if not isinstance(data, dict):
        return None, [_wrong_type("dataclass_type", data, root.place)]
    problems = [_unknown(("id",), root)] if "id" in data else []
    try:
        made = FORMS[model].validate_python({**data, "id": id})
    except ValidationError as error:
        return None, problems + list(_problems(error, root))
    if isinstance(made, Claim):
        problems.extend(_name_and_date(made, file, root))
    return (None if problems else made), problems


def _is_name(model: type[Record], id: str) -> bool:
    return re.fullmatch(CLAIM_ID if model is Claim else ID, id) is not None


def _date_in(id: str) -> str:
    """The beginning of a claim's id, up to its words: it should be the date."""
    return id.removesuffix(f"-{_words_in(id)}")


def _words_in(id: str) -> str:
    return id.lstrip("0123456789-")


def _bad_name(model: type[Record], id: str, file: str) -> Problem:
    suggestion = re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")
    if model is Claim and not re.fullmatch(CLAIM_ID, suggestion):
        suggestion = "2025-04-30-claimant-words"
    return Problem(NotAnId, Place(file), {"value": id, "suggestion": suggestion})


def _name_and_date(claim: Claim, file: str, root: yaml_tree.Node) -> Iterator[Problem]:
    begins = _date_in(claim.id)
    if begins != claim.said.start:
        yield Problem(
            DateNotInId,
            yaml_tree.at(root, ("said",)),
            {"found": begins, "said": claim.said.text, "suggestion": f"{claim.said.start}-{_words_in(claim.id)}.yml"},
        )
    elif file != claim.file:
        yield Problem(WrongFolder, Place(file), {"year": claim.id[:4], "suggestion": claim.file})


def _problems(error: ValidationError, root: yaml_tree.Node) -> Iterator[Problem]:
    """One problem a cause: a misspelt key is not also a missing one."""
    details = error.errors(include_url=False)
    found = [_problem(detail, root) for detail in details[: files.MAX_PROBLEMS]]
    unknown = {(at[:-1], problem.values.get("suggestion")) for at, problem in found if problem.kind is UnknownKey}
    for at, problem in found:
        if not (problem.kind is MissingKey and (at[:-1], problem.values["key"]) in unknown):
            yield problem
    if rest := details[files.MAX_PROBLEMS :]:
        yield Problem(Unlisted, yaml_tree.at(root, _path(rest[0]["loc"], root), key=True), {"count": len(rest)})


def _problem(detail: ErrorDetails, root: yaml_tree.Node) -> tuple[Path, Problem]:
    at = _path(detail["loc"], root)
    kind, value = _BY_TYPE[detail["type"]], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    if detail["type"] == "union_tag_not_found":
        near = difflib.get_close_matches("origin", value, n=1)
        if near:
            return (*at, near[0]), _unknown((*at, near[0]), root)
        at = (*at, "origin")
    if detail["type"] == "union_tag_invalid":
        at, value = (*at, "origin"), value["origin"]
    if kind is MissingKey:
        meaning = schema_lookup.meaning_at(root, at, root.place.path)
        return at, Problem(kind, yaml_tree.at(root, at[:-1], key=True), {"key": at[-1], "meaning": meaning})
    if kind is UnknownKey:
        return at, _unknown(at, root)
    is_key = str(detail["loc"][-1]) == "[key]"
    place = yaml_tree.at(root, at, key=is_key)
    if kind is WrongType:
        return at, _wrong_type(detail["type"], value, place)
    if kind is ContradictoryHedge:
        at = (*at, "hedge")
        return at, _contradictory(value, yaml_tree.at(root, at), context["agreeing"])
    if isinstance(value, dict | list) and kind in _OF_TEXT:
        return at, _wrong_type("string_type", value, place)
    if value == "" and kind in _OF_TEXT and not is_key:
        return at, Problem(EmptyText, place)
    if kind in _OF_TEXT and (marks := _marks(str(value), place)):
        return at, marks
    if kind is NotInVocabulary:
        known = re.findall(r"'([^']+)'", context.get("expected") or context["expected_tags"])
        return at, Problem(kind, place, {"value": value, "known": ", ".join(known)} | _nearest(str(value), known))
    if kind is WrongForm and context["pattern"] in (f"^{ID}$", f"^{CLAIM_ID}$"):
        suggestion = re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-") or None
        return at, Problem(NotAnId, place, {"value": value, "suggestion": suggestion})
    if kind is WrongForm:
        return at, Problem(kind, place, {"value": value, "example": EXAMPLES[context["pattern"]]})
    values = {"value": value, "reason": context.get("reason")}
    return at, Problem(kind, place, values | ({"example": _in_korea(value)} if detail["type"] == "time" else {}))


def _in_korea(value: str) -> str:
    """A date with the time that was typed, or with any, as it is right where the zone is that of Korea."""
    day, time = dates.without_zone(value) or ("2025-04-30", "14:30")
    return f"{day}T{time}+09:00"


def _contradictory(figure: Mapping[str, Any], place: Place, agreeing: Iterable[Hedge]) -> Problem:
    """A bound and a hedge that cannot both be meant."""
    bound = "min" if "min" in figure else "max"
    values = {"bound": bound, "hedge": figure["hedge"], "known": ", ".join(agreeing)}
    return Problem(ContradictoryHedge, place, values)


def _marks(value: str, place: Place) -> Problem | None:
    """The problem of marks beside a value, or in it, that its writer took for something else."""
    stripped = value.strip(_STRAY)
    if stripped and stripped != value:
        column = place.column + (len(value) - len(value.lstrip(_STRAY)) - 1 if value[0] in _STRAY else len(stripped))
        stray = value[0] if value[0] in _STRAY else value[len(stripped)]
        at = Place(place.path, place.line, column) if place.length >= len(value) else place
        return Problem(StraySpace, at, {"character": code_point(stray)})
    if not value:
        return None
    if value[0] in CURLY:
        return Problem(CurlyQuotes, Place(place.path, place.line, place.column), {"mark": value[0]})
    wide = next((column for column, character in enumerate(value) if character in WIDE_MARKS), None)
    if wide is None:
        return None
    character = value[wide]
    at = Place(place.path, place.line, place.column + wide)
    return Problem(WideMark, at, {"character": character, "plain": WIDE_MARKS[character]})


def _wrong_type(error: str, value: object, place: Place) -> Problem:
    """Another form of value is needed: most often a text that was meant as a key with its value."""
    expected, example = _EXPECTED[error]
    stuck = yaml_errors.stuck_key(value, place) if isinstance(value, str) and expected == _MAPPING[0] else None
    marks = _marks(value, place) if isinstance(value, str) and value and value[0] in WIDE_MARKS else None
    return stuck or marks or Problem(WrongType, place, {"expected": expected, "example": example})


def _unknown(at: Path, root: yaml_tree.Node) -> Problem:
    known = schema_lookup.keys_at(root, at[:-1], root.place.path)
    key = str(at[-1])
    return Problem(
        UnknownKey,
        yaml_tree.at(root, at, key=True),
        {"key": key, "known": ", ".join(known)} | _nearest(key.lower(), known),
    )


def _nearest(word: str, known: list[str]) -> dict[str, str]:
    """The word that was probably meant, if one is near."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return {"suggestion": near[0]} if near else {}


def _path(loc: tuple[str | int, ...], root: yaml_tree.Node) -> Path:
    """A path through the record, without the steps that only pydantic takes (the origin of a quote, `[key]`)."""
    path: list[str | int] = []
    node: yaml_tree.Node | None = root
    for position, step in enumerate(loc):
        is_last = position == len(loc) - 1
        if position == _ORIGIN and loc[0] == "quotes" and not isinstance(node, yaml_tree.Sequence):
            continue
        if isinstance(node, yaml_tree.Mapping) and (step in node.values or (is_last and step != "[key]")):
            path.append(step)
            node = node.values.get(str(step))
        elif isinstance(node, yaml_tree.Sequence) and isinstance(step, int):
            path.append(step)
            node = node.items[step]
    return tuple(path)


_ORIGIN = 2
"""Where pydantic tells which kind of quote it means: `("quotes", "en", "source", "text")`."""
