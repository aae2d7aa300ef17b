"""Numbers that do not fit together."""

from site_builder.problems import Kind


class UnfitNumber(Kind):
    """A series has one measure, so that all of its answers can stand in one chart: things are counted in whole numbers.

    A share is a part of a whole, from 0 to 1. If the question asks for something else, the series has another measure.

    Wrong:
        figures:
          - series: ships-held
            value: 1.5
            hedge: about

    Right:
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E324"
    message = "{value} is no answer to {series}: {reason}"
    help = "write {suggestion}"
    otherwise = "compare the number with the quote, and the measure of {series} with its question"
    example = {"value": "1.5", "series": "ships-held", "reason": "it asks for a count, a whole number from 0"}


class LargerThanWhole(Kind):
    """A part cannot be larger than its whole. Here the same claimant, on the same date, gives numbers for both.

    One of them was mistyped, or stands under the wrong series. Hedges are allowed for: “about” reaches a tenth up and
    down, “nearly” a tenth down. “Nearly 100” and “more than 100” do not include 100 itself.

    Only counts and shares are compared so: of money, percents and other decimals, another part may be below zero.

    Wrong:
        figures:
          - series: ships-affected
            value: 40
            hedge: about
          - series: ships-held
            value: 50
            hedge: about

    Right:
        figures:
          - series: ships-affected
            value: 50
            hedge: about
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E720"
    message = "{part} ({figure}) is a part of {whole} ({other}), but larger"
    help = "compare both numbers and their series with the quotes"
    example = {"part": "ships-held", "figure": "about 50", "whole": "ships-affected", "other": "about 40"}


class WrongSum(Kind):
    """The series says that it is the sum of others, but the numbers of one claimant on one date do not add up.

    Words such as “about” and “at least” are allowed for: only a sum that cannot be right is reported.

    Wrong:
        figures:
          - series: ships-affected
            value: 50
            hedge: about
          - series: ships-held
            value: 40
            hedge: about
          - series: ships-damaged
            value: 50
            hedge: about

    Right:
        figures:
          - series: ships-affected
            value: 50
            hedge: about
          - series: ships-held
            value: 40
            hedge: about
          - series: ships-damaged
            min: 8
            max: 12
            hedge: exact
    """

    code = "E721"
    message = "{whole} ({figure}) cannot be the sum of {parts}"
    help = "compare the numbers and their series with the quotes"
    example = {
        "whole": "ships-affected",
        "figure": "about 50",
        "parts": "ships-held (about 40), ships-damaged (about 50)",
    }


class SumOfSource(Kind):
    """One article gives a whole and its parts, and they cannot all be right: often a headline drops a word of the text.

    Both are claims of their own. Readers see that they differ once one says that it disputes the other.

    Wrong:
        # claims/2031/2031-03-13-avel-post-ships-affected.yml
        title:
          en: Avel Post puts ships held or damaged at about 50
          ko: 아벨 포스트, 출항 금지·파손 선박 약 50척으로 보도
        said: 2031-03-13
        claimant: avel-post
        about: [port-avel]
        quotes:
          en:
            text: about 50 ships, 8 to 12 of them damaged
            origin: source
            source:
              url: https://example.org/news/union-speaks
              publisher: avel-post
          ko:
            text: 선박 약 50척, 그 가운데 파손 선박은 8척에서 12척
            origin: translation
            from: en
            method: human
            reviewed: true
        figures:
          - series: ships-affected
            value: 50
            hedge: about
          - series: ships-damaged
            min: 8
            max: 12
            hedge: exact

    Right:
        # claims/2031/2031-03-13-avel-post-ships-affected.yml
        title:
          en: Avel Post puts ships held or damaged at about 50
          ko: 아벨 포스트, 출항 금지·파손 선박 약 50척으로 보도
        said: 2031-03-13
        claimant: avel-post
        about: [port-avel]
        quotes:
          en:
            text: about 50 ships, 8 to 12 of them damaged
            origin: source
            source:
              url: https://example.org/news/union-speaks
              publisher: avel-post
          ko:
            text: 선박 약 50척, 그 가운데 파손 선박은 8척에서 12척
            origin: translation
            from: en
            method: human
            reviewed: true
        figures:
          - series: ships-affected
            value: 50
            hedge: about
          - series: ships-damaged
            min: 8
            max: 12
            hedge: exact
        disputes: [2031-03-13-dock-union-ships-held]
    """

    code = "W724"
    message = "by one source, {whole} ({figure}) would be the sum of {parts}"
    help = "compare the numbers with the quotes; if the source contradicts itself, write {line} into {id}"
    example = {
        "whole": "ships-affected",
        "figure": "about 50",
        "parts": "ships-held (at-least 60), ships-damaged (8–12)",
        "id": "2031-03-13-dock-union-ships-held",
        "line": "disputes: [2031-03-13-avel-post-ships-affected]",
    }


class TwoAnswers(Kind):
    """One claim gives one answer to a question: of two numbers, a chart could show either.

    Where a claimant gave a lowest and a highest number, they are min and max of one figure.
    Numbers for different days each say so with as_of.

    Wrong:
        figures:
          - series: ships-damaged
            value: 8
            hedge: exact
          - series: ships-damaged
            value: 12
            hedge: exact

    Right:
        figures:
          - series: ships-damaged
            min: 8
            max: 12
            hedge: exact
    """

    code = "E722"
    message = "{series} is answered twice in this claim"
    help = "write one figure with min and max, or make two claims"
    example = {"series": "ships-damaged"}
