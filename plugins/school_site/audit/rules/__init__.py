"""The rules of the audit: those that look at one page alone, and those that need the whole tree."""

from __future__ import annotations

from types import ModuleType

from . import dead_link, foreign_resource, inline_code, page_outline, picture_without_text

PAGE_RULES: tuple[ModuleType, ...] = (page_outline, picture_without_text, inline_code, foreign_resource)
TREE_RULES: tuple[ModuleType, ...] = (dead_link,)
RULES = (*TREE_RULES, *PAGE_RULES)
