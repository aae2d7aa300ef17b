"""Proposals as GitHub has them: the body of an issue that was made with the form, the event of its approval."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.github import proposal_form
from site_builder.github.all_languages import joined
from site_builder.github.issue_form import NO_RESPONSE, Form, Kind, Question, label
from site_builder.language.language import Language
from site_builder.language.spoken import for_contributors
from tests.github.answering import Answering
from tests.github.calls import Call

LANGUAGES = (Language("en"), Language("ko"))
FORM = proposal_form.form(["en", "ko"])
QUESTIONS = {question.id: question for question in FORM.questions}
ANSWERS = {
    "url": "https://example.org/lanterns",
    "publisher": "Omber Daily",
    "quote": "“about 900 people came”",
    "quote-language": "en",
    "translation-ko": "“약 900명이 왔다”",
    "translated-by": "human",
    "claimant": "city-office",
    "said": "2031-03-14",
    "about": "Lantern Walk",
    "title-en": "City Office counts about 900 visitors",
    "title-ko": "시청, 방문객 약 900명으로 집계",
    "promises": "x",
}
"""What makes a claim of the small archive in `tests/records.py`."""
RECORD = """\
title:
  en: City Office counts about 900 visitors
  ko: 시청, 방문객 약 900명으로 집계
said: 2031-03-14
claimant: city-office
about: [lantern-walk]
quotes:
  en:
    text: >-
      about 900 people came
    speech: direct
    origin: source
    source:
      url: https://example.org/lanterns
      publisher: omber-daily
      accessed: 2031-03-20
  ko:
    text: >-
      약 900명이 왔다
    origin: translation
    from: en
    method: human
    reviewed: false
"""


def body(answers: Mapping[str, str], form: Form = FORM, languages: Sequence[Language] = LANGUAGES) -> str:
    """The body that GitHub makes of answers by the ids of their questions."""
    told = for_contributors(languages)
    sections = [
        f"### {label(question, told)}\n\n{_written(question, answers.get(question.id, ''), told)}"
        for question in form.questions
    ]
    return "\n\n".join(sections)


def _written(question: Question, answer: str, languages: Sequence[Language]) -> str:
    if question.kind is Kind.BOXES:
        boxes = [joined(languages, say) for say in question.choices.values()]
        return "\n".join(f"- [{'X' if answer else ' '}] {box}" for box in boxes)
    if not answer:
        return NO_RESPONSE
    if question.kind is Kind.WORDS:
        return f"```text\n{answer}\n```"
    if question.kind is Kind.CHOICE:
        return f"{answer}: {joined(languages, question.choices[answer])}"
    return answer


def approval(text: str, **issue: object) -> dict[str, object]:
    """The event in which a maintainer sets the label."""
    return {
        "action": "labeled",
        "label": {"name": "approved"},
        "sender": {"login": "keeper"},
        "repository": {"full_name": "desk/archive", "name": "archive", "default_branch": "main"},
        "issue": {
            "number": 12,
            "body": text,
            "user": {"login": "passer-by", "id": 7},
            "created_at": "2031-03-20T09:00:00Z",
            "updated_at": "2031-03-21T10:00:00Z",
            **issue,
        },
    }


ALLOWED = {"GET repos/desk/archive/collaborators/keeper/permission": {"permission": "write"}}
REPOSITORY = {
    **ALLOWED,
    "GET repos/desk/archive/git/matching-refs/*": [],
    "GET repos/desk/archive/git/commits/*": {"tree": {"sha": "tree-of-main"}},
    "POST repos/desk/archive/git/trees": {"sha": "new-tree"},
    "POST repos/desk/archive/git/commits": {"sha": "new-commit"},
    "POST repos/desk/archive/git/refs": {},
    "POST repos/desk/archive/pulls": {"number": 13},
    "POST repos/desk/archive/issues/12/comments": {},
    "DELETE repos/desk/archive/issues/12/labels/approved": [],
}
"""What a repository answers that has heard nothing of a proposal yet."""


@dataclass
class Hub:
    """GitHub, as far as a table of answers goes."""

    gh: Answering
    answers: Mapping[str, object] = field(default_factory=lambda: REPOSITORY)
    asked: Callable[[], list[Call]] = list

    def told(self, file: Path, event: Mapping[str, object]) -> dict[str, str]:
        """Write an event into a file, and lay the answers ready; the environment in which a step finds them."""
        file.write_text(json.dumps(event), "utf-8")
        self.asked = self.gh(self.answers)
        return {
            "GITHUB_EVENT_PATH": str(file),
            "GITHUB_SHA": "main-commit",
            "GITHUB_SERVER_URL": "https://github.com",
        }

    def fields(self, asked: str) -> dict[str, object]:
        """What was sent with the one call of a kind."""
        (call,) = [call for call in self.asked() if call.asked == asked]
        return call.fields
