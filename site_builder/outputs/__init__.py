"""What stands beside the pages: one module a format, each a generator of (path, text).

To add one, write its module and list it in `OUTPUTS`.
"""

from collections.abc import Callable, Iterator, Sequence

from site_builder.outputs import permalinks, sitemap
from site_builder.pages.view import Page, View

Output = Callable[[Sequence[View], Sequence[Page]], Iterator[tuple[str, str]]]

OUTPUTS: tuple[Output, ...] = (permalinks.files, sitemap.files)
