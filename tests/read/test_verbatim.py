"""Files by which others know a site."""

from pathlib import Path

import pytest

from site_builder.read import content
from tests.records import write

YANDEX = """<html>
    <head>
        <meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
    </head>
    <body>Verification: 12ab34cd</body>
</html>"""
BING = '<?xml version="1.0"?>\n<users>\n\t<user>0123456789ABCDEF</user>\n</users>'


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (".well-known/security.txt", "Contact: mailto:desk@omber.example\n"),
        (".well-known/deep/apple-app-site-association", "{}"),
        (".well-known/page.md", "# No page\n"),
        (".well-known/.hidden", ""),
        ("google12ab.html", "google-site-verification: google12ab.html"),
        ("naver12ab.html", "naver-site-verification: naver12ab.html\n"),
        ("yandex_12ab.html", YANDEX),
        ("baidu_verify_codeva-12ab.html", "12ab34cd"),
        ("BingSiteAuth.xml", BING),
        ("robots.txt", "User-agent: *\n"),
        ("ads.txt", ""),
        ("humans.txt", ""),
        ("CNAME", "omber.example\n"),
        (".nojekyll", ""),
    ],
)
def test_a_file_that_others_ask_for_is_published_as_it_is(tmp_path: Path, path: str, text: str) -> None:
    found = content.read(write(tmp_path, {f"content/{path}": text}))
    assert (found.files, found.assets, found.problems) == ([], [], [])
    assert found.published_verbatim == found.published == {path: f"content/{path}"}


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [
        ("google12ab.html", "<script>alert(1)</script>", "more than"),
        ("google12ab.html", "google-site-verification: google12ab.html<script>alert(1)</script>", "more than"),
        ("yandex_12ab.html", YANDEX.replace("<body>", "<body onload=alert(1)>"), "more than"),
        ("yandex_12ab.html", YANDEX.replace("Verification", "<img src=x onerror=alert(1)>"), "more than"),
        ("baidu_verify_1.html", "<b>", "more than"),
        ("BingSiteAuth.xml", BING.replace("<users>", '<users xmlns="http://www.w3.org/1999/xhtml">'), "more than"),
        (".well-known/page.html", "<script>alert(1)</script>", "run programs"),
        (".well-known/deep/picture.SVG", "<svg/>", "run programs"),
        ("robots.txt", "x" * 100_001, "100 kB"),
        ("en/google12ab.html", "google-site-verification: google12ab.html", "pictures only"),
        ("index.html", "<p>", "pictures only"),
    ],
)
def test_what_could_do_more_is_refused(tmp_path: Path, path: str, text: str, reason: str) -> None:
    found = content.read(write(tmp_path, {f"content/{path}": text}))
    [problem] = found.problems
    assert (str(problem.place), problem.kind.code) == (f"content/{path}:1:1", "E801")
    assert reason in problem.values["reason"]
    assert found.published == {}


def test_links_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"secret/key": "secret", "content/en/index.md": "# A\n"})
    (tmp_path / "content/.well-known").symlink_to(tmp_path / "secret")
    (tmp_path / "content/CNAME").symlink_to(tmp_path / "secret/key")
    found = content.read(tmp_path)
    assert [f"{each.place} {each.kind.code}" for each in found.problems] == [
        "content/.well-known:1:1 E107",
        "content/CNAME:1:1 E107",
    ]
    assert found.published == {}


def test_other_hidden_files_stay_hidden(tmp_path: Path) -> None:
    found = content.read(
        write(tmp_path, {"content/.git/config": "", "content/en/.well-known/a.txt": "", "content/.env": ""})
    )
    assert (found.published, found.problems) == ({}, [])
