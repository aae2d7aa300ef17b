"""The questions for each kind of new record, from the first to its id."""

import re
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Literal, cast

import click

from site_builder.cli.interview import Given, Interview, slot
from site_builder.language.tags import plural_forms
from site_builder.model.dates import EdtfDate
from site_builder.model.records import (
    CLAIM_ID,
    ENTITY_KINDS,
    HEDGES,
    ID,
    LANGUAGE_TAG,
    MEASURES,
    METHODS,
    WITHOUT_UNIT,
    Claim,
    EntityKind,
    Hedge,
    Measure,
)
from site_builder.new import ids, statement, suggestions
from site_builder.new.statement import Answer, Report, Statement
from site_builder.problems import message
from site_builder.runtime import clock
from site_builder.text import characters

_METHOD_NAMES: Mapping[Literal["human", "machine"], str] = {
    "human": message("human, person"),
    "machine": message("machine, program"),
}
_KIND_NAMES: Mapping[EntityKind, str] = {
    "person": message("person, human being"),
    "organization": message("organization, institution, agency, party, committee, company"),
    "outlet": message("outlet, medium, newspaper, news agency, broadcaster"),
    "country": message("country, state"),
    "place": message("place, region, city"),
    "group": message("group, people"),
    "equipment": message("equipment, weapon, vehicle, device"),
    "event": message("event, war, storm"),
    "topic": message("topic, subject"),
}
_MEASURE_NAMES: Mapping[Measure, str] = {
    "count": message("count, number"),
    "decimal": message("decimal, amount"),
    "percent": message("percent, percentage"),
    "share": message("share, fraction"),
    "money": message("money, sum of money"),
}
"""What people call each word of a vocabulary when they are asked for it."""


def new_claim(interview: Interview, given: Given, name: str = "") -> str:
    """Ask for a claim and lay its record ready; return its id.

    The questions go from the article to the words in it, and from the words to what they mean.
    """
    prompter, text = interview.prompter, interview.text
    source = _source(interview, given)
    asked = text("The words as published, letter for letter (in quotation marks if the source quotes them)")
    quote = prompter.words("--quote", asked, given["quote"])
    language = _language(interview, given, quote)
    translations = _translations(interview, given, language)
    translated_by = _translated_by(interview, given) if translations else ""
    claimant = _pick_entity(interview, "--claimant", text("Who made the claim? (a name or an id)"), given["claimant"])
    speech = _speech(given, quote, source, claimant)
    said = prompter.read(
        "--said", text("When was it said? (2031-03-14, 2031-03, 2031-03-14~ …)"), given["said"], interview.said
    )
    relayed_by = _pick_entities(
        interview,
        "--relayed-by",
        text("Who passed it on to the public? (a name or an id; Enter: nobody)"),
        text("And who after that? (Enter: nobody)"),
        given["relayed_by"],
        "",
    )
    about = _pick_entities(
        interview,
        "--about",
        text("What is it about? (a name or an id, the most important first)"),
        text("What else is it about? (Enter: nothing)"),
        given["about"],
        None,
    )
    answer = _answer(interview, given, [quote, *translations.values()])
    title = interview.in_languages("title", message("Title in {language}: who says what, on one line"), given)
    claim = Statement(
        said=said.text,
        claimant=claimant,
        title=title,
        about=about,
        language=language,
        quote=quote,
        source=source,
        translations=translations,
        translated_by=translated_by,
        speech=speech,
        relayed_by=relayed_by,
        answer=answer,
        revises=_revised(interview, given, claimant, answer, said),
        disputes=_disputed(interview, given, claimant, answer, said),
    )
    id = _claim_id(interview, given, said, claimant, title[interview.languages[0]])
    interview.session.add_claim(id, statement.claim(claim, interview.languages))
    return id


def _language(interview: Interview, given: Given, quote: str) -> str:
    """The language of the quote, which need not be one of the site's."""

    def tag(text: str) -> str:
        if not re.fullmatch(LANGUAGE_TAG, text):
            raise ValueError(interview.text("{value} is not the tag of a language", value=text))
        return text

    proposed = suggestions.language_of(quote, interview.languages)
    question = interview.text("Their language ({known} …)", known=", ".join(interview.languages))
    return interview.prompter.read("--quote-language", question, given["quote_language"], tag, proposed)


def _source(interview: Interview, given: Given) -> Report:
    """The publication of the words; of an article that the archive quotes already, most is known."""
    prompter, text = interview.prompter, interview.text
    url = prompter.words("--url", text("Address of the article"), given["url"])
    known = suggestions.source_at(interview.session.archive, url)
    asked = text("Who published it? (a name or an id)")
    publisher = _pick_entity(interview, "--publisher", asked, given["publisher"], known.publisher if known else None)
    headline = known.title or "" if known else ""
    published = str(known.published or "") if known else ""
    asked = text("When was it published? (Enter: not known)")
    return Report(
        url=url,
        publisher=publisher,
        title=prompter.words("--headline", text("Its headline (Enter: none)"), given["headline"], headline),
        published=prompter.read("--published", asked, given["published"], interview.date_text, published),
        accessed=prompter.read("--accessed", "", given["accessed"] or clock.today().isoformat(), interview.date_text),
    )


def _translations(interview: Interview, given: Given, language: str) -> dict[str, str]:
    """The quote in the other languages of the site."""
    question = message("The words translated into {language}")
    return {
        tag: interview.prompter.words(
            f"--translation-{tag}",
            interview.text(question, language=interview.language.name_of(tag)),
            given[slot("translation", tag)],
        )
        for tag in interview.languages
        if tag != language
    }


def _translated_by(interview: Interview, given: Given) -> str:
    asked = interview.text("Who translated them?")
    return interview.prompter.choice(asked, METHODS, _METHOD_NAMES, given["translated_by"], "machine")


def _speech(given: Given, quote: str, source: Report, claimant: str) -> str:
    """Whose words the quote has: the claimant's own if they stand in quotation marks, or if claimants publish them."""
    is_direct = bool(characters.IN_MARKS.fullmatch(quote)) or source.publisher == claimant
    return given["speech"] or ("direct" if is_direct else "reported")


def _answer(interview: Interview, given: Given, texts: Sequence[str]) -> Answer | None:
    """The number that a claim gives, if it gives one."""
    prompter, text = interview.prompter, interview.text
    question = text("Which question does it answer with a number? (some words or an id; Enter: none)")
    series = prompter.pick(
        "--series", question, given["series"], interview.series, partial(new_series, interview, {}), ""
    )
    if not series:
        return None

    measure = interview.session.measures[series]

    def number(digits: str) -> tuple[str, str]:
        try:
            return statement.number(digits, measure)
        except ValueError:
            said = {"value": digits, "measure": measure}
            raise ValueError(text("{value} is no number of the measure {measure}", **said)) from None

    asked = text("The number, in digits ({examples})", examples=_EXAMPLES[measure])
    low, high = prompter.read("--value", asked, given["value"], number)
    precise = text("How precise is it, by the words of the quote?")
    hedge = prompter.choice(precise, HEDGES, HEDGES, given["hedge"], suggestions.hedge(texts))
    basis = interview.given_in_languages("basis", given)
    return Answer(series, low, high, cast(Hedge, hedge), measure, basis)


_EXAMPLES: Mapping[Measure, str] = {
    "count": "4700, 8-12",
    "decimal": "4.5, 8-12, -3",
    "percent": "12.5, 8-12, -3",
    "share": "2/3, 0.25, 1/4-1/3",
    "money": "1500000, 0.99, -300",
}
"""Numbers of each measure as a person may type them."""


def _revised(interview: Interview, given: Given, claimant: str, answer: Answer | None, said: EdtfDate) -> list[str]:
    """The claims that a new one revises."""
    noticed = suggestions.revisable(interview.session.archive, claimant, answer.series, said) if answer else None
    question = message("Does it replace the earlier claim {id} ({title})?")
    return _confirmed(interview, "--revises", question, given["revises"], [noticed] if noticed else [])


def _disputed(interview: Interview, given: Given, claimant: str, answer: Answer | None, said: EdtfDate) -> list[str]:
    """The claims that a new one disputes."""
    noticed = suggestions.disputable(interview.session.archive, claimant, answer, said) if answer else []
    question = message("Does it contradict the claim {id} ({title})?")
    return _confirmed(interview, "--disputes", question, given["disputes"], noticed)


def _confirmed(
    interview: Interview, option: str, question: str, given: Sequence[str], noticed: Sequence[Claim]
) -> list[str]:
    """Those of the claims that were noticed to which the person says yes; without questions, a word about them."""
    ids = list(given)
    for claim in noticed if not given else []:
        title = claim.title.get(interview.language.tag) or next(iter(claim.title.values()))
        asked = interview.text(question, id=claim.id, title=title)
        if interview.prompter.is_silent:
            print(
                interview.text("{question} If so: {option} {id}", question=asked, option=option, id=claim.id),
                file=sys.stderr,
            )
        elif interview.prompter.agrees(asked):
            ids.append(claim.id)
    return ids


def _claim_id(interview: Interview, given: Given, said: EdtfDate, claimant: str, title: str) -> str:
    start = ids.claim_start(said, claimant, interview.session.short_name(claimant))

    def id(words: str) -> str:
        return interview.unused(f"{start}-{words}", CLAIM_ID, "")

    question = interview.text("Words for its id, which is for ever; no figures: {start}-…", start=start)
    return interview.prompter.read(
        "--words", question, given["words"], id, ids.claim_words(start, title, interview.session.taken(""))
    )


def new_entity(interview: Interview, given: Given, name: str = "") -> str:
    """Ask for an entity and lay its record ready; return its id."""
    prompter, text = interview.prompter, interview.text
    kind = prompter.choice(text("What is it?"), ENTITY_KINDS, _KIND_NAMES, given.get("kind"))
    called_here = {suggestions.language_of(name, interview.languages): name} if name else {}
    names = interview.in_languages("name", message("Full name in {language}"), given, called_here)
    twin = _twin(interview, given, names)
    if twin:
        return twin
    short = interview.in_languages("short", message("Short name in {language} (Enter: none)"), given, is_needed=False)
    called = names if kind == "person" else short or names
    proposed = ids.entity_id(called[interview.languages[0]], interview.session.taken("entities"))
    id = _id(interview, given, "entities", proposed)
    values = statement.entity(
        kind,
        names,
        short=short,
        aliases=[statement.tidy(alias) for alias in given.get("alias", ())],
        description=interview.given_in_languages("description", given),
        wikidata=given.get("wikidata") or "",
        part_of=_pick_entity(interview, "--part-of", "", given["part_of"]) if given.get("part_of") else "",
    )
    interview.session.add_entity(id, values, names, short)
    return id


def _twin(interview: Interview, given: Given, names: Mapping[str, str]) -> str:
    """An entity that has one of the names already, unless the person wants a second one, whose id is chosen then."""
    twins = [id for name in names.values() for id in interview.session.entities.exact(name)]
    if not twins or given.get("id"):
        return ""
    if interview.prompter.is_silent:
        raise click.UsageError(interview.text("{id} has this name already; with --id you add another one", id=twins[0]))
    return (
        ""
        if interview.prompter.agrees(interview.text("{id} has this name already. Is this another one?", id=twins[0]))
        else twins[0]
    )


def new_series(interview: Interview, given: Given, name: str = "") -> str:
    """Ask for a series and lay its record ready; return its id."""
    question = interview.in_languages("question", message("The question in {language}"), given)
    measure = cast(Measure, _measure(interview, given))
    currency = _currency(interview, given, measure)
    unit = _units(interview, given, measure)
    id = _id(
        interview, given, "series", ids.series_id(question[interview.languages[0]], interview.session.taken("series"))
    )

    def known(option: str, part: str) -> str:
        return interview.prompter.pick(option, "", part, interview.series, str)

    values = statement.series(
        question,
        unit,
        measure="" if measure == "count" else measure,
        currency=currency,
        part_of=known("--part-of", given["part_of"]) if given.get("part_of") else "",
        sum_of=[known("--sum-of", part) for part in given.get("sum_of", ())],
    )
    interview.session.add_series(id, values, question, measure)
    return id


def _measure(interview: Interview, given: Given) -> str:
    question = interview.text("What kind of number answers it?")
    return interview.prompter.choice(question, MEASURES, _MEASURE_NAMES, given.get("measure"), "count")


def _currency(interview: Interview, given: Given, measure: Measure) -> str:
    """The currency of money, or the one that was given where none should be: the check tells of that."""
    code = given.get("currency")
    if measure != "money" and not code:
        return ""
    question = interview.text("In which currency? (USD, KRW …)")
    return interview.prompter.read("--currency", question, code, interview.currency)


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
    return interview.prompter.words(f"--unit-{tag}-{form}", asked, given.get(slot("unit", f"{tag}-{form}")))


def _id(interview: Interview, given: Given, folder: str, proposed: str) -> str:
    def id(text: str) -> str:
        return interview.unused(text, ID, folder)

    return interview.prompter.read("--id", interview.text("Its id, which is for ever"), given.get("id"), id, proposed)


def _pick_entity(
    interview: Interview, option: str, question: str, given: str | None, default: str | None = None
) -> str:
    """The id of an entity, which may be a new one."""
    return interview.prompter.pick(
        option, question, given, interview.entities, partial(new_entity, interview, {}), default
    )


def _pick_entities(
    interview: Interview, option: str, first: str, further: str, given: Sequence[str], default: str | None
) -> list[str]:
    """The ids of several entities, asked for one after the other until there are no more."""
    if given:
        return [_pick_entity(interview, option, first, name) for name in given]
    found = [_pick_entity(interview, option, first, None, default)]
    while found[-1]:
        found.append(_pick_entity(interview, option, further, None, ""))
    return list(dict.fromkeys(found[:-1]))
