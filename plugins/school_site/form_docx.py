"""A form as a Word file, made once.

The same sheet gives the same bytes on every machine and every day. Setting a file takes some milliseconds and the
library a moment to load, so files are remembered by what they are made of in `.cache/forms/`, which may be deleted.
"""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from typing import Any

from . import form_setting
from .form_setting import NO_DAY, document_of
from .form_sheet import FormSheet
from .kept import kept, makers
from .paths import ROOT

CACHE = ROOT / ".cache" / "forms"


@lru_cache(maxsize=256)
def docx_of(sheet: FormSheet) -> bytes:
    """The bytes of the Word file."""
    made_by = makers((__file__, form_setting.__file__), ("python-docx", "lxml"))
    return kept(CACHE, f"{sheet!r}\n{made_by}", ".docx", lambda: _frozen(document_of(sheet)))


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
