"""Small files that take long to make, kept by what they are made of; the folder may be deleted at any time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from .whole_file import write_whole


def kept(folder: Path, key: str, suffix: str, make: Callable[[], bytes]) -> bytes:
    """The bytes that `make` gives for `key`; what was made before is not made again."""
    path = folder / f"{hashlib.sha256(key.encode()).hexdigest()[:32]}{suffix}"
    try:
        return path.read_bytes()
    except OSError:
        data = make()
    # Where nothing can be kept, the file is made again next time.
    with suppress(OSError):
        write_whole(path, data)
    return data


@cache
def makers(modules: Sequence[str], libraries: Sequence[str]) -> str:
    """What a file depends on beside its content: the code of `modules` (paths) and the versions of `libraries`."""
    from importlib.metadata import version

    code = b"".join(Path(module).read_bytes() for module in modules)
    return f"{hashlib.sha256(code).hexdigest()} {[version(library) for library in libraries]}"
