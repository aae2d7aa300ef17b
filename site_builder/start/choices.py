"""What the owner of a new archive chooses: its languages and names, the licence, where it will lie."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from site_builder.language import tags
from site_builder.model import licences
from site_builder.model.licences import Licence
from site_builder.text.characters import DIRECTION, NOT_TEXT, any_of

LONGEST_NAME = 200
_REPOSITORY = re.compile(
    r"(?:https://github\.com/|git@github\.com:)?"
    r"([A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38})/([A-Za-z0-9._-]{1,100}?)(?:\.git)?/?"
)
_UNFIT = any_of(r"\t\n", NOT_TEXT, DIRECTION)


@dataclass(frozen=True, slots=True)
class Choices:
    """The answers of an owner. The first language is the fallback; each of them has a name of the archive.

    `repository` is empty where there is none yet.
    """

    names: Mapping[str, str]
    licence: Licence = licences.DEFAULT
    repository: str = ""
    has_sample: bool = True

    @property
    def languages(self) -> list[str]:
        """The tags of the languages."""
        return [*self.names]

    @property
    def name(self) -> str:
        """The name in the first language."""
        return self.names[self.languages[0]]

    def as_json(self) -> dict[str, Any]:
        """Return them as they are remembered."""
        return {
            "languages": self.languages,
            "names": dict(self.names),
            "licence": self.licence.id,
            "repository": self.repository,
            "sample": self.has_sample,
        }

    @classmethod
    def of_json(cls, values: Mapping[str, Any]) -> Self:
        """Return them as they were remembered; `ValueError`, `KeyError` or `TypeError` if they were not."""
        names = {tags.known(tag): str(values["names"][tag]) for tag in values["languages"]}
        licence = licences.known(values["licence"])
        if not names or not licence:
            raise ValueError(values)
        return cls(names, licence, str(values["repository"]), values["sample"] is True)


def languages(text: str) -> list[str]:
    """Return the languages that a list names, each once; `ValueError` with what is none."""
    return list(dict.fromkeys(tags.known(part) for part in re.split(r"[\s,;]+", text.strip(" ,;")) if part))


def is_fit_name(text: str) -> bool:
    """Tell whether a text can be the name of an archive: one line that is not too long, of letters that are seen."""
    return 0 < len(text) <= LONGEST_NAME and not _UNFIT.search(text)


def repository(text: str) -> str:
    """Return a repository on GitHub as OWNER/NAME, in place of which its address may be given; empty if it is none."""
    match = _REPOSITORY.fullmatch(text)
    return f"{match[1]}/{match[2]}" if match and match[2].strip(".") else ""


def name_of(folder: Path) -> str:
    """Return the name that an archive has after its folder, if that can be one."""
    words = " ".join(re.split(r"[\s_-]+", folder.name)).strip()
    name = words[:1].upper() + words[1:]
    return name if is_fit_name(name) else "Claims"
