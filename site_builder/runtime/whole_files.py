"""Files that are there as a whole or not at all, whatever interrupts the writing."""

import os
import tempfile
from pathlib import Path


def write_whole(file: Path, data: bytes) -> None:
    """Put a file in its place, or a new one in the place of an old one: at no time is there half a file."""
    mode = file.stat().st_mode if file.exists() else 0o666 & ~_umask()
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as new:
        path = Path(new.name)
        try:
            new.write(data)
            new.close()
            path.chmod(mode)
            path.replace(file)
        finally:
            path.unlink(missing_ok=True)


def _umask() -> int:
    """The rights that new files do not get, which Python tells only to those who set them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
