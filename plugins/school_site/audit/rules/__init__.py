"""The rules of the audit, in the order of the report."""

from __future__ import annotations

from types import ModuleType

from . import dead_link, foreign_resource, inline_code, page_outline, picture_without_text

RULES: tuple[ModuleType, ...] = (dead_link, page_outline, picture_without_text, inline_code, foreign_resource)
