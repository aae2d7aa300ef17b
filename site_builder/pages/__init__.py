"""The contents of pages, as plain data: one module a page type. `templates/` beside them only print it.

Each module's `pages` is a generator over the `Library`; `sections` lists them.
"""
