"""Changes of what must not change once it is published."""

from site_builder.problems import Kind


class UsedAgain(Kind):
    """The id of a withdrawn claim stays with it: who follows an old link must find why it was withdrawn.

    Wrong:
        The record of a withdrawn claim is replaced by another claim of the same name.

    Right:
        The withdrawn record stays as it is; the new claim gets a file of its own.
    """

    code = "E504"
    message = "{id} was withdrawn; its id is not used again"
    help = "restore the withdrawn record and give the new claim another id"
    example = {"id": "2031-03-14-ships-held"}


class Vanished(Kind):
    """Journalists link to a claim's page. It may be withdrawn, with a reason; it may not disappear.

    An entity or a question that turned out to be another one is merged into it: its file stays, with a line that begins
    with merged_into: and has the other's id, and its address leads there.

    Wrong:
        The file of a published claim is deleted.

    Right:
        withdrawn:
          on: 2031-04-02
          reason:
            en: The outlet withdrew its report.
            ko: 매체가 기사를 취소했습니다.
    """

    code = "E505"
    message = "the published record {id} is gone"
    help = "restore the file; if the claim should not stand, add the key withdrawn with on: {today} and a reason"
    otherwise = "restore the file; if another record stands for the same thing, add the line {line}"
    example = {"id": "2031-03-14-ships-held", "today": "2031-04-02"}


class Renamed(Kind):
    """An id is a part of an address, and addresses are for ever.

    Wrong:
        claims/entities/avel-post.yml is renamed to claims/entities/the-avel-post.yml.

    Right:
        The first file stays, with a further line, merged_into: the-avel-post. The second is added beside it.
    """

    code = "E508"
    message = "the published record {id} was renamed to {new}; ids are for ever"
    help = "give the file its old name back, or restore the old file beside the new one and add the line {line}"
    otherwise = "give the file its old name back, or withdraw the old record and add the new one beside it"
    example = {"id": "avel-post", "new": "the-avel-post", "line": "merged_into: the-avel-post"}


class Unmerged(Kind):
    """The address of what was merged leads on to another record, and readers have followed it. It leads on for ever.

    Wrong:
        The line merged_into: avel-post is removed from claims/entities/the-avel-post.yml, where it was published.

    Right:
        The line stays, or names another entity. For something else of that name a new file is added.
    """

    code = "E515"
    message = "the published record {id} no longer leads to {into}, into which it was merged"
    help = "restore the line merged_into: {into}, or name another record there"
    example = {"id": "the-avel-post", "into": "avel-post"}


class ChangedSilently(Kind):
    """Readers may have quoted the old words or the old number. A change is allowed, and says so on the page.

    Wrong:
        A quote of a published claim is edited and nothing else.

    Right:
        corrections:
          - on: 2031-04-02
            kind: typo
            note:
              en: The quote had a misspelt word.
              ko: 인용문의 오자를 바로잡았습니다.
    """

    code = "E514"
    message = "a published claim has changed without a correction: {key}"
    help = "add an entry to corrections with on: {today}, kind: {correction} and a note that says what was changed"
    example = {"key": "quotes", "today": "2031-04-02", "correction": "typo"}


class ChangedMeasure(Kind):
    """The measure of a series says what all of its published numbers mean. With another one, each of them would lie.

    Wrong:
        The currency of a published series is changed from USD to KRW.

    Right:
        The series stays as it is, and claims are given a second series in KRW, each with an entry in its corrections.
    """

    code = "E723"
    message = "the measure of a published series has changed from {before} to {after}"
    help = "restore it, and make another series for numbers of the other kind"
    example = {"before": "money USD", "after": "money KRW"}
