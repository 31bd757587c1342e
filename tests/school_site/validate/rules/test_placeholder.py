"""BV-040: words that hold a place are found; sentences that only contain them are left alone."""

from __future__ import annotations

import pytest

from school_site.validate.rules import placeholder

from .contents import codes, disclosure, document, findings, page

AT = ("BV-040", "gioi-thieu/lich-su.md", 5)


@pytest.mark.parametrize(
    "words",
    [
        "Đang cập nhật",
        "Đang cập nhật…",
        "(đang cập nhật)",
        "Nội dung đang được cập nhật.",
        "Nội dung này đang được cập nhật.",
        "Thông tin sẽ được cập nhật sau.",
        "Sẽ cập nhật sau",
        "Số liệu sẽ được bổ sung trong thời gian tới.",
        "Danh sách giáo viên: đang cập nhật",
        "Danh sách giáo viên đang cập nhật",
        "Cập nhật sau",
        "Chưa cập nhật.",
        "Nội dung đang được hoàn thiện.",
        "Trang này đang được xây dựng.",
        "Dang cap nhat",
        "TODO",
        "TODO: viết tiếp",
        "Lorem ipsum dolor sit amet, consectetur.",
        "xxx",
        "Điện thoại: xxxx xxx xxx",
        "…",
        "...",
        "……………",
        "Ngày … tháng … năm 2026",
        "ngày ..... tháng ..... năm 2026",
        "Nhập nội dung ở đây.",
        "[chèn ảnh ở đây]",
        "Danh sách đạt giải sẽ được nhà trường cập nhật sau.",
        "Cô «họ tên» đã phát biểu.",
        "Cô ……… phát biểu khai mạc.",
        "Số người tham dự: ………………",
        "Kinh phí: ............ đồng",
        "Người phụ trách: ________",
        "Thuộc «Số, ký hiệu, ví dụ 12/KH-THCST» của trường.",
    ],
)
def test_words_that_hold_a_place_are_found(words: str) -> None:
    assert codes(placeholder, page(words)) == [AT]


@pytest.mark.parametrize(
    "words",
    [
        "Nhà trường đang cập nhật hồ sơ sức khỏe của học sinh lên cổng dữ liệu.",
        "Tin tức cập nhật ít nhất hai lần mỗi ngày.",
        "Phụ huynh cập nhật, xác nhận thông tin và đăng ký trực tuyến.",
        "Hồ sơ được bổ sung trước ngày 30/6.",
        "Trường đang xây dựng dãy D.",
        "Đại hội lần thứ XXX của ngành.",
        "Các câu lạc bộ (STEM, bóng đá…) họp thứ Bảy.",
        "Em yêu văn học, Tiếng Anh…",
        "Cổng dịch vụ: bấm vào đây để nộp hồ sơ.",
        "[Điền thông tin tại đây](https://hcm.edu.vn)",
        "Tuần lễ «Tôn sư trọng đạo» mở đầu bằng cuộc thi «Viết cho thầy».",
        "Em nói: ... rồi em cười.",
        "Giấy khai sinh có thể bổ sung sau.",
        "Tình huống giả định: cháy phòng thí nghiệm.",
    ],
)
def test_sentences_that_say_something_are_left_alone(words: str) -> None:
    assert codes(placeholder, page(words)) == []


def test_a_title_a_fact_and_a_cell_are_looked_at_too() -> None:
    rest = (
        "facts:\n  - label: Diện tích\n    value: Đang cập nhật\n"
        "tables:\n  - title: Lớp\n    columns: [Khối, Số lớp]\n    rows:\n      - [Khối 6, đang cập nhật]\n"
    )
    assert [line for _, _, line in codes(placeholder, disclosure(rest))] == [8, 13]
    assert codes(placeholder, page("Có nội dung.", title="Lịch sử (đang cập nhật)"))[0][2] == 2


def test_a_whole_value_that_only_promises_is_empty() -> None:
    rest = "facts:\n  - label: Sứ mạng\n    value: {}\n"
    assert len(codes(placeholder, disclosure(rest.format("Đang cập nhật sứ mạng của trường")))) == 1
    assert codes(placeholder, disclosure(rest.format("Sẽ hoàn thiện trước ngày 30/6/2027"))) == []


def test_one_line_is_told_once() -> None:
    assert codes(placeholder, page("Đang cập nhật. TODO. Lorem ipsum.")) == [AT]


def test_the_finding_quotes_the_words() -> None:
    (found,) = findings(placeholder, document("2026-12-kh-thcst", body="## Kế hoạch\n\nNội dung đang cập nhật…"))

    assert found.message == "Chỗ này ghi «Nội dung đang cập nhật» thay cho nội dung."
    assert found.where.line == 11


def test_blanks_of_forms_and_exercises_are_meant() -> None:
    head = "title: Đơn\nform_type: other\nsummary: Đơn xin nghỉ\nattachments:\n  - {file: tep/a.docx, title: Đơn}\n"
    form = f"---\n{head}---\n"
    files = {"bieu-mau/don.md": f"{form}Ngày … tháng … năm 2026\n\n……………\n"}

    assert codes(placeholder, files) == []
