"""The command line: words in, exit status out. Each command is a file in `commands/`; nothing is decided here.

Exit status: 0 publishable (or done), 1 the content is refused, 2 wrong use or set-up.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module

from .calling import tell
from .commands.options import Command, Option, parse
from .completeness import Status
from .errors import SchoolSiteError, UsageError
from .vietnamese import nearest

_CONTENT = Option("content", "THƯ_MỤC", "thư mục nội dung, nếu không phải là content")
_OUTPUT = Option("output", "THƯ_MỤC", "thư mục đặt trang dựng xong, nếu không phải là output")
_AS_OF = Option("as-of", "NGÀY", "xét theo ngày này, ví dụ 30/9/2026")

_STATUSES = ", ".join(status.value for status in Status)

COMMANDS: tuple[Command, ...] = (
    Command("build", "dung", "dựng trang vào thư mục output; thiếu mục bắt buộc thì từ chối", (
        _CONTENT, _OUTPUT, _AS_OF,
        Option("publish-late", "LÝ_DO", "vẫn đăng khi chỉ có mục muộn hoặc thiếu; lý do hiện trên trang, 7 ngày"),
        Option("live", None, "dựng bản để đưa lên mạng (theo publishconf.py)"),
    )),
    Command("check", "kiem-tra", "chỉ kiểm tra nội dung, không dựng trang", (
        _CONTENT, _OUTPUT, _AS_OF,
        Option("plan", None, "in thành danh sách việc phải làm, theo người và theo hạn"),
        Option("format", "DẠNG", "dạng kết quả: text, json, sarif, junit, github, gitlab hoặc html (phiếu in)"),
        Option("report", "TỆP", "ghi kết quả vào tệp; không có --format thì theo đuôi tệp", is_list=True),
    )),
    Command("serve", "xem", "xem thử trên máy này, tự dựng lại khi có thay đổi", (
        _CONTENT, _OUTPUT, _AS_OF, Option("port", "SỐ", "cổng để xem thử trên máy, nếu không phải là 8000"),
    )),
    Command("news", "tin", "lấy tin mới từ các nguồn đang theo dõi (cần mạng)", (
        _CONTENT,
        Option("status", None, "chỉ cho biết từng nguồn tin ra sao"),
        Option("inspect", "ĐỊA_CHỈ", "xem sẽ lấy được gì từ một địa chỉ hoặc một tệp"),
        Option("format", "DẠNG", "dạng in ra của --inspect: text hoặc json"),
        Option("allow", "MÁY:CỔNG", "cho phép một máy chủ nội bộ, để thử", is_list=True),
        Option("strict", None, "kết thúc với mã 1 khi có nguồn không lấy được"),
        Option("commit", None, "lưu (git commit) sổ ghi khi có thay đổi; không đẩy lên (push)"),
    )),
    Command("new", "tao", "tạo một tệp nội dung mới có sẵn chú thích, ví dụ: new van-ban", (
        _CONTENT, Option("year", "NĂM", "năm học hoặc năm tài chính, cho mục công khai"),
        Option("period", "KỲ", "kỳ của mục ngân sách: quy-1, 6-thang, quy-3, 9-thang hoặc ca-nam"),
        Option("xlsx", None, "cho mục công khai: bảng tính trống để điền, thay cho tệp chữ"),
        Option("from", "TỆP", "cho lịch công tác, thời khóa biểu: làm từ bảng Word, Excel, CSV (- là bảng dán vào)"),
    ), words=("[LOẠI]", "[TÊN]")),
    Command("import", "nhap", "đưa bảng Excel của trường vào mục công khai: cho xem trước, thêm --yes thì mới ghi", (
        _CONTENT,
        Option("as", "MỤC", "mã mục công khai, ví dụ pt-doi-ngu"),
        Option("year", "NĂM", "năm học hoặc năm tài chính mà số liệu nói về"),
        Option("period", "KỲ", "kỳ của mục ngân sách, như ở lệnh new"),
        Option("sheet", "TRANG_TÍNH", "chỉ đọc trang tính này của tệp"),
        Option("table", "BẢNG", "chỉ đưa một bảng của mục vào, ví dụ trinh-do"),
        Option("skip", "CỘT", "tên một cột của tệp không cần đưa vào", is_list=True),
        Option("keep-rows", None, "giữ cả những dòng mẫu không có, như dòng riêng của trường"),
        Option("numbers", "KIỂU", "số trong tệp viết kiểu nào: 1.234,5 hoặc 1,234.5"),
        Option("yes", None, "ghi thật vào nội dung, không chỉ cho xem"),
    ), words=("TỆP",)),
    Command("print", "in", "in ra PDF khổ A4 để treo bảng, ví dụ: print lich-cong-tac", (
        _CONTENT,
        Option("output", "CHỖ", "thư mục, hoặc tệp .pdf khi in một bản, nếu không phải là output-in"),
        _AS_OF,
        Option("year", "NĂM", "chỉ của năm học hoặc năm tài chính này, ví dụ 2026-2027 hoặc 2025"),
        Option("all", None, "in mọi bản, hoặc mọi bản của một mục: print cong-khai --all"),
    ), words=("[BẢN_IN]",)),
    Command("explain", "giai-thich", "giải thích một mã của kết quả, ví dụ: explain CK-010", (), words=("[MÃ]",)),
    Command("repair", "sua", "sửa giúp lỗi gõ trong phần khai báo: cho xem trước, thêm --yes thì mới sửa", (
        _CONTENT, Option("yes", None, "sửa thật vào tệp, không chỉ cho xem"),
    ), words=("[TỆP]",)),
    Command("ledger", "so-theo-doi", "in sổ theo dõi: từng điều phải công khai và tình trạng của nó", (
        _CONTENT, _AS_OF, Option("open", None, "chỉ những mục chưa xong"),
        Option("status", "TÌNH_TRẠNG", f"chỉ một tình trạng (gõ có dấu hay không đều được): {_STATUSES}"),
    )),
    Command("diff-law", "so-luat", "cho biết quy định thay đổi gì giữa hai ngày hoặc hai bộ quy định", (
        _CONTENT, Option("from", "NGÀY", "ngày hoặc bộ quy định cũ"), Option("to", "NGÀY", "ngày hoặc bộ quy định mới"),
    )),
    Command("record", "ghi-so", "ghi vào sổ những gì đang công bố: ngày đầu tiên thấy, địa chỉ trang", (
        _CONTENT, _AS_OF, Option("forget", "ĐỊA_CHỈ", "bỏ khỏi sổ một địa chỉ trang đã bỏ hẳn", is_list=True),
    )),
    Command("test", "thu", "chạy toàn bộ các bài thử phần mềm", (), is_open=True),
    Command("lint", "soat", "soát mã nguồn và kiểu dữ liệu", ()),
)  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; whatever goes wrong ends in one Vietnamese sentence and an exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return run(words)
    except SchoolSiteError as fault:
        tell(str(fault), sys.stderr)
        return fault.exitcode
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 0
    except OSError as fault:
        what = f"{fault.strerror or fault}" + (f" («{fault.filename}»)" if fault.filename else "")
        print(f"Máy không cho đọc hoặc ghi tệp: {what}.", file=sys.stderr)
        return 2


def run(words: list[str]) -> int:
    """Find the command the words name and let it do its work."""
    if not words or words[0] in ("-h", "--help", "help"):
        tell(usage())
        return 0
    command = next((known for known in COMMANDS if words[0] in (known.name, known.alias)), None)
    if command is None:
        near = nearest(words[0], [name for known in COMMANDS for name in (known.name, known.alias)])
        hint = f" Có phải ý bạn là «{near}»?" if near else " Gõ  invoke  để xem các lệnh."
        raise UsageError(f"Không có lệnh «{words[0]}».{hint}")
    if {"-h", "--help"} & set(words[1:]) and not command.is_open:
        tell(command.help_text())
        return 0
    # A command that judges or builds makes a great many values and then ends: looking for rings among them the while
    # would take a tenth of its time.
    is_short = command.name in ("check", "build", "ledger")
    if is_short:
        gc.disable()
    try:
        module = import_module(f".commands.{command.module}", __package__)
        return int(module.run(parse(command, words[1:])))
    finally:
        gc.enable()


def usage() -> str:
    """All commands, a line each."""
    lines = [f"    {command.name:<9} {command.alias:<11} {command.help}" for command in COMMANDS]
    return "\n".join(["Cách dùng:  invoke LỆNH …    (tên tiếng Anh hay tiếng Việt đều được)", "", *lines])
