"""What the tests of the steps share."""

from functools import partial
from pathlib import Path

import pytest

from tests.github.answering import Answering, answering


@pytest.fixture
def gh(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Have `gh` answer from a table: `asked = gh({"GET repos/o/r/pages": {…}})`, later `asked()`."""
    place: Path = tmp_path_factory.mktemp("gh")
    return partial(answering, place, monkeypatch)
