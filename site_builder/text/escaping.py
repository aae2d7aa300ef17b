"""Text as HTML or XML, escaped as Jinja escapes what templates print.

What is HTML already is a `Markup`, which is not escaped again; Jinja and MkDocs know it as well.
"""

from markupsafe import Markup, escape

__all__ = ["Markup", "escape"]
