"""What can be wrong with a file before anyone looks at what it says: area TP (tệp)."""

from __future__ import annotations

from ..findings import Rule

NOT_UTF8 = Rule(
    code="TP-001",
    title="Tệp không phải bảng mã UTF-8",
    message="Tệp không đọc được bằng bảng mã UTF-8 (từ dòng {line}).",
    fix="Mở tệp bằng Notepad hoặc VS Code, chọn «Lưu thành», mã hóa (Encoding) UTF-8, rồi lưu lại.",
    why="Chữ Việt ghi bằng bảng mã khác sẽ hiện thành ký tự lạ; máy không đoán thay người.",
    bad="(tệp lưu bằng mã ANSI, TCVN3 hoặc VNI)",
    good="(tệp lưu bằng mã UTF-8)",
)
UNREADABLE = Rule(
    code="TP-002",
    title="Không mở được tệp",
    message="Không mở được tệp: {reason}.",
    fix="Kiểm tra quyền đọc của tệp, đóng chương trình đang giữ tệp, rồi chạy lại.",
    why="Một tệp không đọc được không thể bị bỏ qua lặng lẽ: trang sẽ thiếu mà không ai biết.",
    bad="(tệp đang mở trong Word, bị khóa)",
    good="(đã đóng Word, tệp mở được)",
)
EMPTY = Rule(
    code="TP-003",
    title="Tệp trống",
    message="Tệp chưa có nội dung.",
    fix="Viết nội dung vào tệp, hoặc xóa tệp nếu không dùng.",
    why="Tệp trống thường là tệp lưu hỏng hoặc tạo rồi quên.",
    bad="(tệp 0 chữ)",
    good="---\ntitle: Lễ khai giảng\npublished_on: 5/9/2026\n---\nNội dung…",
)
LINK_OUTSIDE = Rule(
    code="TP-004",
    title="Lối tắt trỏ ra ngoài thư mục nội dung",
    message="Lối tắt (symlink) trỏ ra ngoài thư mục nội dung, hoặc trỏ tới tệp không có.",
    fix="Chép chính tệp đó vào thư mục, thay cho lối tắt.",
    why="Máy khác không có tệp ở ngoài, nên trang dựng ra sẽ khác nhau; tệp riêng tư cũng có thể lọt lên trang.",
    bad="tep/ke-hoach.pdf → ổ đĩa khác",
    good="tep/ke-hoach.pdf   (chính tệp ấy)",
)
LINK_CYCLE = Rule(
    code="TP-005",
    title="Lối tắt quay vòng",
    message="Lối tắt (symlink) dẫn vòng lại chính nó hoặc thư mục chứa nó.",
    fix="Xóa lối tắt này.",
    why="Đi theo lối tắt vòng thì không bao giờ hết.",
    bad="tep/cu → tep",
    good="(không có lối tắt)",
)
UNKNOWN_PLACE = Rule(
    code="TP-007",
    title="Tệp nằm ở chỗ không dùng đến",
    message="Không có mục nào của trang nhận tệp ở chỗ này.",
    fix="{hint}",
    why="Tệp để nhầm chỗ sẽ không bao giờ hiện ra mà người viết không biết.",
    bad="tin/khai-giang.md",
    good="tin-tuc/2026-09-05-khai-giang.md",
)
NO_FRONT_MATTER = Rule(
    code="TP-008",
    title="Thiếu phần khai báo đầu tệp",
    message="Tệp chưa có phần khai báo nằm giữa hai dòng «---» ở đầu.",
    fix="Thêm vào đầu tệp:  ---  rồi  title: Tiêu đề của bài  và các mục khác, rồi một dòng  ---",
    why="Tiêu đề, ngày đăng và các mục khác được ghi ở phần đầu tệp.",
    good="---\ntitle: Lễ khai giảng\npublished_on: 5/9/2026\n---\nNội dung…",
    bad="Lễ khai giảng năm học mới…",
)
FORGOTTEN_FENCE = Rule(
    code="TP-023",
    title="Thiếu một dòng --- của phần khai báo",
    message="Phần khai báo thiếu dòng «---» {which}.",
    fix="Thêm một dòng  ---  {place}",
    why="Không có đủ hai dòng «---» thì máy không biết các mục hết ở đâu và bài bắt đầu từ đâu.",
    bad="---\ntitle: Lễ khai giảng\npublished_on: 5/9/2026\n\nNội dung…",
    good="---\ntitle: Lễ khai giảng\npublished_on: 5/9/2026\n---\n\nNội dung…",
)
SECOND_FRONT_MATTER = Rule(
    code="TP-024",
    title="Phần khai báo nằm trong thân bài",
    message="Thân bài mở đầu bằng các mục khai báo, chúng sẽ hiện ra trang như chữ thường.",
    fix="Chuyển các dòng này lên giữa hai dòng «---» ở đầu tệp, bỏ các mục trùng, rồi xóa dòng «---» thừa.",
    why="Thường là do thêm một phần khai báo mới lên đầu tệp trong khi phần cũ còn nguyên bên dưới.",
    bad="---\ntitle: Lễ khai giảng\n---\ntitle: Lễ khai giảng\npublished_on: 5/9/2026\n\nNội dung…",
    good="---\ntitle: Lễ khai giảng\npublished_on: 5/9/2026\n---\n\nNội dung…",
)
BAD_NAME = Rule(
    code="TP-009",
    title="Tên tệp chưa đúng dạng",
    message="Tên tệp «{name}» chưa đúng dạng: {expected}.",
    fix="Đổi tên tệp theo dạng ấy; tên mới ghi sẵn trong kết quả kiểm tra.",
    why="Tên tệp thành địa chỉ trang hoặc nói tuần, tháng, năm của nội dung.",
    bad="tin-tuc/Lễ khai giảng.md",
    good="tin-tuc/2026-09-05-khai-giang.md",
)
TAB = Rule(
    code="TP-010",
    title="Dấu tab trong phần khai báo",
    message="Dòng này thụt vào bằng dấu tab; phần khai báo chỉ dùng dấu cách.",
    fix="Thay dấu tab bằng hai dấu cách.  {line}",
    why="Dấu tab rộng hẹp khác nhau ở mỗi máy nên không được dùng để thụt dòng.",
    bad="pictures:\n→ - file: hinh/san-truong.jpg   (→ là dấu tab)",
    good="pictures:\n  - file: hinh/san-truong.jpg",
)
DUPLICATE_KEY = Rule(
    code="TP-011",
    title="Một mục ghi hai lần",
    message="Mục «{key}» đã ghi ở dòng {first_line}, nay ghi lại lần nữa.",
    fix="Giữ một dòng, xóa dòng kia.",
    why="Máy không biết dòng nào đúng; nhiều chương trình lặng lẽ lấy dòng sau.",
    bad="title: Lễ khai giảng\ntitle: Khai giảng",
    good="title: Lễ khai giảng",
)
COLON_IN_VALUE = Rule(
    code="TP-012",
    title="Dấu hai chấm trong giá trị chưa có ngoặc kép",
    message="Giá trị có dấu hai chấm nên phải đặt trong ngoặc kép.",
    fix="{line}",
    why="Sau dấu hai chấm và một khoảng trắng, máy tưởng bắt đầu một mục mới.",
    good='title: "Thông báo: nghỉ học"',
    bad="title: Thông báo: nghỉ học",
)
OPEN_QUOTE = Rule(
    code="TP-013",
    title="Ngoặc kép chưa đóng",
    message="Dòng này mở ngoặc kép mà chưa đóng, hoặc đóng sớm quá.",
    fix="{line}",
    why="Máy đọc tiếp sang các dòng sau để tìm dấu đóng.",
    bad='title: "Thông báo nghỉ học',
    good='title: "Thông báo nghỉ học"',
)
NOT_YAML = Rule(
    code="TP-014",
    title="Phần khai báo chưa đúng cách viết",
    message="Máy không hiểu phần khai báo từ dòng này.",
    fix="Mỗi mục một dòng, dạng  tên_mục: giá trị ; danh sách thì mỗi dòng bắt đầu bằng hai dấu cách và «- ».",
    why="Một dấu đặt nhầm chỗ làm máy không biết mục nào có giá trị nào.",
    bad="title Lễ khai giảng\npublished_on: 5/9/2026",
    good="title: Lễ khai giảng\npublished_on: 5/9/2026",
)
ALIAS = Rule(
    code="TP-015",
    title="Dấu & hoặc * đứng đầu giá trị",
    message="Giá trị bắt đầu bằng dấu «{mark}» phải đặt trong ngoặc kép.",
    fix="Viết giá trị trong ngoặc kép.",
    why="Ở phần khai báo, & và * là lệnh chép lại; ở đây không dùng.",
    bad="title: *Quan trọng* họp phụ huynh",
    good='title: "*Quan trọng* họp phụ huynh"',
)
NOT_MAPPING = Rule(
    code="TP-016",
    title="Tệp không gồm các mục có tên",
    message="Phần khai báo phải gồm các mục có tên, mỗi mục một dòng.",
    fix="Viết theo dạng  tên_mục: giá trị",
    why="Mỗi giá trị cần một tên để biết nó là gì.",
    bad="- Lễ khai giảng\n- 5/9/2026",
    good="title: Lễ khai giảng\npublished_on: 5/9/2026",
)
TOO_LARGE = Rule(
    code="TP-017",
    title="Tệp nội dung quá lớn",
    message="Tệp dài {size}, quá mức {limit} của một tệp nội dung.",
    fix="Tách tệp ra, hoặc để phần lớn vào tệp đính kèm trong thư mục tep.",
    why="Một trang dài như vậy không ai đọc được trên điện thoại, và thường là chép nhầm tệp.",
    bad="(cả kỷ yếu 300 trang dán vào một bài)",
    good="attachments:\n  - {file: tep/ky-yeu.pdf, title: Kỷ yếu}",
)
REGISTER_DAMAGED = Rule(
    code="TP-018",
    title="Sổ ghi bị hỏng",
    message="Sổ ghi của máy không đọc được: {reason}.",
    fix="Lấy lại tệp này từ bản lưu (Git: git restore), hoặc xóa tệp rồi chạy  invoke news",
    why="Thư mục so-ghi do máy viết; tệp hỏng thường do sửa tay hoặc lưu dở.",
    bad="(sửa tay tệp so-ghi/cong-khai.json)",
    good="(để máy viết thư mục so-ghi)",
)

TOO_DEEP = Rule(
    code="TP-019",
    title="Phần khai báo lồng quá sâu",
    message="Phần khai báo lồng nhiều tầng quá, không mục nào của trang cần như vậy.",
    fix="Xem lại các dấu ngoặc, dấu gạch đầu dòng và khoảng thụt; mỗi danh sách chỉ thụt thêm hai dấu cách.",
    why="Thường là do dán nhầm nội dung của chương trình khác vào phần khai báo.",
    bad="a: [[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]",
    good="rows:\n  - [Khối 6, 358]",
)
DATA_FILE = Rule(
    code="TP-020",
    title="Tệp số liệu đặt cạnh chưa dùng được",
    message="Tệp số liệu chưa dùng được: {told}",
    fix="{hint}",
    why="Số liệu công khai phải đọc được trọn vẹn; máy không lấy một nửa bảng, cũng không đoán một con số.",
    bad="Khối;Số học sinh\nKhối 6;1,234",
    good="Khối;Số học sinh\nKhối 6;1234",
)
NO_DATA_FILE = Rule(
    code="TP-021",
    title="Không có tệp số liệu mà bảng nhắc tới",
    message="Bảng lấy số liệu ở tệp «{name}», nhưng cạnh đây không có tệp ấy.",
    fix="{hint}",
    why="Tệp số liệu nằm cùng thư mục với tệp .md nhắc tới nó; thiếu nó thì bảng không có dòng nào.",
    bad="tables:\n  - id: trinh-do\n    file: pt-doi-ngu.csv   (chưa chép tệp vào)",
    good="cong-khai/2026-2027/pt-doi-ngu.md\ncong-khai/2026-2027/pt-doi-ngu.csv",
)
ROWS_TWICE = Rule(
    code="TP-022",
    title="Bảng ghi cả dòng lẫn tệp số liệu",
    message="Bảng này vừa có các dòng ở rows, vừa lấy số liệu ở tệp «{name}».",
    fix="Giữ một: bỏ mục rows, hoặc bỏ mục file.",
    why="Hai chỗ cùng ghi một bảng thì sớm muộn cũng khác nhau, và không ai biết chỗ nào đúng.",
    bad="file: pt-doi-ngu.csv\nrows:\n  - [Giáo viên, 64]",
    good="file: pt-doi-ngu.csv",
)

FILE_RULES: tuple[Rule, ...] = (
    NOT_UTF8, UNREADABLE, EMPTY, LINK_OUTSIDE, LINK_CYCLE, UNKNOWN_PLACE, NO_FRONT_MATTER,
    FORGOTTEN_FENCE, SECOND_FRONT_MATTER, BAD_NAME,
    TAB, DUPLICATE_KEY, COLON_IN_VALUE, OPEN_QUOTE, NOT_YAML, ALIAS, NOT_MAPPING, TOO_LARGE, TOO_DEEP, REGISTER_DAMAGED,
    DATA_FILE, NO_DATA_FILE, ROWS_TWICE,
)  # fmt: skip
