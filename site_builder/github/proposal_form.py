"""The form by which a claim is proposed without git: its questions are those of `claims new`, under the same names."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic.fields import FieldInfo

from site_builder.github import labels
from site_builder.github.all_languages import Say, say
from site_builder.github.issue_form import Form, Kind, Question
from site_builder.model.records import HEDGES, METHODS, SPEECH, Claim
from site_builder.new.statement import BASIS, RELATIONS
from site_builder.problems import message

ANOTHER = "another"
"""Stands for a language that the site does not have, whose tag is the answer to the question behind."""
QUOTE_LANGUAGE, OTHER_LANGUAGE, REMARK, PROMISES = "quote-language", "other-language", "remark", "promises"
"""The questions whose answers are no options of `claims new`, or not by themselves."""
LISTS = ("about", "relayed-by", *RELATIONS)
"""The questions that are answered with a name or an id a line."""


def form(tags: Sequence[str]) -> Form:
    """The form of a site with languages of these tags."""
    return Form(
        file="propose.yml",
        name=say(message("Propose a claim")),
        description=say(message("A statement that the archive does not have yet, without files and without git")),
        title="Claim: ",
        label=labels.PROPOSAL,
        introduction=[
            say(message("One statement by one claimant on one occasion. Two statements are two proposals.")),
            say(
                message(
                    "A maintainer reads what you send. Once it is approved, a program makes the record of it and "
                    "proposes it to the archive, or says in a comment what is missing; you can then edit your text."
                )
            ),
        ],
        questions=[
            *_of_the_source(),
            *_of_the_words(tags),
            *_of_the_claim(),
            *_of_the_number(tags),
            *_of_other_claims(),
            *_of_all(tags),
        ],
    )


def _naming(message_id: str, tag: str) -> Say:
    """Say a message that names a language."""
    return lambda language: language.text(message_id, language=language.name_of(tag))


def _name_of(tag: str) -> Say:
    return lambda language: language.name_of(tag)


def _described(model: type, name: str) -> Say:
    """Say what the model says of a key."""
    fields: Mapping[str, FieldInfo] = vars(model)["__pydantic_fields__"]
    return say(fields[name].description or "")


def _of_the_source() -> Iterator[Question]:
    yield Question(
        "url", Kind.LINE, say(message("Address of the article")), example="https://example.org/news/1", is_required=True
    )
    yield Question("publisher", Kind.LINE, say(message("Who published it?")), _NAME_OR_ID, is_required=True)
    yield Question("headline", Kind.LINE, say(message("Headline of the article")))
    yield Question(
        "published",
        Kind.LINE,
        say(message("When was it published?")),
        say(message("Written `2031-03-14`, or `2031-03` if only the month is known.")),
    )


def _of_the_words(tags: Sequence[str]) -> Iterator[Question]:
    known: dict[str, Say] = {tag: _name_of(tag) for tag in tags}
    yield Question(
        "quote",
        Kind.WORDS,
        say(message("The words as published")),
        say(message("Letter for letter, with the quotation marks of the source.")),
        is_required=True,
    )
    yield Question(
        QUOTE_LANGUAGE,
        Kind.CHOICE,
        say(message("In which language were they published?")),
        choices={**known, ANOTHER: say(message("a language that this list does not have"))},
        is_required=True,
    )
    yield Question(
        OTHER_LANGUAGE,
        Kind.LINE,
        say(message("The tag of that language, if the list does not have it")),
        say(message("Two or three letters, as in `uk` or `ru`.")),
    )
    for tag in tags:
        yield Question(
            f"translation-{tag}",
            Kind.WORDS,
            _naming(message("The words translated into {language}"), tag),
            say(message("Leave this empty for the language that they were published in.")),
        )
    yield Question(
        "translated-by",
        Kind.CHOICE,
        say(message("Who translated them?")),
        choices={method: say(meaning) for method, meaning in METHODS.items()},
    )
    yield Question(
        "speech",
        Kind.CHOICE,
        say(message("Whose words are they?")),
        say(message("Without an answer, words between quotation marks are the claimant's own.")),
        choices={speech: say(meaning) for speech, meaning in SPEECH.items()},
    )


def _of_the_claim() -> Iterator[Question]:
    yield Question("claimant", Kind.LINE, say(message("Who made the claim?")), _NAME_OR_ID, is_required=True)
    yield Question("said", Kind.LINE, say(message("When was it said?")), _described(Claim, "said"), is_required=True)
    yield Question(
        "relayed-by",
        Kind.WORDS,
        say(message("Who passed it on to the public?")),
        say(message("A name or an id on each line, in order. Leave this empty if nobody did.")),
    )
    yield Question(
        "about",
        Kind.WORDS,
        say(message("What is it about?")),
        say(message("A name or an id on each line, the most important first.")),
        is_required=True,
    )


def _of_the_number(tags: Sequence[str]) -> Iterator[Question]:
    yield Question(
        "series",
        Kind.LINE,
        say(message("Which question of the archive does it answer with a number?")),
        say(message("The question as it stands there, or its id. Leave this and the next two empty if there is none.")),
    )
    yield Question(
        "value",
        Kind.LINE,
        say(message("The number")),
        say(message("The number: 4700, or 8-12; 12.5, -3, 2/3 where the question asks for such.")),
    )
    yield Question(
        "hedge",
        Kind.CHOICE,
        say(message("How precise is it, by the words of the quote?")),
        choices={hedge: say(meaning) for hedge, meaning in HEDGES.items()},
    )
    for tag in tags:
        yield Question(
            f"basis-{tag}",
            Kind.LINE,
            _naming(BASIS, tag),
            say(message("Only where no words of the quote have it, as when it was added up.")),
        )


def _of_other_claims() -> Iterator[Question]:
    for key, asked in RELATIONS.items():
        yield Question(
            key,
            Kind.WORDS,
            say(asked),
            say(message("Its address or its id in the archive, one a line. Leave this empty if there is none.")),
        )


def _of_all(tags: Sequence[str]) -> Iterator[Question]:
    for tag in tags:
        yield Question(
            f"title-{tag}",
            Kind.LINE,
            _naming(message("Title in {language}"), tag),
            _described(Claim, "title"),
            is_required=True,
        )
    yield Question(
        REMARK,
        Kind.TEXT,
        say(message("What should those who review it know?")),
        say(message("This does not become part of the record.")),
    )
    yield Question(
        PROMISES,
        Kind.BOXES,
        say(message("Before you send it")),
        choices={"read": say(WORD_FOR_WORD), "neutral": say(WITHOUT_VERDICT)},
        is_required=True,
    )


_NAME_OR_ID = say(message("Its name in any language, or its id."))
WORD_FOR_WORD = message("I read the source myself, and the quotation is word for word.")
WITHOUT_VERDICT = message("The title and notes say who said what, not who is right.")
