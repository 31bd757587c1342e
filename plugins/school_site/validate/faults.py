"""What can be wrong with the shape of a value: the same nine faults in every kind, under its own letters."""

from __future__ import annotations

from ..findings import Rule

MISSING = Rule(
    code="{area}-001",
    title="Thiếu mục bắt buộc",
    message="Chưa có mục «{label}» ({key}).",
    fix="Thêm một dòng, ví dụ  {example}",
    why="Thiếu mục này thì trang không nói đủ điều người đọc hoặc quy định cần.",
    bad="---\npublished_on: 20/11/2026\n---",
    good="---\ntitle: Kỷ niệm Ngày Nhà giáo Việt Nam\npublished_on: 20/11/2026\n---",
)
UNKNOWN_KEY = Rule(
    code="{area}-002",
    title="Mục không có trong mẫu",
    message="Không có mục nào tên «{key}».",
    fix="{hint}",
    why="Mục gõ nhầm tên sẽ không bao giờ hiện ra.",
    bad="abtract: Kế hoạch năm học",
    good="abstract: Kế hoạch năm học",
)
NOT_A_DAY = Rule(
    code="{area}-003",
    title="Ngày chưa đúng",
    message="Mục «{label}» ghi là «{value}», {reason}.",
    fix="{hint}",
    why="Ngày sai làm sai thứ tự bài, sai hạn, và có thể sai cả hiệu lực của văn bản.",
    bad="issued_on: 31/09/2026",
    good="issued_on: 5/9/2026",
)
WRONG_TYPE = Rule(
    code="{area}-004",
    title="Giá trị không đúng loại",
    message="Mục «{label}» ghi là «{value}», cần {expected}.",
    fix="Sửa thành, ví dụ  {example}",
    why="Mỗi mục có một loại giá trị, để máy tính, sắp xếp và so sánh được.",
    bad="is_urgent: khẩn",
    good="is_urgent: true",
)
NOT_A_CHOICE = Rule(
    code="{area}-005",
    title="Giá trị không có trong danh sách",
    message="Mục «{label}» ghi là «{value}», không có trong danh sách cho phép.",
    fix="{hint}",
    why="Danh sách đóng giúp trang xếp đúng nhóm và dịch đúng ra tiếng Việt.",
    bad="document_type: kế hoạch",
    good="document_type: plan",
)
WRONG_LENGTH = Rule(
    code="{area}-006",
    title="Dài hoặc ngắn quá mức",
    message="Mục «{label}» dài {length} ký tự; cần từ {least} đến {most}.",
    fix="Viết lại gọn trong khoảng đó; phần chi tiết để vào nội dung bên dưới.",
    why="Tiêu đề quá dài tràn màn hình điện thoại và không ai nhớ; mục quá ngắn thường là điền cho có.",
    bad="title: TB",
    good="title: Thông báo nghỉ Tết Nguyên đán 2027",
)
WRONG_SHAPE = Rule(
    code="{area}-007",
    title="Giá trị chưa đúng dạng",
    message="Mục «{label}» ghi là «{value}», chưa đúng dạng.",
    fix="{hint} Ví dụ  {example}",
    why="Giá trị đúng dạng thì máy mới kiểm tra, sắp xếp và nối liên kết được.",
    bad="school_year: 2026-27",
    good="school_year: 2026-2027",
)
TOO_FEW = Rule(
    code="{area}-008",
    title="Danh sách chưa đủ",
    message="Mục «{label}» có {count} dòng; cần từ {least} đến {most}.",
    fix="Thêm hoặc bớt dòng, mỗi dòng bắt đầu bằng hai dấu cách và «- ».",
    why="Danh sách trống là mục có tên mà không có nội dung.",
    bad="school_levels: []",
    good="school_levels: [lower_secondary]",
)
NOT_FILLED = Rule(
    code="{area}-009",
    title="Mục còn là gợi ý, chưa điền",
    message="Mục «{label}» còn để gợi ý «{value}», chưa điền.",
    fix="Thay cả phần trong dấu «…» bằng nội dung thật, hoặc xóa dòng này nếu không cần.",
    why="Gợi ý của mẫu mà lọt lên trang thì người đọc tưởng là nội dung thật.",
    bad='number: "«Số, ký hiệu, ví dụ 12/KH-THCS»"',
    good="number: 12/KH-THCSHP",
)
OUT_OF_RANGE = Rule(
    code="{area}-013",
    title="Số ngoài khoảng hợp lý",
    message="Mục «{label}» ghi là {value}; cần từ {least} đến {most}.",
    fix="Xem lại con số; có thể thừa hoặc thiếu một chữ số 0.",
    why="Số quá lớn hoặc quá nhỏ thường là gõ nhầm.",
    bad="quota: 35000",
    good="quota: 350",
)
OTHER_SHAPE = Rule(
    code="{area}-014",
    title="Tổ hợp mục chưa đúng",
    message="Tệp chưa có mục nào trong các mục: {labels}.",
    fix="Thêm một trong các mục đó, ví dụ  {example}",
    why="Cần biết nội dung thuộc năm nào để xét đúng hạn, đúng quy định.",
    bad="item: pt-doi-ngu\ntitle: Đội ngũ nhà giáo",
    good="item: pt-doi-ngu\ntitle: Đội ngũ nhà giáo\nschool_year: 2026-2027",
)

SHAPE_RULES: tuple[Rule, ...] = (
    MISSING, UNKNOWN_KEY, NOT_A_DAY, WRONG_TYPE, NOT_A_CHOICE, WRONG_LENGTH, WRONG_SHAPE, TOO_FEW, NOT_FILLED,
    OUT_OF_RANGE, OTHER_SHAPE,
)  # fmt: skip
