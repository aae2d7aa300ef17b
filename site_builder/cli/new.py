"""`claims new`: write a record, from options or from the answers to a few questions."""

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from site_builder.check import reports
from site_builder.cli import questions
from site_builder.cli.interview import Given, Interview, slot
from site_builder.cli.options import language_option, site_languages
from site_builder.cli.prompter import Prompter
from site_builder.language.language import Language
from site_builder.language.tags import plural_forms
from site_builder.model.records import ENTITY_KINDS, HEDGES, LANGUAGE_TAG, MEASURES, METHODS, SPEECH, WITHOUT_UNIT
from site_builder.new.session import NewRecordSession
from site_builder.read import settings
from site_builder.read.files import lines_of


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
        _option("said", "When: 2031, 2031-03, 2031-03-14, 2031-03-14~, 2031-03-12/2031-03-14, 2031-03-14T09:30Z."),
        *(_option(f"title-{tag}", "Who says what, on one line.") for tag in languages),
        _option("quote", "The words as published, letter for letter."),
        _option("quote-language", "The tag of their language."),
        _option("speech", "direct: the claimant's own words; reported: the wording of the source.", choices=[*SPEECH]),
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
        _option("value", "The number: 4700, or 8-12; 12.5, -3, 2/3 where the question asks for such."),
        _option("hedge", "How precise it is, by the words of the quote.", choices=[*HEDGES]),
        *(_option(f"basis-{tag}", "How it follows, where no words of the quote carry it.") for tag in languages),
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
        _option("measure", "What kind of number answers it, if not a count.", choices=[*MEASURES]),
        _option("currency", "The currency of money: USD, KRW …"),
        *(_option(f"unit-{tag}-{form}", "What is counted.") for tag in languages for form in plural_forms(tag)),
        _option("part-of", "The series whose count includes this one: an id or its words."),
        _option("sum-of", "A series that this one is a sum of: an id or its words.", several=True),
        _option("id", "Its id."),
    ]


def _series_needs(languages: Sequence[str], given: Given) -> list[str]:
    units = [f"unit-{tag}-{form}" for tag in languages for form in plural_forms(tag)]
    measure = given["measure"] or "count"
    return [
        *(f"question-{tag}" for tag in languages),
        *(["currency"] if measure == "money" else []),
        *([] if measure in WITHOUT_UNIT else units),
    ]


def _all_or_none(names: Sequence[str], given: Given) -> Sequence[str]:
    return names if any(given[name.replace("-", "_")] for name in names) else []


_RECIPES = {
    "claim": _Recipe("Write the record of a claim.", questions.new_claim, _claim_options, _claim_needs),
    "entity": _Recipe("Write the record of an entity.", questions.new_entity, _entity_options, _entity_needs),
    "series": _Recipe("Write the record of a series.", questions.new_series, _series_options, _series_needs),
}
