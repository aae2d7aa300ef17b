"""Texts that a language of the site lacks, and translations of nothing."""

from site_builder.problems import Kind


class MissingLanguage(Kind):
    """Every page exists in each language of the site, so its title, names, question and quotes are needed in each.

    If you do not speak a language, write a machine translation and say so (method: machine); others will improve it.

    Wrong:
        title:
          en: Harbour Authority puts ships held at about 40

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E310"
    message = "{key} has no text in {language}"
    help = "add these lines, and translate what stands there in {other}"
    otherwise = "add the text in this language"
    example = {"key": "title", "language": "ko", "other": "en"}


class Untranslated(Kind):
    """Readers of the other language see this text in the language in which it is, with a label that says so.

    If you do not speak a language, leave this for others. A wrong translation is worse than none.

    Wrong:
        notes:
          en: The number is for the evening.

    Right:
        notes:
          en: The number is for the evening.
          ko: 저녁 기준 수치입니다.
    """

    code = "W323"
    message = "{key} has no text in {language}"
    help = "add these lines, and translate what stands there in {other}"
    otherwise = "add the text in this language"
    example = {"key": "notes", "language": "ko", "other": "en"}


class UnknownLanguage(Kind):
    """A text in a language that the site does not have would never be shown. Only quotes may have further languages.

    Wrong:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
          kr: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E317"
    message = "{language} is none of the site's languages: {known}"
    help = "did you mean {suggestion}?"
    otherwise = "take the text out, or put it under the language that it is in"
    example = {"language": "kr", "known": "en, ko"}


class NothingToTranslate(Kind):
    """A translation names the quote that it was made from, so that readers can compare the two.

    Wrong:
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
            from: fr
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

    code = "E318"
    message = "there is no quote {language} that this one could translate"
    help = "did you mean {suggestion}?"
    otherwise = "write one of {known}"
    example = {"language": "fr", "known": "en"}


class NoSource(Kind):
    """The archive keeps the words themselves. If all quotes are translations, nobody can check them.

    The words as published may stand in a further language, such as ru or fr, beside those of the site.

    Wrong:
        quotes:
          en:
            text: about 40 ships are held
            origin: translation
            from: ko
            method: machine
            reviewed: false
          ko:
            text: 선박 약 40척의 출항이 금지됐다
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

    code = "E319"
    message = "every quote is a translation; none has the words as published"
    help = "add the quoted source"


class ContradictorySpeech(Kind):
    """A translation puts the words of another quote into its language. Whose words they are does not change by that.

    The key speech is needed in the quote with the words as published only; its translations follow it.

    Wrong:
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
            speech: reported
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

    code = "E345"
    message = "this translation is {speech}, but its original in {language} is {other}"
    help = "leave speech out here, or mend it in the original"
    example = {"speech": "reported", "language": "en", "other": "direct"}
