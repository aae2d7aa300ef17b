"""Dates that cannot be right."""

from site_builder.problems import Kind


class TooLate(Kind):
    """A record can only tell of what has happened: no date lies beyond tomorrow, and nothing is read before it exists.

    Such a date is nearly always a slip of the finger, and a reader who notices it will doubt the rest of the record.
    Tomorrow is allowed because the day begins earlier in some parts of the world.

    Wrong:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
            published: 2031-03-16
            accessed: 2031-03-15

    Right:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
            published: 2031-03-15
            accessed: 2031-03-16
    """

    code = "E305"
    message = "the date {date} is too late"
    help = "check year, month and day; it cannot be later than {limit}, {reason}"
    example = {"date": "2031-03-16", "limit": "2031-03-15", "reason": "the day on which the source was read"}


class CorrectionsOrder(Kind):
    """Readers follow the corrections of a record from top to bottom, as a history.

    Wrong:
        corrections:
          - on: 2031-03-21
            kind: figure
            note:
              en: The number held is now 40, not 400.
              ko: 출항 금지 척수를 400척에서 40척으로 바로잡았습니다.
          - on: 2031-03-20
            kind: typo
            note:
              en: The name of the port was misspelt.
              ko: 항구 이름의 오자를 바로잡았습니다.

    Right:
        corrections:
          - on: 2031-03-20
            kind: typo
            note:
              en: The name of the port was misspelt.
              ko: 항구 이름의 오자를 바로잡았습니다.
          - on: 2031-03-21
            kind: figure
            note:
              en: The number held is now 40, not 400.
              ko: 출항 금지 척수를 400척에서 40척으로 바로잡았습니다.
    """

    code = "E321"
    message = "the correction of {date} stands below that of {previous}"
    help = "put the newest correction last"
    example = {"date": "2031-03-20", "previous": "2031-03-21"}


class PublishedBeforeSaid(Kind):
    """Words are seldom printed before they are spoken: either the claim or its source has a wrong date.

    A difference of one day is not reported, because clocks differ around the world.

    Wrong:
        reports:
          - url: https://example.org/news/ships-held-early
            publisher: avel-post
            published: 2031-03-04

    Right:
        reports:
          - url: https://example.org/news/ships-held-early
            publisher: avel-post
            published: 2031-03-14
    """

    code = "W322"
    message = "the source was published ({published}) before the claim was said ({said})"
    help = "check both dates, or quote a source that came after the claim"
    example = {"published": "2031-03-04", "said": "2031-03-14"}


class CorrectedBeforeSaid(Kind):
    """A record is corrected after it was published, and published after the claim was made.

    Wrong:
        corrections:
          - on: 2031-03-10
            kind: typo
            note:
              en: The name of the port was misspelt.
              ko: 항구 이름의 오자를 바로잡았습니다.

    Right:
        corrections:
          - on: 2031-03-20
            kind: typo
            note:
              en: The name of the port was misspelt.
              ko: 항구 이름의 오자를 바로잡았습니다.
    """

    code = "E340"
    message = "the correction of {date} is older than the claim, which was said {said}"
    help = "check year, month and day of both"
    example = {"date": "2031-03-10", "said": "2031-03-14"}


class NotWithdrawn(Kind):
    """A claim is withdrawn by the key withdrawn, which puts the notice on its page. The entry by itself does nothing.

    Wrong:
        corrections:
          - on: 2031-04-02
            kind: withdrawal
            note:
              en: The outlet withdrew its report.
              ko: 매체가 기사를 취소했습니다.

    Right:
        corrections:
          - on: 2031-04-02
            kind: withdrawal
            note:
              en: The outlet withdrew its report.
              ko: 매체가 기사를 취소했습니다.
        withdrawn:
          on: 2031-04-02
          reason:
            en: The outlet withdrew its report.
            ko: 매체가 기사를 취소했습니다.
    """

    code = "E341"
    message = "this entry says that the claim was withdrawn, but the claim has no key withdrawn"
    help = "add the key withdrawn with the day and the reason, or choose another kind"
