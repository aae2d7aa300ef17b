"""What keeps a source from being read: the one table of it, in the words for whoever asked, and as readers are told."""

from collections.abc import Mapping
from typing import Literal

from site_builder.model.stored_texts import Why
from site_builder.problems import message

Kind = Literal[
    "address",
    "scheme",
    "port",
    "credentials",
    "unknown-name",
    "private",
    "hops",
    "unanswered",
    "cut-off",
    "time",
    "failing",
    "large",
    "complex",
    "robots",
    "robots-unreachable",
    "delay",
    "login",
    "forbidden",
    "gone",
    "front-page",
    "consent",
    "paywall",
    "script",
    "format",
    "encoding",
    "certificate",
]


class Trouble(Exception):
    """One thing that kept a page from being read, with what the words about it name."""

    def __init__(self, kind: Kind, detail: str = "") -> None:
        super().__init__(kind, detail)
        self.kind = kind
        self.detail = detail

    @property
    def why(self) -> Why:
        """What readers are told."""
        return TROUBLES[self.kind][0]

    @property
    def words(self) -> str:
        """What whoever asked is told: a message id, which may name the `detail`."""
        return TROUBLES[self.kind][1]


TROUBLES: Mapping[Kind, tuple[Why, str]] = {
    "address": ("refused", message("its address cannot be asked for")),
    "scheme": ("refused", message("it leads to an address that begins neither with http: nor with https:")),
    "port": ("refused", message("it leads to another port than those of the web (80, 443)")),
    "credentials": ("refused", message("it leads to an address with a name and a password")),
    "unknown-name": ("unreachable", message("there is no host {detail}")),
    "private": ("refused", message("it leads into a network that is not public ({detail})")),
    "hops": ("unreachable", message("it leads on from address to address without end")),
    "unanswered": ("unreachable", message("{detail} does not answer")),
    "certificate": ("unreachable", message("{detail} does not prove that it is the host (certificate)")),
    "cut-off": ("unreachable", message("the answer broke off, or is none of the web")),
    "time": ("unreachable", message("it took too long")),
    "failing": ("unreachable", message("the host answers with an error ({detail})")),
    "large": ("too-complex", message("the page is larger than 5 MB")),
    "complex": ("too-complex", message("the page cannot be taken apart with the time and memory that one page gets")),
    "robots": ("robots", message("the host does not let programs read it (robots.txt)")),
    "robots-unreachable": ("unreachable", message("the host cannot say now what programs may read (robots.txt)")),
    "delay": ("unreachable", message("the host wants {detail} seconds between two visits: try again later")),
    "login": ("paywall", message("the page asks for a login or for money ({detail})")),
    "forbidden": ("refused", message("the host refuses programs ({detail})")),
    "gone": ("gone", message("the page is not there any more ({detail})")),
    "front-page": ("gone", message("the address leads to the front page by now")),
    "consent": ("refused", message("a page that asks for consent stands before it")),
    "paywall": ("paywall", message("the page shows the whole text only to those who pay or log in")),
    "script": ("script-only", message("the page has no text without script")),
    "format": ("format", message("it is no page of text ({detail})")),
    "encoding": ("format", message("its letters cannot be told (character encoding)")),
}
