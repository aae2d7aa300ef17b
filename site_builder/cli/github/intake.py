"""`claims github intake`: an approved proposal becomes a record and a pull request, or hears what it lacks."""

import os
import posixpath
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from site_builder.cli import answered
from site_builder.cli.interview import Given
from site_builder.cli.new import claim_needs
from site_builder.cli.options import find_archive, language_option
from site_builder.github import api, issue, issue_form, people, proposal, proposal_form, proposed_files, replies
from site_builder.github.issue import Issue
from site_builder.github.issue_form import Form
from site_builder.github.labels import APPROVED
from site_builder.github.proposal import Complaint
from site_builder.language.language import Language
from site_builder.library import repository
from site_builder.new import blank
from site_builder.new.session import NewRecordSession
from site_builder.problems import message
from site_builder.read.settings import Settings


@click.command()
@language_option
def intake(lang: Language) -> None:
    """Make a record of a proposal that was just approved, and propose it as a pull request.

    The proposal is the issue in the file of the event. If no record can be made of it, a comment there says why.
    """
    site = find_archive()
    approved = issue.of_event(Path(os.environ["GITHUB_EVENT_PATH"]))
    if not people.may_write(approved.repository, approved.actor):
        print(lang.text("only who may change the repository can approve a proposal"), file=sys.stderr)
        sys.exit(1)
    languages = issue_form.spoken(site.languages)
    form = proposal_form.form(site.tags)
    answers = issue_form.answers(approved.body, form, languages)
    given = proposal.options(answers, form) if answers.is_whole else {}
    complaints = [*proposal.complaints(answers, form, languages), *_missing(form, given, site.tags)]
    if complaints:
        _refuse(approved, {each: [_told(complaint, each) for complaint in complaints] for each in languages}, {}, lang)
        return
    given["accessed"] = approved.created[: len("2031-03-14")]
    made = answered.claim(NewRecordSession(site.root, site.tags), _named(given), languages)
    if made.wrong:
        _refuse(approved, _by_label(made.wrong, form), _files(approved, site, made.wrong), lang)
    else:
        remark = answers.given[proposal_form.REMARK]
        _propose(site, approved, made, replies.pull_request(approved, remark, _by_label(made.noticed, form)), lang)


def _missing(form: Form, given: Mapping[str, proposal.Value], tags: Sequence[str]) -> Iterator[Complaint]:
    """Complain of the answers that a claim with these ones needs too."""
    if given:
        asked = {question.id: question for question in form.questions}
        needed = claim_needs(tags, _named(given))
        yield from (Complaint(asked[name], proposal.NEEDED) for name in needed if given[name] in (None, ()))


def _named(given: Mapping[str, proposal.Value]) -> Given:
    """The answers under the names that options have in the code."""
    return {name.replace("-", "_"): value for name, value in given.items()}


def _told(complaint: Complaint, language: Language) -> tuple[str, str]:
    return complaint.question.say(language) if complaint.question else "", complaint.say(language)


def _by_label(told: answered.Told, form: Form) -> replies.Told:
    """What is said of options, said of the questions that stand for them."""
    asked = {question.id: question.say for question in form.questions}
    return {
        language: [(asked[option](language) if option in asked else "", text) for option, text in of_language]
        for language, of_language in told.items()
    }


def _files(of: Issue, site: Settings, wrong: answered.Told) -> Mapping[str, str]:
    """The addresses at which the records are begun that a claim may lack, if its names were not understood."""
    language, told = next(iter(wrong.items()))
    options = {option for option, _ in told}
    address = f"{os.environ['GITHUB_SERVER_URL']}/{of.repository}"
    kept = repository.repository(address, f"edit/{of.default_branch}/content/")
    begun = {
        message("a new entity"): blank.entity(language, site.tags) if options & _ENTITIES else None,
        message("a new question"): blank.series(language, site.tags) if "series" in options else None,
    }
    found = {name: kept.new(*posixpath.split(file[0]), file[1]) for name, file in begun.items() if file}
    return {name: address for name, address in found.items() if address}


_ENTITIES = frozenset(["publisher", "claimant", "relayed-by", "about"])


def _refuse(of: Issue, told: replies.Told, files: Mapping[str, str], lang: Language) -> None:
    """Say what is wrong where its author reads it; the label goes, so that it can be set again."""
    at = f"repos/{of.repository}/issues/{of.number}"
    api.call(f"{at}/comments", "POST", {"body": replies.refusal(told, files)})
    api.call(f"{at}/labels/{APPROVED}", "DELETE")
    print(lang.text("no record was made; a comment on #{number} says why", number=str(of.number)))


def _propose(site: Settings, of: Issue, made: answered.Answered, body: str, lang: Language) -> None:
    """Propose the record, and say so where its author reads it."""
    languages = issue_form.spoken(site.languages)
    title = languages[0].text("Add the claim {id}", id=made.id)
    branch = proposed_files.branch(of.repository, of.number, made.id)
    text = f"{title}\n\n{replies.trailer(of)}\n"
    proposed_files.commit(of.repository, branch, os.environ["GITHUB_SHA"], made.files, text)
    number = proposed_files.pull_request(of.repository, branch, of.default_branch, title, body)
    comment = {"body": replies.acceptance(languages, number)}
    api.call(f"repos/{of.repository}/issues/{of.number}/comments", "POST", comment)
    print(lang.text("{file} is proposed in #{number}", file=", ".join(made.files), number=str(number)))
