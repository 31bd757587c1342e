"""The closed lists of `schema/vocabulary/`: Vietnamese labels of values, and which e-mail addresses are official."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path

from .plain_yaml import read_plain


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """`labels` maps a field's name, or «kind.field», to its values' labels; domains may hold a `*`.

    `abbreviations` maps types of documents to what their symbols begin with (empty: nothing); `promised_types`
    maps a file name's suffix to the media types that keep its promise, `media_labels` media types to their names.
    """

    labels: Mapping[str, Mapping[str, str]]
    official_domains: tuple[str, ...]
    refused_domains: tuple[str, ...]
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    promised_types: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    media_labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, value: str, field: str) -> str:
        """The Vietnamese label of a value; the value itself where the list has none (a test forbids that)."""
        return self.labels.get(field, {}).get(value, value)

    def is_official(self, email: str) -> bool:
        """Whether an e-mail address belongs to a domain of the state or of education."""
        domain = email.rpartition("@")[2].lower()
        if any(fnmatch(domain, pattern) for pattern in self.refused_domains):
            return False
        return any(fnmatch(domain, pattern) for pattern in self.official_domains)


@lru_cache(maxsize=4)
def read_vocabulary(schema: Path) -> Vocabulary:
    """The vocabulary under `schema`. Raises SetupError when a list is missing or broken."""
    domains = read_plain(schema / "vocabulary" / "official_email_domains.yml")
    documents = read_plain(schema / "vocabulary" / "document_types.yml")
    files = read_plain(schema / "vocabulary" / "file_types.yml")
    return Vocabulary(
        labels=read_plain(schema / "vocabulary" / "labels.yml"),
        official_domains=tuple(domains["official"]),
        refused_domains=tuple(domains["refused"]),
        abbreviations={
            name: kind.get("abbreviation", "")
            for name, kind in documents.items()
            if "abbreviation" in kind or "administrative" in kind
        },
        promised_types={suffix: tuple(types) for suffix, types in files["promised"].items()},
        media_labels=files["labels"],
    )
