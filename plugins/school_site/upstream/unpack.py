"""Unpack a compressed body piece by piece, never beyond a limit: a small answer can hide gigabytes."""

from __future__ import annotations

import zlib

_PACKED = {"gzip", "x-gzip", "deflate"}
_PLAIN = {"", "identity"}
_GZIP = b"\x1f\x8b"


class TooBigError(Exception):
    """The body is larger than the limit, on the wire or unpacked."""


class UnknownPackingError(Exception):
    """The body is packed in a way that was not asked for."""


class Unpacker:
    """Collects one body; ``feed`` raises as soon as a limit is passed, and zlib.error for damaged data."""

    def __init__(self, encoding: str, *, limit: int) -> None:
        packing = encoding.strip().lower()
        if packing not in _PACKED | _PLAIN:
            raise UnknownPackingError(encoding[:40])
        self._is_packed: bool | None = True if packing in _PACKED else None  # None: its first bytes will tell
        self._limit = limit
        self._wire = 0
        self._head = b""  # kept back until there are two bytes to judge by
        self._body = bytearray()
        self._engine: zlib._Decompress | None = None

    def feed(self, piece: bytes) -> None:
        """Add a piece as it came over the wire."""
        self._wire += len(piece)
        if self._wire > self._limit:
            raise TooBigError
        piece = self._head + piece
        self._head = b""
        if self._engine is None and len(piece) < 2:
            self._head = piece
        else:
            self._add(piece)

    def finish(self) -> bytes:
        """Give the whole body; a packed one must have come to its end."""
        if self._head:
            self._add(self._head)
        if self._engine is not None and not self._engine.eof:
            raise zlib.error("the packed body breaks off")
        return bytes(self._body)

    def _add(self, piece: bytes) -> None:
        if self._is_packed is None:
            self._is_packed = piece.startswith(_GZIP)  # some servers pack without saying so
        if not self._is_packed:
            self._grow(piece)
            return
        while piece:
            if self._engine is None:
                self._engine = _engine(piece)
            elif self._engine.eof:
                if not piece.startswith(_GZIP):  # noise after the end
                    return
                self._engine = _engine(piece)  # a gzip file may have several members
            self._grow(self._engine.decompress(piece, self._limit - len(self._body) + 1))
            piece = self._engine.unused_data if self._engine.eof else self._engine.unconsumed_tail

    def _grow(self, piece: bytes) -> None:
        self._body += piece
        if len(self._body) > self._limit:
            raise TooBigError


def _engine(piece: bytes) -> zlib._Decompress:
    """Choose by the first bytes: "deflate" means zlib to the standard and raw deflate to some servers."""
    is_wrapped = piece.startswith(_GZIP) or int.from_bytes(piece[:2], "big") % 31 == 0
    return zlib.decompressobj(47 if is_wrapped else -15)
