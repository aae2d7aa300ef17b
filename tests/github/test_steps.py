"""The steps where GitHub has not told what they need, or does not do what they ask."""

from pathlib import Path

import pytest

from site_builder.github import api
from tests.commands import RunCli
from tests.github.answering import Answering


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with no workflow around it."""
    for name in ("GITHUB_REPOSITORY", "GITHUB_EVENT_PATH", "GITHUB_SHA"):
        monkeypatch.delenv(name, raising=False)
    settings = "site_name: A\ndocs_dir: content\nplugins:\n  - claims: {languages: [en, ko]}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("step", "missing"), [("address", "GITHUB_REPOSITORY"), ("labels", "GITHUB_REPOSITORY"), ("intake", "issue")]
)
def test_a_step_says_what_github_has_not_told(step: str, missing: str, place: Path, run_cli: RunCli) -> None:
    done = run_cli("github", step, at=place)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"what GitHub tells its workflows is missing here: {missing}\n"


def test_a_step_ends_with_the_words_of_github_on_one_line(
    place: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*asked: object) -> object:
        raise api.Refused("gh: no such repository\n::add-mask::x (HTTP 404)")

    monkeypatch.setattr(api, "call", refuse)
    done = run_cli("github", "labels", at=place, GITHUB_REPOSITORY="desk/archive")
    assert (done.code, done.out) == (2, "")
    assert done.err == "gh: no such repository<U+000A>::add-mask::x (HTTP 404)\n"


def test_a_machine_without_the_program_of_github_is_told_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(api.Refused, match=r"^GET repos/o/r: .*'gh'") as refused:
        api.call("repos/o/r")
    assert refused.value.status is None


def test_a_refusal_has_the_status_of_the_answer(gh: Answering) -> None:
    gh({})
    with pytest.raises(api.Refused) as refused:
        api.call("repos/o/r/pages")
    assert refused.value.status == 404
