"""`claims new`: write a record, from options or from the answers to a few questions."""

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any, cast

import click

from site_builder.check import reports
from site_builder.cli.interview import Given, Interview, slot
from site_builder.cli.options import language_option, site_languages
from site_builder.cli.prompter import Prompter
from site_builder.language.language import Language
from site_builder.model.dates import EdtfDate
from site_builder.model.records import (
    CLAIM_ID,
    ENTITY_KINDS,
    HEDGES,
    ID,
    LANGUAGE_TAG,
    METHODS,
    Claim,
    Hedge,
    Unit,
)
from site_builder.new import ids, statement, suggestions
from site_builder.new.session import NewRecordSession
from site_builder.new.statement import Answer, Report, Statement
from site_builder.problems import message
from site_builder.read import settings
from site_builder.read.files import lines_of
from site_builder.runtime import clock


class _Kinds(click.Group):
    """One command a kind of record; which options it has depends on the languages of the site."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """`claims new` alone is `claims new claim`."""
        is_bare = not args or (args[0].startswith("-") and args[0] not in context.help_option_names)
        return super().parse_args(context, ["claim", *args] if is_bare else args)

    def list_commands(self, context: click.Context) -> list[str]:
        """The kinds of records."""
        return list(_RECIPES)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command for a kind."""
        try:
            return _RECIPES[name].command(name, site_languages()) if name in _RECIPES else None
        except settings.Unusable as unusable:
            raise click.UsageError(str(unusable)) from unusable


@click.command(cls=_Kinds)
def new() -> None:
    """Write a new record: of a claim, unless you name another kind.

    What the options leave open is asked, unless you say --no-input. The record is checked; a wrong one is not kept.
    """


def _claim(interview: Interview, given: Given, name: str = "") -> str:
    """Ask for a claim and lay its record ready; return its id.

    The questions go from the article to the words in it, and from the words to what they mean.
    """
    prompter, text = interview.prompter, interview.text
    source = _source(interview, given)
    quote = prompter.words("--quote", text("The words as published, letter for letter"), given["quote"])
    language = _language(interview, given, quote)
    translations = _translations(interview, given, language)
    translated_by = _translated_by(interview, given) if translations else ""
    claimant = _pick_entity(interview, "--claimant", text("Who made the claim? (a name or an id)"), given["claimant"])
    said = prompter.read(
        "--said", text("When was it said? (2031-03-14, 2031-03, 2031-03-14~ …)"), given["said"], interview.date
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
    return interview.prompter.choice(interview.text("Who translated them?"), METHODS, given["translated_by"], "machine")


def _answer(interview: Interview, given: Given, texts: Sequence[str]) -> Answer | None:
    """The number that a claim gives, if it gives one."""
    prompter, text = interview.prompter, interview.text
    question = text("Which question does it answer with a number? (some words or an id; Enter: none)")
    series = prompter.pick("--series", question, given["series"], interview.series, partial(_series, interview, {}), "")
    if not series:
        return None

    def number(digits: str) -> tuple[str, str]:
        try:
            return statement.number(digits)
        except ValueError:
            raise ValueError(text("{value} is not a count", value=digits)) from None

    low, high = prompter.read("--value", text("The number, in digits (4700, or 8-12)"), given["value"], number)
    hedge = prompter.choice(
        text("How precise is it, by the words of the quote?"), HEDGES, given["hedge"], suggestions.hedge(texts)
    )
    return Answer(series, low, high, cast(Hedge, hedge))


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


def _entity(interview: Interview, given: Given, name: str = "") -> str:
    """Ask for an entity and lay its record ready; return its id."""
    prompter, text = interview.prompter, interview.text
    kind = prompter.choice(text("What is it?"), ENTITY_KINDS, given.get("kind"))
    called_here = {suggestions.language_of(name, interview.languages): name} if name else {}
    names = interview.in_languages("name", message("Full name in {language}"), given, called_here)
    twin = _twin(interview, given, names)
    if twin:
        return twin
    short = interview.in_languages("short", message("Short name in {language} (Enter: none)"), given, is_needed=False)
    called = names if kind == "person" else short or names
    proposed = ids.entity_id(called[interview.languages[0]], interview.session.taken("entities"))
    id = _id(interview, given, "entities", proposed)
    described = {tag: statement.tidy(given.get(slot("description", tag)) or "") for tag in interview.languages}
    values = statement.entity(
        kind,
        names,
        short=short,
        aliases=[statement.tidy(alias) for alias in given.get("alias", ())],
        description={tag: words for tag, words in described.items() if words},
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


def _series(interview: Interview, given: Given, name: str = "") -> str:
    """Ask for a series and lay its record ready; return its id."""
    question = interview.in_languages("question", message("The question in {language}"), given)
    unit = {
        tag: {form: _unit(interview, given, tag, form) for form in _plural_forms(tag)} for tag in interview.languages
    }
    id = _id(
        interview, given, "series", ids.series_id(question[interview.languages[0]], interview.session.taken("series"))
    )

    def known(option: str, part: str) -> str:
        return interview.prompter.pick(option, "", part, interview.series, str)

    values = statement.series(
        question,
        unit,
        part_of=known("--part-of", given["part_of"]) if given.get("part_of") else "",
        sum_of=[known("--sum-of", part) for part in given.get("sum_of", ())],
    )
    interview.session.add_series(id, values, question)
    return id


def _unit(interview: Interview, given: Given, tag: str, form: str) -> str:
    asked = interview.text(
        "What is counted, in {language}, as it stands behind {number}",
        language=interview.language.name_of(tag),
        number=_NUMBERS[form],
    )
    return interview.prompter.words(f"--unit-{tag}-{form}", asked, given.get(slot("unit", f"{tag}-{form}")))


_NUMBERS = {"zero": "0", "one": "1", "two": "2", "few": "3", "many": "11", "other": "100"}
"""A number for each plural form."""


def _plural_forms(tag: str) -> list[str]:
    """The plural forms that a language has, in the order of the model."""
    forms = {*Language(tag).locale.plural_form.tags, "other"}
    return [each.name for each in fields(Unit) if each.name in forms]


def _id(interview: Interview, given: Given, folder: str, proposed: str) -> str:
    def id(text: str) -> str:
        return interview.unused(text, ID, folder)

    return interview.prompter.read("--id", interview.text("Its id, which is for ever"), given.get("id"), id, proposed)


def _pick_entity(
    interview: Interview, option: str, question: str, given: str | None, default: str | None = None
) -> str:
    """The id of an entity, which may be a new one."""
    return interview.prompter.pick(
        option, question, given, interview.entities, partial(_entity, interview, {}), default
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


@dataclass(frozen=True, slots=True)
class _Recipe:
    """The making of one kind of record: its questions, its options, and the options that nobody can do without."""

    help: str
    make: Callable[[Interview, Given], str]
    options: Callable[[Sequence[str]], list[click.Parameter]]
    needed: Callable[[Sequence[str], Given], list[str]]

    def command(self, name: str, languages: Sequence[str]) -> click.Command:
        """The command for a site with these languages."""

        @click.command(name, help=self.help, params=self.options(languages))
        @click.option("--no-input", is_flag=True, help="Ask nothing; name the options that are missing.")
        @language_option
        def command(lang: Language, no_input: bool, **given: Any) -> None:
            prompter = Prompter(lang, no_input)
            if no_input:
                prompter.require(self.needed(languages, given), given)
            else:
                print(lang.text("Enter takes what stands in brackets. Ctrl+C ends without writing anything."))
            session = NewRecordSession(Path.cwd(), languages)
            interview = Interview(session, prompter)
            self.make(interview, given)
            if not session.ready or not _is_written(session, lang):
                if not no_input:
                    interview.show()
                print(lang.text("nothing was written"))
                sys.exit(1)
            for file in session.ready:
                print(lang.text("written: {file}", file=file))

        return command


def _is_written(session: NewRecordSession, language: Language) -> bool:
    """Write what is ready, and tell of what is wrong with it; wrong records do not stay."""
    with session.written() as problems:
        if problems:
            print(reports.as_text(problems, lines_of(session.root), language), end="\n\n")
    return not any(problem.is_error for problem in problems)


def _option(name: str, help: str, *, several: bool = False, choices: Sequence[str] = ()) -> click.Parameter:
    kind = click.Choice(choices) if choices else click.STRING
    return click.Option([f"--{name}", slot(name, "").strip("_")], type=kind, multiple=several, help=help)


def _claim_options(languages: Sequence[str]) -> list[click.Parameter]:
    return [
        _option("claimant", "Who made the claim: an id, a name or another spelling of it."),
        _option("said", "When: 2031, 2031-03, 2031-03-14, 2031-03-14~ or 2031-03-12/2031-03-14."),
        *(_option(f"title-{tag}", "Who says what, on one line.") for tag in languages),
        _option("quote", "The words as published, letter for letter."),
        _option("quote-language", "The tag of their language."),
        _option("url", "The address of the article."),
        _option("publisher", "Who published it: an id or a name."),
        _option("headline", "Its headline."),
        _option("published", "When it was published."),
        _option("accessed", "The day you read it, if not today."),
        *(_option(f"translation-{tag}", "The words translated; not for their own language.") for tag in languages),
        _option("translated-by", "Who translated them.", choices=[*METHODS]),
        _option("about", "What the claim is about: an id or a name.", several=True),
        _option("relayed-by", "Who passed it on to the public: an id or a name.", several=True),
        _option("series", "The question that it answers with a number: an id or its words."),
        _option("value", "The number: 4700, or 8-12."),
        _option("hedge", "How precise it is, by the words of the quote.", choices=[*HEDGES]),
        _option("revises", "The id of a claim that this one replaces.", several=True),
        _option("disputes", "The id of a claim that this one contradicts.", several=True),
        _option("words", "The words of its id behind date and claimant."),
    ]


def _claim_needs(languages: Sequence[str], given: Given) -> list[str]:
    language = given["quote_language"] or ""
    others = [tag for tag in languages if tag != language] if re.fullmatch(LANGUAGE_TAG, language) else []
    return [
        "claimant",
        "said",
        *(f"title-{tag}" for tag in languages),
        "quote",
        "quote-language",
        "url",
        "publisher",
        *(f"translation-{tag}" for tag in others),
        *(["translated-by"] if others else []),
        "about",
        *_all_or_none(["series", "value", "hedge"], given),
    ]


def _entity_options(languages: Sequence[str]) -> list[click.Parameter]:
    return [
        _option("kind", "What it is.", choices=[*ENTITY_KINDS]),
        *(_option(f"name-{tag}", "The full name.") for tag in languages),
        *(_option(f"short-{tag}", "The short name, for lists and charts.") for tag in languages),
        _option("alias", "Another spelling or name, in any script.", several=True),
        *(_option(f"description-{tag}", "One sentence of common knowledge.") for tag in languages),
        _option("wikidata", "Its item in Wikidata."),
        _option("part-of", "The larger entity it belongs to: an id or a name."),
        _option("id", "Its id."),
    ]


def _entity_needs(languages: Sequence[str], given: Given) -> list[str]:
    return [
        "kind",
        *(f"name-{tag}" for tag in languages),
        *_all_or_none([f"short-{tag}" for tag in languages], given),
        *_all_or_none([f"description-{tag}" for tag in languages], given),
    ]


def _series_options(languages: Sequence[str]) -> list[click.Parameter]:
    return [
        *(_option(f"question-{tag}", "The question.") for tag in languages),
        *(_option(f"unit-{tag}-{form}", "What is counted.") for tag in languages for form in _plural_forms(tag)),
        _option("part-of", "The series whose count includes this one: an id or its words."),
        _option("sum-of", "A series that this one is a sum of: an id or its words.", several=True),
        _option("id", "Its id."),
    ]


def _series_needs(languages: Sequence[str], given: Given) -> list[str]:
    units = [f"unit-{tag}-{form}" for tag in languages for form in _plural_forms(tag)]
    return [*(f"question-{tag}" for tag in languages), *units]


def _all_or_none(names: Sequence[str], given: Given) -> Sequence[str]:
    return names if any(given[name.replace("-", "_")] for name in names) else []


_RECIPES = {
    "claim": _Recipe("Write the record of a claim.", _claim, _claim_options, _claim_needs),
    "entity": _Recipe("Write the record of an entity.", _entity, _entity_options, _entity_needs),
    "series": _Recipe("Write the record of a series.", _series, _series_options, _series_needs),
}
