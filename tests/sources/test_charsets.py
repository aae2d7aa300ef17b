"""Letters are told by the bytes first, and by what a page says of itself where those leave it open."""

import pytest

from site_builder.sources.charsets import decoded
from site_builder.sources.troubles import Trouble

KOREAN = "<p>똠방각하와 펲시, 등불 600개를 켰다</p>"
FRENCH = "<p>L’été à Genève, où l’on a vu 600 lanternes — très « vives »</p>"
JAPANESE = "<p>提灯を六百個ともした。夜はとても静かだった。</p>"
RUSSIAN = "<p>Вечером зажгли шестьсот фонарей</p>"


@pytest.mark.parametrize(
    "label", ["euc-kr", "ks_c_5601-1987", "EUC-KR", "windows-949", "cp949", "utf-8", "iso-8859-1", "bogus"]
)
@pytest.mark.parametrize("is_meta", [True, False])
def test_korean_pages_are_read_whatever_they_are_called(label: str, is_meta: bool) -> None:
    meta = f'<meta charset="{label}">' if is_meta else ""
    header = "text/html" if is_meta else f"text/html; charset={label}"
    page = meta + KOREAN
    assert decoded(page.encode("cp949"), header) == (page, "cp949")
    assert decoded(page.encode(), header) == (page, "utf-8")


@pytest.mark.parametrize(
    ("text", "codec", "header"),
    [
        (FRENCH, "cp1252", "text/html; charset=ISO-8859-1"),
        (JAPANESE, "cp932", "text/html; charset=Shift_JIS"),
        (JAPANESE, "euc_jp", "text/html; charset=euc-jp"),
        (RUSSIAN, "cp1251", 'text/html; charset="windows-1251"'),
        (KOREAN, "utf-16-le", "text/html; charset=utf-16le"),
    ],
)
def test_other_pages_are_read_by_their_labels(text: str, codec: str, header: str) -> None:
    assert decoded(text.encode(codec), header)[0] == text


def test_a_page_may_name_its_encoding_as_pages_did_long_ago() -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">{RUSSIAN}'
    assert decoded(page.encode("cp1251"), "text/html")[0] == page


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_mark_at_the_beginning_tells_more_than_labels(codec: str) -> None:
    assert decoded(KOREAN.encode(codec), "text/html; charset=euc-kr")[0] == KOREAN


@pytest.mark.parametrize("codec", ["utf-8", "cp949"])
def test_a_broken_byte_does_not_change_the_others(codec: str) -> None:
    text = KOREAN * 20
    found, name = decoded(text.encode(codec) + b"\xff", "text/html; charset=" + codec)
    assert (found, name) == (text + "\ufffd", codec)


def test_a_page_without_label_is_guessed() -> None:
    assert decoded((RUSSIAN * 5).encode("koi8-r"), "")[0] == RUSSIAN * 5


def test_noise_is_no_text() -> None:
    with pytest.raises(Trouble) as trouble:
        decoded(bytes(range(128, 256)) * 30, "text/html; charset=utf-8")
    assert trouble.value.kind == "encoding"
