"""Check the characters of texts: the script of their language, composed letters, nothing unseen, no look-alikes."""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from site_builder.check.context import Context
from site_builder.language.tags import meant, scripts
from site_builder.model import walk
from site_builder.model.records import Claim, Entity, Quote, Record
from site_builder.model.roles import Role
from site_builder.problems import Finding, Path
from site_builder.problems.text import (
    Compatibility,
    HardSpace,
    Heap,
    HtmlEntity,
    LongLine,
    LookAlike,
    MixedWord,
    NotComposed,
    OtherScript,
    PrivateUse,
    QuoteInMarks,
    SameQuote,
    TitleInQuotes,
    Unseen,
    Width,
    WrongScript,
)
from site_builder.text import characters
from site_builder.text.characters import IN_MARKS, LOOK_ALIKES, any_of

_UNSEEN = any_of(characters.INVISIBLE)
# Some scripts (Persian, Hindi …) need joiners between their letters, and some emoji are joined of several.
_JOINER = re.compile(
    rf"(?<=[\u0600-\u109f\u1780-\u18af\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[{characters.JOINERS}]"
)
_WIDE_OR_HALF = re.compile(f"[{characters.WIDE_OR_HALF}]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = frozenset({"LATIN"})
_CONFUSED = frozenset({"LATIN", "CYRILLIC", "GREEK"})

_PRIVATE_USE = any_of(characters.PRIVATE_USE)
_HEAP = re.compile(f"[{characters.HEAPED}]{{5,}}")
_HARD_SPACE = any_of(characters.HARD_SPACES)
_WIDE_LETTERS = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_OWN_WIDTH = frozenset(["ja", "zh"])
"""Languages in which full-width letters are usual."""
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[a-z][a-z0-9]+);", re.IGNORECASE)
_MAYBE_UNCLEAN = any_of(characters.PRIVATE_USE, characters.HEAPED, characters.INVISIBLE)
_MAYBE_STRANGE = any_of(characters.HARD_SPACES, r"\uff10-\uff5a", characters.GREEK_OR_CYRILLIC)
"""What nearly no text has; only where one does, it is worth a closer look."""
LONGEST_LINE = 200

_READ = walk.values(Role.LINE, Role.TEXT)
_LINES = walk.values(Role.LINE, Role.NAME, Role.SHORT_NAME)
_PROSE = walk.by_language(Role.LINE, Role.TEXT)
_NAMES_BY_LANGUAGE = walk.by_language(Role.NAME, Role.SHORT_NAME)
_NAMES = walk.values(Role.NAME, Role.SHORT_NAME)
_WRITTEN = walk.values(Role.LINE, Role.TEXT, Role.NAME, Role.SHORT_NAME, Role.URL)
"""All that a person wrote or pasted."""
_URLS = walk.values(Role.URL)


def wrong_scripts(context: Context) -> Iterator[Finding]:
    """A text is written in the script of its language; where two are exchanged, that is said once."""
    for record in context.archive.records():
        for at, texts in _PROSE(record):
            own = {language: text for language, text in texts.items() if language in context.languages}
            if not _are_in_their_own(own):
                yield from _wrong_scripts(record, at, own)
        if isinstance(record, Claim):
            missing = [language for language in context.languages if language not in record.quotes]
            texts = {tag: quote.text for tag, quote in record.quotes.items() if not (missing and meant(tag, missing))}
            if len(set(texts.values())) < len(texts) and (same := _same(record.quotes)):
                language, other = same
                related = (record.file, ("quotes", other, "text"))
                values = {"language": language, "other": other}
                yield Finding(SameQuote, record.file, ("quotes", language, "text"), values, related=related)
                texts = {tag: text for tag, text in texts.items() if tag not in same}
            if not _are_in_their_own(texts):
                yield from _wrong_scripts(record, ("quotes",), texts, ("text",))
        for at, names in _NAMES_BY_LANGUAGE(record):
            yield from _wrong_names(record, at, names, context)


def unclean(context: Context) -> Iterator[Finding]:
    """No text holds characters that nobody sees, and every character is one character."""
    for record in context.archive.records():
        for at, text in _WRITTEN(record):
            if text.isascii():
                continue
            if _MAYBE_UNCLEAN.search(text):
                if match := _PRIVATE_USE.search(text):
                    values = {"character": characters.code_point(match[0]), "word": _word_at(text, match.start())}
                    yield Finding(PrivateUse, record.file, at, values)
                if match := _HEAP.search(text):
                    heap = {"count": len(match[0]), "word": _word_at(text, match.start())}
                    yield Finding(Heap, record.file, at, heap)
                    continue
                if match := _unseen(text):
                    values = {"character": characters.code_point(match[0]), "word": _word_at(text, match.start())}
                    yield Finding(Unseen, record.file, at, values)
            # An address is written as its page wants it, composed or not.
            if not unicodedata.is_normalized("NFC", text) and (at, text) not in _URLS(record):
                yield _decomposed(record, at, text)


def unclean_names(context: Context) -> Iterator[Finding]:
    """Names are in the letters that they seem to be in, each in its usual width."""
    for entity in context.archive.entities.values():
        for at, name in _NAMES(entity):
            if name.isascii():
                continue
            if match := _WIDE_OR_HALF.search(name):
                values = {"found": match[0], "suggestion": _usual_width(name)}
                yield Finding(Width, entity.file, at, values)
            yield from _look_alikes(entity, at, name)


def unclean_prose(context: Context) -> Iterator[Finding]:
    """Texts for readers are text, not the code of a page, in ordinary letters and spaces."""
    for record in context.archive.records():
        for at, text in _READ(record):
            if "&" in text and (entity := next(_entities(text), None)):
                values = {"found": entity, "suggestion": html.unescape(entity)}
                yield Finding(HtmlEntity, record.file, at, values)
            if text.isascii() or not _MAYBE_STRANGE.search(text):
                continue
            if (match := _HARD_SPACE.search(text)) and "fr" not in at:  # French sets them before its marks
                values = {"character": characters.code_point(match[0]), "word": _word_at(text, match.start() + 1)}
                yield Finding(HardSpace, record.file, at, values)
            if (match := _WIDE_LETTERS.search(text)) and _OWN_WIDTH.isdisjoint(at):
                values = {"found": match[0], "suggestion": unicodedata.normalize("NFKC", match[0])}
                yield Finding(Width, record.file, at, values)
            yield from _mixed_words(record, at, text)


def long_lines(context: Context) -> Iterator[Finding]:
    """The heading of a page fits into lists, and is in the archive's own words."""
    for record in context.archive.records():
        for at, text in _LINES(record):
            if len(text) > LONGEST_LINE:
                yield Finding(LongLine, record.file, at, {"length": len(text), "limit": LONGEST_LINE})
            if at[0] in ("title", "question") and IN_MARKS.fullmatch(text):
                yield Finding(TitleInQuotes, record.file, at)


def quotes_in_marks(context: Context) -> Iterator[Finding]:
    """Words that the page sets between quotation marks have none of their own around them."""
    for claim in context.archive.claims.values():
        for language, quote in claim.quotes.items():
            if IN_MARKS.fullmatch(quote.text) and claim.speech(language) == "direct":
                yield Finding(QuoteInMarks, claim.file, ("quotes", language, "text"))


def is_mixed(word: str) -> bool:
    """Tell whether a word mixes letters of scripts that are easily taken for each other."""
    return len(_CONFUSED.intersection(map(script_of, word))) > 1


def seems_latin(word: str) -> bool:
    """Tell whether all letters of a word look Latin, and none is."""
    return len(word) > 1 and all(letter in LOOK_ALIKES for letter in word)


@cache
def script_of(character: str) -> str:
    """The script of a letter, as its Unicode name begins; nothing for all else."""
    if not character.isalpha() or _UNSEEN.match(character):
        return ""
    return unicodedata.name(character, "").partition(" ")[0]


def _wrong_scripts(record: Record, at: Path, texts: Mapping[str, str], below: Path = ()) -> Iterator[Finding]:
    wrong = [language for language, text in texts.items() if not _is_in(text, _scripts(language))]
    said: set[str] = set()
    for language in wrong:
        others = [tag for tag in wrong if tag != language and _are_exchanged(texts, language, tag)]
        if language in said:
            continue
        said.update(others)
        values, related = {"language": language}, None
        if others:
            values |= {"other": others[0]}
            related = (record.file, (*at, others[0], *below))
        kind = OtherScript if at == ("quotes",) and not others else WrongScript
        yield Finding(kind, record.file, (*at, language, *below), values, related=related)


def _wrong_names(record: Record, at: Path, names: Mapping[str, str], context: Context) -> Iterator[Finding]:
    """A name in no letters of its language and no Latin ones, or with letters of another language of the site."""
    of_others = frozenset().union(*map(_scripts, context.languages)) - _LATIN
    for language, name in names.items():
        own = _scripts(language)
        strange = of_others - own
        if not _is_in(name, own and own | _LATIN) or any(script_of(letter) in strange for letter in name):
            values = {"language": language}
            exchanged = [tag for tag in names if tag != language and _are_exchanged(names, language, tag)]
            if exchanged:
                values |= {"other": exchanged[0]}
            related = (record.file, (*at, exchanged[0])) if exchanged else None
            yield Finding(WrongScript, record.file, (*at, language), values, related=related)


def is_in_letters_of(text: str, tag: str) -> bool:
    """Tell whether a text can be in a language by its letters."""
    return _is_in(text, _scripts(tag))


def _is_in(text: str, own: frozenset[str]) -> bool:
    """True if a text has a letter of some scripts, or no letters at all (4,700), or the scripts are not known."""
    if not own:
        return True
    has_letters = False
    for character in text:
        script = script_of(character)
        if script in own:
            return True
        has_letters = has_letters or bool(script)
    return not has_letters


def _are_in_their_own(texts: Mapping[str, str]) -> bool:
    """True if each text has a letter of its own language's scripts, or no letters at all."""
    return all(_is_in(text, _scripts(language)) for language, text in texts.items())


def _are_exchanged(texts: Mapping[str, str], one: str, other: str) -> bool:
    """True if a text is in the script of another language, and the other language's text in that of this one."""
    first, second = _scripts(one), _scripts(other)
    is_elsewhere = bool(second) and not _is_in(texts[one], first) and _is_in(texts[one], second)
    return is_elsewhere and _is_in(texts[other], first)


_scripts = cache(scripts)


def _same(quotes: Mapping[str, Quote]) -> tuple[str, str] | None:
    """Two languages whose quotes have the same words, first the one to be changed.

    Languages of one script may share a few words: `Non!`.
    """
    first: dict[str, str] = {}
    for language, quote in quotes.items():
        other = first.setdefault(quote.text, language)
        is_shared = _scripts(language) == _scripts(other) and len(quote.text.split()) < 4
        if other != language and not is_shared and any(map(str.isalpha, quote.text)):
            is_first_wrong = _is_in(quote.text, _scripts(language)) and not _is_in(quote.text, _scripts(other))
            return (other, language) if is_first_wrong else (language, other)
    return None


def _look_alikes(entity: Entity, at: Path, name: str) -> Iterator[Finding]:
    is_in_language = isinstance(at[-1], str)  # an alias stands in a list, and may be in any script
    own = _scripts(str(at[-1])) if is_in_language else _CONFUSED
    for match in _LETTERS.finditer(name):
        word = match[0]
        if is_mixed(word) or (seems_latin(word) and own and script_of(word[0]) not in own):
            latin = characters.look_alike_latin(word)
            is_latin = _LATIN.issuperset(map(script_of, latin))
            letter = _strange_letter(word, is_latin)
            if letter:
                values = {"letter": letter, "word": word, "name": unicodedata.name(letter)}
                yield Finding(LookAlike, entity.file, at, values | ({"suggestion": latin} if is_latin else {}))
                return


def _strange_letter(word: str, is_latin: bool) -> str | None:
    """The letter of a mixed word that is most likely the wrong one: of the rarer script, and like one of the other.

    Greek letters that look like nothing else are meant: `ΔT`.
    """
    latin = [letter for letter in word if script_of(letter) == "LATIN"]
    others = [letter for letter in word if script_of(letter) in _CONFUSED - _LATIN]
    alike = [letter for letter in others if letter in LOOK_ALIKES or script_of(letter) == "CYRILLIC"]
    if not alike:
        return None
    return latin[0] if 0 < len(latin) < len(others) and not is_latin else alike[0]


def _mixed_words(record: Record, at: Path, text: str) -> Iterator[Finding]:
    for match in _LETTERS.finditer(text):
        word = match[0]
        if not word.isascii() and is_mixed(word):
            latin = characters.look_alike_latin(word)
            is_latin = _LATIN.issuperset(map(script_of, latin))
            letter = _strange_letter(word, is_latin)
            if letter:
                values = {"letter": letter, "word": word, "name": unicodedata.name(letter)}
                yield Finding(MixedWord, record.file, at, values | ({"suggestion": latin} if is_latin else {}))
                return


def _entities(text: str) -> Iterator[str]:
    """The characters that are written as HTML writes them."""
    return (match[0] for match in _ENTITY.finditer(text) if html.unescape(match[0]) != match[0])


def _decomposed(record: Record, at: Path, text: str) -> Finding:
    """A word in pieces, or one with a character that Unicode has twice."""
    word = _not_composed(text)
    twice = next((each for each in word if _is_twice(each)), None)
    if twice is None:
        return Finding(NotComposed, record.file, at, {"word": word})
    usual = unicodedata.normalize("NFC", twice)
    values = {"found": twice, "word": word, "character": characters.code_point(twice), "suggestion": usual}
    return Finding(Compatibility, record.file, at, values)


def _is_twice(character: str) -> bool:
    """Tell a character that is another one to Unicode, and no mark of a letter or part of one."""
    return unicodedata.normalize("NFC", character) != character and len(unicodedata.normalize("NFD", character)) == 1


def _unseen(text: str) -> re.Match[str] | None:
    """The first character that nobody can see and no script needs."""
    return next((match for match in _UNSEEN.finditer(text) if not _JOINER.match(text, match.start())), None)


def _word_at(text: str, place: int) -> str:
    """The word around a place, without the rest of a line that has no spaces."""
    before, after = text[max(0, place - 20) : place].split(), text[place : place + 20].split()
    start = before[-1] if before and not text[place - 1].isspace() else ""
    return start + (after[0] if after else text[place : place + 1])


def _not_composed(text: str) -> str:
    return next((word for word in text.split() if not unicodedata.is_normalized("NFC", word)), text)


def _usual_width(name: str) -> str:
    return _WIDE_OR_HALF.sub(lambda match: unicodedata.normalize("NFKC", match[0]), name)
