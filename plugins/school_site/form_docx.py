"""A form as a Word file, made once.

The same sheet gives the same bytes on every machine and every day. Setting a file takes some milliseconds and the
library a moment to load, so files are remembered by what they are made of in `.cache/forms/`, which may be deleted.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from . import form_setting
from .form_setting import NO_DAY, document_of
from .form_sheet import FormSheet
from .paths import ROOT
from .whole_file import write_whole

CACHE = ROOT / ".cache" / "forms"


@lru_cache(maxsize=256)
def docx_of(sheet: FormSheet) -> bytes:
    """The bytes of the Word file."""
    kept = CACHE / f"{_key(sheet)}.docx"
    try:
        return kept.read_bytes()
    except OSError:
        data = _frozen(document_of(sheet))
    # Where nothing can be kept, the file is made again next time.
    with suppress(OSError):
        write_whole(kept, data)
    return data


def _key(sheet: FormSheet) -> str:
    """Everything the bytes depend on: the sheet, the code that sets it, and the library's version."""
    from importlib.metadata import version

    told = f"{sheet!r}\n{version('python-docx')}\n{version('lxml')}".encode()
    makers = b"".join(Path(module).read_bytes() for module in (__file__, form_setting.__file__))
    return hashlib.sha256(told + makers).hexdigest()[:32]


def _frozen(document: Any) -> bytes:
    """The document as a zip file whose entries bear no day of ours.

    Its entries are stored as they are: how zlib packs differs from one build of Python to the next.
    """
    written, fixed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, NO_DAY.timetuple()[:6])
            entry.external_attr, entry.create_system = 0o644 << 16, 3
            target.writestr(entry, source.read(name))
    return fixed.getvalue()
