"""What the ledger's gaps are called: one finding for each absent thing, with every citation that asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from ..completeness import Row, Status
from ..findings import Finding, Rule, Severity
from ..model import Where
from ..vietnamese import day, joined
from .evidence import place, signature

_GRAVITY = {Severity.error: 0, Severity.warning: 1, Severity.person: 2}
_SOON = timedelta(days=30)
_FIX = "Đăng nội dung còn thiếu theo lệnh nêu trong thông báo, hoặc khai «không có» nếu quy định cho phép."

MISSING = Rule(
    code="{area}-010",
    title="Thiếu mục phải có",
    message="{verb} «{name}»{scope}.",
    fix=_FIX,
    why="Quy định buộc trường phải có nội dung này trên trang.",
    bad="(trong thư mục gioi-thieu chưa có trang nào ghi  topic: organisation)",
    good="topic: organisation   # trong gioi-thieu/to-chuc.md",
)
LATE = Rule(
    code="{area}-011",
    title="Quá hạn công khai",
    message="{verb} «{name}»{scope}; hạn là ngày {due}, nay đã quá {days} ngày.",
    fix=_FIX,
    why="Công khai đúng hạn thì phụ huynh và cơ quan quản lý mới kịp biết để giám sát.",
    bad="(chưa có tệp cong-khai/2026-2027/pt-doi-ngu.md, dù đã qua hạn)",
    good="item: pt-doi-ngu\nschool_year: 2026-2027\npublished_on: 20/6/2027",
)
SILENT = Rule(
    code="{area}-012",
    title="Chưa nói có hay không",
    message="Trường chưa nói có hay không có «{name}»{scope}.",
    fix=_FIX,
    why="Nội dung «nếu có» cần câu trả lời: đã đăng, hoặc khai «không có» kèm ngày; im lặng thì không rõ.",
    bad="(không đăng, cũng không khai trong declared_none)",
    good="declared_none:\n  - {item: co_dot_tuyen_dung, declared_none_on: 5/9/2026}",
)
DOUBTFUL_NONE = Rule(
    code="{area}-015",
    title="Khai «không có» ở mục bắt buộc",
    message="Máy không tự quyết được: trường khai không có «{name}»{scope}, dù quy định không ghi «nếu có».",
    fix="Người phụ trách xem lại: đăng nội dung này, hoặc giữ lời khai và ghi lý do.",
    why="Lời khai «không có» chỉ thay được cho nội dung mà trường thật sự có thể không có.",
    severity=Severity.person,
    bad="item: pt-doi-ngu\ndeclared_none_on: 5/9/2026",
    good="item: pt-doi-ngu\nattachments:\n  - {file: tep/doi-ngu.pdf, title: Đội ngũ nhà giáo}",
)
ARCHIVE = Rule(
    code="{area}-016",
    title="Kho lưu chưa đủ",
    message="Bản công khai của {label} còn phải giữ trên trang, nhưng chưa thấy {count} mục: {names}.",
    fix="Đăng lại các bản công khai cũ vào content/{place}",
    why="Bản công khai phải ở trên trang ít nhất năm năm, để so sánh được các năm với nhau.",
    severity=Severity.warning,
    bad="(thư mục cong-khai/2023-2024 đã bị xóa)",
    good="(thư mục cong-khai/2023-2024 còn nguyên trong năm năm)",
)
SOON = Rule(
    code="{area}-017",
    title="Sắp đến hạn công khai",
    message="{verb} «{name}»{scope}; hạn là ngày {due}, còn {days} ngày.",
    fix=_FIX,
    why="Nhắc trước để không phải đăng vội.",
    severity=Severity.warning,
    bad="(đến ngày cuối mới tạo tệp)",
    good="invoke new cong-khai pt-doi-ngu   # làm sớm, sửa dần",
)
LEDGER_RULES: tuple[Rule, ...] = (MISSING, LATE, SILENT, DOUBTFUL_NONE, ARCHIVE, SOON)


def findings(rows: Iterable[Row]) -> tuple[Finding, ...]:
    """What the rows have to say; a gap in the archive is summed up by year."""
    absent: dict[tuple[object, ...], list[Row]] = {}
    archive: dict[tuple[str, str], list[Row]] = {}
    said: list[Finding] = []
    for row in rows:
        if row.status is Status.declared_none and not row.may_declare_none:
            said.append(_finding(DOUBTFUL_NONE, row, (row.citation,), fix=DOUBTFUL_NONE.fix))
        elif _is_worth_saying(row) and row.is_archive:
            archive.setdefault((row.demand.pack, row.period.key), []).append(row)
        elif _is_worth_saying(row):
            key = (*signature(row.demand), row.period.key, row.period.term)
            absent.setdefault(key, []).append(row)
    said += [_of_absent(group) for group in absent.values()]
    said += [_of_archive(group) for group in archive.values()]
    return tuple(said)


def _is_worth_saying(row: Row) -> bool:
    """What a refused file explains, or no machine can see, is shown in the ledger only."""
    if row.status is Status.needs_person:
        return not row.is_unseen
    if row.status is Status.not_due and row.due_on is not None:
        return row.period.kind in ("school_year", "fiscal_year") and row.due_on - row.as_of <= _SOON
    return row.status in (Status.missing, Status.late)


def _of_absent(group: list[Row]) -> Finding:
    """The gravest row speaks; the others lend their citations."""
    row = min(group, key=lambda row: (row.status is Status.not_due, _GRAVITY[row.severity]))
    legal = tuple(dict.fromkeys(other.citation for other in group))
    if row.status is Status.not_due:
        return _finding(SOON, row, legal, fix=_fix(row))
    rule = SILENT if row.is_silent else LATE if row.due_on is not None else MISSING
    return replace(_finding(rule, row, legal, fix=_fix(row)), severity=row.severity)


def _of_archive(group: list[Row]) -> Finding:
    first = group[0]
    where = place(first.demand, first.period)
    found = ARCHIVE.finding(
        Where(path=where),
        area=first.demand.area,
        legal=(first.act.label,),
        label=first.period.label,
        count=len(group),
        names=joined(f"«{row.demand.name}»" for row in group),
        place=where,
    )
    gravest = min((row.severity for row in group), key=_GRAVITY.__getitem__)
    return replace(found, severity=gravest, is_late_only=True)


def _finding(rule: Rule, row: Row, legal: tuple[str, ...], *, fix: str) -> Finding:
    demand, period = row.demand, row.period
    days = (row.due_on - row.as_of).days if row.due_on else 0
    found = rule.finding(
        row.where or Where(path=row.evidence.path if row.evidence else place(demand, period)),
        area=demand.area,
        legal=legal,
        fix=fix,
        verb="Chưa công khai" if demand.evidence[0].kind == "disclosure" else "Chưa có",
        name=demand.name,
        scope=f" cho {period.label}" if period.label else "",
        due=day(row.due_on) if row.due_on else "",
        days=abs(days),
    )
    return replace(found, is_late_only=True)


def _fix(row: Row) -> str:
    """The pack's remedy with the period filled in, and the line to paste where «không có» is an answer."""
    period = row.period
    year = period.key or str(row.as_of.year)
    fix = row.demand.fix.format(period=period.key, year=year, term=period.term or "year")
    has_said_so = bool(row.demand.conditions) and not row.is_silent
    if has_said_so or not row.may_declare_none:
        return fix
    if row.demand.evidence[0].kind == "disclosure" and period.key:
        return f"{fix}; nếu không có, trong tệp ấy ghi  declared_none_on: {day(row.as_of)}"
    line = f"{{item: {row.demand.id}, declared_none_on: {day(row.as_of)}}}"
    return f"{fix}; nếu không có, thêm vào declared_none của truong.yml  - {line}"
