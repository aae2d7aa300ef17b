"""`mkdocs build` and `claims build` make the same site, whatever the owner of an archive has MkDocs do besides."""

import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest

from tests.building import make_site, needs
from tests.engine.test_material_site import archive as material_site
from tests.records import changed, write

HOOK = """\
from pathlib import Path

def on_page_markdown(markdown, page, config, files):
    words = Path(config.config_file_path).with_name("words.txt").read_text("utf-8")
    return f"{markdown}\\n\\n{words} on {page.url}\\n"
"""
PLUGINS = "plugins:\n  - claims:\n      languages: [en, ko]\n"
NO_CARDS = f"{PLUGINS}      cards: none\n"


def files(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def mkdocs(root: Path, *arguments: str, program: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", program, "build", "--strict", "--config-file", "mkdocs.yml", *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False)


def both(root: Path, at: Path) -> Mapping[str, bytes]:
    """The site that both commands make of an archive."""
    built = mkdocs(root, "--site-dir", str(at / "mkdocs"))
    assert built.returncode == 0, built.stderr
    make_site(root, at / "claims")
    assert files(at / "mkdocs") == files(at / "claims")
    return files(at / "claims")


def configure(archive: Path, text: str, plugins: str = NO_CARDS) -> None:
    config = archive / "mkdocs.yml"
    config.write_text(changed(config.read_text("utf-8"), PLUGINS, plugins) + text, "utf-8")


def test_hooks_of_the_owner_run_in_the_owners_folder(archive: Path, tmp_path: Path) -> None:
    write(archive, {"hooks/more.py": HOOK, "words.txt": "From a hook"})
    configure(archive, "hooks:\n  - hooks/more.py\n")
    site = both(archive, tmp_path)
    assert b"From a hook on ko/about/" in site["ko/about/index.html"]


@pytest.mark.parametrize("order", ["{search}{claims}", "{claims}{search}"])
def test_plugins_of_the_owner_run(archive: Path, tmp_path: Path, order: str) -> None:
    ours = NO_CARDS.removeprefix("plugins:\n")
    configure(archive, "", "plugins:\n" + order.format(claims=ours, search="  - search\n  - meta\n"))
    assert "search/search_index.json" in both(archive, tmp_path)


def test_nav_orders_and_names_the_pages_about_the_archive(archive: Path, tmp_path: Path) -> None:
    for tag in ("en", "ko"):
        write(archive, {f"content/{tag}/{name}.md": "---\ndescription: D.\n---\n# Words\n" for name in ("a", "b")})
    configure(archive, "nav:\n  - en/index.md\n  - Other words: en/b.md\n  - en/about.md\n  - ko/b.md\n")
    site = both(archive, tmp_path)
    page = site["en/b/index.html"].decode()
    footer = page[page.index("<footer") :]
    assert "<title>Other words – Golden Archive</title>" in page
    assert 0 < footer.index(">Other words</a>") < footer.index(">About</a>")
    assert ">Words</a>" not in footer
    assert "en/a/index.html" in site
    assert ">Words</a>" in site["ko/index.html"].decode()


def test_files_of_the_owners_theme_are_published_but_its_templates_take_no_place(archive: Path, tmp_path: Path) -> None:
    write(archive, {"own/assets/own.txt": "mine", "own/404.html": "mine", "own/partials/header.html": "mine"})
    configure(archive, "")
    config = archive / "mkdocs.yml"
    config.write_text(changed(config.read_text("utf-8"), "  font: false\n", "  custom_dir: own\n"), "utf-8")
    site = both(archive, tmp_path)
    assert site["assets/own.txt"] == b"mine"
    assert not [name for name, content in site.items() if content == b"mine" and name != "assets/own.txt"]


def test_both_commands_honour_the_settings_of_a_material_site(tmp_path: Path) -> None:
    site = both(material_site(tmp_path / "archive"), tmp_path)
    for path, part in {
        "en/about/index.html": b'href="https://social.example/@omber',
        ".well-known/security.txt": b"Contact",
        "404.html": b"pictures/icon.png",
    }.items():
        assert part in site[path]


def test_a_build_names_settings_without_effect_once_and_goes_on(archive: Path) -> None:
    config = archive / "mkdocs.yml"
    text = changed(config.read_text("utf-8"), "  font: false\n", "  features: [navigation.tabs]\n  icon: {logo: a}\n")
    config.write_text(text, "utf-8")
    built = mkdocs(archive)
    assert built.returncode == 0, built.stderr
    assert built.stderr.count("warning[W841]: these settings have no effect: theme.features, theme.icon") == 1
    assert (archive / "site/en/index.html").exists()


def test_addresses_without_a_slash_are_refused(archive: Path) -> None:
    configure(archive, "use_directory_urls: false\n")
    built = mkdocs(archive)
    assert built.returncode == 1
    assert "error[E840]: use_directory_urls is refused" in built.stderr
    assert "Traceback" not in built.stderr
    assert not (archive / "site").exists()


def test_inherited_settings_count(archive: Path, tmp_path: Path) -> None:
    expected = files(make_and_copy(archive, tmp_path / "before"))
    config = archive / "mkdocs.yml"
    config.rename(archive / "base.yml")
    config.write_text("INHERIT: base.yml\nsite_url: https://archive.example/other/\n", "utf-8")
    site = both(archive, tmp_path)
    assert site.keys() == expected.keys()
    assert b'"https://archive.example/other/en/about/"' in site["en/about/index.html"]


def make_and_copy(archive: Path, to: Path) -> Path:
    make_site(archive)
    return copytree(archive / "site", to)


def test_mkdocs_says_what_is_wrong_with_a_page_or_the_settings(archive: Path) -> None:
    write(archive, {"content/en/alone.md": "# Alone\n"})
    built = mkdocs(archive)
    assert built.returncode == 1
    assert "content/en/alone.md:1:1: error[E804]" in built.stderr
    (archive / "content/en/alone.md").unlink()
    configure(archive, "exclude_docs: drafts/\n")
    built = mkdocs(archive)
    assert built.returncode == 1
    assert "error[E840]: exclude_docs is refused" in built.stderr
    assert "Traceback" not in built.stderr
    assert not (archive / "site").exists()


@pytest.mark.parametrize("program", ["mkdocs", pytest.param("properdocs", marks=needs("properdocs"))])
def test_warnings_of_mkdocs_leave_the_old_site(archive: Path, program: str) -> None:
    assert mkdocs(archive, program=program).returncode == 0
    before = files(archive / "site")
    with (archive / "content/en/about.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nowhere.md)\n")
    built = mkdocs(archive, program=program)
    assert built.returncode == 1
    assert "nowhere.md" in built.stderr
    assert files(archive / "site") == before


def test_a_port_that_is_taken_is_told_of_in_words(archive: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
        served = subprocess.run(command, cwd=archive, capture_output=True, encoding="utf-8", check=False)
    assert served.returncode == 1
    assert "another program has this port" in served.stderr
    assert "Traceback" not in served.stderr
