"""The words for search that an archive brings: used if they are sound, else a problem at their line."""

from pathlib import Path

import pytest

from site_builder.language.catalogs import Catalogs
from site_builder.language.reduction import reduction
from site_builder.search.words import Words


def write(root: Path, text: str | bytes, tag: str = "uk") -> Path:
    file = root / "locale" / tag / "search.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_an_archive_brings_words_for_its_language(tmp_path: Path) -> None:
    write(tmp_path, 'stop_words = "the і та"\nsuffixes = [[["ists", 3, "ist"]]]\n[months]\nlipen = 7\n')
    words = Words(reduction(["en", "uk"], tmp_path))
    assert words.of("cellists").whole == {"cellist"}
    assert "07-05" in words.of("5 lipen 2031").whole
    assert not list(Catalogs(tmp_path).problems(["en", "uk"]))
    assert Words(reduction(["uk"])).of("cellists").whole == {"cellists"}


def test_words_of_an_archive_come_beside_ours(tmp_path: Path) -> None:
    write(tmp_path, 'particles = ["께옵서는"]\n', "ko")
    assert "등대섬" in Words(reduction(["ko"], tmp_path)).of("등대섬께옵서는").whole
    assert "등대섬" in Words(reduction(["ko"], tmp_path)).of("등대섬에서는").whole


def test_a_word_may_join_numbers_and_be_one(tmp_path: Path) -> None:
    """As where the languages of a site are of one alphabet."""
    write(tmp_path, 'joins = "a"\nnumerals = {a = 1, deset = 10}\n')
    words = Words(reduction(["uk"], tmp_path))
    assert words.of("a a a").whole == {"a"}
    assert words.of("deset a a").whole == {"10"}


def test_an_order_of_a_date_is_read_in_one_way(tmp_path: Path) -> None:
    """What may stand between day and month stands there once, however often it was written."""
    order = "d" + "''" * 12 + ", '.' MMMM"
    write(tmp_path, f'orders = ["{order}"]\n[months]\nlipen = 7\n')
    tables = reduction(["uk"], tmp_path)
    assert not [each.regex for each in tables.dates if "[ ,.]*[ ,.]*" in each.regex]
    assert "07-05" in Words(tables).of(f"5{',' * 400}lipen").whole


@pytest.mark.parametrize("name", ["pt_BR", "pt-BR"])
def test_a_folder_is_named_as_that_of_a_catalog(tmp_path: Path, name: str) -> None:
    write(tmp_path, 'stop_words = "ao"\n', name)
    assert "ao" in reduction(["pt-BR"], tmp_path).stop_words


def test_a_folder_that_is_named_after_no_language_is_told_of(tmp_path: Path) -> None:
    write(tmp_path, 'stop_words = "ao"\n', "omberish")
    (problem,) = Catalogs(tmp_path).problems(["en"])
    assert (problem.kind.code, problem.place.path) == ("W916", "locale/omberish/search.toml")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('stop_words = "a"\nparticle = "b"\n', 2),
        ("\nplural = 3\n", 2),
        ('plural = "a"\nplural = "b"\n', 2),
        ('stop_words = "a\n', 1),
        (b"# \xff\n", 1),
        ('[digits]\n"one" = 1\n', 1),
        ('[digits]\n"]" = 1\n', 1),
        ("[powers]\nten = 1\n", 1),
        ("[months]\nlipen = 13\n", 1),
        ('[months]\nlipen = "7"\n', 1),
        ('endings = "ㅏ"\n', 1),
        ('endings = ["a", ""]\n', 1),
        ('suffixes = [[["s", 3]]]\n', 1),
        ('orders = ["(a+)+"]\n', 1),
        ('orders = "d"\n', 1),
        (f'particles = "{"가 " * 4000}"\n', 1),
        (f"# {'x' * 70_000}\n", 1),
        (f"plural = {'[' * 5000}\n", 1),
        ('[numerals]\ndix = 10\n"soixante-dix" = 70\n', 1),
        ('[powers]\n"deux cents" = 2\n', 1),
        ('joins = ["a b"]\n', 1),
        (f"[powers]\nten = {'9' * 5000}\n", 1),
    ],
)
def test_what_is_wrong_has_its_line_and_is_not_used(tmp_path: Path, text: str | bytes, line: int) -> None:
    write(tmp_path, text)
    (problem,) = Catalogs(tmp_path).problems(["en"])
    assert (problem.kind.code, problem.place.path, problem.place.line) == ("E918", "locale/uk/search.toml", line)
    assert reduction(["uk"], tmp_path) == reduction(["uk"])


def test_a_link_is_told_of_and_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "elsewhere", 'stop_words = "a"\n')
    file = write(tmp_path / "archive", "")
    file.unlink()
    file.symlink_to(outside)
    assert len(list(Catalogs(tmp_path / "archive").problems(["uk"]))) == 1
    assert reduction(["uk"], tmp_path / "archive") == reduction(["uk"])
