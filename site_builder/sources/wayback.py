"""A copy of a page in the Wayback Machine, made to order ("Save Page Now 2").

The archive reports failures for pages that it kept, and success for those that it did not: a copy counts when it
answers itself and holds the words.
"""

import json
import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from site_builder.problems import message
from site_builder.sources.troubles import Trouble
from site_builder.sources.visit import Visitor

API = "https://web.archive.org"
ACCESS_KEY = "WAYBACK_ACCESS_KEY"
SECRET_KEY = "WAYBACK_SECRET_KEY"
_SECONDS = 120
"""How long is asked whether a copy is there."""
_STEP = 6
"""Seconds between two questions."""
_JOB = re.compile(r"[\w-]{1,200}")
_TIME = re.compile(r"[0-9]{14}")


class NotArchived(Exception):
    """There is no copy that can be relied on: why, as a message id, with what it names."""

    def __init__(self, words: str, detail: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Keys:
    """What an account of the archive is known by; never shown."""

    access: str = field(repr=False)
    secret: str = field(repr=False)

    @classmethod
    def of_environment(cls) -> "Keys | None":
        """The keys that the environment holds, if it holds both."""
        access, secret = (os.environ.get(name, "").strip() for name in (ACCESS_KEY, SECRET_KEY))
        return cls(access, secret) if access and secret else None


@dataclass(frozen=True, slots=True)
class Wayback:
    """Orders copies. The tests name another address of the archive, and have nothing to wait for."""

    visitor: Visitor
    keys: Keys
    api: str = API
    sleep: Callable[[float], None] = time.sleep

    def copied(self, url: str, holds: Callable[[str], bool]) -> str:
        """Order a copy of a page once; return its address if its text `holds` the words. `NotArchived` else."""
        try:
            job = _checked(self._answer(f"{self.api}/save", urlencode({"url": url})), "job_id", _JOB)
            copy = f"{self.api}/web/{self._time(job)}/{url}"
        except Trouble as trouble:
            raise NotArchived(trouble.words, trouble.detail) from None
        visit = self.visitor.visit(copy, is_heeding=False)
        if visit.trouble and not visit.text:
            raise NotArchived(visit.trouble.words, visit.trouble.detail)
        if not holds(visit.text):
            raise NotArchived(message("the words are not in the copy"))
        return copy

    def _time(self, job: str) -> str:
        """The time of the copy that a job made, which is part of its address."""
        for _ in range(_SECONDS // _STEP):
            self.sleep(_STEP)
            answer = self._answer(f"{self.api}/save/status/{job}")
            if answer.get("status") == "success":
                return _checked(answer, "timestamp", _TIME)
            if answer.get("status") == "error":
                raise NotArchived(message("the archive could not copy the page"))
        raise NotArchived(message("the archive was not done within two minutes"))

    def _answer(self, url: str, posted: str | None = None) -> dict[str, object]:
        headers = {"Accept": "application/json", "Authorization": f"LOW {self.keys.access}:{self.keys.secret}"}
        if posted is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        status, body = self.visitor.ask(url, headers, posted)
        if status in (401, 403):
            raise NotArchived(message("the archive does not take the keys"))
        if status == 429:
            raise NotArchived(message("the archive takes no more orders for now"))
        try:
            answer = json.loads(body)
        except ValueError:
            answer = None
        if status != 200 or not isinstance(answer, dict):
            raise NotArchived(message("the archive answers with an error ({detail})"), str(status))
        return answer


def _checked(answer: dict[str, object], name: str, form: re.Pattern[str]) -> str:
    value = answer.get(name)
    if not isinstance(value, str) or not form.fullmatch(value):
        raise NotArchived(message("the archive did not take the order"))
    return value
