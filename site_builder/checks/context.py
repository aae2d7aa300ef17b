"""What a check may look at."""

from dataclasses import dataclass
from datetime import date

from site_builder.model import Archive


@dataclass(frozen=True, slots=True)
class Context:
    """An archive, the languages of its site (tags), every record file, and the day on which it is checked.

    `files` has those files too that hold no whole record: what is wrong in them is said already.
    """

    archive: Archive
    languages: tuple[str, ...]
    files: frozenset[str]
    today: date

    def has_file(self, file: str) -> bool:
        """Whether a record file is there; what is wrong inside it is a problem of its own."""
        return file in self.files
