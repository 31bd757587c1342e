"""A small school written as people write it, and what one rule finds in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from school_site.findings import Finding
from school_site.kinds import kind_at
from school_site.law import read_law
from school_site.load import read_record
from school_site.model import Asset, Record
from school_site.register import Register
from school_site.site import Site
from school_site.validate import Verdict, read_entry, validate
from school_site.validate.basis import Basis
from school_site.validate.shapes import Shape, read_shapes
from school_site.vocabulary import read_vocabulary

SCHEMA = Path(__file__).parents[4] / "schema"
TODAY = date(2026, 11, 22)
SCHOOL = """
name: Trường Trung học cơ sở Thử
short_name: THCS Thử
school_levels: [lower_secondary]
ownership: public
managing_authority: {name: Ủy ban nhân dân phường}
street_address: 1 đường Thử, phường Thử
phone: "028 3999 0101"
email: c2thu@hcm.edu.vn
website: https://thcsthu.hcm.edu.vn
mission: Dạy chữ, dạy người
vision: Trường học hạnh phúc
goals: Mọi học sinh tiến bộ
document_symbol: THCST
representative:
  name: Nguyễn Thị Hạnh
  position: Hiệu trưởng
  address: Phòng Hiệu trưởng
  phone: "028 3999 0102"
  email: hieutruong@hcm.edu.vn
responsible_for_content: Nguyễn Thị Hạnh – Hiệu trưởng
school_year: 2026-2027
"""


@lru_cache(maxsize=1)
def _shapes() -> Mapping[str, Shape]:
    return read_shapes(SCHEMA)


def record(path: str, text: str) -> Record:
    """A content file as the loader reads it; it must be readable."""
    kind = kind_at(path)
    assert kind is not None, path
    found, faults = read_record(text.lstrip("\n"), path, kind)
    assert found is not None, faults
    return found


def verdict(files: Mapping[str, str], assets: tuple[Asset, ...] = (), today: date = TODAY) -> Verdict:
    """The whole judgement on a school made of these files; `truong.yml` is there in any case."""
    records = tuple(record(path, text) for path, text in {"truong.yml": SCHOOL, **files}.items())
    return validate(
        records, assets, frozenset(), Register(),
        shapes=_shapes(), law=read_law(SCHEMA), vocabulary=read_vocabulary(SCHEMA), today=today, as_of=today,
    )  # fmt: skip


def site(files: Mapping[str, str], assets: tuple[Asset, ...] = ()) -> Site:
    """The site of these files; each must pass its schema, or the rule would not see it."""
    parts: dict[str, Any] = {}
    for path, text in {"truong.yml": SCHOOL, **files}.items():
        kind = kind_at(path)
        assert kind is not None
        entry, faults = read_entry(record(path, text), kind, _shapes()[kind.name])
        assert entry is not None, [fault.message for fault in faults]
        if kind.is_single:
            parts[kind.plural] = entry
        else:
            parts[kind.plural] = (*parts.get(kind.plural, ()), entry)
    return Site(assets=assets, **parts)


def findings(
    rule: ModuleType, files: Mapping[str, str], assets: tuple[Asset, ...] = (), today: date = TODAY
) -> list[Finding]:
    """What one rule finds."""
    basis = Basis(today=today, law=read_law(SCHEMA), vocabulary=read_vocabulary(SCHEMA))
    return list(rule.check(site(files, assets), basis))


def codes(
    rule: ModuleType, files: Mapping[str, str], assets: tuple[Asset, ...] = (), today: date = TODAY
) -> list[tuple[str, str, int]]:
    """Code, file and line of what one rule finds."""
    return [(found.code, found.where.path, found.where.line) for found in findings(rule, files, assets, today)]


def page(body: str, *, title: str = "Lịch sử nhà trường") -> dict[str, str]:
    """A page of introduction; its body begins on line 5."""
    return {"gioi-thieu/lich-su.md": f"---\ntitle: {title}\ntopic: history\n---\n{body}\n"}


def disclosure(
    rest: str, *, year: str = "2025-2026", name: str = "muc", body: str = "", title: str = ""
) -> dict[str, str]:
    """A disclosure of a school year or a fiscal year; `rest` begins on line 6."""
    key = "school_year" if "-" in year else "fiscal_year"
    title = title or f"Nội dung công khai {'năm học' if '-' in year else 'năm'} {year}"
    head = f"title: {title}\nitem: {name}\n{key}: {year}\npublished_on: 2026-06-19\n"
    return {f"cong-khai/{year}/{name}.md": f"---\n{head}{rest}---\n{body}\n"}


def document(
    name: str, rest: str = "", *, number: str | None = "12/KH-THCST", type: str = "plan", on: str = "2026-09-05",
    direction: str = "issued", abstract: str = "Kế hoạch giáo dục nhà trường", body: str = "Nội dung.",
    issuer: str = "Trường THCS Thử",
) -> dict[str, str]:  # fmt: skip
    """An official document; its number stands on line 2 where it has one."""
    head = f'number: "{number}"\n' if number else ""
    head += f"document_type: {type}\nabstract: {abstract}\nissuer: {issuer}\nissued_on: {on}\n"
    return {f"van-ban/{name}.md": f"---\n{head}direction: {direction}\n{rest}---\n{body}\n"}
