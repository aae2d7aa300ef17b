"""Ids that lead nowhere."""

from site_builder.problems import Kind


class UnknownEntity(Kind):
    """Who speaks, who passed it on, what it is about: each has a record of its own, so that it gets a page.

    Wrong:
        claimant: harbor-authority

    Right:
        claimant: harbour-authority
    """

    code = "E703"
    message = "there is no entity {id}"
    help = "did you mean {suggestion}?"
    otherwise = "add the file claims/entities/{id}.yml"
    example = {"id": "harbor-authority", "suggestion": "harbour-authority"}


class UnknownSeries(Kind):
    """A number answers a question that has a record of its own; only then can answers be compared in one chart.

    Wrong:
        figures:
          - series: ship-held
            value: 40
            hedge: about

    Right:
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E706"
    message = "there is no series {id}"
    help = "did you mean {suggestion}?"
    otherwise = "add the file claims/series/{id}.yml"
    example = {"id": "ship-held", "suggestion": "ships-held"}


class UnknownClaim(Kind):
    """A link between two claims must lead to a claim of this archive, or readers would find nothing behind it.

    Wrong:
        repeats: [2031-03-13-avel-radio-ship-damaged]

    Right:
        repeats: [2031-03-13-avel-radio-ships-damaged]
    """

    code = "E707"
    message = "there is no claim {id}"
    help = "did you mean {suggestion}?"
    otherwise = "write the id of a claim: its file's name without .yml"
    example = {"id": "2031-03-13-avel-radio-ship-damaged", "suggestion": "2031-03-13-avel-radio-ships-damaged"}


class WrongPart(Kind):
    """Outlets and organizations publish; people, organizations, outlets, countries and groups speak. Things do neither.

    The entity was taken for another one, or its kind is wrong.

    Wrong:
        claimant: port-avel

    Right:
        claimant: harbour-authority
    """

    code = "E717"
    message = "{id} is of the kind {kind}, and cannot stand here"
    help = "name an entity of another kind ({known}), or mend the kind of {id}"
    example = {"id": "port-avel", "kind": "place", "known": "person, organization, outlet, country, group"}
