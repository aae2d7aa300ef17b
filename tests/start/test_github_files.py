"""What a new archive has in `.github`: programs made for that find nothing, in any languages."""

from pathlib import Path

import pytest

from site_builder.start import plan
from site_builder.start.choices import Choices
from site_builder.start.generator import Generator
from tests.github.test_workflows import BIN, assert_taken, run
from tests.records import write
from tests.start.starting import GENERATOR


@pytest.fixture(
    scope="module",
    params=[
        Choices({"en": "Floods"}),
        Choices({"en": "Floods", "ko": "홍수"}, repository="floods-desk/floods"),
        Choices({"ja": "洪水", "ar": "الفيضانات", "uk": "Повінь"}),
    ],
    ids=lambda choices: ",".join(choices.languages),
)
def github(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = plan.files(request.param, GENERATOR)
    root = tmp_path_factory.mktemp("github")
    write(root, {path: data.decode() for path, data in files.items() if path.startswith(".github/")})
    return root / ".github"


def test_the_auditor_finds_nothing(github: Path) -> None:
    run(BIN / "zizmor", "--offline", "--persona", "auditor", "--quiet", github)


def test_the_linter_of_workflows_finds_nothing(github: Path) -> None:
    run(BIN / "actionlint", *sorted((github / "workflows").iterdir()))


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", "workflows/*.yml"),
        ("custom.github-workflows-require-timeout", "workflows/*.yml"),
        ("vendor.dependabot", "dependabot.yml"),
        ("vendor.github-issue-forms", "ISSUE_TEMPLATE/[!c]*.yml"),
        ("vendor.github-issue-forms", "ISSUE_TEMPLATE/correct.yml"),
        ("vendor.github-issue-config", "ISSUE_TEMPLATE/config.yml"),
    ],
)
def test_github_takes_them(github: Path, schema: str, files: str) -> None:
    found = sorted(github.glob(files))
    assert found
    assert_taken(schema, found)


def test_an_index_is_not_asked_for_a_generator_that_comes_from_elsewhere(github: Path) -> None:
    assert "dependency-name: claim-archive" in (github / "dependabot.yml").read_text("utf-8")


def test_a_generator_of_an_index_is_moved_like_all_else() -> None:
    indexed = plan.files(Choices({"en": "Floods"}), Generator("0.1.0", "claim-archive==0.1.0"))
    assert b"ignore" not in indexed[".github/dependabot.yml"]
    assert b"tool.uv.sources" not in indexed["pyproject.toml"]
    assert b'"claim-archive[cards,sources]==0.1.0"' in indexed["pyproject.toml"]
    assert b"Dependabot" in indexed["README.md"]
