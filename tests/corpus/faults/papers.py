"""Faults of dates and documents: days in disorder, numbers, replacements, appointments, the annual report."""

from __future__ import annotations

from ..attachments import docx
from ..school import School
from .base import (
    NOTICED,
    Fault,
    Planted,
    add_key,
    disclosed,
    line_told,
    merged,
    moved,
    own_document,
    set_key,
    swap,
)
from .base import Plant as Planting
from .places import Place, at
from .planting import ADMISSION, EVENT, LEARNING, NOTICE, OPINION, extra, value, value_somewhere

D = "ngày tháng và văn bản"


def _figures_later(school: School, turn: int) -> Planted | None:
    """Figures of a day after the day of publishing: told at either date."""
    path = disclosed(school, turn)
    planted = add_key(school, path, "figures_as_of: 2026-10-30", after="published_on")
    return planted and moved(planted, at(path or "", line_told(planted) - 1, line_told(planted)))


def _replaced(*values: str) -> Planting:
    return lambda school, turn: add_key(
        school, own_document(school, turn), f"replaces: [{values[turn % len(values)]}]", after="satisfies"
    )


def _ring(school: School, turn: int) -> Planted | None:
    first, second = own_document(school, 0), own_document(school, 1)
    if first is None or second is None or first == second:
        return None
    stems = [path.rsplit("/", 1)[-1][:-3] for path in (first, second)]
    planted = merged(
        add_key(school, first, f"replaces: [{stems[1]}]", after="satisfies"),
        add_key(school, second, f"replaces: [{stems[0]}]", after="satisfies"),
    )
    assert planted is not None
    where = Place(paths=(first, second))
    return Planted(changes=planted.changes, expected=(where,), consequences=(where,))


def _itself(school: School, turn: int) -> Planted | None:
    path = own_document(school, turn)
    return add_key(school, path, f"replaces: [{path.rsplit('/', 1)[-1][:-3]}]", after="satisfies") if path else None


def _same_number(school: School, turn: int) -> Planted | None:
    """Two documents of one school carry the same number."""
    first, second = own_document(school, 0), own_document(school, 1)
    if first is None or second is None or first == second:
        return None
    planted = set_key(school, second, "number", school.text(first).split("number: ")[1].split("\n")[0])
    both = Place(paths=(first, second))
    return planted and Planted(changes=planted.changes, expected=(both,), consequences=(both,))


def _symbol(*values: str) -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        path = next((one for one in school.under("van-ban") if "-kh-" in one), None)
        return set_key(school, path, "number", values[turn % len(values)].replace("*", school.profile.symbol))

    return plant


def _no_number(school: School, turn: int) -> Planted | None:
    path = own_document(school, turn)
    if path is None:
        return None
    lines = [line for line in school.text(path).split("\n") if not line.startswith("number:")]
    return Planted(changes={path: "\n".join(lines).encode()}, expected=(at(path),))


def _term(school: School, turn: int) -> Planted | None:
    return moved(swap(school, "can-bo.yml", "2028-08-14", "2020-08-14", nth=turn), at("can-bo.yml"))


def _leader(old: str, new: str) -> Planting:
    return lambda school, turn: swap(school, "can-bo.yml", old, new, nth=turn % 3)


def _unappointed(school: School, turn: int) -> Planted | None:
    lines = school.text("can-bo.yml").split("\n")
    rows = [number for number, line in enumerate(lines) if "appointed_by:" in line]
    here = rows[turn % 3]
    return Planted(
        changes={"can-bo.yml": "\n".join([*lines[:here], *lines[here + 1 :]]).encode()}, expected=(at("can-bo.yml"),)
    )


def _report_as_word(school: School, turn: int) -> Planted | None:
    page = school.disclosure("bao-cao-thuong-nien", "2025")
    planted = swap(school, page, "-2025.pdf", "-2025.docx")
    assert planted is not None
    name = "tep/bao-cao-thuong-nien-2025.docx"
    place = Place(paths=(page or "",), free=(name,))
    return Planted(
        changes={
            **planted.changes,
            name: docx("Báo cáo thường niên năm 2025"),
            "tep/bao-cao-thuong-nien-2025.pdf": None,
        },
        expected=(place,),
    )


def _report_without_file(school: School, turn: int) -> Planted | None:
    page = school.disclosure("bao-cao-thuong-nien", "2025")
    assert page is not None
    text = school.text(page)
    start, end = text.index("attachments:"), text.index("\n---", 4)
    return Planted(changes={page: (text[:start].rstrip("\n") + text[end:]).encode()}, expected=(at(page),))


FAULTS = (
    # Some decisions take effect before they are signed; a person decides.
    Fault(
        name="có hiệu lực trước ngày ban hành",
        group=D,
        plant=value_somewhere("van-ban", "effective_on", "2025-01-05"),
        turns=2,
        severities=NOTICED,
    ),
    Fault(
        name="hết hiệu lực trước khi có hiệu lực",
        group=D,
        plant=extra("van-ban", "expires_on: 2025-02-01", after="effective_on"),
        turns=2,
    ),
    Fault(name="đăng trước khi ký", group=D, plant=value_somewhere("van-ban", "published_on", "2025-09-01"), turns=2),
    Fault(
        name="ngày đăng ở tương lai",
        group=D,
        turns=2,
        severities=NOTICED,
        plant=value("cong-khai", "published_on", "2027-06-12", "12/6/2028"),
    ),
    Fault(
        name="ngày ban hành ở tương lai",
        group=D,
        turns=2,
        severities=NOTICED,
        plant=value_somewhere("van-ban", "issued_on", "2027-10-11"),
    ),
    Fault(name="số liệu tính đến ngày sau ngày đăng", group=D, turns=2, plant=_figures_later),
    Fault(
        name="khai «không có» ở ngày chưa tới",
        group=D,
        severities=NOTICED,
        plant=lambda school, turn: set_key(
            school, school.disclosure("chuong-trinh-nuoc-ngoai", "2025-2026"), "declared_none_on", "2027-05-01"
        ),
    ),
    Fault(
        name="sự kiện kết thúc trước khi bắt đầu", group=D, plant=extra(EVENT, "ends_on: 2026-11-20", after="starts_on")
    ),
    Fault(name="giờ kết thúc trước giờ bắt đầu", group=D, plant=value_somewhere(EVENT, "ends_at", '"06:00"')),
    Fault(
        name="tuyển sinh hết nhận trước khi nhận", group=D, plant=value_somewhere(ADMISSION, "closes_on", "2026-06-01")
    ),
    Fault(name="góp ý đóng trước khi mở", group=D, plant=value_somewhere(OPINION, "closes_on", "2026-10-01")),
    Fault(name="thông báo hết hạn trước ngày đăng", group=D, plant=value_somewhere(NOTICE, "expires_on", "2026-11-01")),
    Fault(
        name="kỳ nghỉ kết thúc trước khi bắt đầu", group=D, plant=value_somewhere("truong.yml", "ends_on", "2026-01-02")
    ),
    Fault(name="nhiệm kỳ kết thúc trước khi bắt đầu", group=D, turns=3, plant=_term),
    Fault(
        name="thẩm định học liệu sau ngày đăng",
        group=D,
        severities=NOTICED,
        plant=value_somewhere(LEARNING, "reviewed_on", "2026-11-20"),
    ),
    Fault(name="thay thế văn bản không có", group=D, turns=2, plant=_replaced("2019-99-kh-khong-co", "2025-31-qd-xx")),
    Fault(name="hai văn bản thay thế lẫn nhau", group=D, plant=_ring),
    Fault(name="văn bản thay thế chính nó", group=D, plant=_itself),
    Fault(name="hai văn bản cùng số", group=D, plant=_same_number, severities=NOTICED),
    Fault(
        name="ký hiệu không hợp loại văn bản",
        group=D,
        turns=2,
        severities=NOTICED,
        plant=_symbol("136/QĐ-*", "136/BC-*"),
    ),
    Fault(
        name="số văn bản thiếu phần số hoặc gạch chéo",
        group=D,
        turns=3,
        severities=NOTICED,
        plant=_symbol("KH-*", "136 KH *", "Không số"),
    ),
    Fault(name="văn bản không số mà không nói", group=D, turns=2, severities=NOTICED, plant=_no_number),
    Fault(name="lãnh đạo không có quyết định bổ nhiệm", group=D, plant=_unappointed, turns=3, severities=NOTICED),
    Fault(
        name="quyết định bổ nhiệm trỏ tới tệp không có",
        group=D,
        turns=2,
        plant=_leader("appointed_by: 2023-", "appointed_by: 2032-"),
    ),
    Fault(name="báo cáo thường niên không phải PDF", group=D, plant=_report_as_word),
    Fault(name="báo cáo thường niên không kèm tệp", group=D, plant=_report_without_file),
)
