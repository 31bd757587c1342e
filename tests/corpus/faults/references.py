"""Faults of what a page leads to: attachments, pictures, links, e-mail addresses, secret papers."""

from __future__ import annotations

from ..attachments import pdf, scanned_pdf
from ..school import School
from .base import NOTICED, Fault, Planted, add_key, line_told, moved, news
from .base import Plant as Planting
from .places import at
from .planting import ADMISSION, OPINION, PROCEDURE, attached, body, extra, value

L = "ảnh, liên kết, thư điện tử"


def _picture(people: str, *more: str, alt: str = "Học sinh trên sân trường", file: str = "san-truong.jpg") -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        path = news(school, turn)
        lines = [
            "picture:",
            f"  file: hinh/{file}",
            f"  alt: {alt}",
            *([f"  people: {people}"] if people else []),
            *more,
        ]
        planted = add_key(school, path, "\n".join(lines))
        if planted is None:
            return None
        start = line_told(planted)
        return moved(planted, at(path or "", *range(start, start + len(lines))))

    return plant


FAULTS = (
    Fault(name="tệp đính kèm không có", group=L, turns=2, plant=attached("ke-hoach-thang-11.pdf", None)),
    Fault(name="tệp đính kèm trống", group=L, turns=2, plant=attached("ke-hoach-thang-11.pdf", b"")),
    Fault(
        name="PDF chỉ có ảnh quét", group=L, turns=2, severities=NOTICED, plant=attached("ban-quet.pdf", scanned_pdf())
    ),
    Fault(name="đuôi PDF nhưng là tệp Word", group=L, plant=attached("ke-hoach.pdf", b"PK\x03\x04" + b"\0" * 60)),
    Fault(name="đuôi DOCX nhưng là PDF", group=L, plant=attached("ke-hoach.docx", pdf("Kế hoạch tháng"))),
    Fault(name="tệp chạy được đội lốt PDF", group=L, plant=attached("ke-hoach.pdf", b"MZ\x90\0" + b"\0" * 60)),
    Fault(
        name="tệp PDF bị cắt", group=L, severities=NOTICED, plant=attached("cat.pdf", pdf("Kế hoạch tháng 11")[:300])
    ),
    Fault(name="ảnh không có tệp", group=L, turns=2, plant=_picture("none", file="khong-co.jpg")),
    Fault(name="ảnh không có mô tả", group=L, turns=2, plant=_picture("none", alt='""')),
    Fault(name="mô tả ảnh là tên tệp", group=L, severities=NOTICED, plant=_picture("none", alt="san-truong.jpg")),
    Fault(name="ảnh không nói có người hay không", group=L, turns=2, plant=_picture("")),
    Fault(name="ảnh học sinh không có phiếu đồng ý", group=L, turns=3, plant=_picture("pupils")),
    Fault(name="số phiếu đồng ý để trống", group=L, plant=_picture("pupils", '  consent_number: ""')),
    Fault(
        name="ảnh trong bài không có mô tả",
        group=L,
        turns=2,
        severities=NOTICED,
        plant=body("![](../hinh/san-truong.jpg)"),
    ),
    Fault(name="ảnh trong bài không có tệp", group=L, turns=2, plant=body("![Sân trường](../hinh/khong-co.jpg)")),
    Fault(
        name="liên kết tới trang không có",
        group=L,
        turns=3,
        plant=body(
            "Xem [kế hoạch](../van-ban/khong-co.md).",
            "Xem [tin cũ](2020-01-01-tin-cu.md).",
            "Xem [lịch](../lich-cong-tac/2025-W01.yml).",
        ),
    ),
    Fault(
        name="liên kết tới tệp trên máy người viết",
        group=L,
        turns=2,
        plant=body("Xem [tệp](file:///C:/VanBan/ke-hoach.docx).", "Xem [tệp](<C:\\VanBan\\ke-hoach.docx>)."),
    ),
    Fault(
        name="liên kết tới tệp tải về không có",
        group=L,
        turns=2,
        plant=body("Tải [mẫu](../tep/khong-co.docx) về điền."),
    ),
    Fault(
        name="thư Gmail của trường",
        group=L,
        turns=3,
        plant=value("truong.yml", "email", "hoaphuong@gmail.com", "hoaphuong@yahoo.com.vn", "hoaphuong@hcm.vnn.vn"),
    ),
    Fault(
        name="thư Gmail của lãnh đạo",
        group=L,
        turns=2,
        plant=value("can-bo.yml", "email", "hanh.nguyen@gmail.com", "pht@outlook.com"),
    ),
    Fault(name="thư Gmail nhận góp ý", group=L, plant=value(OPINION, "contact_email", "gopy.truong@gmail.com")),
    Fault(
        name="thư Gmail trong bài",
        group=L,
        turns=2,
        severities=NOTICED,
        plant=body("Mọi ý kiến xin gửi về truongem@gmail.com.", "Liên hệ: vanthu.truong@yahoo.com"),
    ),
    Fault(
        name="trang của trường không có HTTPS",
        group=L,
        severities=NOTICED,
        plant=value("truong.yml", "website", "http://truong.hcm.edu.vn"),
    ),
    Fault(name="dấu «MẬT» trong bài", group=L, turns=2, severities=NOTICED, plant=body("MẬT", "Độ mật: TUYỆT MẬT")),
    Fault(
        name="dấu «MẬT» trong tệp PDF",
        group=L,
        severities=NOTICED,
        plant=attached("cong-van.pdf", pdf("MẬT", "Công văn về công tác bảo vệ")),
    ),
    Fault(
        name="chữ «mat» trong tên tệp",
        group=L,
        severities=NOTICED,
        plant=attached("cong-van-MAT-2026.pdf", pdf("Công văn về công tác bảo vệ")),
    ),
    Fault(
        name="lời nói tới đoàn thể không có",
        group=L,
        turns=2,
        severities=NOTICED,
        plant=extra("tin", "organisation: hoi-cuu-chien-binh"),
    ),
    Fault(name="thủ tục nói tới mẫu đơn không có", group=L, plant=value(PROCEDURE, "form_templates", "[don-khong-co]")),
    Fault(
        name="tuyển sinh nói tới mẫu đơn không có",
        group=L,
        plant=value(ADMISSION, "form_templates", "[ho-so-khong-co]"),
    ),
)
