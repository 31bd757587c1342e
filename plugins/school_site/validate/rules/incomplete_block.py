"""BM-040 — a part of a form lacks what its kind cannot be set without, or bears a name that another part has."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...kinds.form_template import FormBlock, FormTemplate
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="BM-040",
    title="Phần của đơn chưa đủ",
    message="Phần thứ {number} của đơn là «{kind}» nhưng chưa có «{lacks}» ({key}).",
    fix="Thêm vào phần này một dòng, ví dụ  {example}",
    why="Thiếu lời dẫn hay các ô thì trang điền, tệp Word và bản in chỉ còn một chỗ trống không tên.",
    bad="- kind: line",
    good="- kind: line\n  label: Họ và tên học sinh",
)
TWICE = Rule(
    code="BM-041",
    title="Hai chỗ điền cùng lời dẫn",
    message="Lời dẫn «{label}» đã có ở phần thứ {number} của đơn.",
    fix="Nói rõ của ai: thêm vào lời dẫn chữ «của học sinh», «của phụ huynh».",
    why="Người nghe trang bằng trình đọc màn hình không phân biệt được hai chỗ điền cùng tên.",
    bad="label: Họ và tên\nlabel: Họ và tên",
    good="label: Họ và tên học sinh\nlabel: Họ và tên phụ huynh",
)
_LABEL = ("label", "Lời dẫn", "label: Họ và tên học sinh")
_TEXT = ("text", "Lời in sẵn", "text: Tôi xin cam đoan những điều trên là đúng.")
_NEEDS = {
    "line": _LABEL,
    "paragraph": _LABEL,
    "date": _LABEL,
    "text": _TEXT,
    "heading": _TEXT,
    "choice": ("options", "Các ô", "options: [Ốm, Việc gia đình]"),
    "table": ("columns", "Các cột", "columns: [Môn, Ngày kiểm tra]"),
    "signature": ("signers", "Người ký", "signers: [Học sinh, Phụ huynh]"),
}
# What is filled in is found by its label; a choice or table without one says what it is by its cells.
_FILLED_IN = frozenset({"line", "paragraph", "date", "choice", "table"})


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at every part of every form."""
    for form in site.form_templates:
        seen: dict[str, int] = {}
        for at, block in enumerate(form.blocks):
            yield from _lacking(form, at, block, basis)
            label = block.label.casefold()
            if label and block.kind in _FILLED_IN and not block.is_for_office:
                if label in seen:
                    yield TWICE.finding(form.where("blocks", at, "label"), label=block.label, number=seen[label])
                seen.setdefault(label, at + 1)


def _lacking(form: FormTemplate, at: int, block: FormBlock, basis: Basis) -> Iterator[Finding]:
    key, lacks, example = _NEEDS[block.kind]
    if not getattr(block, key):
        kind = basis.vocabulary.label(block.kind, "form_template.kind")
        where = form.where("blocks", at)
        yield RULE.finding(where, number=at + 1, kind=kind, lacks=lacks, key=key, example=example)
