"""Text as HTML or XML: the one place where it is escaped.

What is HTML already is a `Markup`, which is not escaped again; Jinja and MkDocs know it as well.
"""

from collections.abc import Callable
from functools import partial
from html import escape as _escaped

import markupsafe
from markupsafe import Markup

html: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Text that is HTML: what `Markup` makes of it, without asking first what kind of thing it is."""


def escape(value: object) -> Markup:
    """A value as HTML, fit for attributes too: as `markupsafe.escape`, made for the millions of texts of a build."""
    if type(value) is Markup:
        return value
    return html(_escaped(value)) if type(value) is str else markupsafe.escape(value)
