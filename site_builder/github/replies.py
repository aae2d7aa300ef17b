"""What is said on GitHub of a proposal, in every language: comments on its issue, and the text of its pull request.

Words of others stand in code blocks, where no mention, no reference and no picture of theirs does anything.
"""

from collections.abc import Iterable, Mapping, Sequence

from site_builder.github.all_languages import Say, joined, say
from site_builder.github.issue import Issue
from site_builder.github.labels import APPROVED
from site_builder.github.room import that_fit
from site_builder.language.language import Language
from site_builder.problems import message
from site_builder.text.characters import visible
from site_builder.text.markdown import fenced

Told = Mapping[Language, Sequence[tuple[str, str]]]
"""What is to be told in each language: the label of a question, empty where it is about none, and some lines."""
_ROOM, _LONGEST = 45_000, 1000
"""Characters for all that is told, of those that GitHub takes for a whole text; and for one thing of it."""
_RULE = "\n\n---\n\n"


def refusal(told: Told, files: Mapping[str, str]) -> str:
    """Say why no record can be made of an issue yet, and how to mend it.

    `files` are the addresses at which files are begun that the archive lacks, by what they are for (message ids).
    """

    def in_language(language: Language) -> str:
        return "\n\n".join(
            [
                language.text("No record can be made of these answers yet:"),
                _block(told, language),
                language.text(
                    "Edit the first text of this issue (⋯, then Edit); what is right can stay. "
                    "A maintainer then sets the label `{label}` again.",
                    label=APPROVED,
                ),
            ]
        )

    links = " – ".join(f"[{joined(told, say(name))}]({address})" for name, address in files.items())
    lacking = [f"{joined(told, say(_LACKING), ' / ')} {links}"] if files else []
    return "\n\n".join([_in_all(told, in_language), *lacking])


_LACKING = message("What the archive does not have yet needs a file of its own first:")


def acceptance(languages: Iterable[Language], pull_request: int) -> str:
    """Say which pull request has the record of an issue."""
    return _in_all(
        languages,
        lambda language: language.text(
            "Thank you. The record is proposed in #{number}; a person looks at it there before it is published.",
            number=str(pull_request),
        ),
    )


def pull_request(issue: Issue, remark: str, warnings: Told) -> str:
    """Say what a pull request holds and where it comes from; merged, it closes the issue."""

    def in_language(language: Language) -> str:
        parts = [
            language.text(
                "The record of issue #{number} by {author}, of the text as it was on {moment}.",
                number=str(issue.number),
                author=f"`{issue.author}`",
                moment=f"`{issue.updated}`",
            )
        ]
        if warnings[language]:
            parts += [language.text("What the check noticed:"), _block(warnings, language)]
        parts.append(language.text(_BEFORE_MERGING))
        return "\n\n".join(parts)

    remarks = [joined(warnings, say(_REMARK), " / "), fenced(_shown(remark))] if remark else []
    return "\n\n".join([_in_all(warnings, in_language), *remarks, f"Closes #{issue.number}"])


_REMARK = message("What its author says to those who review it:")
_BEFORE_MERGING = message(
    "Its checks start when a maintainer chooses “Approve workflows to run”. "
    "Before you merge it, read the source: no program has compared it with the quote."
)


def trailer(issue: Issue) -> str:
    """The line of a commit message by which GitHub counts it as the author's as well."""
    address = f"{issue.author_number}+{issue.author}@users.noreply.github.com"
    return f"Co-authored-by: {issue.author} <{address}>"


def _in_all(languages: Iterable[Language], say: Say) -> str:
    return _RULE.join(map(say, languages))


def _block(told: Told, language: Language) -> str:
    """What is to be told in a language, in a code block, as far as all languages find room."""
    room = _ROOM // len(told)
    entries = ["\n    ".join([*filter(None, [label]), *_shown(text).split("\n")]) for label, text in told[language]]
    shown = that_fit(entries, room, len("\n\n"))
    if len(shown) < len(entries):
        shown.append(language.text("{count} more", count=len(entries) - len(shown)))
    return fenced("\n\n".join(shown))


def _shown(text: str) -> str:
    """Words of others, not too many of them, with what nobody sees written out."""
    shown = "\n".join(map(visible, text.replace("\r\n", "\n").split("\n")))
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
