"""The person who made a pull request, as far as it tells: which of the languages of the site is theirs."""

from collections.abc import Mapping

from site_builder.github import workflow
from site_builder.language.language import Language
from site_builder.language.spoken import own_first
from site_builder.read.settings import Settings

_TEMPLATE = ".github/PULL_REQUEST_TEMPLATE.md"


def for_person(site: Settings, pull_request: object = None) -> list[Language]:
    """Sort the languages of a site for the author of a pull request, by default that of the event: theirs is first.

    GitHub knows nobody's language, so title and description tell it, but for what every description begins with.
    """
    template = site.root / _TEMPLATE
    given = template.read_text("utf-8", "replace").splitlines() if template.is_file() else []
    written = _written(pull_request or workflow.event().get("pull_request"))
    words = "\n".join(line for line in written if line.strip() not in {each.strip() for each in given})
    return own_first(site.languages, words)


def _written(pull_request: object) -> list[str]:
    if not isinstance(pull_request, Mapping):
        return []
    return [str(pull_request.get("title") or ""), *str(pull_request.get("body") or "").splitlines()]
