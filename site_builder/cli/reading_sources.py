"""What commands need that read the pages of sources: an extra, so that a plain build stays small."""

import sys
from importlib.util import find_spec

from site_builder.language.language import Language
from site_builder.runtime import extras

EXTRA = "sources"
_NEEDED = ("urllib3", "protego", "resiliparse")


def require_readers(language: Language) -> None:
    """Stop where what reads sources is not installed."""
    if not all(map(find_spec, _NEEDED)):
        reason = language.text(
            "what reads sources ({extra}) is not installed; get it by: {command}",
            extra=extras.name_of(EXTRA),
            command=extras.install_command(EXTRA),
        )
        print(reason, file=sys.stderr)
        sys.exit(2)
