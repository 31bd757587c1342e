"""TP-040 … TP-046 — a file to show or to take along that readers cannot use as it is."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule, Severity
from ...model import Asset, Where
from ...site import Site
from ...vietnamese import file_size
from ..basis import Basis

MAX_BYTES = 20_000_000

EMPTY = Rule(
    code="TP-040",
    title="Tệp đính kèm trống",
    message="Tệp «{name}» không có gì bên trong.",
    fix="Chép lại tệp gốc vào content/{folder}.",
    why="Người đọc tải về một tệp không mở được.",
    bad="tep/ke-hoach.pdf   (0 byte)",
    good="tep/ke-hoach.pdf   (120 KB)",
)
OTHER_TYPE = Rule(
    code="TP-041",
    title="Tệp không đúng loại như tên",
    message="Tệp «{name}» có đuôi .{suffix}, nhưng bên trong là {label}.",
    fix="Mở tệp bằng chương trình đã làm ra nó rồi lưu thành .{suffix}; đừng chỉ đổi đuôi tên tệp.",
    why="Máy của người đọc mở tệp theo đuôi tên, nên tệp này không mở ra, hoặc bị chặn vì trông như tệp độc.",
    bad="tep/ke-hoach.pdf   (thật ra là tệp Word đổi đuôi)",
    good="tep/ke-hoach.pdf   (Word: Lưu thành → PDF)",
)
BROKEN = Rule(
    code="TP-042",
    title="Tệp hỏng",
    message="Tệp «{name}» không mở ra được.",
    fix="Mở bản gốc trên máy để chắc là còn tốt, rồi chép lại vào content/{folder}.",
    why="Tệp tải lên dở dang hoặc hỏng thì không ai đọc được.",
    bad="tep/ke-hoach.pdf   (chép dở từ USB)",
    good="tep/ke-hoach.pdf   (mở được)",
)
LOCKED = Rule(
    code="TP-043",
    title="Tệp đặt mật khẩu",
    message="Tệp «{name}» đòi mật khẩu mới mở được.",
    fix="Lưu lại bản không đặt mật khẩu; nội dung không được công khai thì đừng đăng.",
    why="Đã đăng thì ai cũng phải đọc được; tệp khóa còn làm máy đọc màn hình và máy tìm kiếm chịu thua.",
    bad="tep/bang-luong.xlsx   (đòi mật khẩu)",
    good="tep/du-toan.xlsx   (mở được ngay)",
)
TOO_LARGE = Rule(
    code="TP-044",
    title="Tệp quá nặng",
    message="Tệp «{name}» nặng {size}, quá {limit}.",
    fix="Xuất lại PDF với ảnh 150 dpi, hoặc tách thành nhiều phần.",
    why="Phụ huynh dùng điện thoại và gói cước nhỏ không tải nổi.",
    bad="tep/ky-yeu.pdf   (85 MB)",
    good="tep/ky-yeu-phan-1.pdf   (6 MB)",
)
SCANNED = Rule(
    code="TP-045",
    title="PDF chỉ là ảnh chụp",
    message="Tệp «{name}» chỉ gồm ảnh chụp các trang, không có lớp chữ.",
    fix="Xuất PDF thẳng từ Word; nếu chỉ còn bản giấy thì quét có nhận dạng chữ (OCR) tiếng Việt.",
    why="Người khiếm thị không nghe được, không ai tìm được chữ nào trong đó, và máy không kiểm tra được nội dung.",
    severity=Severity.warning,
    bad="tep/quyet-dinh.pdf   (quét từ bản giấy, không có chữ)",
    good="tep/quyet-dinh.pdf   (xuất từ Word, hoặc quét có nhận dạng chữ)",
    legal="portal-accessibility",
)
OVERPACKED = Rule(
    code="TP-046",
    title="Tệp nén bung ra quá lớn",
    message="Tệp «{name}» bung ra lớn gấp nhiều lần mức có thể của một tài liệu.",
    fix="Đừng mở tệp này; xóa đi và lấy lại bản gốc từ người đã làm ra nó.",
    why="Tệp như vậy thường được làm ra để treo máy người mở.",
    bad="tep/tai-lieu.docx   (200 KB bung ra 4 GB)",
    good="tep/tai-lieu.docx   (200 KB bung ra 900 KB)",
)
_FAULTS = {"broken": BROKEN, "locked": LOCKED, "overpacked": OVERPACKED}


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at what was found inside every file; one file has one fault."""
    for asset in site.assets:
        if fault := _fault(asset, basis):
            yield fault


def _fault(asset: Asset, basis: Basis) -> Finding | None:
    where = Where(path=asset.path)
    folder, _, name = asset.path.rpartition("/")
    suffix = name.rpartition(".")[2].lower()
    if asset.size == 0:
        return EMPTY.finding(where, name=name, folder=folder)
    if asset.size > MAX_BYTES:
        return TOO_LARGE.finding(where, name=name, size=file_size(asset.size), limit=file_size(MAX_BYTES))
    promised = basis.vocabulary.promised_types.get(suffix)
    if promised is not None and asset.media_type and asset.media_type not in promised:
        label = basis.vocabulary.media_labels.get(asset.media_type, "loại khác")
        return OTHER_TYPE.finding(where, name=name, suffix=suffix, label=label)
    if asset.fault or (promised is not None and not asset.media_type):
        return _FAULTS[asset.fault or "broken"].finding(where, name=name, folder=folder)
    if asset.media_type == "application/pdf" and not any(page.strip() for page in asset.pages):
        if not asset.pages or not asset.has_pictures:
            return EMPTY.finding(where, name=name, folder=folder)
        return SCANNED.finding(where, name=name, legal=basis.law.citations(SCANNED.legal))
    return None
