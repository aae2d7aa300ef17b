"""Links between records that cannot be right."""

from site_builder.problems import Kind


class Cycle(Kind):
    """A whole cannot be a part of its own part: lists and sums that follow the parts would never end.

    Wrong:
        kind: organization
        name:
          en: Harbour Authority of Port Avel
          ko: 아벨 항만청
        part_of: harbour-authority

    Right:
        kind: organization
        name:
          en: Harbour Authority of Port Avel
          ko: 아벨 항만청
        part_of: port-avel
    """

    code = "E704"
    message = "this makes {id} a part of itself: {way}"
    help = "remove the part_of or sum_of that is wrong"
    example = {"id": "harbour-authority", "way": "harbour-authority → harbour-authority"}


class Unused(Kind):
    """An entity that no claim names has an empty page. Most often its id is misspelt where it was meant.

    Wrong:
        claims/entities/dock-union.yml is added, but no claim names dock-union.

    Right:
        A claim has the line claimant: dock-union, or names it under relayed_by, about or publisher.
    """

    code = "W705"
    message = "no record names this entity"
    help = "name {id} in a claim, or delete the file if it is new"
    example = {"id": "dock-union"}


class LaterClaim(Kind):
    """Nobody can revise, dispute or repeat what has not been said yet. The two claims or their dates were exchanged.

    Wrong:
        A claim said on 2031-03-12 revises one that was said on 2031-03-14.

    Right:
        The claim said on 2031-03-14 revises the one that was said on 2031-03-12.
    """

    code = "E708"
    message = "{id} was said later, {date}"
    help = "put the link into the later claim, or mend the dates"
    example = {"id": "2031-03-14-harbour-authority-ships-held", "date": "2031-03-14"}


class OthersClaim(Kind):
    """Only the one who made a claim can revise it. When others say something else, they dispute it.

    Wrong:
        claimant: harbour-authority
        revises: [2031-03-13-dock-union-ships-held]

    Right:
        claimant: harbour-authority
        disputes: [2031-03-13-dock-union-ships-held]
    """

    code = "E710"
    message = "{id} is a claim by {claimant}"
    help = "write disputes or repeats in place of revises, or mend the claimant"
    example = {"id": "2031-03-13-dock-union-ships-held", "claimant": "dock-union"}


class OtherQuestion(Kind):
    """A claim revises an earlier answer to the same question. Here both have numbers, but for different questions.

    Wrong:
        revises: [2031-03-12-harbour-authority-ships-held]
        figures:
          - series: ships-affected
            value: 50
            hedge: about

    Right:
        revises: [2031-03-12-harbour-authority-ships-held]
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "W711"
    message = "{id} answers other questions: {series}"
    help = "name the claim that this one replaces, or remove the link"
    example = {"id": "2031-03-12-harbour-authority-ships-held", "series": "ships-in-port, ships-held"}


class RevisionCycle(Kind):
    """Revisions lead from the newest claim to the oldest. In a circle there is no newest one.

    Wrong:
        Two claims of the same day each have revises with the id of the other.

    Right:
        Only the later one of the two has revises.
    """

    code = "E712"
    message = "the revisions go in a circle: {way}"
    help = "remove revises from the claim that was said first"
    example = {"way": "2031-03-14-first-words → 2031-03-14-other-words → 2031-03-14-first-words"}


class LinkToItself(Kind):
    """A link to another claim tells readers how the two stand to each other; to itself it tells nothing.

    Wrong:
        repeats: [2031-03-14-harbour-authority-ships-held]

    Right:
        repeats: [2031-03-13-avel-radio-ships-damaged]
    """

    code = "E713"
    message = "the claim is linked to itself"
    help = "write the id of the other claim, or remove the link"


class NamedTwice(Kind):
    """An id that stands twice in a list says nothing more than once, and may stand where another one was meant.

    Wrong:
        about: [port-avel, march-storm, port-avel]

    Right:
        about: [port-avel, march-storm]
    """

    code = "W714"
    message = "{id} stands twice in this list"
    help = "remove one of the two"
    example = {"id": "port-avel"}


class Unanswered(Kind):
    """A question that no claim answers has an empty page. Most often its id is misspelt where it was meant.

    Wrong:
        claims/series/ships-sunk.yml is added, but no figure has the line series: ships-sunk.

    Right:
        A figure of a claim has the line series: ships-sunk.
    """

    code = "W716"
    message = "no record names this series"
    help = "name {id} in a figure, or delete the file if it is new"
    example = {"id": "ships-sunk"}


class MergeCycle(Kind):
    """The address of what was merged leads on to another record. In a circle, a reader would never arrive.

    Wrong:
        kind: organization
        name:
          en: Harbour Authority of Port Avel
          ko: 아벨 항만청
        merged_into: harbour-authority

    Right:
        kind: organization
        name:
          en: Harbour Authority of Port Avel
          ko: 아벨 항만청
    """

    code = "E718"
    message = "this merges {id} into itself: {way}"
    help = "remove merged_into from the record that stays"
    example = {"id": "harbour-authority", "way": "harbour-authority → harbour-authority"}


class UnlikeMerge(Kind):
    """Two records are merged because they are of one thing, and one thing is of one kind.

    Wrong:
        kind: group
        name:
          en: Dockers of Port Avel
          ko: 아벨항 부두 노동자
        merged_into: dock-union

    Right:
        kind: organization
        name:
          en: Dockers of Port Avel
          ko: 아벨항 부두 노동자
        merged_into: dock-union
    """

    code = "E719"
    message = "{id} is of the kind {other}, this entity of the kind {kind}"
    help = "name an entity of the same kind, or mend the kind of one of the two"
    example = {"id": "dock-union", "other": "organization", "kind": "group"}
