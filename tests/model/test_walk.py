import dataclasses
import sys
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import site_builder.check as checks
from site_builder.check import references
from site_builder.model import records, walk
from site_builder.model.dates import EdtfDate
from site_builder.model.records import FORMS, Claim, Record, Series, Translation
from site_builder.model.roles import Role
from site_builder.model.walk import ByLanguage, Choice, Leaf, Listed, Part, Shape, Walk, shape_of
from site_builder.problems import Path
from site_builder.read.reader import plain_values
from site_builder.read.schema_lookup import type_of
from tests.records import altered, claim, context, entity, found
from tests.test_docs import RECORDS

Values = dict[str, Any]

EVERYTHING = walk.values(*Role)
CHECKS = {sys.modules[check.__module__] for check in checks.CHECKS}
WALKS = [each for module in (walk, *CHECKS) for each in vars(module).values() if isinstance(each, Walk)]
"""All that the checks ask for."""
OUTSIDE = {Role.OWN_ID, Role.LANGUAGE, Role.DATE_AHEAD, Role.NUMBER, Role.FLAG, Role.WORD, Role.CODE}
"""What no check looks at wherever it stands: its form says all, or the check that needs it knows its place."""
FORMS_OF_UNIT = ("zero", "one", "two", "few", "many", "other")


def whole() -> Iterator[tuple[type[Record], Values]]:
    """The plain values of records that have every key together."""
    for file, text in RECORDS.items():
        values = plain_values(text.encode(), file)
        assert isinstance(values, dict)
        quotes = values.get("quotes", {}).values()
        reports = [quote["source"] for quote in quotes if "source" in quote]  # the reference shows a source's keys once
        # A record has these, its file need not.
        defaults = {"measure": "count"} if type_of(file) is Series else {}
        for quote in quotes:
            quote.setdefault("speech", "reported")
        yield type_of(file), {**defaults, **values, **({"reports": reports} if reports else {})}
    unit = {"en": dict.fromkeys(FORMS_OF_UNIT, "words")}
    yield Series, {"question": {"en": "words"}, "measure": "count", "unit": unit}


WHOLE = list(whole())


def made(model: type[Record], values: Values) -> Any:
    id = "2031-words" if model is Claim else "words"
    return FORMS[model].validate_python({**values, "id": id})


def value_at(values: Any, at: Path) -> Any:
    for step in at:
        values = values[step]
    return values


def leaves(value: object, at: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every single value of a record, found without the model's annotations."""
    if dataclasses.is_dataclass(value) and not isinstance(value, EdtfDate):
        for field in dataclasses.fields(value):
            yield from leaves(getattr(value, field.name), (*at, field.name.rstrip("_")))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from leaves(each, (*at, key))
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from leaves(each, (*at, place))
    elif value is not None:
        yield at, value


def shapes(shape: Shape, at: str) -> Iterator[tuple[str, Shape]]:
    """Every shape inside of another one, by a name for its place."""
    yield at, shape
    match shape:
        case Listed(item) | ByLanguage(item):
            yield from shapes(item, f"{at}.*")
        case Part(keys=keys):
            for key, item in keys.items():
                yield from shapes(item, f"{at}.{key}")
        case Choice(parts=parts):
            for part in parts:
                yield from shapes(part, f"{at}:{part.model.__name__}")


MODELS: list[type] = list(FORMS)
PLACES = {at: shape for model in MODELS for at, shape in shapes(shape_of(model), model.__name__)}


def test_the_records_looked_at_here_have_every_key() -> None:
    used = {tuple("*" if isinstance(step, int) else step for step in at) for _, values in WHOLE for at in ways(values)}
    wanted = {
        tuple(step.partition(":")[0] for step in at.split(".")[1:])
        for at, shape in PLACES.items()
        if isinstance(shape, Leaf) and shape.role is not Role.OWN_ID
    }
    languages = {"en", "ko"}
    assert wanted == {tuple("*" if step in languages else step for step in at) for at in used}


def ways(values: object, at: Path = ()) -> Iterator[Path]:
    pairs = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    for key, each in pairs:
        yield from ways(each, (*at, key))
    if isinstance(values, str):
        yield at


@pytest.mark.parametrize(("model", "values"), WHOLE)
def test_every_value_of_a_record_is_found_once_and_in_order(model: type[Record], values: Values) -> None:
    record = made(model, values)
    assert EVERYTHING(record) == list(leaves(record))


@pytest.mark.parametrize(("model", "values"), WHOLE)
def test_a_value_is_replaced_wherever_it_stands_and_no_other(model: type[Record], values: Values) -> None:
    record = made(model, values)
    before = EVERYTHING(record)
    for place, (at, _) in enumerate(before):
        after = EVERYTHING(walk.replaced(record, at, "new"))
        assert after == [*before[:place], (at, "new"), *before[place + 1 :]]
    assert EVERYTHING(record) == before


@pytest.mark.parametrize("role", Role)
def test_plain_values_are_found_where_those_of_records_are(role: Role) -> None:
    wanted = walk.values(role)
    for model, values in WHOLE:
        of_record = {at for at, _ in wanted(made(model, values))} - {("id",)}
        of_values = dict(wanted.in_values(model, values))
        assert of_values.keys() == of_record
        assert all(text == value_at(values, at) for at, text in of_values.items())


@pytest.mark.parametrize("place", [at for at, shape in PLACES.items() if isinstance(shape, Leaf)])
def test_a_check_asks_for_every_value_or_knowingly_none_does(place: str) -> None:
    shape = PLACES[place]
    assert isinstance(shape, Leaf)
    is_asked_for = any(each.wanted(shape) for each in WALKS)
    assert is_asked_for != (shape.role in OUTSIDE)


def test_what_a_value_says_makes_no_difference() -> None:
    figure = {"series": "visitors", "value": "0", "hedge": "exact"}
    made = claim(figures=[figure], notes={})
    assert walk.values(Role.NUMBER)(made) == [(("figures", 0, "value"), 0)]
    assert (("quotes", "ko", "reviewed"), False) in walk.values(Role.FLAG)(
        altered(made, quotes={"ko": altered(made.quotes["ko"], reviewed=False)})
    )
    assert (("notes",), {}) in walk.by_language(Role.TEXT)(made)
    assert (("relayed_by",), ()) in walk.lists()(made)


def test_what_is_not_there_is_not_found() -> None:
    assert walk.by_language()(entity()) == [(("name",), entity().name)]
    assert walk.claim_ids(entity()) == []


def test_mappings_are_found_by_what_they_hold() -> None:
    made = claim(notes={"en": "words"}, withdrawn={"on": "2031-04-01", "reason": {"en": "words"}})
    assert [at for at, _ in walk.by_language()(made)] == [("title",), ("quotes",), ("notes",), ("withdrawn", "reason")]
    assert [at for at, _ in walk.by_language(Role.LINE)(made)] == [("title",)]
    assert [at for at, _ in walk.by_language(Role.TEXT)(made)] == [("notes",), ("withdrawn", "reason")]


def test_the_sources_of_a_claim_come_with_the_way_to_each() -> None:
    report = {"url": "https://example.org/b", "publisher": "city-office"}
    assert [(at, source.publisher) for at, source in walk.sources(claim(reports=[report]))] == [
        (("quotes", "en", "source"), "omber-daily"),
        (("reports", 0), "city-office"),
    ]


def test_the_last_of_several_roles_counts() -> None:
    assert dict(EVERYTHING(entity()))[("id",)] == "city-office"
    assert walk.entity_ids(entity()) == []
    assert walk.values(Role.OWN_ID)(entity()) == [(("id",), "city-office")]


@records._part()
class Side:
    """One side of something, which the model does not have."""

    kind: Literal["side"]
    by: tuple[records.EntityId, ...]
    said: records.Texts | None = None


@records._part()
class OtherSide:
    """Another one."""

    kind: Literal["other"]
    by: tuple[records.EntityId, ...]
    until: records.Day


@records._part()
class Wider(Claim):
    """A claim with keys that the model does not have yet."""

    edited_by: records.EntityId
    sides: tuple[Annotated[Side | OtherSide, "no role"], ...] = ()


ADDED = {
    "edited_by": "nobody-1",
    "sides": [
        {"kind": "side", "by": ["nobody-2", "city-office"], "said": {"en": "a\u200b", "ko": "말"}},
        {"kind": "other", "by": ["nobody-3"], "until": "2031-04-01"},
    ],
}


def wider() -> Wider:
    return Wider(**{**_values(claim()), **ADDED})


def _values(record: Record) -> Values:
    return {field.name: getattr(record, field.name) for field in dataclasses.fields(record)}


def test_a_new_key_is_walked_by_itself() -> None:
    new = [(at, value) for at, value in EVERYTHING(wider()) if at[0] in ADDED]
    assert [(".".join(map(str, at)), str(value)) for at, value in new] == [
        ("edited_by", "nobody-1"),
        ("sides.0.kind", "side"),
        ("sides.0.by.0", "nobody-2"),
        ("sides.0.by.1", "city-office"),
        ("sides.0.said.en", "a\u200b"),
        ("sides.0.said.ko", "말"),
        ("sides.1.kind", "other"),
        ("sides.1.by.0", "nobody-3"),
        ("sides.1.until", "2031-04-01"),
    ]
    assert [at for at, _ in walk.lists()(wider()) if at[0] in ADDED] == [("sides", 0, "by"), ("sides", 1, "by")]


def test_a_new_key_is_walked_in_plain_values_too() -> None:
    ids = dict(walk.entity_ids.in_values(Wider, {**ADDED, "claimant": "city-office"}))
    assert {at: id for at, id in ids.items() if at[0] in ADDED} == {
        ("edited_by",): "nobody-1",
        ("sides", 0, "by", 0): "nobody-2",
        ("sides", 0, "by", 1): "city-office",
        ("sides", 1, "by", 0): "nobody-3",
    }


def test_checks_look_at_a_new_key_by_themselves() -> None:
    named = [entity("city-office"), entity("lantern-walk"), entity("omber-daily")]
    archive = context(wider(), *named)
    at = [at for _, at, _ in found(references.unknown_entities(archive))]
    assert at == ["edited_by", "sides.0.by.0", "sides.1.by.0"]
    assert [at for _, at, code in found(checks.findings(archive)) if code == "E405"] == ["sides.0.said.en"]


@records._part()
class WithoutRole:
    """A part with a value that nobody says anything about."""

    words: str


@records._part()
class OtherKeys:
    """A part with a mapping of something else than languages."""

    names: dict[records.EntityId, records.Line]


@records._part()
class Ambiguous:
    """A part with a choice of parts, in which a key means one thing or another."""

    one: Translation | OtherSide


@pytest.mark.parametrize(
    ("model", "reason"),
    [(WithoutRole, "role"), (OtherKeys, "role"), (Ambiguous, "different things")],
)
def test_a_model_that_does_not_say_what_a_value_is_cannot_be_walked(model: type, reason: str) -> None:
    with pytest.raises(TypeError, match=reason):
        shape_of(model)


KEYS = st.sampled_from(["title", "quotes", "en", "source", "publisher", "about", "figures", "series", "by", "said"])
ANYTHING = st.recursive(st.text(max_size=3), lambda inside: st.lists(inside) | st.dictionaries(KEYS, inside))


@given(ANYTHING)
def test_plain_values_of_any_shape_can_be_walked(values: object) -> None:
    for model in MODELS:
        for at, text in EVERYTHING.in_values(model, values):
            assert text == value_at(values, at)
