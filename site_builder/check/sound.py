"""Claims in which nothing was wrong before: they need not be looked at again while they and the code stay the same."""

import contextlib
from collections.abc import Iterable
from pathlib import Path

from site_builder.model.records import Claim, series_file
from site_builder.read.cache import CACHE
from site_builder.read.loader import Loaded
from site_builder.runtime.digest import Fingerprint, digest, of_package


class SoundClaims:
    """Remembers sound claims of an archive below `root`, by all that the checks of single claims look at."""

    def __init__(self, root: Path, loaded: Loaded) -> None:
        self._file = root / CACHE / "sound"
        self._digests = loaded.digests
        self._code = of_package()
        try:
            self._known = frozenset(self._file.read_text("ascii").split())
        except (OSError, UnicodeDecodeError):
            self._known = frozenset()

    def key(self, claim: Claim) -> Fingerprint:
        """What a claim and the questions that it answers say, and the code that looks at it."""
        series = [self._digests.get(series_file(figure.series)) for figure in claim.figures]
        return digest(self._code, claim.id, self._digests.get(claim.file), series)

    def __contains__(self, claim: object) -> bool:
        return isinstance(claim, Claim) and self.key(claim) in self._known

    def keep(self, claims: Iterable[Claim]) -> None:
        """Remember these claims and no others; where that is not possible, they are looked at again the next time."""
        keys = frozenset(map(self.key, claims))
        if keys != self._known:
            with contextlib.suppress(OSError):
                self._file.parent.mkdir(parents=True, exist_ok=True)
                aside = self._file.with_suffix(".new")
                aside.write_text("\n".join(sorted(keys)), "ascii")
                aside.replace(self._file)
