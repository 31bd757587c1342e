"""A site without any one of its mandatory parts is refused by exactly the finding that names it, and stays as it was.

Findings about links and references (LK) follow from what pointed at the removed files; they are left aside.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

import pytest
from built import Built, fingerprints
from sandbox import ROOT, copied
from told import Told, ToldFinding

from school_site import pipeline, validate
from school_site.completeness import Row, Status
from school_site.findings import Finding, Severity
from school_site.kinds import KINDS
from school_site.law import read_law
from school_site.load import Loaded, load
from school_site.model import Entry
from school_site.paths import SCHEMA
from school_site.site import Site
from school_site.validate import Verdict
from school_site.validate.evidence import find, signature
from school_site.validate.shapes import read_shapes

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Part:
    """Files (or one key of one file) that a school must have, and the finding that names their absence."""

    gone: str
    code: str
    named: str
    key: str = ""
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.gone}:{self.key}" if self.key else self.gone


# «also»: what else the same files gave, each named by a finding of its own.
PARTS = (
    Part("truong.yml", "TR-021", "truong.yml"),
    Part("gioi-thieu/lich-su.md", "TR-010", "«Quá trình hình thành và phát triển»"),
    Part("gioi-thieu/thanh-tich.md", "TR-010", "«Giới thiệu: các thành tựu đạt được»"),
    Part("gioi-thieu/dinh-huong.md", "TR-010", "«Giới thiệu: chính sách và định hướng phát triển»"),
    Part("gioi-thieu/to-chuc-bo-may.md", "TR-010", "«Giới thiệu: sơ đồ, cơ cấu tổ chức»"),
    Part("can-bo.yml", "TR-010", "«Danh bạ lãnh đạo trường»"),
    Part("van-ban/*.md", "VB-010", "«Văn bản liên quan đến hoạt động của trường»", also=(
        "Chiến lược phát triển", "Chính sách thu hút", "Quy chế dân chủ", "Quy chế tổ chức và hoạt động",
        "Quy định về quản lý", "Quyết định bổ nhiệm", "Quyết định thành lập", "Quy chế quản lý, vận hành cổng",
    )),
    Part("van-ban/1998-1287-qd-ub.md", "CK-010", "«Quyết định thành lập trường»"),
    Part("van-ban/2026-92-qd-thcshp.md", "VB-010", "«Quy chế quản lý, vận hành cổng thông tin điện tử»"),
    Part("tin-tuc/*.md", "BV-010", "«Tin tức, sự kiện»"),
    Part("doan-the/chi-bo.md", "BV-010", "«Tổ chức Đảng»"),
    Part("doan-the/cong-doan.md", "BV-010", "«Công đoàn»"),
    Part("doan-the/doan-thanh-nien.md", "BV-010", "«Đoàn thanh niên»"),
    Part("doan-the/lien-doi.md", "BV-010", "«Đội thiếu niên»"),
    Part("doan-the/hoi-khuyen-hoc.md", "BV-010", "«Hội khuyến học»"),
    Part("thu-tuc/*.md", "TT-010", "«Danh mục các thủ tục hành chính»"),
    Part("bieu-mau/don-xin-nghi-hoc.md", "BM-010", "«Mẫu đơn xin nghỉ học»"),
    Part("bieu-mau/don-xin-phuc-khao.md", "BM-010", "«Mẫu đơn xin phúc khảo bài kiểm tra, bài thi»"),
    Part("bieu-mau/ho-so-tuyen-sinh-dau-cap.md", "BM-010", "«Mẫu hồ sơ tuyển sinh đầu cấp»"),
    Part("tuyen-sinh/*.md", "TT-010", "«Xét tuyển đầu cấp học»"),
    Part("hoc-lieu/*.md", "BV-010", "«Trang tài nguyên số (học liệu)»"),
    Part("gop-y/*.md", "BV-010", "«Lấy ý kiến góp ý»"),
    Part("lich-cong-tac/2026-W47.yml", "LT-010", "«Lịch công tác tuần» cho tuần từ 16/11/2026 đến 22/11/2026"),
    Part("thuc-don/2026-W47.yml", "LT-011", "«Thực đơn tuần» cho tuần từ 16/11/2026 đến 22/11/2026"),
    Part("lien-ket.yml", "TR-012", "«Hệ thống quản lý trường học trực tuyến»"),
    Part("nguon-tin.yml", "TN-010", "«Nguồn tin RSS của Sở»", key="role: department"),
    Part("nguon-tin.yml", "TN-010", "«Nguồn tin RSS của cơ quan quản lý»", key="role: managing_authority"),
    Part("truong.yml", "TR-001", "«Thư điện tử» (email)", key="email"),
    Part("truong.yml", "TR-001", "«Điện thoại» (phone)", key="phone"),
    Part("truong.yml", "TR-001", "(street_address)", key="street_address"),
    Part("truong.yml", "TR-001", "(mission)", key="mission"),
    Part("truong.yml", "TR-001", "(representative)", key="representative"),
    Part("truong.yml", "TR-001", "(managing_authority)", key="managing_authority"),
    Part("cong-khai/2026-2027/cac-khoan-thu-va-muc-thu.md", "CK-011",
         "«Các khoản thu và mức thu đối với người học» cho năm học 2026-2027; hạn là ngày"),
    Part("cong-khai/2025/bao-cao-thuong-nien.md", "CK-011",
         "«Báo cáo thường niên» cho năm 2025; hạn là ngày 29/6/2026, nay đã quá 146 ngày"),
)  # fmt: skip
BUILT_TOO = ("truong.yml", "gioi-thieu/lich-su.md", "cong-khai/2025/bao-cao-thuong-nien.md")


@pytest.fixture(scope="module")
def school(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample that tests borrow: whoever takes something out puts it back."""
    return copied(sample, tmp_path_factory.mktemp("school") / "content")


@contextmanager
def without(content: Path, part: Part) -> Iterator[None]:
    """The content without a part, for a while."""
    paths = sorted(content.glob(part.gone))
    assert paths, f"the sample has no {part.gone}"
    aside = content.parent / "aside"
    aside.mkdir()
    for number, path in enumerate(paths):
        path.rename(aside / str(number))
    try:
        if part.key:
            paths[0].write_text(_without_key((aside / "0").read_text(encoding="utf-8"), part.key), encoding="utf-8")
        yield
    finally:
        for number, path in enumerate(paths):
            (aside / str(number)).replace(path)
        aside.rmdir()


def _without_key(text: str, key: str) -> str:
    """A YAML text without one of its keys; `role: x` takes out the whole list entry that says so."""
    entry, own_key = r"(?m)^  - id: .*\n(?:(?!  - ).*\n)*?    {}\n(?:    .*\n)*", r"(?m)^{}:.*\n(?:[ ]+.*\n)*"
    pattern = entry if ":" in key else own_key
    left, count = re.subn(pattern.format(re.escape(key)), "", text)
    assert count == 1, key
    return left


def told_apart_from_links(told: Told) -> list[ToldFinding]:
    return [finding for finding in told.errors if not finding.code.startswith("LK-")]


@pytest.mark.parametrize("part", PARTS, ids=str)
def test_a_missing_part_is_named_by_exactly_one_finding(part: Part, school: Path, run: Callable[..., Told]) -> None:
    with without(school, part):
        told = run("check", "--content", school)

    found = told_apart_from_links(told)
    naming = [finding for finding in found if part.named in finding.message]
    others = [finding.message for finding in found if part.named not in finding.message]
    assert told.status == 1
    assert [finding.code for finding in naming] == [part.code], [finding.message for finding in found]
    assert len(others) == len(part.also) and all(any(name in text for text in others) for name in part.also), others
    assert naming[0].fix and not told.has_traceback


def test_the_borrowed_school_is_whole_again(school: Path, sample: Path, run: Callable[..., Told]) -> None:
    """Guards the tests above: each of them started from a school without fault."""
    assert fingerprints(school) == fingerprints(sample)
    told = run("check", "--content", school)
    assert (told.status, told.to_mend) == (0, [])


@pytest.fixture(scope="module")
def yesterday(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an earlier build, as it lies in the output folder. Nobody may change it."""
    output = tmp_path_factory.mktemp("yesterday") / "output"
    shutil.copytree(built.folder, output)
    return output


def state(folder: Path) -> dict[str, tuple[str, int]]:
    """Bytes and times of everything in a folder, and of what lies beside it."""
    prints = fingerprints(folder)
    beside = {f"../{path.name}": ("", 0) for path in folder.parent.iterdir()}
    return {name: (digest, (folder / name).stat().st_mtime_ns) for name, digest in prints.items()} | beside


@pytest.mark.parametrize("part", [part for part in PARTS if part.gone in BUILT_TOO and not part.key], ids=str)
def test_a_build_without_it_is_refused_and_the_site_stays_as_it_was(
    part: Part, school: Path, yesterday: Path, build: Callable[..., Told]
) -> None:
    before = state(yesterday)

    with without(school, part):
        told = build("--content", school, "--output", yesterday)

    assert told.status == 1
    assert [f.code for f in told_apart_from_links(told) if part.named in f.message] == [part.code]
    assert "trang đang có được giữ nguyên" in told.err or part.gone == "truong.yml"
    assert state(yesterday) == before
    assert not told.has_traceback


# --- everything the ledger holds, whatever the packs say -----------------------------------------------------


@pytest.fixture(scope="module")
def read(sample: Path) -> Loaded:
    return load(sample)


@pytest.fixture(scope="module")
def typed(read: Loaded) -> dict[str, tuple[Entry | None, list[Finding]]]:
    """What each file of the sample says, by its path."""
    shapes, kinds = read_shapes(SCHEMA), {kind.name: kind for kind in KINDS}
    return {r.path: validate.read_entry(r, kinds[r.kind], shapes[r.kind]) for r in read.records}


@pytest.fixture
def verdict_without(
    read: Loaded, typed: dict[str, object], sample: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[frozenset[str]], Verdict]:
    """The judgement of the sample without some of its files; each is read, and held against its schema, once."""
    monkeypatch.setattr(validate, "read_entry", lambda record, kind, shape: typed[record.path])

    def verdict(gone: frozenset[str]) -> Verdict:
        left = tuple(record for record in read.records if record.path not in gone)
        monkeypatch.setattr(pipeline, "load", lambda content: replace(read, records=left))
        return pipeline.judge(sample, SCHEMA, today=TODAY).verdict

    return verdict


def _site_without(site: Site, path: str) -> Site:
    changed: dict[str, object] = {}
    for field in fields(site):
        value = getattr(site, field.name)
        if isinstance(value, tuple) and value and isinstance(value[0], Entry):
            changed[field.name] = tuple(entry for entry in value if entry.path != path)
        elif isinstance(value, Entry) and value.path == path:
            changed[field.name] = None
    return replace(site, **changed)  # type: ignore[arg-type]


def evidence_of(row: Row, site: Site) -> frozenset[str]:
    """Every file that would satisfy the row, alone or with others; empty when no one file can be taken away.

    The profile gives some by itself, and the yearbook is drawn from many disclosures.
    """
    paths: set[str] = set()
    while (found := find(site, row.demand, row.period)) and found.path not in {"truong.yml", *paths}:
        paths.add(found.path)
        site = _site_without(site, found.path)
    return frozenset(paths) if not found else frozenset()


def _due_items(verdict: Verdict) -> dict[str, frozenset[str]]:
    """What the sample gives today because it must, and the files that give it."""
    items: dict[frozenset[str], list[Row]] = {}
    for row in verdict.ledger:
        is_owed = row.due_on is None or row.due_on < TODAY
        if row.status is Status.given and row.severity is Severity.error and is_owed and not row.is_archive:
            assert verdict.site is not None
            if paths := evidence_of(row, verdict.site):
                items.setdefault(paths, []).append(row)
    return {" ".join("_".join(filter(None, _key(row))) for row in rows): paths for paths, rows in items.items()}


def _key(row: Row) -> tuple[str, str, str | None]:
    return row.demand.id, row.period.key, row.period.term


WHOLE = pipeline.judge(ROOT / "content", SCHEMA, today=TODAY).verdict
BEFORE = {_key(row): row.status for row in WHOLE.ledger}
DUE = _due_items(WHOLE)


def test_the_ledger_holds_what_the_letters_and_the_act_ask_for() -> None:
    assert len(DUE) > 50


@pytest.mark.parametrize("item", DUE)
def test_whatever_is_due_and_gone_is_named_once_with_all_its_citations(
    item: str, verdict_without: Callable[[frozenset[str]], Verdict]
) -> None:
    after = verdict_without(DUE[item])

    lost = [
        row
        for row in after.ledger
        if row.status in (Status.missing, Status.late)
        and row.severity is Severity.error
        and BEFORE[_key(row)] in (Status.given, Status.declared_none)
    ]
    told = [f for f in after.findings if f.severity is Severity.error and not f.code.startswith("LK-")]
    assert lost
    assert len(told) == len({(*signature(row.demand), row.period.key, row.period.term) for row in lost})
    for row in lost:
        citing = [finding for finding in told if row.citation in finding.legal and _speaks_of(finding.message, row)]
        assert len(citing) == 1, (row.demand.id, [finding.message for finding in told])
    assert all(any(_speaks_of(finding.message, row) for row in lost) for finding in told)
    assert all(finding.is_late_only for finding in told)


def _speaks_of(message: str, row: Row) -> bool:
    """Whether a message names the row, or one that the same file would answer."""
    twins = {other.name for other in read_law(SCHEMA).demands.values() if signature(other) == signature(row.demand)}
    return any(f"«{name}»" in message for name in twins) and row.period.label in message
