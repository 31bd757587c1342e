"""Small schools and small laws for tests: a site is what a test names, and nothing more."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from school_site.completeness import Row
from school_site.kinds.disclosure import Disclosure
from school_site.kinds.introduction import Introduction
from school_site.kinds.official_document import OfficialDocument
from school_site.kinds.school import Authority, Representative, School
from school_site.law import Demand, Evidence, Law, LegalAct, Pack, Timing
from school_site.model import Entry, Record
from school_site.site import Site
from school_site.validate.ledger import ledger

SCHEMA = Path(__file__).parents[3] / "schema"
ACT = LegalAct(
    key="act",
    type="Thông tư",
    number="1/2020",
    title="Về thử nghiệm",
    issuer="Bộ",
    confidence="verified",
    verified_on=date(2026, 11, 22),
)
YEARLY = Timing(kind="yearly", before="06-30", year="end")

E = TypeVar("E", bound=Entry)


def entry(kind: type[E], path: str, **values: Any) -> E:
    """An entry as `validate` would have made it from the file at `path`."""
    record = Record(path=path, kind="any", fields={})
    return kind(record=record, address=path.rsplit(".", 1)[0] + ".html", **values)


def school(**values: Any) -> School:
    """A public lower-secondary school, with whatever a test wants otherwise."""
    email = "c2@hcm.edu.vn"
    usual: dict[str, Any] = {
        "name": "Trường Trung học cơ sở Thử",
        "short_name": "THCS Thử",
        "school_levels": ("lower_secondary",),
        "ownership": "public",
        "managing_authority": Authority(name="Ủy ban nhân dân phường"),
        "street_address": "1 đường Thử",
        "phone": "028 3999 0101",
        "email": email,
        "website": "https://thcsthu.hcm.edu.vn",
        "mission": "Dạy người",
        "vision": "Trường tốt",
        "goals": "Học thật",
        "representative": Representative(name="A", position="Hiệu trưởng", address="P1", phone="028", email=email),
        "responsible_for_content": "A – Hiệu trưởng",
        "school_year": "2026-2027",
    }
    return entry(School, "truong.yml", **{**usual, **values})


def site(**parts: Any) -> Site:
    """A site with a school and the named parts."""
    return Site(school=parts.pop("school", None) or school(), **parts)


def page(topic: str = "other", satisfies: tuple[str, ...] = ()) -> Introduction:
    """An introduction page."""
    return entry(Introduction, f"gioi-thieu/{topic}.md", title=topic, topic=topic, satisfies=satisfies)


def document(**values: Any) -> OfficialDocument:
    """An official document of the school."""
    usual: dict[str, Any] = {
        "document_type": "plan",
        "abstract": "Kế hoạch",
        "issuer": "Trường",
        "issued_on": date(2026, 9, 1),
        "direction": "issued",
    }
    return entry(OfficialDocument, "van-ban/2026-1.md", **{**usual, **values})


def disclosure(item: str, year: str | int, **values: Any) -> Disclosure:
    """What a school published about a school year ("2025-2026") or a fiscal year (2025)."""
    about = {"school_year": year} if isinstance(year, str) else {"fiscal_year": year}
    usual = {"title": item, "item": item, "published_on": date(2026, 6, 1), **about}
    return entry(Disclosure, f"cong-khai/{year}/{item}.md", **{**usual, **values})


def demand(name: str = "muc-thu", *evidence: Evidence, **values: Any) -> Demand:
    """A demand that we are sure of, satisfied by a disclosure unless told otherwise."""
    usual: dict[str, Any] = {
        "pack": "goi",
        "title": f"Tên của {name}",
        "citation": "Điều 1",
        "act": "act",
        "confidence": "verified",
        "fix": f"invoke new cong-khai {name} --year {{period}}",
    }
    return Demand(id=name, evidence=evidence or (Evidence(kind="disclosure"),), **{**usual, **values})


def law(*demands: Demand, act: LegalAct = ACT, departments: tuple[str, ...] = ()) -> Law:
    """One pack with these demands."""
    pack = Pack(id="goi", title="Gói thử", act=act.key, demands=demands, departments=departments)
    return Law(acts={act.key: act}, packs=(pack,), keys={})


def rows(where: Site, *demands: Demand, on: date) -> tuple[Row, ...]:
    """The ledger of these demands on a day."""
    return ledger(where, law(*demands), on)
