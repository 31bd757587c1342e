"""Faults of files and encodings, and the usual slips of YAML."""

from __future__ import annotations

from ..school import School
from .base import (
    NOTICED,
    REFUSED,
    Fault,
    Planted,
    add_key,
    disclosed,
    new_file,
    news,
    own_document,
    set_key,
    swap,
    with_lines,
)
from .base import Plant as Planting
from .places import at

G = "tệp và bảng mã"
Y = "gõ phần khai báo"


def _bytes(change: bytes | None, old: bytes = b"", *, how: str = "") -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        path = news(school, turn) if turn % 2 else disclosed(school, turn)
        if path is None:
            return None
        data = school.files[path]
        if how == "utf-16":
            made = data.decode().encode("utf-16")
        elif how == "old":
            made = data.replace("của".encode(), b"c\xf1a", 1)
        elif how == "nul":
            made = data[:80] + b"\0" * 40 + data[80:]
        elif how == "cut":
            made = data[: data.index(b"\n---", 4)]
        elif how == "no-open":
            made = data.removeprefix(b"---\n")
        elif how == "no-head":
            made = data[data.index(b"\n---\n", 4) + 5 :]
        elif how == "merge":
            made = data.replace(b"\ntitle:", b"\n<<<<<<< HEAD\ntitle: Ban khac\n=======\ntitle:", 1)
        else:
            made = change or b""
        return Planted(changes={path: made}, expected=(at(path, 2) if how == "merge" else at(path),))

    return plant


def _yml(data: bytes) -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        path = ("lich-cong-tac/2026-W47.yml", "can-bo.yml", "lien-ket.yml")[turn % 3]
        return Planted(changes={path: data}, expected=(at(path),))

    return plant


def _stray(name: str, data: bytes = b"---\ntitle: Tin\n---\n\nTin.\n") -> Planting:
    return lambda school, turn: new_file(name, data)


def _title(value: str) -> Planting:
    """A title written so, in an article or a disclosure by turns."""
    return lambda school, turn: set_key(
        school, news(school, turn) if turn % 2 else disclosed(school, turn), "title", value
    )


def _raw(key: str, line: str) -> Planting:
    """A whole line typed otherwise."""

    def plant(school: School, turn: int) -> Planted | None:
        path = news(school, turn) if turn % 2 else disclosed(school, turn)
        if path is None:
            return None
        lines = school.text(path).split("\n")
        here = next(number for number, text in enumerate(lines) if text.startswith(key + ":"))
        lines[here] = line.replace("*", lines[here].split(": ", 1)[1])
        return with_lines(path, lines, here + 1)

    return plant


def _twice(school: School, turn: int) -> Planted | None:
    path = news(school, turn) if turn % 2 else disclosed(school, turn)
    return add_key(school, path, "title: Một tiêu đề khác", after="published_on")


def _tab(school: School, turn: int) -> Planted | None:
    return swap(school, "truong.yml", "  name: ", "\tname: ")


def _shifted(school: School, turn: int) -> Planted | None:
    return swap(school, "truong.yml", "    duty: ", "   duty: ", nth=turn % 3)


def _no_space_in_list(school: School, turn: int) -> Planted | None:
    path = own_document(school, turn)
    if path is None:
        return None
    lines = school.text(path).split("\n")
    here = next(number for number, text in enumerate(lines) if text.startswith("satisfies:"))
    item = lines[here].split("[")[1].rstrip("]")
    return with_lines(path, [*lines[:here], "satisfies:", f"  -{item}", *lines[here + 1 :]], None)


FAULTS = (
    Fault(name="tệp lưu bảng mã UTF-16", group=G, plant=_bytes(None, how="utf-16"), turns=2),
    Fault(name="tệp lưu bảng mã cũ, không phải UTF-8", group=G, plant=_bytes(None, how="old"), turns=2),
    Fault(name="tệp hỏng, lẫn ký tự rỗng", group=G, plant=_bytes(None, how="nul"), turns=2),
    Fault(name="tệp .md trống", group=G, plant=_bytes(b""), turns=2),
    Fault(name="tệp .md chỉ có khoảng trắng", group=G, plant=_bytes(b"  \n\n \n"), turns=2),
    Fault(name="quên đóng phần khai báo", group=G, plant=_bytes(None, how="cut"), turns=2),
    Fault(name="quên mở phần khai báo", group=G, plant=_bytes(None, how="no-open"), turns=2),
    Fault(name="không có phần khai báo", group=G, plant=_bytes(None, how="no-head"), turns=2),
    Fault(name="còn dấu trộn tệp của Git", group=G, plant=_bytes(None, how="merge"), turns=2),
    Fault(name="tệp .yml trống", group=G, plant=_yml(b""), turns=3),
    Fault(name="tệp .yml là một câu văn", group=G, plant=_yml("Lịch tuần này xem ở bảng tin.\n".encode()), turns=3),
    Fault(name="tệp .yml là một danh sách", group=G, plant=_yml("- một\n- hai\n".encode()), turns=3),
    Fault(name="bài viết lưu thành .txt", group=G, plant=_stray("tin-tuc/2026-11-21-hoi-thao.txt"), severities=NOTICED),
    Fault(
        name="thả tệp Word vào thư mục tin",
        group=G,
        plant=_stray("tin-tuc/bai-viet.docx", b"PK\x03\x04"),
        severities=NOTICED,
    ),
    Fault(name="thư mục gõ sai tên", group=G, plant=_stray("tintuc/2026-11-21-hoi-thao.md"), severities=NOTICED),
    Fault(name="bản sao .bak nằm trong nội dung", group=G, plant=_stray("van-ban/ke-hoach.md.bak"), severities=NOTICED),
    Fault(
        name="tên tệp có dấu và khoảng trắng",
        group=G,
        severities=NOTICED,
        plant=_stray(
            "tin-tuc/Hội thảo tháng 11.md",
            "---\ntitle: Hội thảo\npublished_on: 2026-11-20\n"
            "summary: Hội thảo của trường.\n---\n\nHội thảo diễn ra ở hội trường.\n".encode(),
        ),
    ),
    Fault(name="dấu hai chấm trong giá trị", group=Y, plant=_title("Thông báo: nghỉ học"), turns=3),
    Fault(name="thiếu dấu nháy đóng", group=Y, plant=_title('"Hội khỏe Phù Đổng'), turns=3),
    Fault(name="chữ còn lại sau dấu nháy", group=Y, plant=_title('"Hội khỏe" Phù Đổng'), turns=2),
    Fault(name="nháy cong của Word quanh giá trị có hai chấm", group=Y, plant=_title("“Thông báo: nghỉ học”"), turns=2),
    Fault(name="giá trị bắt đầu bằng @", group=Y, plant=_title("@Hội khỏe Phù Đổng"), turns=2),
    Fault(name="giá trị bắt đầu bằng %", group=Y, plant=_title("%Hội khỏe Phù Đổng"), turns=2),
    Fault(name="giá trị bắt đầu bằng dấu huyền `", group=Y, plant=_title("`Hội khỏe` Phù Đổng"), turns=2),
    Fault(name="giá trị bắt đầu bằng *", group=Y, plant=_title("*Hội khỏe* Phù Đổng"), turns=2),
    Fault(name="danh sách không đóng ngoặc", group=Y, plant=_title("[Hội khỏe Phù Đổng"), turns=2),
    Fault(name="ngoặc nhọn không đóng", group=Y, plant=_title("{Hội khỏe Phù Đổng"), turns=2),
    Fault(name="thiếu khoảng trắng sau dấu hai chấm", group=Y, plant=_raw("summary", "summary:*"), turns=2),
    Fault(name="gõ dấu bằng thay dấu hai chấm", group=Y, plant=_raw("summary", "summary = *"), turns=2),
    Fault(name="dấu hai chấm toàn khổ", group=Y, plant=_raw("summary", "summary：*"), turns=2),
    Fault(name="một mục ghi hai lần", group=Y, plant=_twice, turns=3),
    Fault(name="thụt dòng bằng phím Tab", group=Y, plant=_tab),
    Fault(name="thụt dòng lệch", group=Y, plant=_shifted, turns=2),
    Fault(name="gạch đầu dòng dính chữ", group=Y, plant=_no_space_in_list, severities=REFUSED, turns=2),
)
