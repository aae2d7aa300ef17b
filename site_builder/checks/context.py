"""What a check may look at."""

from dataclasses import dataclass

from site_builder.model import Archive


@dataclass(frozen=True, slots=True)
class Context:
    """An archive, the languages of its site (tags), and every record file, those too that hold no whole record."""

    archive: Archive
    languages: tuple[str, ...]
    files: frozenset[str]

    def has_file(self, file: str) -> bool:
        """Whether a record file is there; what is wrong inside it is a problem of its own."""
        return file in self.files
