"""The questions for a new claim, from the first to its id."""

import re
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Literal, cast

from site_builder.cli.entity_questions import pick_entities, pick_entity
from site_builder.cli.interview import ORIGIN, Given, Interview, slot
from site_builder.cli.prompter import Target
from site_builder.cli.series_questions import pick_series
from site_builder.fix.advice import readings
from site_builder.model.dates import EdtfDate
from site_builder.model.records import CLAIM_ID, HEDGES, LANGUAGE_TAG, PUBLISHERS, SPEAKERS, Claim, Hedge, Measure
from site_builder.new import ids, statement, suggestions
from site_builder.new.statement import Answer, Report, Statement
from site_builder.problems import Problem, message
from site_builder.runtime import clock
from site_builder.text import characters

_METHOD_NAMES: Mapping[Literal["human", "machine"], str] = {
    "human": message("human, person"),
    "machine": message("machine, program"),
}
"""What people call each way of translating."""


def new_claim(interview: Interview, given: Given, name: str = "") -> str:
    """Ask for a claim and lay its record ready; return its id.

    The questions go from the article to the words in it, and from the words to what they mean.
    """
    prompter, text = interview.prompter, interview.text
    source = _source(interview, given)
    quote = prompter.words(
        "--quote",
        text(
            "The words as published, letter for letter, with the quotation marks of the source; an empty line ends them"
        ),
        given["quote"],
        target=Target(("quotes", ORIGIN, "text"), partial(_problems_of_quote, interview)),
        lines=True,
    )
    language = interview.origin = _language(interview, given, quote)
    translations = _translations(interview, given, language)
    translated_by = _translated_by(interview, given) if translations else ""
    claimant = pick_entity(
        interview,
        "--claimant",
        text("Who made the claim? (a name or an id)"),
        given["claimant"],
        kinds=SPEAKERS,
        at=["claimant"],
    )
    asked = text("When was it said? (2031-03-14, 2031-03, 2031-03-14~ …)")
    said = prompter.read("--said", asked, given["said"], interview.said, target=interview.target(Claim, "said"))
    relayed_by = pick_entities(
        interview,
        "--relayed-by",
        text("Who passed it on to the public? (a name or an id)"),
        text("And who after that?"),
        given["relayed_by"],
        "",
        key="relayed_by",
        nothing=(text("nobody"), text("nobody")),
        kinds=SPEAKERS,
    )
    about = pick_entities(
        interview,
        "--about",
        text("What is it about? (a name or an id, the most important first)"),
        text("What else is it about?"),
        given["about"],
        None,
        key="about",
        nothing=("", text("nothing")),
    )
    answer = _answer(interview, given, {language: quote, **translations})
    asked = message("Title in {language}: who says what, on one line")
    title = interview.in_languages(Claim, "title", asked, given)
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
        speech=_speech(given, quote, source, claimant),
        relayed_by=relayed_by,
        answer=answer,
        revises=_revised(interview, given, claimant, answer, said),
        disputes=_disputed(interview, given, claimant, answer, said),
        repeats=_named_claims(interview, "repeats", given),
    )
    id = _claim_id(interview, given, said, claimant, title[interview.languages[0]])
    interview.laid(interview.session.add_claim(id, statement.claim(claim, interview.languages)))
    return id


def _problems_of_quote(interview: Interview, quote: str) -> Sequence[Problem]:
    """What is wrong with a quote in whatever language it seems to be."""
    language = suggestions.language_of(quote, interview.languages)
    return interview.target(Claim, "quotes", language, "text").checked(quote)


def _language(interview: Interview, given: Given, quote: str) -> str:
    """The language of the quote, which need not be one of the site's."""

    def tag(text: str) -> str:
        if not re.fullmatch(LANGUAGE_TAG, text):
            raise ValueError(interview.text("{value} is not the tag of a language", value=text))
        return text

    proposed = suggestions.language_of(quote, interview.languages)
    question = interview.text("Their language ({known} …)", known=", ".join(interview.languages))
    target = Target(check=lambda tag: interview.target(Claim, "quotes", tag, "text").checked(quote))
    return interview.prompter.read("--quote-language", question, given["quote_language"], tag, proposed, target=target)


def _source(interview: Interview, given: Given) -> Report:
    """The publication of the words; of an article that the archive quotes already, most is known."""
    prompter, text = interview.prompter, interview.text

    def target(key: str) -> Target:
        return interview.target(Claim, "quotes", ORIGIN, "source", key)

    url = prompter.words("--url", text("Address of the article"), given["url"], target=target("url"))
    known = suggestions.source_at(interview.session.archive, url)
    publisher = pick_entity(
        interview,
        "--publisher",
        text("Who published it? (a name or an id)"),
        given["publisher"],
        known.publisher if known else None,
        kinds=PUBLISHERS,
        usual="outlet",
        at=target("publisher").at,
    )
    headline = known.title or "" if known else ""
    published = str(known.published or "") if known else ""
    none, not_known = text("none"), text("not known")
    asked = text("When was it published? (2031-03-14, 2031-03 …)")
    return Report(
        url=url,
        publisher=publisher,
        title=prompter.words(
            "--headline",
            text("Headline of the article"),
            given["headline"],
            headline,
            nothing=none,
            target=target("title"),
        ),
        published=prompter.read(
            "--published",
            asked,
            given["published"],
            interview.date_text,
            published,
            nothing=not_known,
            target=target("published"),
        ),
        accessed=prompter.read("--accessed", "", given["accessed"] or clock.today().isoformat(), interview.date_text),
    )


def _translations(interview: Interview, given: Given, language: str) -> dict[str, str]:
    """The quote in the other languages of the site."""
    question = message("The words translated into {language}; an empty line ends them")
    return {
        tag: interview.prompter.words(
            f"--translation-{tag}",
            interview.text(question, language=interview.language.name_of(tag)),
            given[slot("translation", tag)],
            target=interview.target(Claim, "quotes", tag, "text"),
            lines=True,
        )
        for tag in interview.languages
        if tag != language
    }


def _translated_by(interview: Interview, given: Given) -> str:
    asked = interview.text("Who translated them?")
    return interview.prompter.choice("--translated-by", asked, _METHOD_NAMES, given["translated_by"], "machine")


def _speech(given: Given, quote: str, source: Report, claimant: str) -> str:
    """Whose words the quote has: the claimant's own if they stand in quotation marks, or if claimants publish them."""
    is_direct = bool(characters.IN_MARKS.fullmatch(quote)) or source.publisher == claimant
    return given["speech"] or ("direct" if is_direct else "reported")


def _answer(interview: Interview, given: Given, texts: Mapping[str, str]) -> Answer | None:
    """The number that a claim gives in its quotes, of which the first was published, if it gives one."""
    prompter, text = interview.prompter, interview.text
    question = text("Which question does it answer with a number? (some words or an id)")
    target = Target(("figures", 0, "series"))
    series = pick_series(interview, "--series", question, given["series"], "", nothing=text("none"), target=target)
    if not series:
        return None

    measure, unit = interview.session.measures[series], interview.session.unit(series)

    def number(digits: str) -> tuple[str, str]:
        try:
            return statement.number(digits, measure)
        except ValueError:
            if (meant := _number_meant(digits, measure)) is not None:
                raise ValueError(text("{value} is not in digits: write {digits}", value=digits, digits=meant)) from None
            said = {"value": digits, "examples": _EXAMPLES[measure]}
            raise ValueError(text("{value} is no number that fits here; these do: {examples}", **said)) from None

    asked = text("The number, in digits ({examples})", examples=_EXAMPLES[measure])
    # Only a person can say that a number is the answer: without questions, none is taken from the words.
    language, quote = next(iter(texts.items()))
    proposed = "" if prompter.is_silent else suggestions.number(quote, language, measure, unit)
    target = Target(("figures", 0))
    low, high = prompter.read("--value", asked, given["value"], number, proposed or None, target=target)
    precise = text("How precise is it, by the words of the quote?")
    target = Target(("figures", 0, "hedge"))
    of_words = suggestions.hedge(texts, low, high, measure, unit)
    hedge = prompter.choice("--hedge", precise, HEDGES, given["hedge"], of_words, target=target)
    basis = _basis(interview, given)
    return Answer(series, low, high, cast(Hedge, hedge), measure, basis)


def _basis(interview: Interview, given: Given) -> dict[str, str]:
    """How a number follows that no words of the quote carry, in those languages in which an option has it."""
    found = dict[str, str]()
    for tag in interview.languages:
        if words := given[slot("basis", tag)]:
            asked = interview.text(statement.BASIS, language=interview.language.name_of(tag))
            target = Target(("figures", 0, "basis", tag))
            none = interview.text("none")
            found[tag] = interview.prompter.words(f"--basis-{tag}", asked, words, "", nothing=none, target=target)
    return {tag: words for tag, words in found.items() if words}


def _number_meant(words: str, measure: Measure) -> str | None:
    """The number that a person wrote with words or units, as it is asked for; None where it is none of the measure."""
    digits = "-".join(readings.numbers_in(words))
    try:
        statement.number(digits, measure)
    except ValueError:
        return None
    return digits


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
    return _confirmed(interview, "revises", question, given, [noticed] if noticed else [])


def _disputed(interview: Interview, given: Given, claimant: str, answer: Answer | None, said: EdtfDate) -> list[str]:
    """The claims that a new one disputes."""
    noticed = suggestions.disputable(interview.session.archive, claimant, answer, said) if answer else []
    question = message("Does it contradict the claim {id} ({title})?")
    return _confirmed(interview, "disputes", question, given, noticed)


def _named_claims(interview: Interview, key: str, given: Given) -> list[str]:
    """The claims that an option names, by their ids; whether there are such, the check of the record says."""
    asked = interview.text(statement.RELATIONS[key])
    named = [
        interview.prompter.words(f"--{key}", asked, id, "", nothing=interview.text("none"), target=Target((key, place)))
        for place, id in enumerate(given[key])
    ]
    return [id for id in named if id]


def _confirmed(interview: Interview, key: str, question: str, given: Given, noticed: Sequence[Claim]) -> list[str]:
    """Those of the claims that were noticed to which the person says yes; without questions, a word about them."""
    ids, option = _named_claims(interview, key, given), f"--{key}"
    for claim in noticed if not ids else []:
        title = claim.title.get(interview.language.tag) or next(iter(claim.title.values()))
        asked = interview.text(question, id=claim.id, title=title)
        if interview.prompter.is_silent:
            print(
                interview.text("{question} If so: {option} {id}", question=asked, option=option, id=claim.id),
                file=sys.stderr,
            )
        elif interview.prompter.agrees(f"{option} {claim.id}", asked):
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
