"""Problems of a record's keys and values, each by itself."""

from site_builder.problems import Kind


class UnknownKey(Kind):
    """A key that nobody knows is never shown. Most often it is misspelt, and its value would be missing from the page.

    Wrong:
        relaid_by: [orla-venn]

    Right:
        relayed_by: [orla-venn]
    """

    code = "E301"
    message = "{key} is not a key of this record"
    help = "did you mean {suggestion}?"
    otherwise = "keys here: {known}"
    example = {"key": "relaid_by", "suggestion": "relayed_by"}


class WrongType(Kind):
    """Each key takes one form of value: a text, a list, or further keys. Every page relies on that.

    Wrong:
        about: port-avel

    Right:
        about: [port-avel]
    """

    code = "E302"
    message = "{expected} is needed here"
    help = "{example}"
    example = {"expected": "a list", "example": "write the items in brackets, with commas, or each behind a hyphen"}


class NotADate(Kind):
    """Claims are sorted and found by their dates, so that all dates are written alike: year, month, day.

    Write no more than is known: 2031-03 for a month, 2031-03-14~ for about that day.

    Only said may have a time of the day, to the minute and with the zone of the place: 2031-03-14T09:30+09:00 in
    Korea, 2031-03-14T00:30Z in UTC. Without its zone a time could be any of two dozen.

    Wrong:
        said: 14 March 2031

    Right:
        said: 2031-03-14
    """

    code = "E304"
    message = "{value} is no date: {reason}"
    help = "write day, T, time and the zone of the place, as in {example} for Korea and Z for UTC, or the day alone"
    otherwise = "write year, month and day in digits: 2025, 2025-04, 2025-04-30, 2025-04-30~ or 2025-04-28/2025-04-30"
    example = {"value": "14 March 2031", "reason": "a date is written 2025, 2025-04 or 2025-04-30"}


class MissingKey(Kind):
    """Without this key a page would have a gap: nobody who said it, no date, no source.

    Wrong:
        figures:
          - series: ships-held
            value: 40

    Right:
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E306"
    message = "{key} is missing"
    help = "add a line that begins with {key}: and gives this: {meaning}"
    otherwise = "add a line that begins with {key}:"
    example = {"key": "hedge", "meaning": "How precise the claimant was. It must agree with the words of every quote."}


class NotInVocabulary(Kind):
    """This key takes one of a few words. They are shown in each language, and lists and charts are made with them.

    Wrong:
        kind: organisation
        name:
          en: Harbour Authority of Port Avel
          ko: 아벨 항만청

    Right:
        kind: organization
        name:
          en: Harbour Authority of Port Avel
          ko: 아벨 항만청
    """

    code = "E307"
    message = "{value} is none of: {known}"
    help = "did you mean {suggestion}?"
    otherwise = "choose one of them"
    example = {
        "value": "organisation",
        "known": "person, organization, outlet, country, place, group, equipment, event, topic",
        "suggestion": "organization",
    }


class NotANumber(Kind):
    """Charts are drawn from these numbers, so they are digits alone. How sure the claimant was is told under hedge.

    A decimal has a point (1.5), a number below zero a hyphen (-3), a fraction a slash (2/3, not 4/6).

    Wrong:
        figures:
          - series: ships-held
            value: about 40
            hedge: about

    Right:
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E308"
    message = "{value} is not a number"
    help = "write digits alone, without commas or words"
    example = {"value": "about 40"}


class EmptyText(Kind):
    """Readers would see a blank and wonder what is missing. A key with nothing to say is left out.

    Wrong:
        aliases:
          - Port Avel Harbor Authority
          -

    Right:
        aliases:
          - Port Avel Harbor Authority
    """

    code = "E309"
    message = "the text is empty"
    help = "write the text, or remove the key if it is optional"


class NotOneLine(Kind):
    """Titles and names stand in lists, in search results and on the tabs of browsers, which have room for one line.

    Wrong:
        title:
          en: |
            Harbour Authority
            puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E312"
    message = "the text must stand on one line"
    help = "join the lines; longer words belong into notes"


class FigureValue(Kind):
    """A claimant gives one number, or a lowest and a highest one. With both, nobody could tell which one was said.

    Wrong:
        figures:
          - series: ships-held
            value: 40
            min: 8
            max: 12
            hedge: about

    Right:
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E313"
    message = "a figure has either value, or min and/or max"
    help = "keep one of the two ways"


class FigureRange(Kind):
    """The lowest number comes before the highest. If they stand the wrong way round, a chart would show nonsense.

    Wrong:
        figures:
          - series: ships-damaged
            min: 12
            max: 8
            hedge: exact

    Right:
        figures:
          - series: ships-damaged
            min: 8
            max: 12
            hedge: exact
    """

    code = "E314"
    message = "min is not smaller than max"
    help = "exchange them, or write one value"


class ContradictoryHedge(Kind):
    """A lowest number alone says “at least”, a highest one “at most”. Another hedge would make two claims of one.

    Where the claimant named one number, write it under value: any hedge goes with it.

    Wrong:
        figures:
          - series: ships-held
            max: 40
            hedge: at-least

    Right:
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E325"
    message = "{bound} alone contradicts the hedge {hedge}"
    help = "write value in place of {bound}, or one of the hedges {known}"
    example = {"bound": "max", "hedge": "at-least", "known": "exact, about, nearly, at-most"}


class NotTrueOrFalse(Kind):
    """Readers are told whether a second person has checked a translation. There are two answers: true and false.

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
            from: en
            method: human
            reviewed: yes

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

    code = "E315"
    message = "{value} is neither true nor false"
    help = "write true or false"
    example = {"value": "yes"}


class NotAnId(Kind):
    """An id is a part of an address and the name of a file. Only letters a to z, digits and hyphens work everywhere.

    Where a record names another one, it is by that id: the name of the file without .yml.

    Wrong:
        claimant: Harbour Authority

    Right:
        claimant: harbour-authority
    """

    code = "E501"
    message = "{value} is not an id"
    help = "use lower-case ASCII letters, digits and single hyphens: {suggestion}"
    otherwise = "write the id: the name of the file of what you mean, without .yml"
    example = {"value": "Harbour Authority", "suggestion": "harbour-authority"}


class WrongForm(Kind):
    """Some values are codes by which things are looked up, with a fixed form: a language, a digest, a Wikidata item.

    Wrong:
        kind: organization
        name:
          en: Harbour Authority of Port Avel
          ko: 아벨 항만청
        wikidata: https://www.wikidata.org/wiki/Q4115189

    Right:
        kind: organization
        name:
          en: Harbour Authority of Port Avel
          ko: 아벨 항만청
        wikidata: Q4115189
    """

    code = "E316"
    message = "{value} does not have the form that is needed here"
    help = "write it like this: {example}"
    example = {"value": "https://www.wikidata.org/wiki/Q4115189", "example": "Q4115189"}


class DateNotInId(Kind):
    """The name of the file becomes the claim's address, and readers trust the date in it. It is the date under said.

    Wrong:
        # claims/2031/2031-03-14-harbour-authority-ships-held.yml
        said: 2031-03-15

    Right:
        # claims/2031/2031-03-14-harbour-authority-ships-held.yml
        said: 2031-03-14
    """

    code = "E506"
    message = "the file's name begins with {found}, but the claim was said {said}"
    help = "rename the file to {suggestion}, or mend the date"
    example = {"found": "2031-03-14", "said": "2031-03-15", "suggestion": "2031-03-15-harbour-authority-ships-held.yml"}


class WrongFolder(Kind):
    """Claims lie in the folder of the year in which they were said, so that everybody finds a claim by its id.

    Wrong:
        # claims/2030/2031-03-14-harbour-authority-ships-held.yml
        said: 2031-03-14

    Right:
        # claims/2031/2031-03-14-harbour-authority-ships-held.yml
        said: 2031-03-14
    """

    code = "E507"
    message = "a claim of {year} belongs in the folder claims/{year}/"
    help = "move the file to {suggestion}"
    example = {"year": "2031", "suggestion": "claims/2031/2031-03-14-harbour-authority-ships-held.yml"}
