"""Problems of a series with its measure: its unit, its currency, the series that it is a part of."""

from site_builder.problems import Kind


class MissingForm(Kind):
    """Words change with numbers: 1 ship, 2 ships. Without one of the forms a page would say “1 ships”.

    The forms of each language are those of CLDR. English has one and other, Korean other alone, Ukrainian four.

    Wrong:
        unit:
          en:
            other: ships
          ko:
            other: 척

    Right:
        unit:
          en:
            one: ship
            other: ships
          ko:
            other: 척
    """

    code = "E326"
    message = "the unit has no form {form} in {language}, as {number} needs it"
    help = "add a line that begins with {form}: and gives the word for {number}"
    example = {"form": "one", "language": "en", "number": "1"}


class UnusedForm(Kind):
    """No number takes this form in this language, so nobody would ever read it. Most often it belongs to another one.

    Wrong:
        unit:
          en:
            one: ship
            other: ships
          ko:
            one: 척
            other: 척

    Right:
        unit:
          en:
            one: ship
            other: ships
          ko:
            other: 척
    """

    code = "E327"
    message = "no number takes the form {form} in {language}"
    help = "remove the line; the forms of this language are: {known}"
    example = {"form": "one", "language": "ko", "known": "other"}


class UnfitKey(Kind):
    """Percent, shares and money are said without a unit. Only money has a currency.

    Wrong:
        measure: money
        currency: USD
        unit:
          en:
            one: dollar
            other: dollars
          ko:
            other: 달러

    Right:
        measure: money
        currency: USD
    """

    code = "E328"
    message = "{key} does not go with the measure {measure}"
    help = "remove {key}, or write another measure"
    example = {"key": "unit", "measure": "money"}


class UnknownCurrency(Kind):
    """A currency is told by its three letters in ISO 4217, from which each language makes its sign or its name.

    Wrong:
        measure: money
        currency: USB

    Right:
        measure: money
        currency: USD
    """

    code = "E329"
    message = "there is no currency {value}"
    help = "write the three letters of ISO 4217: USD, KRW, EUR"
    example = {"value": "USB"}


class OtherMeasure(Kind):
    """Parts and their whole are compared and added up, and stand in one chart: ships with ships, money with money.

    So do the answers to a series and to the one that it was merged into.

    Wrong:
        sum_of: [ships-held, storm-cost]

    Right:
        sum_of: [ships-held, ships-damaged]
    """

    code = "E330"
    message = "{id} has another measure ({other}) than this series ({measure})"
    help = "remove {id} here, or give both series the same measure and currency"
    example = {"id": "storm-cost", "other": "money USD", "measure": "count"}
