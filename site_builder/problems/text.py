"""Texts that are not what they seem."""

from site_builder.problems import Kind


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
    message = "this text is not in {language}"
    help = "exchange the texts of {language} and {other}"
    otherwise = "write this text in {language}"
    example = {"language": "en", "other": "ko"}


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
    help = "write the words in {language}"
    example = {"language": "ko", "other": "en"}


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
    example = {"word": "항만청"}


class Compatibility(Kind):
    """Old Korean encodings had some hanja twice, once for each reading. Unicode keeps the copies; no search finds them.

    Wrong:
        A name has the character U+F9E1.

    Right:
        The name has 李, which is U+674E.
    """

    code = "E407"
    message = "{found} in “{word}” is a compatibility character, {character}"
    help = "write {suggestion}, which looks alike, or run claims fix"
    example = {"found": "\uf9e1", "word": "\uf9e1", "character": "U+F9E1", "suggestion": "李"}


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
    example = {"character": "U+200B", "word": "Harbour\u200b"}


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
    example = {"letter": "\u0430", "word": "H\u0430rbour", "name": "CYRILLIC SMALL LETTER A", "suggestion": "Harbour"}


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
    example = {"found": "Ｐｏｒｔ", "suggestion": "Port Avel Authority"}


class OtherScript(Kind):
    """Readers of a language expect its letters. A quote without any is right only where it is one word or a formula.

    Wrong:
        quotes:
          en:
            text: about 40 ships are held
            origin: source
            source:
              url: https://example.org/news/ships-held
              publisher: avel-post
          ko:
            text: SHIPS HELD, ABOUT 40
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

    code = "W409"
    message = "this quote has no letter of the language {language}"
    help = "write it in {language}, unless it is a name or a formula"
    example = {"language": "ko"}


class HtmlEntity(Kind):
    """A page of the web writes & as &amp; in its code. Copied from there, the code would be shown to readers.

    Wrong:
        title:
          en: Harbour Authority &amp; dock union count ships
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority & dock union count ships
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "W410"
    message = "{found} is HTML for a character, and would be shown as it stands"
    help = "write {suggestion}"
    example = {"found": "&amp;", "suggestion": "&"}


class HardSpace(Kind):
    r"""A space that does not break looks like any other one, but no search finds the words around it.

    It often comes along when text is copied from a web page.

    Wrong:
        title:
          en: "Harbour Authority puts ships held at about\u00a040"
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "W411"
    message = "there is a space of another kind, {character}, in “{word}”"
    help = "write an ordinary space"
    example = {"character": "U+00A0", "word": "40"}


class PrivateUse(Kind):
    r"""Unicode leaves some numbers to whoever makes a font. On another computer such a character is a box, or another.

    Wrong:
        title:
          en: "Harbour Authority \ue000 puts ships held at about 40"
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E412"
    message = "{character} in “{word}” is a character for private use, which every font draws otherwise"
    help = "delete the character, or type what it was meant to show"
    example = {"character": "U+E000", "word": "\ue000"}


class Heap(Kind):
    r"""Accents can be heaped upon one letter until they cover the lines around it. No language needs so many.

    Wrong:
        title:
          en: "Harbour A\u0301\u0302\u0303\u0304\u0306\u0307\u0308uthority puts ships held at about 40"
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E413"
    message = "{count} marks are heaped upon one letter in “{word}”"
    help = "delete the marks, or type the word again"
    example = {"count": 7, "word": "A\u0301\u0302\u0303\u0304\u0306\u0307\u0308uthority"}


class MixedWord(Kind):
    r"""A word that mixes alphabets is not found by search. In a quote it may stand as published; mostly it is a slip.

    Wrong:
        notes:
          en: "The p\u043ert was closed."
          ko: 항구가 폐쇄됐습니다.

    Right:
        notes:
          en: The port was closed.
          ko: 항구가 폐쇄됐습니다.
    """

    code = "W414"
    message = "the letter {letter} in “{word}” only looks right: it is {name}"
    help = "write {suggestion}, unless the word was published like this"
    otherwise = "type the word again, unless it was published like this"
    example = {"letter": "\u043e", "word": "p\u043ert", "name": "CYRILLIC SMALL LETTER O", "suggestion": "port"}


class LongLine(Kind):
    """A title stands in lists, in search results and on the tabs of browsers. What is longer is cut off there.

    Wrong:
        A title of 300 characters tells the whole story.

    Right:
        The title says who says what; the rest stands in the quote and under notes.
    """

    code = "W415"
    message = "the text has {length} characters; lists have room for {limit}"
    help = "say it shorter; longer words belong into the quote or into notes"
    example = {"length": 300, "limit": 200}


class TitleInQuotes(Kind):
    """A title is the archive's own words. Between quotation marks it looks like someone else's.

    Wrong:
        title:
          en: “Harbour Authority puts ships held at about 40”
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "W416"
    message = "the whole text stands between quotation marks, which readers will see"
    help = "leave the marks out"


class QuoteInMarks(Kind):
    """The page itself sets direct words between quotation marks. With marks of their own they would have two pairs.

    Wrong:
        quotes:
          en:
            text: “We hold about 40 ships.”
            speech: direct
            origin: source
            source:
              url: https://example.org/news/ships-held
              publisher: avel-post
          ko:
            text: 우리는 선박 약 40척의 출항을 금지했다.
            origin: translation
            from: en
            method: machine
            reviewed: false

    Right:
        quotes:
          en:
            text: We hold about 40 ships.
            speech: direct
            origin: source
            source:
              url: https://example.org/news/ships-held
              publisher: avel-post
          ko:
            text: 우리는 선박 약 40척의 출항을 금지했다.
            origin: translation
            from: en
            method: machine
            reviewed: false
    """

    code = "W419"
    message = "the quote stands between quotation marks already; speech: direct adds others"
    help = "leave the marks out"
