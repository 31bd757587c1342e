"""What asking one source can give: an answer, word that nothing changed, or a fault."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The body of a successful answer, decompressed, and what was said about it."""

    body: bytes
    address: str  # where the body came from, after redirects
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None  # the new address, when the server says the move is permanent


@dataclass(frozen=True)
class Unchanged:
    """The source says that nothing changed since the last time (304)."""


@dataclass(frozen=True)
class Fault:
    """Why nothing came; ``code`` is a key of source_faults.TEXTS."""

    code: str
    detail: str = ""  # fills «{detail}» in the sentence
    retry_after_seconds: int = 0  # what the server itself asks for


Outcome = Answer | Unchanged | Fault
