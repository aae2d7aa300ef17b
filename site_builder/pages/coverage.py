"""A sentence for claims that more outlets reported than there were occasions on which they were made."""

from site_builder.language.language import Language
from site_builder.library.occasions import Coverage


def told(language: Language, coverage: Coverage) -> str:
    """Say that outlets report what was said on fewer occasions; nothing where each can have one of its own."""
    if not coverage.is_dependent:
        return ""
    outlets = language.plural("{count} outlet", "{count} outlets", coverage.outlets)
    if coverage.is_relayed:
        return language.text(
            "Reported by {outlets}, from {briefings}.",
            outlets=outlets,
            briefings=language.plural("{count} briefing", "{count} briefings", coverage.occasions),
        )
    return language.text(
        "Reported by {outlets}, said on {occasions}.",
        outlets=outlets,
        occasions=language.plural("{count} occasion", "{count} occasions", coverage.occasions),
    )
