"""Files that are there as a whole or not at all, whatever interrupts the writing."""

import tempfile
from pathlib import Path


def write_whole(file: Path, data: bytes) -> None:
    """Put a file in its place, or a new one in the place of an old one: at no time is there half a file."""
    mode = file.stat().st_mode if file.exists() else None
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as new:
        path = Path(new.name)
        try:
            new.write(data)
            new.close()
            if mode is not None:
                path.chmod(mode)
            path.replace(file)
        finally:
            path.unlink(missing_ok=True)
