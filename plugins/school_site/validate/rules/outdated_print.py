"""BM-042 — a printed form was made from an older text of the form, or of the school's heading."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule, Severity
from ...form_sheet import sheet_of, version_in
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="BM-042",
    title="Bản in cũ hơn mẫu đơn",
    message="Tệp «{file}» là bản mẫu {printed}, mà mẫu đơn bây giờ là bản {version}.",
    fix="invoke print {name} --output content/{file}",
    why="Người tải bản PDF nộp mẫu cũ, còn người điền trên trang nộp mẫu mới; văn phòng nhận hai thứ đơn.",
    severity=Severity.warning,
    bad="(sửa mẫu đơn, còn tệp PDF đính kèm vẫn là bản in tháng trước)",
    good="(in lại bằng lệnh nêu ở trên ngay sau khi sửa mẫu)",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare the version printed at the foot of attached PDF files with the form's own."""
    texts = {asset.path: "\n".join(asset.pages) for asset in site.assets if asset.media_type == "application/pdf"}
    for form in site.form_templates:
        sheet = sheet_of(form, site.school)
        if sheet is None:
            continue
        for at, attachment in enumerate(form.attachments):
            printed = version_in(texts.get(attachment.file, ""))
            if printed is not None and printed != sheet.version:
                where = form.where("attachments", at, "file")
                name = form.path.removesuffix(".md")
                yield RULE.finding(where, file=attachment.file, printed=printed, version=sheet.version, name=name)
