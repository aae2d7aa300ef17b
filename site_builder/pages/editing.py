"""Ways from a page to what it was made of: to change it, to see how it changed, to report an error in it."""

from pathlib import PurePosixPath

from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.records import entity_file, series_file
from site_builder.text.escaping import Markup, escape


def of_record(library: LocalizedLibrary, file: str, root: str) -> Markup:
    """Return the links below the page of a record; `root` is the way to the language's pages."""
    text, repository = library.language.text, library.site.repository
    contribute = urls.anchored(root + urls.CONTRIBUTE, "report") if urls.CONTRIBUTE in library.site.content else None
    return _links(
        (repository.edit(file), text("Edit this record")),
        (repository.history(file), text("History of this record")),
        (repository.report(file) or contribute, text("Report an error")),
        (_claim_for(library, file), text("Propose a claim for this page")),
    )


def _claim_for(library: LocalizedLibrary, file: str) -> str | None:
    """The address of a form for a claim by an entity, about it, or with an answer to a question.

    None for what was merged, and for claims: theirs would be long addresses on the pages of which there are most.
    """
    id, archive = PurePosixPath(file).stem, library.archive
    if file == entity_file(id) and id in archive.entities:
        return library.site.repository.propose({"claimant" if library.groups.made.get(id) else "about": id})
    if file == series_file(id) and id in archive.series:
        return library.site.repository.propose({"series": id})
    return None


def of_content_page(library: LocalizedLibrary, file: str) -> Markup:
    """Return the link below a hand-written page."""
    return _links((library.site.repository.edit(file), library.language.text("Edit this page")))


def _links(*links: tuple[str | None, str]) -> Markup:
    shown = " · ".join(_link(address, words) for address, words in links if address)
    return Markup(f'<p class="ca-tools ca-editing">{shown}') if shown else Markup("")


def _link(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{escape(words)}</a>'
