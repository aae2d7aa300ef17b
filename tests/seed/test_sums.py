"""The article's headline calls 4,700 injured whom its body calls killed or wounded: found, and explained."""

from dataclasses import replace

from site_builder.check.figures import sums_of_sources
from site_builder.model.records import Archive, claim_file
from tests.records import context
from tests.seed import LOADED, only_here

pytestmark = only_here

HEADLINE, BODY = "2025-04-csb-headline-injured", "2025-04-30-nis-casualties"
CLAIMS = LOADED.archive.claims


def test_the_dispute_explains_the_number_of_the_headline() -> None:
    assert CLAIMS[HEADLINE].disputes == (BODY,)
    assert list(sums_of_sources(context(*LOADED.archive.records()))) == []


def test_without_the_dispute_the_number_of_the_headline_does_not_add_up() -> None:
    alone = {**CLAIMS, HEADLINE: replace(CLAIMS[HEADLINE], disputes=())}
    archive = Archive(alone, LOADED.archive.entities, LOADED.archive.series)
    (finding,) = sums_of_sources(context(*archive.records()))
    assert (finding.kind.code, finding.file, finding.at) == ("W724", claim_file(HEADLINE), ("figures", 0, "value"))
    assert finding.related is not None
    assert finding.related[0] == claim_file(BODY)
    assert finding.values["line"] == f"disputes: [{BODY}]"
