"""Trees to records: what the model says of a record's shape, as problems at their places."""

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json

from site_builder.load import files, shapes, slips, tree
from site_builder.model import CLAIM_ID, FORMS, ID, LANGUAGE_TAG, Claim, Record
from site_builder.problems import Kind, Path, Place, Problem, message


class UnknownKey(Kind):
    """A key that nobody knows is never shown. Most often it is misspelt, and its value would be missing from the page.

    Wrong:
        relaid_by: [orla-venn]

    Right:
        relayed_by: [orla-venn]
    """

    code = "E301"
    message = "{key} is not a key of this record"
    help = "did you mean {suggestion}?"
    otherwise = "keys here: {known}"


class WrongType(Kind):
    """Each key takes one form of value: a text, a list, or further keys. Every page relies on that.

    Wrong:
        about: port-avel

    Right:
        about: [port-avel]
    """

    code = "E302"
    message = "{expected} is needed here"
    help = "{example}"


class NotADate(Kind):
    """Claims are sorted and found by their dates, so that all dates are written alike: year, month, day.

    Write no more than is known: 2031-03 for a month, 2031-03-14~ for about that day.

    Wrong:
        said: 14 March 2031

    Right:
        said: 2031-03-14
    """

    code = "E304"
    message = "{value} is no date: {reason}"
    help = "write 2025, 2025-04, 2025-04-30, 2025-04-30~ or 2025-04-28/2025-04-30"


class MissingKey(Kind):
    """Without this key a page would have a gap: nobody who said it, no date, no source.

    Wrong:
        figures:
          - series: ships-held
            value: 40

    Right:
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E306"
    message = "{key} is missing"
    help = "add a line: {line}"


class NotInVocabulary(Kind):
    """This key takes one of a few words. They are shown in each language, and lists and charts are made with them.

    Wrong:
        kind: organisation
        name:
          en: Harbour Authority of Port Avel
          ko: 아벨 항만청

    Right:
        kind: organization
        name:
          en: Harbour Authority of Port Avel
          ko: 아벨 항만청
    """

    code = "E307"
    message = "{value} is none of: {known}"
    help = "did you mean {suggestion}?"
    otherwise = "choose one of them"


class NotACount(Kind):
    """Charts are drawn from these numbers, so they are digits alone. How sure the claimant was is told under hedge.

    Wrong:
        figures:
          - series: ships-held
            value: about 40
            hedge: about

    Right:
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E308"
    message = "{value} is not a count"
    help = "write digits alone, without commas or words: 4700"


class EmptyText(Kind):
    """Readers would see a blank and wonder what is missing. A key with nothing to say is left out.

    Wrong:
        aliases:
          - Port Avel Harbor Authority
          -

    Right:
        aliases:
          - Port Avel Harbor Authority
    """

    code = "E309"
    message = "the text is empty"
    help = "write the text, or remove the key if it is optional"


class NotOneLine(Kind):
    """Titles and names stand in lists, in search results and on the tabs of browsers, which have room for one line.

    Wrong:
        title:
          en: |
            Harbour Authority
            puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E312"
    message = "the text must stand on one line"
    help = "join the lines; longer words belong into notes"


class FigureValue(Kind):
    """A claimant gives one number, or a lowest and a highest one. With both, nobody could tell which one was said.

    Wrong:
        figures:
          - series: ships-damaged
            value: 10
            min: 8
            max: 12
            hedge: exact

    Right:
        figures:
          - series: ships-damaged
            min: 8
            max: 12
            hedge: exact
    """

    code = "E313"
    message = "a figure has either value, or min and/or max"
    help = "keep one of the two ways"


class FigureRange(Kind):
    """The lowest number comes before the highest. If they stand the wrong way round, a chart would show nonsense.

    Wrong:
        figures:
          - series: ships-damaged
            min: 12
            max: 8
            hedge: exact

    Right:
        figures:
          - series: ships-damaged
            min: 8
            max: 12
            hedge: exact
    """

    code = "E314"
    message = "min is not smaller than max"
    help = "exchange them, or write one value"


class NotTrueOrFalse(Kind):
    """Readers are told whether a second person has checked a translation. There are two answers: true and false.

    Wrong:
        quotes:
          en:
            text: about 40 ships are held
            origin: source
            source:
              url: https://example.org/news/ships-held
              publisher: avel-post
          ko:
            text: 선박 약 40척의 출항이 금지됐다
            origin: translation
            from: en
            method: human
            reviewed: yes

    Right:
        quotes:
          en:
            text: about 40 ships are held
            origin: source
            source:
              url: https://example.org/news/ships-held
              publisher: avel-post
          ko:
            text: 선박 약 40척의 출항이 금지됐다
            origin: translation
            from: en
            method: human
            reviewed: true
    """

    code = "E315"
    message = "{value} is neither true nor false"
    help = "write true or false"


class NotAnId(Kind):
    """An id is a part of an address and the name of a file. Only letters a to z, digits and hyphens work everywhere.

    Where a record names another one, it is by that id: the name of the file without .yml.

    Wrong:
        claimant: Harbour Authority

    Right:
        claimant: harbour-authority
    """

    code = "E501"
    message = "{value} is not an id"
    help = "use lower-case ASCII letters, digits and single hyphens: {suggestion}"


class WrongForm(Kind):
    """Some values are codes by which things are looked up, with a fixed form: a language, a digest, a Wikidata item.

    Wrong:
        kind: organization
        name:
          en: Harbour Authority of Port Avel
          ko: 아벨 항만청
        wikidata: https://www.wikidata.org/wiki/Q4115189

    Right:
        kind: organization
        name:
          en: Harbour Authority of Port Avel
          ko: 아벨 항만청
        wikidata: Q4115189
    """

    code = "E316"
    message = "{value} does not have the form that is needed here"
    help = "write it like this: {example}"


class DateNotInId(Kind):
    """The name of the file becomes the claim's address, and readers trust the date in it. It is the date under said.

    Wrong:
        # claims/2031/2031-03-14-harbour-authority-ships-held.yml
        said: 2031-03-15

    Right:
        # claims/2031/2031-03-14-harbour-authority-ships-held.yml
        said: 2031-03-14
    """

    code = "E506"
    message = "the file's name begins with {found}, but the claim was said {said}"
    help = "rename the file to {suggestion}, or mend the date"


class WrongFolder(Kind):
    """Claims lie in the folder of the year in which they were said, so that everybody finds a claim by its id.

    Wrong:
        # claims/2030/2031-03-14-harbour-authority-ships-held.yml
        said: 2031-03-14

    Right:
        # claims/2031/2031-03-14-harbour-authority-ships-held.yml
        said: 2031-03-14
    """

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
}
"""What has a form of its own, by the patterns of the model; ids have a kind of their own."""
_OF_TEXT = frozenset([NotADate, NotACount, NotTrueOrFalse, NotInVocabulary, WrongForm])
"""What may be said of a text only, and of one that is not empty."""
_MAPPING = (message("a mapping"), message("write keys and values on lines of their own, indented"))
_EXPECTED = {
    "string_type": (message("text"), message("write some words behind the key")),
    "dict_type": (message("a mapping"), message("write en: … and ko: … on lines of their own, indented")),
    "dataclass_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "tuple_type": (message("a list"), message("write [first, second]")),
}


def _stem(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yml")


def as_json(values: Mapping[str, Any], file: str) -> bytes:
    """The values of a record, which has no id of its own, on one line."""
    return to_json({**values, "id": _stem(file)})


def of_json(line: bytes, file: str) -> Record | None:
    """The record that `as_json` wrote down; None where its shape or its name is wrong in any way."""
    try:
        made: Record = FORMS[shapes.type_of(file)].validate_json(line)
    except ValidationError:
        return None
    is_dated = not isinstance(made, Claim) or _date_in(made.id) == made.said.start
    return made if is_dated and made.file == file else None


def record(root: tree.Node, file: str) -> tuple[Record | None, list[Problem]]:
    """The record of a tree, or every way in which its shape is wrong."""
    model, id = shapes.type_of(file), _stem(file)
    if not _is_name(model, id):
        return None, [_bad_name(model, id, file)]
    data = tree.data(root)
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
    """What the id of a claim begins with in place of its date."""
    return id.removesuffix(f"-{_words_in(id)}")


def _words_in(id: str) -> str:
    return id.lstrip("0123456789-")


def _bad_name(model: type[Record], id: str, file: str) -> Problem:
    suggestion = re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")
    if model is Claim and not re.fullmatch(CLAIM_ID, suggestion):
        suggestion = "2025-04-30-claimant-words"
    return Problem(NotAnId, Place(file), {"value": id, "suggestion": suggestion})


def _name_and_date(claim: Claim, file: str, root: tree.Node) -> Iterator[Problem]:
    begins = _date_in(claim.id)
    if begins != claim.said.start:
        yield Problem(
            DateNotInId,
            tree.at(root, ("said",)),
            {"found": begins, "said": claim.said.text, "suggestion": f"{claim.said.start}-{_words_in(claim.id)}.yml"},
        )
    elif file != claim.file:
        yield Problem(WrongFolder, Place(file), {"year": claim.id[:4], "suggestion": claim.file})


def _problems(error: ValidationError, root: tree.Node) -> Iterator[Problem]:
    """One problem a cause: a misspelt key is not also a missing one."""
    details = error.errors(include_url=False)
    found = [_problem(detail, root) for detail in details[: files.MAX_PROBLEMS]]
    unknown = {(at[:-1], problem.values.get("suggestion")) for at, problem in found if problem.kind is UnknownKey}
    for at, problem in found:
        if not (problem.kind is MissingKey and (at[:-1], problem.values["key"]) in unknown):
            yield problem
    if rest := details[files.MAX_PROBLEMS :]:
        yield Problem(files.Unlisted, tree.at(root, _path(rest[0]["loc"], root), key=True), {"count": len(rest)})


def _problem(detail: ErrorDetails, root: tree.Node) -> tuple[Path, Problem]:
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
        return at, Problem(kind, tree.at(root, at[:-1], key=True), {"key": at[-1], "line": f"{at[-1]}: …"})
    if kind is UnknownKey:
        return at, _unknown(at, root)
    is_key = str(detail["loc"][-1]) == "[key]"
    place = tree.at(root, at, key=is_key)
    if kind is WrongType:
        return at, _wrong_type(detail["type"], value, place)
    if isinstance(value, dict | list) and kind in _OF_TEXT:
        return at, _wrong_type("string_type", value, place)
    if value == "" and kind in _OF_TEXT and not is_key:
        return at, Problem(EmptyText, place)
    if kind is NotInVocabulary:
        known = re.findall(r"'([^']+)'", context.get("expected") or context["expected_tags"])
        return at, Problem(kind, place, {"value": value, "known": ", ".join(known)} | _nearest(str(value), known))
    if kind is WrongForm and context["pattern"] in (f"^{ID}$", f"^{CLAIM_ID}$"):
        suggestion = re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")
        return at, Problem(NotAnId, place, {"value": value, "suggestion": suggestion or "some-words"})
    if kind is WrongForm:
        return at, Problem(kind, place, {"value": value, "example": EXAMPLES[context["pattern"]]})
    return at, Problem(kind, place, {"value": value, "reason": context.get("reason")})


def _wrong_type(error: str, value: object, place: Place) -> Problem:
    """Another form of value is needed: most often a text that was meant as a key with its value."""
    expected, example = _EXPECTED[error]
    stuck = slips.stuck_key(value, place) if isinstance(value, str) and expected == _MAPPING[0] else None
    return stuck or Problem(WrongType, place, {"expected": expected, "example": example})


def _unknown(at: Path, root: tree.Node) -> Problem:
    known = shapes.keys_at(root, at[:-1], root.place.path)
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
    """A path through the record, without the steps that only pydantic takes (the origin of a quote, `[key]`)."""
    path: list[str | int] = []
    node: tree.Node | None = root
    for position, step in enumerate(loc):
        is_last = position == len(loc) - 1
        if position == _ORIGIN and loc[0] == "quotes" and not isinstance(node, tree.Sequence):
            continue
        if isinstance(node, tree.Mapping) and (step in node.values or (is_last and step != "[key]")):
            path.append(step)
            node = node.values.get(str(step))
        elif isinstance(node, tree.Sequence) and isinstance(step, int):
            path.append(step)
            node = node.items[step]
    return tuple(path)


_ORIGIN = 2
"""Where pydantic tells which kind of quote it means: `("quotes", "en", "source", "text")`."""
