"""What the pages of the problems show as wrong is found, and what they show as right is right."""

import re
from inspect import cleandoc
from pathlib import Path

import pytest
import yaml

from site_builder import checks
from site_builder.examination import examine
from site_builder.problems import Kind, kinds, sample
from tests.records import ROOT, write

KINDS = [kind for kind in kinds() if kind.__module__.startswith(checks.__name__)]
EXAMPLE = dict(
    re.findall(r"^```yaml (claims/\S+)\n(.*?)^```$", (ROOT / "claims/README.md").read_text("utf-8"), re.M | re.S)
)
CLAIM = "claims/2031/2031-03-14-harbour-authority-ships-held.yml"
ENTITY = "claims/entities/harbour-authority.yml"
SERIES = "claims/series/ships-affected.yml"


def is_yaml(text: str) -> bool:
    """Whether a sample is a part of a record, not a sentence about files."""
    return re.match(r"[a-z_]+:$|[a-z_]+: \S", text) is not None


def found(root: Path, text: str) -> list[str]:
    """The codes of all problems of the reference's example with the keys of a sample in place of its own."""
    keys = yaml.load(text, yaml.BaseLoader).keys()
    file = SERIES if keys & {"question", "unit"} else ENTITY if keys & {"kind", "name", "aliases"} else CLAIM
    blocks = re.split(r"^(?=[a-z_]+:)", EXAMPLE[file], flags=re.M)
    kept = [block for block in blocks if block.partition(":")[0] not in keys]
    write(root, {**EXAMPLE, file: "".join(kept) + text + "\n"})
    return [problem.kind.code for problem in examine(root, ["en", "ko"]).problems]


def shown(kind: type[Kind], title: str) -> str:
    return sample(cleandoc(kind.__doc__ or ""), title)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_problem_has_a_wrong_and_a_right_sample(kind: type[Kind]) -> None:
    assert shown(kind, "Wrong")
    assert shown(kind, "Right")
    assert shown(kind, "Wrong") != shown(kind, "Right")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_the_wrong_sample_is_wrong_in_this_way_alone(kind: type[Kind], tmp_path: Path) -> None:
    if is_yaml(shown(kind, "Wrong")):
        assert set(found(tmp_path, shown(kind, "Wrong"))) == {kind.code}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_the_right_sample_is_right(kind: type[Kind], tmp_path: Path) -> None:
    if is_yaml(shown(kind, "Right")):
        assert found(tmp_path, shown(kind, "Right")) == []
