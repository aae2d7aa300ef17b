"""`claims github intake`: an approved proposal becomes a record and a pull request, or hears what it lacks."""

import posixpath
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import click

from site_builder.cli import answered
from site_builder.cli.interview import Given
from site_builder.cli.new import claim_needs
from site_builder.cli.options import find_archive, language_option
from site_builder.github import (
    api,
    issue,
    issue_form,
    people,
    proposal,
    proposal_form,
    proposed_files,
    replies,
    workflow,
)
from site_builder.github.issue import Issue
from site_builder.github.issue_form import Answers, Form
from site_builder.github.labels import APPROVED
from site_builder.github.proposal import Complaint
from site_builder.language.language import Language
from site_builder.language.spoken import for_contributors
from site_builder.library import repository
from site_builder.new import blank
from site_builder.new.session import NewRecordSession
from site_builder.problems import message
from site_builder.read.settings import Settings

_ENTITIES = frozenset(["publisher", "claimant", "relayed-by", "about"])
"""Options that name entities."""
_FORBIDDEN = "not permitted to create"
"""Part of what GitHub says where workflows may make no pull requests."""
_NOT_ALLOWED = message(
    "the branch is there, but workflows may make no pull requests here: allow it under Settings → Actions → General → "
    "“Allow GitHub Actions to create and approve pull requests”, and set the label again"
)


@click.command()
@language_option
def intake(lang: Language) -> None:
    """Make a record of a proposal that was just approved, and propose it as a pull request.

    The proposal is the issue in the file of the event. If no record can be made of it, a comment there says why.
    """
    site = find_archive()
    approved = issue.of(workflow.event_with("issue"))
    if not people.may_write(approved.repository, approved.actor):
        print(lang.text("only who may change the repository can approve a proposal"), file=sys.stderr)
        sys.exit(1)
    try:
        print(_Intake(site, approved).done(lang))
    except api.Refused as refused:
        if _FORBIDDEN not in str(refused):
            raise
        print(lang.text(_NOT_ALLOWED), file=sys.stderr)
        sys.exit(2)


@dataclass(frozen=True, slots=True)
class _Intake:
    """A proposal on its way into an archive."""

    site: Settings
    of: Issue

    def done(self, lang: Language) -> str:
        """Answer the proposal on GitHub, and say how."""
        form = proposal_form.form(self.site.tags)
        answers = issue_form.answers(self.of.body, form, self._languages)
        given = proposal.options(answers, form) if answers.is_whole else {}
        complaints = [*proposal.complaints(answers, form, self._languages), *_missing(form, given, self.site.tags)]
        if complaints:
            told = {each: [_told(complaint, each) for complaint in complaints] for each in self._languages}
            return self._refuse(told, {}, lang)
        given["accessed"] = self.of.created[: len("2031-03-14")]
        session = NewRecordSession(self.site.root, self.site.tags)
        made = answered.claim(session, _named(given), self._languages)
        if made.wrong:
            return self._refuse(_by_label(made.wrong, form), self._files(made.wrong), lang)
        return self._propose(made, self._text(answers, made, form), lang)

    @property
    def _languages(self) -> Sequence[Language]:
        return for_contributors(self.site.languages)

    def _refuse(self, told: replies.Told, files: Mapping[str, str], lang: Language) -> str:
        """Say what is wrong where its author reads it; the label goes, so that it can be set again."""
        at = f"repos/{self.of.repository}/issues/{self.of.number}"
        api.call(f"{at}/comments", "POST", {"body": replies.refusal(told, files)})
        api.call(f"{at}/labels/{APPROVED}", "DELETE")
        return lang.text("no record was made; a comment on #{number} says why", number=str(self.of.number))

    def _files(self, wrong: answered.Told) -> Mapping[str, str]:
        """The addresses at which the records are begun that a claim may lack, if its names were not understood."""
        language, told = next(iter(wrong.items()))
        options = {option for option, _ in told}
        kept = repository.repository(workflow.home(self.of.repository), f"edit/{self.of.default_branch}/content/")
        begun = {
            message("a new entity"): blank.entity(language, self.site.tags) if options & _ENTITIES else None,
            message("a new question"): blank.series(language, self.site.tags) if "series" in options else None,
        }
        found = {name: kept.new(*posixpath.split(file[0]), file[1]) for name, file in begun.items() if file}
        return {name: address for name, address in found.items() if address}

    def _text(self, answers: Answers, made: answered.Answered, form: Form) -> str:
        """The text of the pull request."""
        return replies.pull_request(self.of, answers.given[proposal_form.REMARK], _by_label(made.noticed, form))

    def _propose(self, made: answered.Answered, text: str, lang: Language) -> str:
        """Propose the record, and say so where its author reads it."""
        at = self.of.repository
        title = self._languages[0].text("Add the claim {id}", id=made.id)
        branch = proposed_files.branch(at, self.of.number, made.id)
        commit = f"{title}\n\n{replies.trailer(self.of)}\n"
        proposed_files.commit(at, branch, workflow.commit(), made.files, commit)
        number = proposed_files.pull_request(at, branch, self.of.default_branch, title, text)
        comment = {"body": replies.acceptance(self._languages, number)}
        api.call(f"repos/{at}/issues/{self.of.number}/comments", "POST", comment)
        return lang.text("{file} is proposed in #{number}", file=", ".join(made.files), number=str(number))


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
