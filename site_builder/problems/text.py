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
