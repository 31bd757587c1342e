"""What can go wrong with an upstream source, said in Vietnamese: what is the case, and what a person can do.

A base module: the register holds the codes, and whoever judges a source by the register needs the words.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """The two sentences for one fault; «{detail}» is filled from the fault."""

    what: str
    remedy: str


_WAIT = "Chưa cần làm gì: máy tự thử lại. Quá ba ngày vẫn vậy thì hỏi đơn vị quản lý nguồn tin."
_ASK_FEED = "Hỏi đơn vị quản lý nguồn tin địa chỉ RSS đúng, rồi sửa «address» trong nguon-tin.yml."
_TELL_SOURCE = "Báo đơn vị quản lý nguồn tin rằng bản tin RSS của họ đang hỏng. Tin cũ vẫn được giữ."

TEXTS: dict[str, Text] = {
    # asking
    "bad_address": Text("Địa chỉ «{detail}» chưa đúng dạng http:// hoặc https://.", _ASK_FEED),
    "private_address": Text(
        "Địa chỉ «{detail}» dẫn vào mạng nội bộ nên không được hỏi.",
        "Kiểm tra lại «address». Nếu đúng là cổng nội bộ của ngành, chạy thêm  --allow MÁY:CỔNG.",
    ),
    "unknown_host": Text("Không tìm thấy máy chủ «{detail}».", "Kiểm tra chính tả của «address» và đường mạng."),
    "no_connection": Text("Không kết nối được tới «{detail}».", _WAIT),
    "certificate": Text(
        "Chứng thư bảo mật của «{detail}» không kiểm tra được.",
        "Báo đơn vị quản lý nguồn tin. Nếu họ dùng chứng thư riêng, xin tệp chứng thư và ghi vào «ca_file».",
    ),
    "ca_file": Text("Không đọc được tệp chứng thư «{detail}».", "Kiểm tra mục «ca_file» trong nguon-tin.yml."),
    "silent": Text("Nguồn không trả lời trong {detail} giây.", _WAIT),
    "too_slow": Text("Nguồn trả lời quá chậm, quá {detail} giây chưa xong.", _WAIT),
    "broken_off": Text("Nguồn ngắt kết nối khi chưa gửi xong.", _WAIT),
    "too_big": Text("Nguồn gửi quá {detail} MB, không phải một bản tin.", _ASK_FEED),
    "unknown_packing": Text("Nguồn nén dữ liệu theo cách không mở được («{detail}»).", _TELL_SOURCE),
    "bad_packing": Text("Dữ liệu nén của nguồn bị hỏng.", _TELL_SOURCE),
    "odd_answer": Text("Câu trả lời của nguồn không đúng quy cách HTTP.", _TELL_SOURCE),
    "too_many_redirects": Text("Nguồn chuyển địa chỉ vòng quanh quá {detail} lần.", _ASK_FEED),
    "bad_redirect": Text("Nguồn chuyển sang địa chỉ «{detail}» không dùng được.", _ASK_FEED),
    "gone": Text("Địa chỉ này không còn (mã {detail}).", _ASK_FEED),
    "forbidden": Text(
        "Nguồn từ chối cho xem (mã {detail}).",
        "Hỏi đơn vị quản lý nguồn tin. Nếu cổng đòi tên trình duyệt thì ghi vào «user_agent».",
    ),
    "overloaded": Text("Nguồn đang quá tải hoặc bảo trì (mã {detail}).", _WAIT),
    "server_error": Text("Máy chủ của nguồn đang lỗi (mã {detail}).", _WAIT),
    "odd_status": Text("Nguồn trả lời mã {detail}, không kèm bản tin.", _ASK_FEED),
    # reading
    "empty_body": Text("Nguồn trả về một trang trống.", _WAIT),
    "empty_feed": Text("Bản tin của nguồn không có mục nào.", _WAIT),
    "no_usable_item": Text("Các mục trong bản tin đều trống, không có gì để hiện.", _TELL_SOURCE),
    "html_page": Text("Địa chỉ này là một trang web, không phải bản tin RSS.", _ASK_FEED),
    "not_a_feed": Text("Dữ liệu nhận được không phải bản tin RSS, Atom hay JSON Feed.", _ASK_FEED),
    "too_deep": Text("Bản tin lồng nhau quá nhiều tầng nên không đọc.", _TELL_SOURCE),
    # warnings beside a success
    "moved": Text("Nguồn đã chuyển hẳn sang «{detail}».", "Sửa «address» của nguồn này trong nguon-tin.yml."),
    "hostile_items": Text(
        "Bản tin có {detail} mục chứa mã lạ; máy đã bỏ mã ấy, trang của trường vẫn an toàn.",
        "Báo đơn vị quản lý nguồn tin rằng cổng của họ có thể đã bị chèn mã. "
        "Tin trông lạ thì ghi «valid_to» trong nguon-tin.yml để tạm ngừng theo dõi.",
    ),
    # keeping
    "damaged_register": Text(
        "Tệp «so-ghi/nguon-tin/{detail}» bị hỏng, chưa cập nhật được.",
        "Khôi phục tệp ấy từ bản lưu; không có bản lưu thì xóa tệp rồi chạy lại  invoke news.",
    ),
}


def sentence(code: str, detail: str, hint: str | None = None) -> str:
    """Say what is the case; where the page in its place named a feed, give that address."""
    what = TEXTS[code].what.format(detail=detail)
    return f"{what} Trang ấy giới thiệu bản tin ở «{hint}»." if hint else what


def remedy(code: str) -> str:
    """Say what a person can do; a register written by a later version may hold a code unknown here."""
    return TEXTS[code].remedy if code in TEXTS else _WAIT
