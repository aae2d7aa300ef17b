"""`claims new`: write a record, from options or from the answers to a few questions."""

import re
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import click

from site_builder.check import reports
from site_builder.cli import next_steps
from site_builder.cli.claim_questions import new_claim
from site_builder.cli.entity_questions import new_entity
from site_builder.cli.interview import Given, Interview, slot
from site_builder.cli.localized import Group
from site_builder.cli.next_steps import program
from site_builder.cli.options import find_archive, language_option
from site_builder.cli.prompter import BACK, Back, Prompter
from site_builder.cli.series_questions import new_series
from site_builder.language.catalogs import available
from site_builder.language.language import Language
from site_builder.language.tags import plural_forms
from site_builder.model.records import ENTITY_KINDS, HEDGES, LANGUAGE_TAG, MEASURES, METHODS, SPEECH, WITHOUT_UNIT
from site_builder.new.answers import draft_file, load
from site_builder.new.session import NewRecordSession
from site_builder.problems import Problem, message
from site_builder.read.files import lines_of
from site_builder.read.settings import Settings, Unusable


class _Kinds(Group):
    """One command a kind of record; which options it has depends on the languages of the site."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """`claims new` alone is `claims new claim`."""
        is_bare = not args or (args[0].startswith("-") and args[0] not in context.help_option_names)
        return super().parse_args(context, ["claim", *args] if is_bare else args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The kinds of records."""
        return list(_RECIPES)

    def untranslated(self, name: str) -> click.Command:
        """The command for a kind. Outside an archive there is help, for a site in every language there is."""
        try:
            languages = find_archive().tags
        except Unusable:
            languages = available()
        return _RECIPES[name].command(name, languages)


@click.command(cls=_Kinds)
@language_option
def new(lang: Language) -> None:
    """Write a new record: of a claim, unless you name another kind.

    What the options leave open is asked, unless you say --no-input. The record is checked; a wrong one is not kept.
    """


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
            site = find_archive()
            if no_input:
                self._write(site, given, lang)
            else:
                self._ask(site, name, given, lang)

        return command

    def _write(self, site: Settings, given: Given, language: Language) -> None:
        """Write what the options say, or nothing."""
        prompter = Prompter(language, is_silent=True)
        prompter.require(self.needed(site.tags, given), given)
        session = NewRecordSession(site.root, site.tags)
        self.make(Interview(session, prompter), given)
        if _wrong(session, language):
            print(language.text("nothing was written"))
            sys.exit(1)
        _tell(session, language)

    def _ask(self, site: Settings, name: str, given: Given, language: Language) -> None:
        """Ask until there is a right record; what was answered is kept until then."""
        signal.signal(signal.SIGINT, signal.default_int_handler)  # the person hears what becomes of the answers
        prompter = Prompter(language, answers=load(draft_file(site.root, name)), command=f"{program()} new {name}")
        print(
            language.text("Enter takes what stands in brackets; {sign} goes back to the question before.", sign=BACK[0])
        )
        print(language.text("Ctrl+C stops; what you have typed by then is kept."))
        _offer_draft(prompter)
        interview = Interview(NewRecordSession(site.root, site.tags), prompter)
        while not self._is_made(interview, given):
            interview.begin_again()
        prompter.answers.forget()
        if not interview.session.ready:
            print(language.text("nothing was written"))
            sys.exit(1)
        _tell(interview.session, language)
        print("", *next_steps.lines(site.root, [*interview.session.ready], language), sep="\n")

    def _is_made(self, interview: Interview, given: Given) -> bool:
        """Ask all questions that are open, and write; False where one of them must be asked again."""
        try:
            self.make(interview, given)
        except Back:
            interview.prompter.answers.take_back()
            return False
        wrong = _wrong(interview.session, interview.language)
        if wrong:
            print(interview.text("Please give this answer once more; all others are kept."))
            interview.reopen(wrong)
        return not wrong


def _offer_draft(prompter: Prompter) -> None:
    """Let the person go on with the answers that were given before, or begin anew."""
    answers, language = prompter.answers, prompter.language
    count = len(answers.kept) + len(answers.earlier)
    if not count:
        return
    question = language.plural(
        "Go on with {count} answer from last time? No throws it away.",
        "Go on with {count} answers from last time? No throws them away.",
        count,
    )
    prompter.is_recapping = Prompter(language).agrees("draft", question, default=True)
    if not prompter.is_recapping:
        answers.forget()


def _wrong(session: NewRecordSession, language: Language) -> Problem | None:
    """Write what is ready, and tell of what is wrong with it; wrong records do not stay. Return the first error."""
    with session.written() as problems:
        if problems:
            print(reports.as_text(problems, lines_of(session.root), language), end="\n\n")
    return next((problem for problem in problems if problem.is_error), None)


def _tell(session: NewRecordSession, language: Language) -> None:
    for file in session.ready:
        print(language.text("written: {file}", file=file))


def _option(name: str, help: str, *, several: bool = False, choices: Sequence[str] = ()) -> click.Parameter:
    kind = click.Choice(choices) if choices else click.STRING
    return click.Option([f"--{name}", slot(name, "").strip("_")], type=kind, multiple=several, help=help)


def claim_options(languages: Sequence[str]) -> list[click.Parameter]:
    """The options for a claim."""
    return [
        _option("claimant", help="Who made the claim: an id, a name or another spelling of it."),
        _option("said", help="When: 2031, 2031-03, 2031-03-14, 2031-03-14~, 2031-03-12/2031-03-14, 2031-03-14T09:30Z."),
        *(_option(f"title-{tag}", help="Who says what, on one line.") for tag in languages),
        _option("quote", help="The words as published, letter for letter."),
        _option("quote-language", help="The tag of their language."),
        _option(
            "speech", help="direct: the claimant's own words; reported: the wording of the source.", choices=[*SPEECH]
        ),
        _option("url", help="The address of the article."),
        _option("publisher", help="Who published it: an id or a name."),
        _option("headline", help="Its headline."),
        _option("published", help="When it was published."),
        _option("accessed", help="The day you read it, if not today."),
        *(_option(f"translation-{tag}", help="The words translated; not for their own language.") for tag in languages),
        _option("translated-by", help="Who translated them.", choices=[*METHODS]),
        _option("about", help="What the claim is about: an id or a name.", several=True),
        _option("relayed-by", help="Who passed it on to the public: an id or a name.", several=True),
        _option("series", help="The question that it answers with a number: an id or its words."),
        _option("value", help="The number: 4700, or 8-12; 12.5, -3, 2/3 where the question asks for such."),
        _option("hedge", help="How precise it is, by the words of the quote.", choices=[*HEDGES]),
        *(_option(f"basis-{tag}", help="How it follows, where no words of the quote carry it.") for tag in languages),
        _option("revises", help="The id of a claim that this one replaces.", several=True),
        _option("disputes", help="The id of a claim that this one contradicts.", several=True),
        _option("repeats", help="The id of an earlier claim that this one passes on.", several=True),
        _option("words", help="The words of its id behind date and claimant."),
    ]


def claim_needs(languages: Sequence[str], given: Given) -> list[str]:
    """The names of the options that a claim needs, by the others."""
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
        *_all_or_none(["series", "value", "hedge"], given, [f"basis-{tag}" for tag in languages]),
    ]


def _entity_options(languages: Sequence[str]) -> list[click.Parameter]:
    return [
        _option("kind", help="What it is.", choices=[*ENTITY_KINDS]),
        *(_option(f"name-{tag}", help="The full name.") for tag in languages),
        *(_option(f"short-{tag}", help="The short name, for lists and charts.") for tag in languages),
        _option("alias", help="Another spelling or name, in any script.", several=True),
        *(_option(f"description-{tag}", help="One sentence of common knowledge.") for tag in languages),
        _option("wikidata", help="Its item in Wikidata."),
        _option("part-of", help="The larger entity it belongs to: an id or a name."),
        _option("id", help="Its id."),
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
        *(_option(f"question-{tag}", help="The question.") for tag in languages),
        _option("measure", help="What kind of number answers it, if not a count.", choices=[*MEASURES]),
        _option("currency", help="The currency of money: USD, KRW …"),
        *(_option(f"unit-{tag}-{form}", help="What is counted.") for tag in languages for form in plural_forms(tag)),
        _option("part-of", help="The series whose count includes this one: an id or its words."),
        _option("sum-of", help="A series that this one is a sum of: an id or its words.", several=True),
        _option("id", help="Its id."),
    ]


def _series_needs(languages: Sequence[str], given: Given) -> list[str]:
    units = [f"unit-{tag}-{form}" for tag in languages for form in plural_forms(tag)]
    measure = given["measure"] or "count"
    return [
        *(f"question-{tag}" for tag in languages),
        *(["currency"] if measure == "money" else []),
        *([] if measure in WITHOUT_UNIT else units),
    ]


def _all_or_none(names: Sequence[str], given: Given, with_them: Sequence[str] = ()) -> Sequence[str]:
    """Options of which none can do without the others, if one of them is given, or one that means nothing alone."""
    return names if any(given[name.replace("-", "_")] for name in (*names, *with_them)) else []


_RECIPES = {
    "claim": _Recipe(message("Write the record of a claim."), new_claim, claim_options, claim_needs),
    "entity": _Recipe(message("Write the record of an entity."), new_entity, _entity_options, _entity_needs),
    "series": _Recipe(message("Write the record of a series."), new_series, _series_options, _series_needs),
}
