"""From a site to paper: which sheets can be printed, what stands on them, and the PDFs made of them.

Site → sheets (template + ready facts) → HTML → PDF. Everything up to the HTML is pure; `press` alone makes files.
"""

from __future__ import annotations

from .sheet import Sheet
from .sheets import all_sheets
from .source import Source

__all__ = ["Sheet", "Source", "all_sheets"]
