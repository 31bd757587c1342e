"""Disclosures of one school: every year and term that the packs ask for, with tables that add up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from school_site.fitting import fitted, read_pupils
from school_site.layouts import Layout, read_layout

from .figures import Figures, percent, vnd
from .law import SCHEMA, Owed
from .lines import is_known, lines_for
from .lines.places import ground
from .lines.pupils import own_tables
from .profiles import Profile
from .tabling import Ask, tabled
from .writing import Value, markdown_file

TERM_NAMES = {
    "quarter-1": ("quy-1", "quý I", (3, 31)),
    "half-year": ("6-thang", "6 tháng đầu", (6, 30)),
    "quarter-3": ("quy-3", "quý III", (9, 30)),
    "nine-months": ("9-thang", "9 tháng đầu", (9, 30)),
    "year": ("ca-nam", "cả", (12, 31)),
}

_TELLING = (
    "Thực hiện đúng kế hoạch, có biên bản kiểm tra của tổ",
    "Đầy đủ, được rà soát vào đầu mỗi học kỳ",
    "Đạt yêu cầu theo kết quả tự đánh giá",
    "Ổn định so với năm trước, không có biến động lớn",
    "Theo quy định hiện hành và điều kiện của trường",
    "Được thông báo tại cuộc họp đầu năm và niêm yết ở sảnh",
)
_SAID = {
    "doi-tuong": "Người học cư trú trên địa bàn phường, đủ tuổi, đủ điều kiện theo quy chế tuyển sinh",
    "phuong-thuc": "Xét tuyển; đăng ký trực tuyến trên cổng tuyển sinh của Thành phố",
    "thong-tin-lien-quan": "Nộp hồ sơ tại văn phòng trường; không thu lệ phí",
    "so-diem-truong": "1",
    "chinh-sach": "Miễn, giảm và hỗ trợ theo quy định của Nhà nước; học bổng của Chi hội Khuyến học",
    "thuyet-minh": "Chi đúng nhiệm vụ được giao; phần chênh lệch do mua sắm xong sớm hơn kế hoạch",
    "ket-qua": "Hoàn thành các nhiệm vụ được giao trong kỳ",
    "kiem-toan": "Trong năm không có cuộc kiểm toán nào",
    "ngan-sach": "Xem các bản công khai dự toán, thực hiện và quyết toán của cùng năm",
    "muc-dich": "Thêm sách cho tủ sách lớp học, cây xanh cho sân trường, học bổng cho em vượt khó",
    "doi-tuong-thu-huong": "Người học của trường",
    "cach-thuc": "Nhà tài trợ tự nguyện, trường tiếp nhận qua tổ tiếp nhận và công khai từng khoản",
    "tien-do": "Tiếp nhận từ tháng 9, sử dụng xong trước tháng 12",
    "chat-luong": "Tổ tiếp nhận và Ban đại diện cha mẹ cùng nghiệm thu",
}


def _published(owed: Owed, year: str, as_of: date) -> date:
    """A day safely before the due day."""
    timing, first = owed.timing, int(year[:4])
    shift = {"start": 0, "end": 1, "next": 1, "previous": -1}.get(str(timing.get("year", "start")), 0)
    if timing.get("kind") == "before_event":
        return date(first, 5, 6)
    if timing.get("kind") == "after_event":
        settled = timing.get("event") == "settlement_approved"
        day = date(first + 1, 6, 18) if settled else date(first, 1, 12)
        return min(day, as_of)
    return min(date(first + shift, 6, 12), as_of)


def _form(owed: Owed, profile: Profile, year: str) -> Layout | None:
    layout = read_layout(SCHEMA, owed.id)
    return layout and fitted(layout, school_levels=profile.levels, year=year, pupils=read_pupils(SCHEMA))


def _covered(form: Layout) -> set[str]:
    """The fields that tables answer."""
    return {name for table in form.tables for part in (table, *table.columns, *table.rows) for name in part.covers}


def _facts(owed: Owed, form: Layout | None, year: str, figures: Figures) -> list[Value]:
    """What the form asks for in words, the fields that no table answers, and the few numbers people look for first."""
    told: list[tuple[str, str]] = []
    first = int(year[:4])
    if owed.id.endswith("doi-ngu") and form is not None:
        whole, teachers = figures.staff.count(first), figures.staff.count(first, "teacher")
        done = teachers - first % 2 if form.table("boi-duong") else teachers
        told.append(("Tổng số cán bộ quản lý, giáo viên, nhân viên", f"{whole} người"))
        if form.table("boi-duong"):
            told.append(("Giáo viên hoàn thành bồi dưỡng", f"{done}/{teachers} người, đạt {percent(done, teachers)}"))
    for fact in form.facts if form else ():
        told.append((fact.label, _said(fact.id, owed.id, first, figures)))
    answered = _covered(form) | {name for fact in form.facts for name in fact.covers} if form else set()
    for at, (name, label) in enumerate(owed.fields):
        if name not in answered:
            told.append((label, _TELLING[(at + first) % len(_TELLING)]))
    return [{"label": label[:200], "value": value} for label, value in told]


def _said(name: str, item: str, year: int, figures: Figures) -> str:
    pupil = figures.profile.pupil
    if name == "chi-tieu":
        entry = figures.pupils.of(year)[0]
        return f"{entry.classes} lớp, {entry.began} {pupil}"
    if name == "dien-tich-khu-dat":
        return f"{vnd(ground(Ask(item=item, year=year, period='year', figures=figures)))} m²"
    if name == "pho-cap":
        oldest = figures.pupils.of(year)[-1].count
        return f"{oldest}/{oldest} trẻ 5 tuổi hoàn thành chương trình, đạt 100%"
    if item.startswith("tai-tro") and name == "doi-tuong":
        return _SAID["doi-tuong-thu-huong"]
    return _SAID.get(name, _TELLING[year % len(_TELLING)])


def _tables(owed: Owed, form: Layout | None, year: str, period: str, figures: Figures) -> list[Value]:
    """Every table that the form has for this school and period; optional ones where the school has something to say."""
    ask = Ask(item=owed.id, year=int(year[:4]), period=period, figures=figures)
    made: list[Value] = []
    for table in form.tables if form else ():
        if not table.addresses(figures.profile.levels, period) or (table.is_optional and not is_known(table, ask)):
            continue
        if lines := lines_for(table, ask):
            made.append(tabled(table, lines, ask))
    if owed.id == "mn-ket-qua-nam-hoc-truoc":
        made += own_tables(ask)
    return made


def disclosures(owed: Owed, profile: Profile, figures: Figures, as_of: date) -> Iterator[tuple[str, bytes]]:
    """The disclosures that answer one demand: path and content."""
    is_report = owed.id == "bao-cao-thuong-nien"
    for year in owed.years:
        word = "năm học" if owed.period == "school_year" else "năm"
        for term in owed.terms or ("",):
            name, spoken, (month, day) = TERM_NAMES.get(term, ("", "", (12, 31)))
            published = _published(owed, year, as_of)
            if term:
                published = date(int(year), month, day) + timedelta(days=8)
                if term == "year":
                    published = date(int(year) + 1, 1, 9)
            if published > as_of or (owed.timing.get("year") in ("next", "end") and int(year[:4]) >= as_of.year):
                continue
            title = f"{owed.title} {spoken + ' ' if spoken else ''}{word} {year}"
            head: dict[str, Value] = {"title": title, "item": owed.id}
            head["school_year" if owed.period == "school_year" else "fiscal_year"] = year
            if term:
                head["period"] = term
            head["published_on"] = published.isoformat()
            if not profile.has(owed.conditions):
                head["declared_none_on"] = published.isoformat()
                head["summary"] = f"Trong {word} {year} {profile.place} không có nội dung này."
                checked = f"{profile.place.capitalize()} đã rà soát vào tháng {published.month}/{published.year}"
                body = f"{checked} và không có nội dung này."
            else:
                head["summary"] = f"{owed.title} của {profile.place} trong {word} {year}."
                form = _form(owed, profile, year)
                if facts := _facts(owed, form, year, figures):
                    head["facts"] = facts
                if tables := _tables(owed, form, year, term or "year", figures):
                    head["tables"] = tables
                if is_report:
                    head["attachments"] = [
                        {
                            "file": f"tep/bao-cao-thuong-nien-{year}.pdf",
                            "title": f"Báo cáo thường niên năm {year} (bản PDF)",
                        }
                    ]
                body = (
                    f"Số liệu do văn phòng tổng hợp cho {word} {year} và đã báo cáo tại cuộc họp của {profile.place}."
                )
            stem = f"{owed.id}-{name}" if term else owed.id
            yield f"cong-khai/{year}/{stem}.md", markdown_file(head, body)
