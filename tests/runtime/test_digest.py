import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from site_builder.runtime.digest import digest
from tests.records import ROOT

PLAIN = st.none() | st.integers() | st.text() | st.binary() | st.tuples(st.text(), st.integers())


@given(st.lists(PLAIN), st.lists(PLAIN))
def test_equal_values_have_one_digest_and_others_another(one: list[object], other: list[object]) -> None:
    assert (digest(*one) == digest(*other)) == (repr(one) == repr(other))


def test_where_values_are_cut_is_not_lost() -> None:
    cuts = [("ab", "c"), ("a", "bc"), ("abc",), (("ab", "c"),), ("ab", ("c",)), ("ab", "c", ""), ("abc", ""), ()]
    assert len({digest(*parts) for parts in cuts}) == len(cuts)


def test_a_digest_is_the_same_in_every_run() -> None:
    """What builds remember of each other rests on it."""
    program = "from site_builder.runtime.digest import digest; print(digest('가', 1, ('b', None)), end='')"
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={"PYTHONHASHSEED": seed}, stdout=subprocess.PIPE, check=True
        )
        assert done.stdout.decode() == digest("가", 1, ("b", None))


def test_a_digest_fits_into_one_word() -> None:
    assert digest().isalnum()
    assert len(digest()) == 24
