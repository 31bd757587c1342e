"""ZIP archives that people upload (office files): opened within bounds, so that no bomb unfolds."""

from __future__ import annotations

import zipfile
import zlib
from xml.etree.ElementTree import ParseError

MAX_UNPACKED = 200_000_000
MAX_MEMBER = 30_000_000
MAX_MEMBERS = 10_000
_DENSE = 200

# All that `zipfile` and the XML parser say of bytes that are not what they should be: a password is a RuntimeError to
# them, a way of packing that Python does not know a NotImplementedError.
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, ParseError, OSError, RuntimeError, NotImplementedError, ValueError, EOFError,
    KeyError,
)  # fmt: skip


class Overpacked(Exception):
    """An archive that unfolds to far more than such a file can mean."""


class Broken(Exception):
    """An archive that cannot be read to its end."""


def refuse_bombs(archive: zipfile.ZipFile) -> None:
    """Judge by declared sizes; they bind, because reading stops where a member's declared size ends."""
    members = archive.infolist()
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise Overpacked
    for member in members:
        if member.file_size > MAX_MEMBER // 3 and member.file_size > _DENSE * max(1, member.compress_size):
            raise Overpacked


def read_member(archive: zipfile.ZipFile, name: str | zipfile.ZipInfo) -> bytes:
    """The bytes of one XML member."""
    with archive.open(name) as member:
        data = member.read(MAX_MEMBER + 1)
    if len(data) > MAX_MEMBER:
        raise Overpacked
    # Office programs write no document type; only entities that unfold without end need one.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Broken
    return data
