"""Records that tell of one thing twice."""

from site_builder.problems import Kind


class Duplicate(Kind):
    """A claim that is recorded twice is counted twice, and its two pages will sooner or later say different things.

    Wrong:
        Two files quote the same words of the same claimant from the same page, said on the same date.

    Right:
        One file holds the claim. Further articles about it stand under reports, in the same file.
    """

    code = "E701"
    message = "{other} is the same claim: same words, source, claimant and date"
    help = "delete one of the two files"
    example = {"other": "2031-03-14-ships-held"}


class NearDuplicate(Kind):
    """Two quotes with nearly the same words are often one claim, taken from two articles or cut differently.

    Two claims are right where there were two occasions. If one answers the other, a link says so and this warning ends.

    Wrong:
        One file quotes “about 40 ships are held”, another “about 40 ships are held now”: one claimant, one month.

    Right:
        One file holds the claim, and the second article stands under reports. Or, if it was said twice, the later claim
        has repeats or revises with the id of the earlier one.
    """

    code = "W702"
    message = "{other} has nearly the same words"
    help = "if it is one claim, keep one file and add the other source to reports; if not, link it: repeats: [{other}]"
    example = {"other": "2031-03-14-ships-held"}


class TwoPublishers(Kind):
    """One page has one publisher. With two, half of its claims are missing from the page of the right one.

    Wrong:
        One file names avel-post as the publisher of https://example.org/news/ships-held, another one names avel-radio.

    Right:
        Both files name avel-post, whose page it is.
    """

    code = "W709"
    message = "elsewhere the publisher of this page is {publisher}"
    help = "write {publisher}, or mend the other record"
    example = {"publisher": "avel-post"}


class CopiedRelays(Kind):
    """Who begins a record as a copy of another easily leaves in it who passed the other claim on.

    They are right if the new article has them too; this warning ends when the quote or the notes name one of them.

    Wrong:
        A new file has the relayed_by of an older one, but quotes another article, in which nobody of that name speaks.

    Right:
        The new file names those who passed the claim on in its own article, or has no relayed_by.
    """

    code = "W735"
    message = "the same people passed on {other}, but nothing in this claim names them: {relays}"
    help = "delete relayed_by if it came along with a copy; if they did pass it on, say so in notes"
    example = {"other": "2031-03-14-harbour-authority-ships-held", "relays": "orla-venn"}


class SameName(Kind):
    """Two entities with one name are often one entity, whose claims are then spread over two pages.

    Two people can have the same name: tell them apart in the names, for example by their office.

    Wrong:
        claims/entities/avel-post.yml and claims/entities/the-avel-post.yml both have the name Avel Post.

    Right:
        One file has the name Avel Post, and other spellings of it as aliases.
    """

    code = "W715"
    message = "{other} is called {name} as well"
    help = "keep one of the two, or make their names differ"
    example = {"other": "avel-post", "name": "Avel Post"}
