"""Disclosures of one school: every year and term that the packs ask for, with tables that add up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .figures import Figures, percent
from .law import Owed
from .profiles import Profile
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


def _facts(owed: Owed, year: str, figures: Figures) -> list[Value]:
    facts: list[Value] = []
    for at, label in enumerate(owed.labels):
        text = _TELLING[(at + int(year[:4])) % len(_TELLING)]
        if "tỷ lệ" in label.lower() and owed.id.endswith("doi-ngu"):
            whole = figures.staff_count if "nhân viên" in label else figures.teacher_count + 3
            text = f"{whole - 2}/{whole} người, đạt {percent(whole - 2, whole)}"
        elif label == "Học phí":
            text = "Miễn"
        facts.append({"label": label[:200], "value": text})
    return facts


def _tables(item: str, year: str, figures: Figures, public: bool) -> list[Value]:
    number = int(year[:4])
    if item.endswith("doi-ngu"):
        return [figures.staff()]
    if item.endswith("ket-qua-nam-hoc-truoc"):
        return [figures.pupils(), figures.results()]
    if item == "tinh-hinh-tai-chinh-nam-truoc":
        return [figures.income(number), figures.spending(number), figures.balance(number)]
    if item == "so-du-cac-quy":
        return [figures.funds(number)]
    if item.startswith("nsnn") and public:
        return [figures.budget(f"Số liệu ngân sách năm {number}")]
    if item == "cac-khoan-thu-va-muc-thu":
        columns = ["Khoản thu", f"Năm học {year}", "Dự kiến năm học sau"]
        fee = "Miễn" if public else "2.400.000"
        return [
            {
                "title": "Khoản thu và mức thu",
                "unit": "đồng",
                "columns": columns,
                "rows": [["Học phí một tháng", fee, fee], ["Nước uống một tháng", "15.000", "16.000"]],
            }
        ]
    return []


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
                head["summary"] = f"Trong {word} {year} trường không có nội dung này."
                body = f"Trường đã rà soát vào tháng {published.month}/{published.year} và không có nội dung này."
            else:
                head["summary"] = f"{owed.title} của trường trong {word} {year}."
                if facts := _facts(owed, year, figures):
                    head["facts"] = facts
                if tables := _tables(owed.id, year, figures, profile.is_public):
                    head["tables"] = tables
                if is_report:
                    head["attachments"] = [
                        {
                            "file": f"tep/bao-cao-thuong-nien-{year}.pdf",
                            "title": f"Báo cáo thường niên năm {year} (bản PDF)",
                        }
                    ]
                body = f"Số liệu do văn phòng tổng hợp cho {word} {year} và đã báo cáo tại cuộc họp của trường."
            stem = f"{owed.id}-{name}" if term else owed.id
            yield f"cong-khai/{year}/{stem}.md", markdown_file(head, body)
