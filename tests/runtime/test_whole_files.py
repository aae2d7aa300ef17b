"""A file is written as a whole or not at all."""

from pathlib import Path

import pytest

from site_builder.runtime.whole_files import write_whole


def test_a_new_file_takes_the_place_of_the_old_one_and_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    write_whole(file, b"old")
    file.chmod(0o640)
    write_whole(file, b"new")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)
    assert list(tmp_path.iterdir()) == [file]


def test_a_new_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    write_whole(tmp_path / "whole", b"")
    (tmp_path / "plain").write_bytes(b"")
    assert (tmp_path / "whole").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_what_cannot_be_put_in_its_place_leaves_the_old_file_and_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yml"
    write_whole(file, b"old")

    def fail(path: Path, target: Path) -> Path:
        raise OSError

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
