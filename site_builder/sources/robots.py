"""What hosts let programs read (robots.txt, RFC 9309), under the name by which this program asks."""

from collections.abc import MutableMapping
from importlib.metadata import PackageNotFoundError, version

from protego import Protego

from site_builder.sources.addresses import Guard, Target
from site_builder.sources.fetch import MOST_HOPS, ask
from site_builder.sources.troubles import Trouble

AGENT = "claim-archive"
"""The name by which robots.txt may speak to this program."""
MOST_BYTES = 500_000
"""Bytes of a robots.txt that are read; rules behind them do not count."""


def headers(contact: str) -> dict[str, str]:
    """How a program says who asks: its name, and where its owner is found."""
    try:
        name = f"{AGENT}/{version(AGENT)}"
    except PackageNotFoundError:  # it runs from a checkout
        name = AGENT
    return {"User-Agent": f"{name} (+{contact})" if contact else name}


def heed(target: Target, guard: Guard, known: MutableMapping[str, str], contact: str) -> float:
    """Return the seconds that a host wants between two visits; `Trouble` where a page is not to be read.

    `known` are the rules of hosts that were read already; what is read is put there.
    """
    if target.origin not in known:
        known[target.origin] = _rules(guard.target(f"{target.origin}/robots.txt"), guard, contact)
    rules = Protego.parse(known[target.origin])
    if not rules.can_fetch(target.url, AGENT):
        raise Trouble("robots")
    return float(rules.crawl_delay(AGENT) or 0)


def _rules(target: Target, guard: Guard, contact: str) -> str:
    """The rules of a host: none where it says that it has none, or where they are led on for ever."""
    for _ in range(MOST_HOPS + 1):
        answer = ask(target, guard, headers(contact), is_wanted=_is_found, most=MOST_BYTES, is_cut=True)
        if answer.leads_to:
            target = guard.target(answer.leads_to)
            continue
        if answer.status >= 500:
            raise Trouble("robots-unreachable")
        return answer.body.decode("utf-8", "replace")
    return ""


def _is_found(status: int, headers: object) -> bool:
    return 200 <= status < 300
