"""What texts are written with: the script of their language, composed characters, nothing unseen, no look-alikes."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from site_builder.checks.context import Context
from site_builder.checks.references import sources
from site_builder.languages import meant, scripts
from site_builder.model import Claim, Entity, Quote, Record
from site_builder.problems import Finding, Kind, Path

_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0"
    "\U000e0001-\U000e007f]"
)
# Some scripts (Persian, Hindi …) need joiners between their letters, and some emoji are joined of several.
_JOINER = re.compile("(?<=[\u0600-\u109f\u1780-\u18af\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]")
_WIDE_OR_HALF = re.compile(r"[\u3000\uff01-\uff9f\uffa1-\uffee]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LOOK_ALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеорсухіјѕһӏԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυ",
        "ABESIJKMHOPCTYXaeopcyxijshldqwABEZHIKMNOPTYXavopu",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look like Latin ones."""
_LATIN = frozenset({"LATIN"})
_CONFUSED = frozenset({"LATIN", "CYRILLIC", "GREEK"})


class WrongScript(Kind):
    """A text must be in the language that it stands under: readers of that language see nothing else.

    Most often two texts were exchanged, or one was not translated yet. A name may be in Latin letters in any language.

    Wrong:
        title:
          en: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
          ko: Harbour Authority puts ships held at about 40

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E311"
    message = "this text is not written in the language {language}"
    help = "exchange the texts of {language} and {other}"
    otherwise = "write this text in the language {language}"


class SameQuote(Kind):
    """Quotes are given in each language so that every reader understands them; the same words twice do not help.

    Wrong:
        quotes:
          en:
            text: about 40 ships are held
            origin: source
            source:
              url: https://example.org/news/ships-held
              publisher: avel-post
          ko:
            text: about 40 ships are held
            origin: translation
            from: en
            method: machine
            reviewed: false

    Right:
        quotes:
          en:
            text: about 40 ships are held
            origin: source
            source:
              url: https://example.org/news/ships-held
              publisher: avel-post
          ko:
            text: 선박 약 40척의 출항이 금지됐다
            origin: translation
            from: en
            method: machine
            reviewed: false
    """

    code = "E320"
    message = "the quotes {language} and {other} have the same words"
    help = "write the words in the language {language}"


class NotComposed(Kind):
    """Some computers store 한 as ㅎ, ㅏ and ㄴ, or é as e and an accent. It looks alike, but no search finds it.

    Wrong:
        A Korean title is copied from the name of a file on a Mac, which keeps the parts of each syllable apart.

    Right:
        The same title is typed on a keyboard, so that each syllable is one character.
    """

    code = "E402"
    message = "the characters of “{word}” are stored in pieces (not in Unicode form NFC)"
    help = "delete the word and type it again, or run claims fix"


class Unseen(Kind):
    r"""An invisible character breaks search, copying and comparison, and nobody can see why.

    It often comes along when text is copied from a web page or a chat.

    Wrong:
        title:
          en: "Harbour\u200b Authority puts ships held at about 40"
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E405"
    message = "there is an invisible character, {character}, in “{word}”"
    help = "delete the word and type it again"


class LookAlike(Kind):
    r"""Some Cyrillic and Greek letters look like Latin ones. A name that mixes them is not found, or deceives.

    Wrong:
        name:
          en: "H\u0430rbour Authority of Port Avel"
          ko: 아벨 항만청

    Right:
        name:
          en: Harbour Authority of Port Avel
          ko: 아벨 항만청
    """

    code = "E406"
    message = "the letter {letter} in “{word}” only looks right: it is {name}"
    help = "write {suggestion}, which looks alike"
    otherwise = "type the word again, all of it with one keyboard"


class Width(Kind):
    """Full-width and half-width letters come from East Asian typing modes. A name written with them is not found.

    Wrong:
        aliases:
          - Ｐｏｒｔ Avel Authority

    Right:
        aliases:
          - Port Avel Authority
    """

    code = "W408"
    message = "“{found}” is in full-width or half-width characters"
    help = "write {suggestion}"


def wrong_scripts(context: Context) -> Iterator[Finding]:
    """A text is written in the script of its language; where two are exchanged, that is said once."""
    for record in context.archive.records():
        for at, texts in _prose(record):
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
        elif isinstance(record, Entity):
            for key, names in (("name", record.name), ("short", record.short or {})):
                yield from _wrong_names(record, key, names, context)


def unclean(context: Context) -> Iterator[Finding]:
    """No text holds characters that nobody sees, and every character is one character."""
    for record in context.archive.records():
        for at, text in _written(record):
            if _UNSEEN.search(text) and (match := _unseen(text)):
                values = {"character": f"U+{ord(match[0]):04X}", "word": _word_at(text, match.start())}
                yield Finding(Unseen, record.file, at, values)
            if not unicodedata.is_normalized("NFC", text) and at[-1] not in ("url", "archived"):
                yield Finding(NotComposed, record.file, at, {"word": _not_composed(text)})


def unclean_names(context: Context) -> Iterator[Finding]:
    """Names are in the letters that they seem to be in, each in its usual width."""
    for entity in context.archive.entities.values():
        for at, name in _names(entity):
            if name.isascii():
                continue
            if match := _WIDE_OR_HALF.search(name):
                values = {"found": match[0], "suggestion": _usual_width(name)}
                yield Finding(Width, entity.file, at, values)
            yield from _look_alikes(entity, at, name)


def is_mixed(word: str) -> bool:
    """Whether a word has letters of several scripts that are easily taken for each other."""
    return len(_CONFUSED.intersection(map(script_of, word))) > 1


def seems_latin(word: str) -> bool:
    """Whether all of a word could be taken for Latin, without being it."""
    return len(word) > 1 and all(letter in _LOOK_ALIKES for letter in word)


@cache
def script_of(character: str) -> str:
    """The script of a letter, as its Unicode name begins; nothing for all else."""
    if not character.isalpha() or _UNSEEN.match(character):
        return ""
    return unicodedata.name(character, "").partition(" ")[0]


def _prose(record: Record) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """The texts of a record that are whole sentences, by language; quotes and names stand apart."""
    if isinstance(record, Claim):
        yield ("title",), record.title
        if record.notes:
            yield ("notes",), record.notes
        for place, correction in enumerate(record.corrections):
            yield ("corrections", place, "note"), correction.note
        if record.withdrawn:
            yield ("withdrawn", "reason"), record.withdrawn.reason
    elif isinstance(record, Entity):
        if record.description:
            yield ("description",), record.description
    else:
        yield ("question",), record.question


def _names(entity: Entity) -> Iterator[tuple[Path, str]]:
    for language, name in entity.name.items():
        yield ("name", language), name
    for language, name in (entity.short or {}).items():
        yield ("short", language), name
    for place, name in enumerate(entity.aliases):
        yield ("aliases", place), name


def _written(record: Record) -> Iterator[tuple[Path, str]]:
    """Every text that a person wrote or pasted into a record, as far as it has other characters than ASCII's."""
    for at, texts in _prose(record):
        for language, text in texts.items():
            if not text.isascii():
                yield (*at, language), text
    if isinstance(record, Claim):
        for language, quote in record.quotes.items():
            if not quote.text.isascii():
                yield ("quotes", language, "text"), quote.text
            if quote.origin == "translation" and quote.by and not quote.by.isascii():
                yield ("quotes", language, "by"), quote.by
        for at, source in sources(record):
            for key in ("url", "title", "archived"):
                value = getattr(source, key)
                if value and not value.isascii():
                    yield (*at, key), value
    elif isinstance(record, Entity):
        for at, name in _names(record):
            if not name.isascii():
                yield at, name
    else:
        for language, unit in record.unit.items():
            for form, value in unit.forms.items():
                if not value.isascii():
                    yield ("unit", language, form), value


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
        yield Finding(WrongScript, record.file, (*at, language, *below), values, related=related)


def _wrong_names(entity: Entity, key: str, names: Mapping[str, str], context: Context) -> Iterator[Finding]:
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
            yield Finding(WrongScript, entity.file, (key, language), values)


def _is_in(text: str, own: frozenset[str]) -> bool:
    """Whether a text has a letter of some scripts, or no letters at all (4,700), or the scripts are not known."""
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
    """Whether each text has a letter of its own language's scripts, or no letters at all."""
    return all(_is_in(text, _scripts(language)) for language, text in texts.items())


def _are_exchanged(texts: Mapping[str, str], one: str, other: str) -> bool:
    """Whether a text is in the script of another language, and the other language's text in its own."""
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
    own = _scripts(str(at[1])) if at[0] != "aliases" else frozenset(_CONFUSED)  # an alias may be in any script
    for match in _LETTERS.finditer(name):
        word = match[0]
        if is_mixed(word) or (seems_latin(word) and own and script_of(word[0]) not in own):
            latin = "".join(_LOOK_ALIKES.get(letter, letter) for letter in word)
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
    alike = [letter for letter in others if letter in _LOOK_ALIKES or script_of(letter) == "CYRILLIC"]
    if not alike:
        return None
    return latin[0] if 0 < len(latin) < len(others) and not is_latin else alike[0]


def _unseen(text: str) -> re.Match[str] | None:
    """The first character that nobody can see and no script needs."""
    return next((match for match in _UNSEEN.finditer(text) if not _JOINER.match(text, match.start())), None)


def _word_at(text: str, place: int) -> str:
    """The word around a place, without the rest of a line that has no spaces."""
    before, after = text[max(0, place - 20) : place].split(), text[place : place + 20].split()
    start = before[-1] if before and not text[place - 1].isspace() else ""
    return start + (after[0] if after else text[place])


def _not_composed(text: str) -> str:
    return next((word for word in text.split() if not unicodedata.is_normalized("NFC", word)), text)


def _usual_width(name: str) -> str:
    return _WIDE_OR_HALF.sub(lambda match: unicodedata.normalize("NFKC", match[0]), name)
