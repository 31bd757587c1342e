"""Tables of money: the budget and its use, income and spending, funds, donations, fees, what is waived."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from school_site.layouts import TableLayout

from ..figures import percent
from ..money import NATURES, Year
from ..tabling import Ask, Cell, Line

_REACHED = {"quarter-1": 1, "half-year": 2, "quarter-3": 3, "nine-months": 3}
FEES = (
    ("Nước uống", "đồng/tháng", 15_000, 16_000),
    ("Vệ sinh lớp học", "đồng/tháng", 30_000, 32_000),
    ("Đồ dùng, học liệu", "đồng/năm", 150_000, 160_000),
)
_MEALS = (("Tiền ăn bán trú", "đồng/ngày", 35_000, 36_000), ("Phục vụ bán trú", "đồng/tháng", 260_000, 270_000))
TUITION = {"preschool": 4_200_000, "primary": 3_600_000, "lower_secondary": 3_900_000, "upper_secondary": 4_500_000,
           "continuing": 1_800_000}  # fmt: skip


def _year(ask: Ask) -> Year:
    return ask.figures.money.of(ask.year)


def _of_year(lines: Callable[[Year], list[Line]]) -> Callable[[TableLayout, Ask], list[Line]]:
    return lambda form, ask: lines(_year(ask))


def _income(year: Year) -> list[Line]:
    return [
        ("#ngan-sach", {"so-tien": year.main}), ("#nguoi-hoc", {"so-tien": year.fees}),
        ("#tai-tro", {"so-tien": year.gifts_received}), ("#khac", {"so-tien": year.other}),
    ]  # fmt: skip


def _old_income(form: TableLayout, ask: Ask) -> list[Line]:
    year = _year(ask)
    first = "Ngân sách nhà nước" if ask.figures.profile.is_public else "Hỗ trợ của nhà đầu tư"
    return [
        (first, {"so-tien": year.main}), ("Học phí và các khoản thu từ người học", {"so-tien": year.fees}),
        ("Tài trợ", {"so-tien": year.gifts_received}), ("Thu khác", {"so-tien": year.other}),
    ]  # fmt: skip


def _by_activity(year: Year) -> list[Line]:
    return [
        ("#gd-dt", {"so-tien": year.income - year.other}),
        ("#khcn", {"so-tien": 0}),
        ("#khac", {"so-tien": year.other}),
    ]


def _spending(year: Year) -> list[Line]:
    return [(f"#{name}", {"so-tien": amount}) for name, amount in
            zip(("luong", "csvc", "nguoi-hoc", "khac"), year.spending, strict=True)]  # fmt: skip


def _old_spending(year: Year) -> list[Line]:
    names = ("Tiền lương và thu nhập", "Cơ sở vật chất và dịch vụ", "Hỗ trợ người học", "Chi khác")
    return [(name, {"so-tien": amount}) for name, amount in zip(names, year.spending, strict=True)]


def _balance(year: Year) -> list[Line]:
    return [
        ("Tổng thu", {"so-tien": year.income}), ("Tổng chi", {"so-tien": year.spent}),
        ("Chênh lệch thu lớn hơn chi", {"so-tien": year.income - year.spent}),
    ]  # fmt: skip


def _against_last_year(form: TableLayout, ask: Ask) -> list[Line]:
    now, before = _year(ask), ask.figures.money.of(ask.year - 1)
    return [
        ("Tổng thu", {"nam-truoc": before.income, "nam-nay": now.income}),
        ("Tổng chi", {"nam-truoc": before.spent, "nam-nay": now.spent}),
    ]


def _funds(year: Year) -> list[Line]:
    return [
        (fund.name, {"dau-nam": fund.opened, "trich-lap": fund.put, "su-dung": fund.taken, "cuoi-nam": fund.closed})
        for fund in year.funds
    ]


def _gifts(form: TableLayout, ask: Ask) -> list[Line]:
    return [
        (gift.name, {"nha-tai-tro": gift.giver, "gia-tri": gift.received, "tiep-nhan": gift.received,
                     "da-chi": gift.received, "con-lai": 0}) for gift in _year(ask).gifts
    ]  # fmt: skip


def _gift_plan(form: TableLayout, ask: Ask) -> list[Line]:
    return [(gift.name, {"so-tien": gift.received}) for gift in _year(ask).gifts]


def _sources(year: Year) -> list[Line]:
    return [
        (source.name, {
            "chuyen-sang": source.carried, "giao": source.assigned, "du-toan": source.assigned,
            "quyet-toan": sum(source.used), "huy": 0, "chuyen-sau": source.left,
        }) for source in year.sources
    ]  # fmt: skip


def _old_budget(form: TableLayout, ask: Ask) -> list[Line]:
    """Every row of the form; a school collects no state fees, so only its own kind of spending is not nothing."""
    usual, other = _year(ask).sources
    assigned = {"ii-3-1": usual.assigned, "ii-3-2": other.assigned}
    return [
        (f"#{row.id}", {} if row.is_heading or row.sum_of else {"du-toan": assigned.get(row.id, 0)})
        for row in form.rows
    ]


def _expected_income(form: TableLayout, ask: Ask) -> list[Line]:
    year = _year(ask)
    return [("Thu dịch vụ giáo dục", {"du-toan": year.fees}), ("Thu khác", {"du-toan": year.other})]


def _carried_out(form: TableLayout, ask: Ask) -> list[Line]:
    reached = _REACHED.get(ask.period, 4)
    now, before = _year(ask), ask.figures.money.of(ask.year - 1)
    lines: list[Line] = []
    for source, old in zip(now.sources, before.sources, strict=True):
        used, then = sum(source.used[:reached]), sum(old.used[:reached])
        lines.append((source.name, {"du-toan": source.usable, "thuc-hien": used, "cung-ky": percent(used, then)}))
    return lines


def _by_nature(form: TableLayout, ask: Ask) -> list[Line]:
    lines: list[Line] = []
    for name, (one, two, three, four) in zip(NATURES, _year(ask).natures, strict=True):
        lines.append((name, {"quy-1": one, "quy-2": two, "quy-3": three, "quy-4": four,
                             "sau-thang": one + two}))  # fmt: skip
    known = {column.id for column in form.columns if not column.is_computed}
    return [(name, {key: cell for key, cell in cells.items() if key in known}) for name, cells in lines]


def _settled(year: Year) -> list[Line]:
    return [
        (name, {"bao-cao": sum(quarters), "duoc-duyet": sum(quarters), "chenh-lech": 0})
        for name, quarters in zip(NATURES, year.natures, strict=True)
    ]


def _fees(form: TableLayout, ask: Ask) -> list[Line]:
    """Every year a thousand more; tuition is free in public schools since 2025-2026, in primary ones always."""
    profile = ask.figures.profile
    lines: list[Line] = []
    more: Mapping[str, Cell]
    for level in profile.levels:
        fee = TUITION[level] + 200_000 * (ask.year - 2024)
        now: Cell = fee
        later: Cell = fee + 200_000
        if profile.is_public:
            now, later = "Miễn" if ask.year >= 2025 or level == "primary" else 60_000, "Miễn"
        more = {"cap-hoc": _LEVELS[level]} if len(profile.levels) > 1 else {}
        name = "Học phí" if lines else "#hoc-phi"
        lines.append((name, {"cach-tinh": "đồng/tháng", "nam-nay": now, "nam-1": later, **more}))
    more = {"cap-hoc": "Mọi cấp"} if len(profile.levels) > 1 else {}
    for name, way, now, later in (*FEES, *(_MEALS if profile.has_meals else ())):
        step = 1000 * (ask.year - 2026)
        lines.append((name, {"cach-tinh": way, "nam-nay": now + step, "nam-1": later + step, **more}))
    return lines


_LEVELS = {"primary": "Tiểu học", "lower_secondary": "Trung học cơ sở", "upper_secondary": "Trung học phổ thông"}


def _tuition(form: TableLayout, ask: Ask) -> list[Line]:
    levels = [level for level in ask.figures.profile.levels if level in _LEVELS]
    return [
        (_LEVELS[level], {"cach-tinh": "đồng/tháng", **{
            name: TUITION[level] + 200_000 * (ask.year - 2024 + at)
            for at, name in enumerate(("nam-nay", "nam-1", "nam-2", "nam-3"))
        }}) for level in levels
    ]  # fmt: skip


def _services(form: TableLayout, ask: Ask) -> list[Line]:
    services = (*FEES, *(_MEALS if ask.figures.profile.has_meals else ()))
    return [(name, {"cach-tinh": way, "nam-nay": now + 1000 * (ask.year - 2026)}) for name, way, now, _ in services]


def _costs(form: TableLayout, ask: Ask) -> list[Line]:
    year, count = _year(ask), ask.figures.pupils.count(ask.year)
    first = "Ngân sách nhà nước" if ask.figures.profile.is_public else "Nhà đầu tư"
    named = ((first, year.main), ("Người học đóng góp", year.fees), ("Nguồn khác", year.gifts_received + year.other))
    return [(name, {"so-tien": amount, "binh-quan": amount // count}) for name, amount in named]


def _waived(form: TableLayout, ask: Ask) -> list[Line]:
    count = ask.figures.pupils.count(ask.year) if ask.item != "tt36-thu-chi-tai-chinh" else 400
    few, some = max(2, count * 2 // 100) + ask.year % 3, max(3, count * 4 // 100) + ask.year % 2
    tuition = 540_000 if ask.figures.profile.is_public else 9_000_000
    if form.id == "mien-giam":
        names = (
            "Miễn: hộ nghèo, con thương binh, trẻ mồ côi",
            "Giảm 50%: hộ cận nghèo, con cán bộ bị tai nạn lao động",
        )
        worth = (tuition, tuition // 2)
    elif form.id == "tro-cap":
        names, worth = ("Hỗ trợ chi phí học tập", "Hỗ trợ học phẩm đầu năm"), (1_350_000, 300_000)
    else:
        names, worth = ("Học bổng vượt khó", "Học bổng khuyến học"), (1_000_000, 500_000)
    return [
        (name, {"so-nguoi": number, "so-suat": number, "so-tien": number * each})
        for name, number, each in zip(names, (few, some), worth, strict=True)
    ]


LINES = {
    "tinh-hinh-tai-chinh-nam-truoc/thu-theo-nguon": _of_year(_income),
    "tinh-hinh-tai-chinh-nam-truoc/thu-theo-hoat-dong": _of_year(_by_activity),
    "tinh-hinh-tai-chinh-nam-truoc/chi": _of_year(_spending),
    "tinh-hinh-tai-chinh-nam-truoc/so-voi-nam-truoc": _against_last_year,
    "tt36-thu-chi-tai-chinh/thu": _old_income,
    "tt36-thu-chi-tai-chinh/chi": _of_year(_old_spending),
    "so-du-cac-quy/quy": _of_year(_funds),
    "tai-tro-ke-hoach/du-toan": _gift_plan,
    "tai-tro-quyet-toan/tai-tro": _gifts,
    "nsnn26-tai-tro-dong-gop/tai-tro": _gifts,
    "nsnn17-du-toan/bieu-02": _old_budget,
    "cac-khoan-thu-va-muc-thu/khoan-thu": _fees,
    "chi-phi-va-muc-thu-nam-hoc/chi-phi": _costs,
    "tu-thuc-hoc-phi/hoc-phi": _tuition,
    "tu-thuc-hoc-phi/dich-vu": _services,
    **{f"{item}/{table}": made for item in ("tinh-hinh-tai-chinh-nam-truoc", "tt36-thu-chi-tai-chinh")
       for table, made in (("chenh-lech", _of_year(_balance)), ("cac-quy", _of_year(_funds)))},
    **{f"{item}/{table}": made for item in ("nsnn17-du-toan", "nsnn26-du-toan")
       for table, made in (("chi", _of_year(_sources)), ("kinh-phi", _of_year(_sources)), ("thu", _expected_income))},
    **{f"{item}/{table}": made for item in ("nsnn17-quyet-toan", "nsnn26-quyet-toan")
       for table, made in (("nguon", _of_year(_sources)), ("noi-dung-chi", _of_year(_settled)))},
    **{f"{item}/{table}": made for item in ("nsnn17-thuc-hien", "nsnn26-thuc-hien")
       for table, made in (("thuc-hien", _carried_out), *((f"chi-{name}", _by_nature) for name in
                                                        ("quy-1", "6-thang", "9-thang", "ca-nam")))},
    **{f"{item}/{table}": _waived for item in ("chinh-sach-mien-giam-hoc-bong", "tt36-thu-chi-tai-chinh")
       for table in ("mien-giam", "tro-cap", "hoc-bong")},
}  # fmt: skip
