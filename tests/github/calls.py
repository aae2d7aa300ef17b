"""What `gh` was asked. The stand-in for it imports this hundreds of times, so it imports next to nothing."""

import json
from typing import NamedTuple


class Call(NamedTuple):
    """What `gh` was asked: its words, and what it got on standard input."""

    words: tuple[str, ...]
    input: str

    @property
    def asked(self) -> str:
        """What was asked of the API, as `PATCH repos/o/r/issues/comments/1`; of other commands, all words."""
        if self.words[0] != "api":
            return " ".join(self.words)
        method = self.words[self.words.index("--method") + 1] if "--method" in self.words else "GET"
        return f"{method} {next(word for word in self.words[1:] if '/' in word)}"

    @property
    def fields(self) -> dict[str, object]:
        """The fields that were sent."""
        sent: dict[str, object] = json.loads(self.input)
        return sent
