"""A small school ready to be finished: what a test names, and nothing more."""

from __future__ import annotations

from datetime import date
from typing import Any

from validate.schools import SCHEMA, entry, law, school, site

from school_site.kinds.announcement import Announcement
from school_site.kinds.article import Article
from school_site.kinds.procedure import Procedure
from school_site.render.view import View
from school_site.vocabulary import read_vocabulary

SITE_URL = "https://thcsthu.hcm.edu.vn"
DAY = date(2026, 11, 22)


def view(**parts: Any) -> View:
    """A view of a site with the named parts."""
    return View(
        site=site(**{"school": school(), **parts}), ledger=(), law=law(), vocabulary=read_vocabulary(SCHEMA), as_of=DAY
    )


def article(name: str = "2026-11-20-tin", **values: Any) -> Article:
    """One piece of news."""
    usual = {"title": "Tin của trường", "published_on": date(2026, 11, 20), "summary": "Tóm tắt."}
    return entry(Article, f"tin-tuc/{name}.md", **{**usual, **values})


def announcement(name: str = "2026-11-20-bao", **values: Any) -> Announcement:
    """One announcement."""
    usual = {"title": "Thông báo", "published_on": date(2026, 11, 20), "summary": "Tóm tắt."}
    return entry(Announcement, f"thong-bao/{name}.md", **{**usual, **values})


def procedure(name: str = "xin-nghi-hoc", **values: Any) -> Procedure:
    """One administrative procedure."""
    usual = {
        "title": "Xin nghỉ học", "summary": "Xin phép.", "applicants": "Phụ huynh", "channels": ("Trực tiếp",),
        "steps": ("Nộp",), "dossier": ("Đơn",), "time_limit_days": 1, "responsible_body": "Văn phòng", "result": "Phép",
    }  # fmt: skip
    return entry(Procedure, f"thu-tuc/{name}.md", **{**usual, **values})
