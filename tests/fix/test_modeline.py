"""A record leads editors to the schema of its archive, and to no other."""

import pytest

from site_builder.fix import mend
from tests.records import CLAIM, CLAIM_FILE, ENTITY, ENTITY_FILE, SERIES, SERIES_FILE, changed

OWN = "# yaml-language-server: $schema=../schema/claim.schema.json\n"


def mended(text: str, file: str = CLAIM_FILE) -> tuple[str, tuple[str, ...]]:
    """A mended text and what was changed; to mend it again changes nothing."""
    result = mend(text.encode(), file)
    assert not result.left
    assert mend(result.data, file).changes == ()
    return result.data.decode(), result.changes


@pytest.mark.parametrize(
    ("file", "text", "kind"),
    [(CLAIM_FILE, CLAIM, "claim"), (ENTITY_FILE, ENTITY, "entity"), (SERIES_FILE, SERIES, "series")],
)
@pytest.mark.parametrize(
    "line",
    [
        "# yaml-language-server: $schema=../../site_builder/claim.schema.json",
        "# yaml-language-server: $schema=https://example.org/any.schema.json",
        "# yaml-language-server: $schema=../schema/other.schema.json",
        "# yaml-language-server: $schema=",
        "#yaml-language-server:$schema=x",
        "  # yaml-language-server : $schema=x y",
    ],
)
def test_a_line_that_leads_elsewhere_is_brought_up_to_date(file: str, text: str, kind: str, line: str) -> None:
    own = f"# yaml-language-server: $schema=../schema/{kind}.schema.json"
    assert mended(f"{line}\n{text}", file) == (f"{own}\n{text}", ("path of the schema",))


@pytest.mark.parametrize("text", [CLAIM, OWN + CLAIM, OWN.replace("../", "./../") + CLAIM, f"# words\n\n{OWN}{CLAIM}"])
def test_a_right_line_and_none_at_all_stay_as_they_are(text: str) -> None:
    assert mended(text) == (text, ())


def test_the_line_is_found_below_other_comments_and_stays_there() -> None:
    above = "# words\n\n---\n"
    assert mended(f"{above}{OWN.replace('schema/', 'x/')}{CLAIM}")[0] == f"{above}{OWN}{CLAIM}"


def test_of_several_lines_one_is_kept() -> None:
    assert mended(f"# yaml-language-server: $schema=x\n# words\n{OWN}{CLAIM}")[0] == f"{OWN}# words\n{CLAIM}"


def test_words_of_a_text_that_look_like_the_line_are_words() -> None:
    words = "# yaml-language-server: $schema=x"
    text = changed(CLAIM, "    text: about 1,200 people came", f"    text: |-\n      {words}")
    assert mended(text) == (text, ())
    assert mended(f"{CLAIM}{words}\n") == (f"{CLAIM}{words}\n", ())
