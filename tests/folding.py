"""Texts and what is left of them without marks: Python and the script of the pages are held to the same table."""

from __future__ import annotations

FOLDED = (
    ("Báo cáo ĐOÀN", "bao cao doan"),
    ("ĐƯỜNG", "duong"),
    ("Ẫm thực ỗi", "am thuc oi"),
    ("ð Ð", "d d"),
    ("ABC 12", "abc 12"),
)
