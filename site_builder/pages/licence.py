"""The licence of the records, as pages say it."""

from site_builder.language.language import Language, Link
from site_builder.model.licences import Licence
from site_builder.text.escaping import Markup, escape


def link(licence: Licence) -> Markup:
    """Return the licence's name, which leads to what it says."""
    return Markup('<a rel=license href="{}">{}</a>').format(licence.url, licence.short_name)


def sentence(language: Language, licence: Licence) -> Markup:
    """Return what the foot of every page says of it."""
    said = language.sentence(
        "Records: {licence}. Quotations belong to their publishers.", licence=Link(licence.short_name, licence.url)
    )
    return Markup("").join([link(licence) if isinstance(part, Link) else escape(part) for part in said])
