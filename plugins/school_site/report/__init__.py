"""The findings and the ledger, told to people and to machines: one value in, one text out, a file for each form.

No form knows the clock, the machine or the network: the same judgement gives the same bytes.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath

from .value import Report

__all__ = ["FORMATS", "Report", "format_of", "formatted"]

FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "html")
_SUFFIXES = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".html": "html", ".htm": "html"}


def formatted(report: Report, form: str) -> str:
    """The report in one of `FORMATS`. Only the form that is asked for is loaded: a check takes no second."""
    return str(import_module(f".{form}", __package__).render(report))


def format_of(name: str) -> str:
    """The form that a file's name asks for."""
    path = PurePath(name.lower())
    return _SUFFIXES.get(path.suffix, "text")
