"""A school with one thing of each kind, let off the rest by waivers: publishable, and quick to build."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml
from sandbox import SHARED, copied

from school_site.completeness import Status
from school_site.paths import SCHEMA
from school_site.pipeline import judge

# All of these folders' files that a file kept here points to.
KEPT = {
    "gioi-thieu": ["lich-su.md"],
    "tin-tuc": ["2026-11-20-ngay-nha-giao-viet-nam.md"],
    "thong-bao": ["2026-11-05-canh-giac-tin-nhan-gia-mao.md"],
    "su-kien": ["2026-09-05-le-khai-giang.md"],
    "doan-the": ["chi-bo.md"],
    "van-ban": [
        "2021-22-tt-bgddt.md",
        "2021-2134-qd-ubnd.md",
        "2023-1846-qd-ubnd.md",
        "2026-312-qd-ubnd.md",
        "2024-1972-qd-ubnd.md",
    ],
    "bieu-mau": ["don-xin-nghi-hoc.md", "ho-so-tuyen-sinh-dau-cap.md"],
    "thu-tuc": ["xin-nghi-hoc.md"],
    "lich-cong-tac": ["2026-W47.yml"],
    "thuc-don": ["2026-W47.yml"],
    "ke-hoach": ["2026-11.md"],
    "cong-khai": ["2025-2026/pt-doi-ngu.md"],
    "tuyen-sinh": ["tuyen-sinh-lop-6-nam-hoc-2026-2027.md"],
    "hoc-lieu": ["kho-hoc-lieu-so-cua-nganh.md"],
    "gop-y": ["quy-tac-ung-xu-2026.md"],
}
BODY = "Trang này của trường nhỏ nói rõ ai làm gì, làm khi nào và hỏi ai khi cần thêm thông tin.\n"


def small_school(sample: Path, target: Path, today: date) -> Path:
    """Take the kept files of the sample, with bodies that point nowhere, and waive what is then missing."""
    copied(sample, target)
    for path in sorted(target.rglob("*")):
        top, _, rest = path.relative_to(target).as_posix().partition("/")
        if not path.is_file() or not rest or top in (*SHARED, "so-ghi"):
            continue
        if rest not in KEPT.get(top, ()):
            path.unlink()
        elif path.suffix == ".md":
            head = path.read_text(encoding="utf-8").split("\n---\n", 1)[0]
            path.write_text(f"{head}\n---\n\n{BODY}", encoding="utf-8")
    owed = (Status.missing, Status.late)
    missing = {row.demand.id for row in judge(target, SCHEMA, today=today).verdict.ledger if row.status in owed}
    waiver = {
        "scope": "tất cả",
        "reason": "Trường nhỏ, dựng để thử giao diện.",
        "approver": "Ủy ban nhân dân phường Hoa Phượng",
        "document_number": "1/UBND-VHXH",
        "expires_on": "2027-06-30",
    }
    waivers = [{"demand": demand, **waiver} for demand in sorted(missing)]
    (target / "mien-tru.yml").write_text(yaml.safe_dump({"waivers": waivers}, allow_unicode=True), encoding="utf-8")
    return target
