"""Innocent twins of form and words: other editors, other spellings, numbers and words that only look suspicious."""

from __future__ import annotations

from ..school import School
from .base import (
    Fault,
    Planted,
    add_body,
    add_key,
    disclosed,
    news,
    own_document,
    quiet,
    schedule,
    set_key,
)
from .base import Plant as Planting
from .planting import ABOUT, EVENT, NOTICE

I = "bản sinh đôi vô can"  # noqa: E741


def _raw(change: str) -> Planting:
    """The bytes of a file as another editor or computer would leave them."""
    import unicodedata

    def plant(school: School, turn: int) -> Planted | None:
        path = (news(school, turn), disclosed(school, turn), "truong.yml", schedule(school))[turn % 4]
        if path is None:
            return None
        text = school.text(path)
        made = {
            "bom": "\ufeff" + text,
            "crlf": text.replace("\n", "\r\n"),
            "nfd": unicodedata.normalize("NFD", text),
            "no-end": text.rstrip("\n"),
            "ends": text + "\n\n\n",
            "blanks": text.replace("\n", "  \n", 3),
            "comment": text.replace("\ntitle:", "\n# Văn thư đã xem.\ntitle:").replace(
                "\nname:", "\n# Tên đầy đủ\nname:"
            ),
        }[change]
        return Planted(changes={path: made.encode()})

    return plant


def _extra(path: str, data: bytes = b"\0\1") -> Planting:
    return lambda school, turn: Planted(changes={path: data})


def _body(*texts: str) -> Planting:
    return lambda school, turn: quiet(
        add_body(school, (news(school, turn), NOTICE, ABOUT)[turn % 3], texts[turn % len(texts)])
    )


def _title(*values: str) -> Planting:
    return lambda school, turn: quiet(set_key(school, news(school, turn), "title", values[turn % len(values)]))


def _set(path: str, key: str, *values: str) -> Planting:
    return lambda school, turn: quiet(set_key(school, path, key, values[turn % len(values)]))


def _add(path: str, *texts: str, after: str = "") -> Planting:
    return lambda school, turn: quiet(add_key(school, path, texts[turn % len(texts)], after=after))


def _flow_to_block(school: School, turn: int) -> Planted | None:
    text = school.text("truong.yml")
    levels = "".join(f"\n  - {level}" for level in school.profile.levels)
    old = f"school_levels: [{', '.join(school.profile.levels)}]"
    return Planted(changes={"truong.yml": text.replace(old, "school_levels:" + levels).encode()})


_FOLDED = ">-\n  Buổi lễ kéo dài một giờ,\n  có đông đủ thầy cô."
_LITERAL = "|\n  Buổi lễ kéo dài một giờ,\n  có đông đủ thầy cô."

FAULTS = (
    Fault(name="tệp có BOM của Notepad", group=I, plant=_raw("bom"), turns=4),
    Fault(name="tệp xuống dòng kiểu Windows", group=I, plant=_raw("crlf"), turns=4),
    Fault(name="chữ Việt tổ hợp rời", group=I, plant=_raw("nfd"), turns=4),
    Fault(name="tệp không có dòng trống cuối", group=I, plant=_raw("no-end"), turns=4),
    Fault(name="tệp thừa dòng trống cuối", group=I, plant=_raw("ends"), turns=4),
    Fault(name="thừa khoảng trắng cuối dòng", group=I, plant=_raw("blanks"), turns=3),
    Fault(name="ghi chú # trong phần khai báo", group=I, plant=_raw("comment"), turns=3),
    Fault(name="tệp ẩn của hệ điều hành", group=I, plant=_extra("tin-tuc/.DS_Store")),
    Fault(name="Thumbs.db của Windows", group=I, plant=_extra("hinh/Thumbs.db")),
    Fault(name="desktop.ini của Windows", group=I, plant=_extra("tep/desktop.ini")),
    Fault(name="tệp .gitkeep", group=I, plant=_extra("bieu-mau/.gitkeep", b"")),
    Fault(
        name="giá trị trong nháy có dấu hai chấm",
        group=I,
        turns=2,
        plant=_title('"Thông báo: nghỉ học"', "'Thông báo: nghỉ học'"),
    ),
    Fault(name="giá trị có nháy cong ở giữa", group=I, turns=2, plant=_title("Hội thi “Người gieo mùa” của trường")),
    Fault(name="giá trị có giờ 7:30", group=I, turns=2, plant=_title("Lễ chào cờ lúc 7:30 sáng thứ Hai")),
    Fault(
        name="tóm tắt gấp dòng",
        group=I,
        turns=2,
        plant=lambda s, t: quiet(set_key(s, news(s, t), "summary", (_FOLDED, _LITERAL)[t % 2])),
    ),
    Fault(name="danh sách viết từng dòng", group=I, plant=_flow_to_block),
    Fault(
        name="ngày trong nháy",
        group=I,
        turns=2,
        plant=lambda s, t: quiet(set_key(s, news(s, t), "published_on", '"2026-05-06"')),
    ),
    Fault(
        name="ngày viết kiểu người Việt",
        group=I,
        turns=3,
        plant=lambda s, t: quiet(
            set_key(s, news(s, t), "published_on", ("6/5/2026", "06/05/2026", "06/5/2026")[t % 3])
        ),
    ),
    Fault(
        name="ngày 29/2 của năm nhuận",
        group=I,
        turns=2,
        plant=lambda s, t: quiet(
            add_key(
                s, own_document(s, t), ("expires_on: 29/2/2028", "expires_on: 2028-02-29")[t % 2], after="effective_on"
            )
        ),
    ),
    Fault(
        name="kỳ nghỉ qua 31/12",
        group=I,
        plant=_add(
            "truong.yml",
            "  - name: Nghỉ Tết Dương lịch\n    starts_on: 31/12/2026\n    ends_on: 3/1/2027",
            after="breaks",
        ),
    ),
    Fault(name="giờ 00:00", group=I, plant=_set(EVENT, "starts_at", '"00:00"', "00:00")),
    Fault(
        name="số 0 đầu điện thoại không trong nháy",
        group=I,
        turns=2,
        plant=_set("truong.yml", "phone", "02839990101", "028 3999 0101"),
    ),
    Fault(
        name="số 13 chữ số trong bài",
        group=I,
        turns=3,
        plant=_body("Mã sách ISBN 9786040123456 của thư viện.", "Mã hồ sơ 0792150043210.", "Mã vạch 8934567890123."),
    ),
    Fault(
        name="12 chữ số không phải số định danh",
        group=I,
        turns=3,
        plant=_body("Mã hàng 999999999999 trên thùng sách.", "Mã phiếu 000000000000.", "Mã vận đơn 123456789012."),
    ),
    Fault(
        name="số tiền dài có dấu chấm",
        group=I,
        turns=2,
        plant=_body("Tổng kinh phí 22.169.290.000 đồng.", "Dự toán 118.668.600.000 đồng cho cả phường."),
    ),
    Fault(
        name="điện thoại bàn của trường trong bài",
        group=I,
        turns=3,
        plant=_body("Gọi văn phòng (028) 3999 0101.", "Điện thoại: 028 3999 0102", "Số máy của trường: 02839990101."),
    ),
    Fault(
        name="đường dây nóng ba số",
        group=I,
        turns=3,
        plant=_body("Tổng đài bảo vệ trẻ em 111.", "Gọi 113, 114, 115 khi khẩn cấp.", "Tổng đài 1900 1234 của ngành."),
    ),
    Fault(
        name="«bí mật» trong câu văn",
        group=I,
        turns=3,
        plant=_body(
            "Em có một bí mật nho nhỏ muốn kể với cô.", "Vườn mật ong phía sau trường.", "Chuyên đề: bí mật của vũ trụ."
        ),
    ),
    Fault(
        name="chữ MẬT trong từ khác",
        group=I,
        turns=2,
        plant=_body("CÂU CHUYỆN VỀ NGƯỜI NUÔI ONG LẤY MẬT", "MẬT ONG VƯỜN TRƯỜNG"),
    ),
    Fault(
        name="«cập nhật» trong câu văn",
        group=I,
        turns=3,
        plant=_body(
            "Trang được cập nhật hai lần mỗi ngày.",
            "Lịch đã cập nhật sáng nay.",
            "Thầy cô cập nhật điểm trước ngày 23/11.",
        ),
    ),
    Fault(
        name="chữ todo trong từ khác",
        group=I,
        turns=3,
        plant=_body("Bài hát Todos los días của câu lạc bộ.", "Nhóm Kotodo tập kịch.", "Vở kịch Método."),
    ),
    Fault(
        name="dấu ba chấm lửng trong câu",
        group=I,
        turns=3,
        plant=_body(
            "Rồi một hôm… cây phượng nở hoa.", "Có vở, bút, thước, ... và sách.", "Các em kể: mèo, chó, thỏ..."
        ),
    ),
    Fault(
        name="ngoặc «» của lời trích",
        group=I,
        turns=3,
        plant=_body(
            "Tuần lễ «Tôn sư trọng đạo» bắt đầu.",
            "Cuốn «Dế Mèn phiêu lưu ký» được mượn nhiều nhất.",
            "Khẩu hiệu «Học để hiểu».",
        ),
    ),
    Fault(
        name="chữ xxx trong số La Mã, giống loài",
        group=I,
        turns=2,
        plant=_body("Hội khỏe lần thứ XXX.", "Thế kỷ XIX và XX."),
    ),
)
