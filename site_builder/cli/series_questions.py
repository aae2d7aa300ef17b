"""The questions for a new series, and for one that a claim answers with a number."""

from collections.abc import Mapping
from functools import partial
from typing import cast

from site_builder.cli.entity_questions import ask_id
from site_builder.cli.interview import Given, Interview, slot
from site_builder.cli.picking import Pickable, Picker
from site_builder.cli.prompter import Target
from site_builder.language.tags import plural_forms
from site_builder.model.records import WITHOUT_UNIT, Measure, Series
from site_builder.new import ids, statement
from site_builder.problems import message

_MEASURE_NAMES: Mapping[Measure, str] = {
    "count": message("count, number"),
    "decimal": message("decimal, amount"),
    "percent": message("percent, percentage"),
    "share": message("share, fraction"),
    "money": message("money, sum of money"),
}
"""What people call each measure."""


def new_series(interview: Interview, given: Given, name: str = "") -> str:
    """Ask for a series and lay its record ready; return its id."""
    question = interview.in_languages(Series, "question", message("The question in {language}"), given)
    measure = cast(Measure, _measure(interview, given))
    currency = _currency(interview, given, measure)
    unit = _units(interview, given, measure)
    proposed = ids.series_id(question[interview.languages[0]], interview.session.taken("series"))
    id = ask_id(interview, given, "series", proposed)
    values = statement.series(
        question,
        unit,
        measure="" if measure == "count" else measure,
        currency=currency,
        part_of=pick_series(interview, "--part-of", "", given["part_of"]) if given.get("part_of") else "",
        sum_of=[pick_series(interview, "--sum-of", "", part) for part in given.get("sum_of", ())],
    )
    interview.laid(interview.session.add_series(id, values, question, measure))
    return id


def pick_series(
    interview: Interview,
    option: str,
    question: str,
    given: str | None,
    default: str | None = None,
    *,
    nothing: str = "",
    target: Target | None = None,
) -> str:
    """The id of a series, which may be a new one."""
    unknown = message("there is no series {id}")
    among = Pickable(interview.session.series, unknown, "claims new series", is_described=True)
    picker = Picker(interview.prompter, among, partial(new_series, interview, {}))
    return picker.pick(option, question, given, default, nothing=nothing, target=target or Target())


def _measure(interview: Interview, given: Given) -> str:
    asked, names = interview.text("What kind of number answers it?"), _MEASURE_NAMES
    return interview.prompter.choice(
        "--measure", asked, names, given.get("measure"), "count", target=Target(("measure",))
    )


def _currency(interview: Interview, given: Given, measure: Measure) -> str:
    """The currency of money, or the one that was given where none should be: the check tells of that."""
    code = given.get("currency")
    if measure != "money" and not code:
        return ""
    question = interview.text("In which currency? (USD, KRW …)")
    return interview.prompter.read("--currency", question, code, interview.currency, target=Target(("currency",)))


def _units(interview: Interview, given: Given, measure: Measure) -> dict[str, dict[str, str]]:
    """The unit in every language, or the one that was given where none should be: the check tells of that."""
    forms = {tag: plural_forms(tag) for tag in interview.languages}
    is_given = any(given.get(slot("unit", f"{tag}-{form}")) for tag in forms for form in forms[tag])
    if measure in WITHOUT_UNIT and not is_given:
        return {}
    return {tag: {form: _unit(interview, given, tag, form) for form in forms[tag]} for tag in forms}


def _unit(interview: Interview, given: Given, tag: str, form: str) -> str:
    asked = interview.text(
        "What is counted, in {language}, as it stands behind {number}",
        language=interview.language.name_of(tag),
        number=plural_forms(tag)[form],
    )
    target = interview.target(Series, "unit", tag, form)
    return interview.prompter.words(
        f"--unit-{tag}-{form}", asked, given.get(slot("unit", f"{tag}-{form}")), target=target
    )
