"""Trees to records: what the model says of a record's shape, as problems at their places."""

import difflib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from site_builder.load import tree
from site_builder.model import CLAIM_ID, ID, Claim, Entity, Record, Series
from site_builder.problems import Kind, Path, Place, Problem, message


class UnknownKey(Kind):
    """TODO."""

    code = "E301"
    message = "{key} is not a key of this record"
    help = "did you mean {suggestion}?"
    otherwise = "keys here: {known}"


class WrongType(Kind):
    """TODO."""

    code = "E302"
    message = "{expected} is needed here"
    help = "{example}"


class NotADate(Kind):
    """TODO."""

    code = "E304"
    message = "{value} is no date: {reason}"
    help = "write 2025, 2025-04, 2025-04-30, 2025-04-30~ or 2025-04-28/2025-04-30"


class MissingKey(Kind):
    """TODO."""

    code = "E306"
    message = "{key} is missing"
    help = "add a line: {line}"


class NotInVocabulary(Kind):
    """TODO."""

    code = "E307"
    message = "{value} is none of: {known}"
    help = "did you mean {suggestion}?"
    otherwise = "choose one of them"


class NotACount(Kind):
    """TODO."""

    code = "E308"
    message = "{value} is not a count"
    help = "write digits alone, without commas or words: 4700"


class EmptyText(Kind):
    """TODO."""

    code = "E309"
    message = "the text is empty"
    help = "write the text, or remove the key if it is optional"


class NotOneLine(Kind):
    """TODO."""

    code = "E312"
    message = "the text must stand on one line"
    help = "join the lines; longer words belong into notes"


class FigureValue(Kind):
    """TODO."""

    code = "E313"
    message = "a figure has either value, or min and/or max"
    help = "keep one of the two ways"


class FigureRange(Kind):
    """TODO."""

    code = "E314"
    message = "min is not smaller than max"
    help = "exchange them, or write one value"


class NotTrueOrFalse(Kind):
    """TODO."""

    code = "E315"
    message = "{value} is neither true nor false"
    help = "write true or false"


class NotAnId(Kind):
    """TODO."""

    code = "E501"
    message = "{value} is not an id"
    help = "use lower-case ASCII letters, digits and single hyphens: {suggestion}"


class WrongForm(Kind):
    """TODO."""

    code = "E316"
    message = "{value} does not have the form {pattern}"
    help = "compare it with the record reference"


class DateNotInId(Kind):
    """TODO."""

    code = "E506"
    message = "the file's name begins with {found}, but the claim was said {said}"
    help = "rename the file to {suggestion}, or mend the date"


class WrongFolder(Kind):
    """TODO."""

    code = "E507"
    message = "a claim of {year} belongs in the folder claims/{year}/"
    help = "move the file to {suggestion}"


_BY_TYPE: dict[str, type[Kind]] = {
    "date": NotADate,
    "count": NotACount,
    "flag": NotTrueOrFalse,
    "empty": EmptyText,
    "one_line": NotOneLine,
    "figure_value": FigureValue,
    "figure_range": FigureRange,
    "missing": MissingKey,
    "union_tag_not_found": MissingKey,
    "extra_forbidden": UnknownKey,
    "literal_error": NotInVocabulary,
    "union_tag_invalid": NotInVocabulary,
    "string_pattern_mismatch": WrongForm,
    "string_type": WrongType,
    "dict_type": WrongType,
    "model_type": WrongType,
    "model_attributes_type": WrongType,
    "tuple_type": WrongType,
}
_MAPPING = (message("a mapping"), message("write keys and values on lines of their own, indented"))
_EXPECTED = {
    "string_type": (message("text"), message("write some words behind the key")),
    "dict_type": (message("a mapping"), message("write en: … and ko: … on lines of their own, indented")),
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "tuple_type": (message("a list"), message("write [first, second]")),
}


def type_of(file: str) -> type[Record]:
    """The kind of record that a file holds, by its folder."""
    folder = PurePosixPath(file).parent.name
    kinds: dict[str, type[Record]] = {"entities": Entity, "series": Series}
    return kinds.get(folder, Claim)


def record(root: tree.Node, file: str) -> tuple[Record | None, list[Problem]]:
    """The record of a tree, or every way in which its shape is wrong."""
    model, id = type_of(file), PurePosixPath(file).stem
    if not re.fullmatch(CLAIM_ID if model is Claim else ID, id):
        return None, [_bad_name(model, id, file)]
    data = tree.data(root)
    if not isinstance(data, dict):
        return None, [Problem(WrongType, root.place, _expected("model_type"))]
    problems = [_unknown(model, ("id",), root)] if "id" in data else []
    try:
        made = model.model_validate({**data, "id": id})
    except ValidationError as error:
        return None, problems + list(_problems(error, model, root))
    if isinstance(made, Claim):
        problems.extend(_name_and_date(made, file, root))
    return (None if problems else made), problems


def _bad_name(model: type[Record], id: str, file: str) -> Problem:
    suggestion = re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")
    if model is Claim and not re.fullmatch(CLAIM_ID, suggestion):
        suggestion = "2025-04-30-claimant-words"
    return Problem(NotAnId, Place(file), {"value": id, "suggestion": suggestion})


def _name_and_date(claim: Claim, file: str, root: tree.Node) -> Iterator[Problem]:
    words = re.sub(r"^[0-9-]+", "", claim.id)
    begins = claim.id.removesuffix(f"-{words}")
    if begins != claim.said.start:
        yield Problem(
            DateNotInId,
            tree.at(root, ("said",)),
            {"found": begins, "said": claim.said.text, "suggestion": f"{claim.said.start}-{words}.yml"},
        )
    elif file != claim.file:
        yield Problem(WrongFolder, Place(file), {"year": claim.id[:4], "suggestion": claim.file})


def _problems(error: ValidationError, model: type[Record], root: tree.Node) -> Iterator[Problem]:
    """One problem a cause: a misspelt key is not also a missing one."""
    found = [_problem(detail, model, root) for detail in error.errors(include_url=False)]
    unknown = {(at[:-1], problem.values.get("suggestion")) for at, problem in found if problem.kind is UnknownKey}
    for at, problem in found:
        if not (problem.kind is MissingKey and (at[:-1], problem.values["key"]) in unknown):
            yield problem


def _problem(detail: ErrorDetails, model: type[Record], root: tree.Node) -> tuple[Path, Problem]:
    at = _path(detail["loc"], root)
    kind, value = _BY_TYPE[detail["type"]], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    if detail["type"] == "union_tag_not_found":
        at = (*at, "origin")
    if detail["type"] == "union_tag_invalid":
        at, value = (*at, "origin"), context["tag"]
    if kind is MissingKey:
        return at, Problem(kind, tree.at(root, at[:-1], key=True), {"key": at[-1], "line": f"{at[-1]}: …"})
    if kind is UnknownKey:
        return at, _unknown(model, at, root)
    place = tree.at(root, at, key=str(detail["loc"][-1]) == "[key]")
    if kind is WrongType:
        return at, Problem(kind, place, _expected(detail["type"]))
    if kind is NotInVocabulary:
        known = re.findall(r"'([^']+)'", context.get("expected") or context["expected_tags"])
        return at, Problem(kind, place, {"value": value, "known": ", ".join(known)} | _nearest(str(value), known))
    if kind is WrongForm and context["pattern"] in (f"^{ID}$", f"^{CLAIM_ID}$"):
        suggestion = re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")
        return at, Problem(NotAnId, place, {"value": value, "suggestion": suggestion or "some-words"})
    return at, Problem(
        kind, place, {"value": value, "reason": context.get("reason"), "pattern": context.get("pattern")}
    )


def _expected(error: str) -> dict[str, str]:
    expected, example = _EXPECTED[error]
    return {"expected": expected, "example": example}


def _unknown(model: type[Record], at: Path, root: tree.Node) -> Problem:
    known = _keys_at(model, at[:-1], tree.data(root))
    key = str(at[-1])
    return Problem(
        UnknownKey,
        tree.at(root, at, key=True),
        {"key": key, "known": ", ".join(known)} | _nearest(key.lower(), known),
    )


def _nearest(word: str, known: list[str]) -> dict[str, str]:
    """The word that was probably meant, if one is near."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return {"suggestion": near[0]} if near else {}


def _path(loc: tuple[str | int, ...], root: tree.Node) -> Path:
    """A path through the record, without the steps that only pydantic takes (the tag of a union, `[key]`)."""
    path: list[str | int] = []
    node: tree.Node | None = root
    for position, step in enumerate(loc):
        is_last = position == len(loc) - 1
        if isinstance(node, tree.Mapping) and (step in node.values or (is_last and step != "[key]")):
            path.append(step)
            node = node.values.get(str(step))
        elif isinstance(node, tree.Sequence) and isinstance(step, int):
            path.append(step)
            node = node.items[step]
    return tuple(path)


@cache
def _schema(model: type[Record]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True)


def _keys_at(model: type[Record], path: Path, data: Any) -> list[str]:
    """The keys that the mapping at a path may have."""
    schema = _schema(model)
    node = schema
    for step in (*path, None):
        node = _resolved(node, schema, data)
        if step is not None:
            node = node.get("properties", {}).get(step) or node.get("additionalProperties") or node.get("items") or {}
            data = data[step]
    return [key for key in node.get("properties", {}) if key != "id"]


def _resolved(node: dict[str, Any], schema: dict[str, Any], data: Any) -> dict[str, Any]:
    """A schema without references, with the branch of a choice that the data take."""
    while not node.keys() & {"properties", "additionalProperties", "items", "type"}:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
        elif "discriminator" in node:
            tag = data.get(node["discriminator"]["propertyName"])
            node = {"$ref": node["discriminator"]["mapping"].get(tag, node["oneOf"][0]["$ref"])}
        else:
            node = next(choice for choice in node["anyOf"] if choice != {"type": "null"})
    return node
