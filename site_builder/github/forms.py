"""What people meet on GitHub: forms for issues, the text of a new pull request, whose word which files need.

They are made of the model and the catalogs, in all languages of the site at once: GitHub cannot choose one.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from site_builder.fix.yaml_writer import reads_as
from site_builder.github import labels, proposal_form
from site_builder.github.all_languages import joined, say
from site_builder.github.issue_form import Form, Kind, Question, label
from site_builder.language.language import Language
from site_builder.problems import message
from site_builder.text.quoting import quoted

FOLDER = ".github"
_TYPES = {
    Kind.LINE: "input",
    Kind.TEXT: "textarea",
    Kind.WORDS: "textarea",
    Kind.CHOICE: "dropdown",
    Kind.BOXES: "checkboxes",
}
_PARAGRAPHS = "\n\n"
_Value = bool | str | Sequence["_Value"] | Mapping[str, "_Value"]

_CORRECTION = Form(
    file="correct.yml",
    name=say(message("An error in a record")),
    description=say(message("A wrong quotation, figure, date, name, translation or source")),
    title="Error: ",
    label=labels.CORRECTION,
    introduction=[
        say(
            message(
                "The archive records who said what; it does not decide who is right. A claim that you believe to be "
                "false is no error if it was made. Another claimant's claim that disputes it is welcome as a record of "
                "its own."
            )
        ),
        say(
            message(
                "You can also change the record yourself: its page has the link “Edit this record”. Nothing changes on "
                "the site until a maintainer accepts it."
            )
        ),
    ],
    questions=[
        Question(
            "claim",
            Kind.LINE,
            say(message("Which record?")),
            say(message("The address of its page, or its id")),
            example="2031-03-14-harbour-authority-ships-held",
            is_required=True,
        ),
        Question("what", Kind.TEXT, say(message("What is wrong, and what should it say?")), is_required=True),
        Question(
            "evidence",
            Kind.TEXT,
            say(message("How can we see it?")),
            say(message("A link to the source, with the words that show it")),
            is_required=True,
        ),
    ],
)
_BUG = Form(
    file="bug.yml",
    name=say(message("A fault of the site or its programs")),
    description=say(message("A page that looks wrong, a link that leads nowhere, a command that fails")),
    title="Bug: ",
    label=labels.BUG,
    introduction=[
        say(
            message(
                "A weakness by which somebody could do harm is better told in private: "
                "*Security → Report a vulnerability*."
            )
        )
    ],
    questions=[
        Question(
            "where",
            Kind.LINE,
            say(message("Where does it happen?")),
            say(message("The address of the page, or the command")),
            is_required=True,
        ),
        Question("what", Kind.TEXT, say(message("What happens, and what should happen?")), is_required=True),
        Question(
            "output",
            Kind.WORDS,
            say(message("What was printed")),
            say(message("All of it, as it stands there; for a page, the browser and the device.")),
        ),
    ],
)


def files(languages: Sequence[Language], owner: str = "") -> dict[str, str]:
    """The files by their paths. `owner` is the account whose review changes of the machinery need, if it is known."""
    forms = (proposal_form.form([language.tag for language in languages]), _CORRECTION, _BUG)
    return {
        **{f"{FOLDER}/ISSUE_TEMPLATE/{form.file}": _form(form, languages) for form in forms},
        f"{FOLDER}/ISSUE_TEMPLATE/config.yml": "blank_issues_enabled: true\n",
        f"{FOLDER}/PULL_REQUEST_TEMPLATE.md": _pull_request(languages),
        f"{FOLDER}/CODEOWNERS": _owners(owner, languages),
    }


def _form(form: Form, languages: Sequence[Language]) -> str:
    def introduction(language: Language) -> str:
        return _PARAGRAPHS.join(paragraph(language) for paragraph in form.introduction)

    values: dict[str, _Value] = {
        "name": joined(languages, form.name),
        "description": joined(languages, form.description),
        "title": form.title,
        "labels": [form.label],
        "body": [
            {"type": "markdown", "attributes": {"value": joined(languages, introduction, _PARAGRAPHS)}},
            *(_question(question, languages) for question in form.questions),
        ],
    }
    return "\n".join([*_lines(values), ""])


def _question(question: Question, languages: Sequence[Language]) -> Mapping[str, _Value]:
    attributes: dict[str, _Value] = {"label": label(question, languages)}
    if question.hint:
        attributes["description"] = joined(languages, question.hint)
    if question.example:
        attributes["placeholder"] = question.example
    if question.kind is Kind.WORDS:
        attributes["render"] = "text"
    if question.kind is Kind.CHOICE:
        attributes["options"] = [f"{word}: {joined(languages, say)}" for word, say in question.choices.items()]
    if question.kind is Kind.BOXES:
        attributes["options"] = [
            {"label": joined(languages, say), "required": question.is_required} for say in question.choices.values()
        ]
    validated = question.is_required and question.kind is not Kind.BOXES
    return {
        "type": _TYPES[question.kind],
        "id": question.id,
        "attributes": attributes,
        **({"validations": {"required": True}} if validated else {}),
    }


def _pull_request(languages: Sequence[Language]) -> str:
    asked = "\n     ".join(joined(languages, say(_WHAT_CHANGES), "\n").split("\n"))
    boxes = [f"- [ ] {joined(languages, say(sentence), ' / ')}" for sentence in _BEFORE_REVIEW]
    return "\n".join([f"<!-- {asked} -->", "", f"<!-- {joined(languages, say(_NOT_ALL), ' / ')} -->", "", *boxes, ""])


_WHAT_CHANGES = message("What changes, and why? One claim per pull request is easiest to review.")
_NOT_ALL = message("Delete the lines that do not apply.")
_BEFORE_REVIEW = (
    proposal_form.WORD_FOR_WORD,
    proposal_form.WITHOUT_VERDICT,
    message("A changed quotation or figure that was already published has a `corrections` entry."),
    message("No `id` was renamed or reused."),
    message("Code only: `make test` passes."),
)


def _owners(owner: str, languages: Sequence[Language]) -> str:
    """Who must agree to changes of what builds and publishes the site; records need any maintainer."""
    told = [f"# {line}" for sentence in _OF_OWNERS for line in joined(languages, say(sentence), "\n").split("\n")]
    rules = [f"{'' if owner else '# '}{path} @{owner or 'OWNER'}" for path in _MACHINERY]
    return "\n".join([*told, "", *rules, ""])


_OF_OWNERS = (
    message(
        "Whose review GitHub asks for when one of these files changes. Records and pages are not among them: "
        "any maintainer may accept those."
    ),
    message(
        "Behind each stands an account (@name) or a team of an organization (@organization/team); "
        "GitHub takes no organization by itself."
    ),
    message("Only with the rule “Require review from Code Owners” for the branch `main` must they agree."),
)
_MACHINERY = (
    "/.github/",
    "/benchmarks/",
    "/site_builder/",
    "/tests/",
    "/locale/",
    "/claims/schema/",
    "/mkdocs.yml",
    "/pyproject.toml",
    "/requirements*.txt",
    "/Makefile",
    ".git*",
    "/.pre-commit-config.yaml",
)
"""What can run, or decides what runs. Some of it only the repository of the generator has."""


def _lines(value: _Value, margin: str = "") -> Iterator[str]:
    """Write a value as YAML. Texts stand in quotation marks: GitHub takes a bare `no` for a truth value."""
    match value:
        case Mapping():
            for key, item in value.items():
                yield from _entry(f"{margin}{key}:", item, margin)
        case str() | bool():
            yield f"{margin}{_scalar(value, margin)}"
        case _:
            for item in value:
                first, *rest = _lines(item, f"{margin}  ")
                yield f"{margin}- {first.removeprefix(f'{margin}  ')}"
                yield from rest


def _entry(key: str, value: _Value, margin: str) -> Iterator[str]:
    if isinstance(value, str | bool):
        yield f"{key} {_scalar(value, margin)}"
    else:
        yield from chain([key], _lines(value, f"{margin}  "))


def _scalar(value: str | bool, margin: str) -> str:
    """A truth value, or a text: one of several lines as a block, if YAML reads it back so."""
    if isinstance(value, bool):
        return "true" if value else "false"
    block = "\n".join(["|-", *(f"{margin}  {line}".rstrip() for line in value.split("\n"))])
    return block if "\n" in value and reads_as(block, value) else quoted(value)
