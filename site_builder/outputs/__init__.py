"""What stands beside the pages: one module a format, each a generator of `File`s.

The sitemap stands apart: it lists the pages when all are written.

To add one, write its module and list it in `OUTPUTS`.
"""

from collections.abc import Callable, Iterator, Sequence

from site_builder.file import File
from site_builder.outputs import permalinks, records
from site_builder.pages.view import View

Output = Callable[[Sequence[View]], Iterator[File]]

OUTPUTS: tuple[Output, ...] = (permalinks.files, records.files)
