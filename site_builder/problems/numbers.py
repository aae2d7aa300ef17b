"""Problems of numbers in words: figures that quotes do not give, quotes and titles that give others."""

from site_builder.problems import Kind


class NotInQuote(Kind):
    """The words are the claim, and a figure only says again what they say: every quote gives it, in words or digits.

    Where no words give it, as a “division-sized” force, the figure says under basis how the number follows.

    Wrong:
        figures:
          - series: ships-held
            value: 45
            hedge: about

    Right:
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E741"
    message = "the quote in {language} does not give {figure}"
    help = "it says “{words}”: correct the number or the quote, or say under basis how the number follows"
    otherwise = "correct the number or the quote, or say under basis how the number follows from the words"
    example = {"language": "en", "figure": "45", "words": "about 40"}
    related = "the words"


class OtherHedge(Kind):
    """“About 40”, “more than 40” and “40” are different claims. The figure has the hedge that the words have.

    Wrong:
        figures:
          - series: ships-held
            value: 40
            hedge: exact

    Right:
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E742"
    message = "the quote in {language} says “{words}”, which is another hedge"
    help = "write hedge: {hedge}, or correct the quote"
    otherwise = "compare the figure with every quote, and correct what is wrong"
    example = {"language": "en", "words": "about 40", "hedge": "about"}
    related = "the words"


class NotInOther(Kind):
    """A translation gives the numbers of its original, each with its hedge: “more than 40” is not “40”.

    Wrong:
        quotes:
          en:
            text: about 40 ships are held
            origin: source
            source:
              url: https://example.org/news/ships-held
              publisher: avel-post
          ko:
            text: 선박 40척의 출항이 금지됐다
            origin: translation
            from: en
            method: human
            reviewed: true

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
            method: human
            reviewed: true
    """

    code = "W743"
    message = "the quote in {language} says “{words}”, the one in {other} does not"
    help = "compare both quotes, and put the number into words that mean the same"
    example = {"language": "en", "words": "about 40", "other": "ko"}
    related = "the other words"


class TitleNumber(Kind):
    """A title sums up what the quote says, so its numbers are those of the quote and of the figures.

    Wrong:
        title:
          en: Harbour Authority puts ships held at about 60
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "W744"
    message = "the title in {language} says “{words}”, as no figure and no quote does"
    help = "compare the title with the quotes"
    example = {"language": "en", "words": "at about 60"}


class OtherTitle(Kind):
    """A title sums up what the claim says: where the claim has a figure, the title does not give another number.

    Wrong:
        title:
          en: Harbour Authority puts ships held at about 60
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
        figures:
          - series: ships-held
            value: 40
            hedge: about

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E746"
    message = "the title in {language} says “{words}”, the figure is {figure}"
    help = "compare the title with the quotes"
    example = {"language": "en", "words": "at about 60", "figure": "40"}


class TitleHedge(Kind):
    """Most readers see nothing but the title. It does not make a number more certain than the claimant did.

    Wrong:
        title:
          en: Harbour Authority puts ships held at 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
        figures:
          - series: ships-held
            value: 40
            hedge: about

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E745"
    message = "the title in {language} says “{words}”, the figure has hedge: {hedge}"
    help = "put the hedge into the title, in the words of the language"
    example = {"language": "en", "words": "at 40", "hedge": "about"}
