"""Who finds a weakness learns whom to tell, where that is known; and nothing that will be untrue."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from site_builder.library.repository import repository
from site_builder.outputs import security_txt
from site_builder.outputs.artifact import Artifact
from site_builder.runtime import clock
from tests.building import make_site
from tests.golden import SITE_URL
from tests.libraries import SITE, localized

PATH = ".well-known/security.txt"


def made(url: str) -> list[Artifact]:
    site = replace(SITE, repository=repository(url, None))
    return list(security_txt.of_site([localized(tag, site=site) for tag in ("en", "ko")]))


def test_a_weakness_is_told_where_the_archive_is_kept() -> None:
    (artifact,) = made("https://github.com/floods-desk/floods")
    assert artifact.paths == [PATH]
    fields = [line.split(": ", 1) for line in artifact.content(PATH).decode().splitlines()]
    told = dict(fields)
    assert len(told) == len(fields)
    assert told["Contact"] == "https://github.com/floods-desk/floods/security/advisories/new"
    assert told["Policy"] == "https://github.com/floods-desk/floods/security/policy"
    assert told["Canonical"] == f"{SITE_URL}{PATH}"
    assert told["Preferred-Languages"] == "en, ko"


def test_it_ends_to_be_true_within_a_year_of_the_build() -> None:
    (artifact,) = made("https://github.com/floods-desk/floods")
    told = dict(line.split(": ", 1) for line in artifact.content(PATH).decode().splitlines())
    left = datetime.fromisoformat(told["Expires"]).date() - clock.today()
    assert timedelta(days=300) < left < timedelta(days=365)
    assert artifact.dependencies() == (told["Expires"],)  # so that it is written anew on another day


@pytest.mark.parametrize(
    "url", ["", "https://gitlab.com/a/b", "https://code.example/a", "https://github.com.example/a"]
)
def test_nobody_is_named_where_nobody_is_known(url: str) -> None:
    assert made(url) == []


def test_it_is_published(archive: Path) -> None:
    settings = (archive / "mkdocs.yml").read_text("utf-8")
    kept = settings.replace("https://code.example/golden", "https://github.com/floods-desk/floods")
    (archive / "mkdocs.yml").write_text(kept, "utf-8")
    make_site(archive)
    (artifact,) = made("https://github.com/floods-desk/floods")
    assert (archive / "site" / PATH).read_bytes() == artifact.content(PATH)
