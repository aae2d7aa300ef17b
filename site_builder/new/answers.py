"""A person's answers to the questions for a new record: kept as long as they are not in the archive, and taken back."""

import contextlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.read.cache import CACHE


@dataclass(slots=True)
class Answer:
    """What was answered to the question of a key; None where it must be asked again."""

    key: str
    text: str | None


@dataclass(slots=True)
class Answers:
    """The answers so far, in the order of their questions, in a file of their own; without one, nothing is kept.

    Questions are asked from the first one on whenever an answer was taken back: `recall` answers all that are known.
    Those that were taken back are proposed when their questions come again.
    """

    file: Path | None = None
    kept: list[Answer] = field(default_factory=list)
    earlier: list[Answer] = field(default_factory=list)
    overruled: set[str] = field(default_factory=set)
    _next: int = 0

    @property
    def place(self) -> int:
        """The place of the next answer."""
        return self._next

    def begin_again(self) -> None:
        """Begin with the first question."""
        self._next = 0

    def knows(self, key: str) -> bool:
        """Tell whether a question that comes next is answered."""
        place = self._find(key)
        return place is not None and self.kept[place].text is not None

    def recall(self, key: str) -> str | None:
        """Return the answer to the question that comes next; None if it must be asked.

        Answers before it belong to questions that are not asked any more.
        """
        place = self._find(key)
        if place is None:
            return None
        self._put_aside(self._next, place)
        answer = self.kept[self._next]
        if answer.text is None:
            del self.kept[self._next]
            return None
        self._next += 1
        return answer.text

    def keep(self, key: str, text: str) -> None:
        """Keep the answer to the question that comes next."""
        proposed = next((answer for answer in self.earlier if answer.key == key), None)
        if proposed:
            self.earlier.remove(proposed)
        self.kept.insert(self._next, Answer(key, text))
        self._next += 1
        self.save()

    def proposed(self, key: str) -> str | None:
        """Return what was answered before to a question that must be asked again."""
        return next((answer.text for answer in self.earlier if answer.key == key), None)

    def propose(self, key: str, text: str) -> None:
        """Keep what was typed for an answer that is not whole, or no answer any more."""
        self.earlier = [Answer(key, text), *(answer for answer in self.earlier if answer.key != key)]
        self.save()

    def reject_last(self) -> None:
        """Take back the answer that was recalled last: it means nothing any more."""
        self._next -= 1
        self._put_aside(self._next, self._next + 1)

    def take_back(self) -> bool:
        """Take back the answer before the question that comes next, and all behind it; False if there is none."""
        if not self._next:
            return False
        self._put_aside(self._next - 1, len(self.kept))
        self.save()
        return True

    def reopen(self, key: str, place: int | None) -> None:
        """Have one question asked again, while all others stay answered; without a place, an option answered it."""
        if place is None:
            self.overruled.add(key)
        else:
            self.earlier.insert(0, Answer(key, self.kept[place].text))
            self.kept[place].text = None

    def _find(self, key: str) -> int | None:
        return next((place for place in range(self._next, len(self.kept)) if self.kept[place].key == key), None)

    def _put_aside(self, start: int, end: int) -> None:
        self.earlier = [*(answer for answer in self.kept[start:end] if answer.text is not None), *self.earlier]
        del self.kept[start:end]

    def save(self) -> None:
        """Write all answers; where that is not possible, they last as long as the questions."""
        if not self.file:
            return
        text = json.dumps([[[answer.key, answer.text] for answer in part] for part in (self.kept, self.earlier)])
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            aside = self.file.with_suffix(".new")
            aside.write_text(text, "utf-8")
            aside.replace(self.file)

    def forget(self) -> None:
        """Forget all answers: the record is written, or not wanted."""
        self.kept, self.earlier, self._next = [], [], 0
        if self.file:
            with contextlib.suppress(OSError):
                self.file.unlink(missing_ok=True)


def draft_file(root: Path, kind: str) -> Path:
    """The file of the answers for a new record of a kind; checks and git pass over it."""
    return root / CACHE / "drafts" / f"{kind}.json"


def load(file: Path) -> Answers:
    """Read the answers that a file keeps; none if it cannot be read."""
    try:
        kept, earlier = json.loads(file.read_text("utf-8"))
        return Answers(file, list(_answers(kept)), list(_answers(earlier)))
    except (OSError, ValueError, TypeError):
        return Answers(file)


def _answers(pairs: Sequence[Sequence[str | None]]) -> Iterator[Answer]:
    for key, text in pairs:
        if not isinstance(key, str):
            raise TypeError(key)
        yield Answer(key, None if text is None else str(text))
