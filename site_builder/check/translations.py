"""Check that texts stand in every language of the site, and that translations say what they translate."""

from collections.abc import Iterator

from site_builder.check.context import Context
from site_builder.language.tags import meant
from site_builder.model import walk
from site_builder.model.roles import Role
from site_builder.problems import Finding
from site_builder.problems.translations import (
    ContradictorySpeech,
    MissingLanguage,
    NoSource,
    NothingToTranslate,
    UnknownLanguage,
    Untranslated,
)

_TEXTS = walk.by_language()
_MAY_WAIT = walk.by_language(Role.TEXT)
"""Notes and the like are shown in another language where one is missing; what stands on one line heads pages."""


def missing_languages(context: Context) -> Iterator[Finding]:
    """A text for readers is there in each language of the site, and in no other (quotes may have more).

    Notes and the like may wait for their translations, as long as they are there in one of its languages.
    """
    wanted = set(context.languages)
    for record in context.archive.records():
        for at, texts in _TEXTS(record):
            if texts.keys() == wanted:
                continue
            may_wait = not wanted.isdisjoint(texts) and (at, texts) in _MAY_WAIT(record)
            missing = [language for language in context.languages if language not in texts]
            further = [language for language in texts if language not in context.languages]
            misnamed = {language: meant(language, missing) for language in further}
            for language in missing:
                if language not in misnamed.values():
                    values = {"key": ".".join(map(str, at)), "language": language}
                    values |= {"other": own[0]} if (own := [tag for tag in context.languages if tag in texts]) else {}
                    kind = Untranslated if may_wait else MissingLanguage
                    yield Finding(kind, record.file, at, values, at_key=True)
            for language, suggestion in misnamed.items():
                if suggestion or at != ("quotes",):
                    values = {"language": language, "known": ", ".join(context.languages)}
                    values |= {"suggestion": suggestion} if suggestion else {}
                    yield Finding(UnknownLanguage, record.file, (*at, language), values, at_key=True)


def contradictory_speech(context: Context) -> Iterator[Finding]:
    """A translation has the speech of what it was translated from, whether it says so or not."""
    for claim in context.archive.claims.values():
        for language, quote in claim.quotes.items():
            if quote.origin == "source" or not quote.speech:
                continue
            origin = claim.original(language)
            if origin and origin.speech != quote.speech:
                source = next(tag for tag, each in claim.quotes.items() if each is origin)
                values = {"speech": quote.speech, "other": origin.speech, "language": source}
                at, related = ("quotes", language, "speech"), (claim.file, ("quotes", source, "text"))
                yield Finding(ContradictorySpeech, claim.file, at, values, related=related)


def unknown_origins(context: Context) -> Iterator[Finding]:
    """A translation names another quote of its claim, and one quote has the words as published."""
    for claim in context.archive.claims.values():
        for language, quote in claim.quotes.items():
            if quote.origin == "translation" and (quote.from_ == language or quote.from_ not in claim.quotes):
                others = [other for other in claim.quotes if other != language]
                suggestion = meant(quote.from_, others)
                values = {"language": quote.from_, "known": ", ".join(others)}
                values |= {"suggestion": suggestion} if suggestion else {}
                yield Finding(NothingToTranslate, claim.file, ("quotes", language, "from"), values)
        if not any(quote.origin == "source" for quote in claim.quotes.values()):
            yield Finding(NoSource, claim.file, ("quotes",), at_key=True)
