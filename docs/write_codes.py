"""Write `ma-loi.md`, the handbook's table of every code, from the program's own catalogue of rules.

Run it from the project's folder after a rule was added or reworded:  .venv/bin/python docs/write_codes.py
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

PAGE = Path(__file__).with_name("ma-loi.md")
sys.path.insert(0, str(PAGE.parent.parent / "plugins"))

from school_site.catalogue import all_rules  # noqa: E402
from school_site.findings import Rule  # noqa: E402

AREAS = {
    "TP": "tệp: đọc được không, để đúng chỗ không",
    "TR": "trường, danh bạ, liên kết (`truong.yml`, `can-bo.yml`, `lien-ket.yml`)",
    "CK": "công khai (`cong-khai/`, `mien-tru.yml`)",
    "VB": "văn bản (`van-ban/`)",
    "TT": "thủ tục (`thu-tuc/`)",
    "BM": "biểu mẫu (`bieu-mau/`)",
    "LT": "lịch, thời khóa biểu, thực đơn, sự kiện, kế hoạch",
    "BV": "bài viết: tin, thông báo, giới thiệu, đoàn thể, tuyển sinh, học liệu, góp ý",
    "TN": "nguồn tin (`nguon-tin.yml`)",
    "LK": "liên kết trong bài",
    "RT": "hình ảnh, dữ liệu riêng tư",
    "TC": "tiếp cận: người dùng trình đọc màn hình",
    "AT": "an toàn của trang",
    "HT": "hệ thống, cài đặt",
}
HEAD = "| mã | điều gì | mức | vì sao | cách sửa |\n|---|---|---|---|---|"


def page() -> str:
    """The whole page."""
    rules = all_rules()
    shared = {rule.code: rule for rule in rules.values() if "{area}" in rule.code}
    own = {code: rule for code, rule in rules.items() if rule.code == code}
    areas = [area for area in AREAS if any(code.startswith(area) for code in rules)]
    unknown = sorted({code[:2] for code in rules} - set(AREAS))
    if unknown:
        raise SystemExit(f"No Vietnamese name for the codes of {', '.join(unknown)}: add it to AREAS.")
    with_shared = [
        area for area in areas if any(code in rules and rules[code].code != code for code in _under(area, shared))
    ]
    letters = "\n".join(f"| `{area}` | {AREAS[area]} |" for area in areas)
    sections = "\n\n".join(
        f"## {area} – {AREAS[area]}\n\n{_table((code, rule) for code, rule in own.items() if code.startswith(area))}"
        for area in areas
        if any(code.startswith(area) for code in own)
    )
    return f"""# Bảng mã lỗi

Có {len(rules)} mã. Xem một mã trên máy: `.\\run.cmd explain CK-011` (Linux, macOS: `python3 run.py explain CK-011`).
Trang này do máy viết ra từ chính phần mềm (`docs/write_codes.py`), nên không sửa tay.

Mã gồm hai chữ nói **phần nào** của trang và ba số nói **điều gì**. Mức: *lỗi* phải sửa mới đăng được,
*cảnh báo* nên sửa, *cần người xem* thì máy không tự quyết được. Mức ghi ở đây là mức thường gặp: một mục còn thiếu
có thể nhẹ hơn, khi quy định chỉ khuyến khích hoặc căn cứ chưa đối chiếu đủ. Dấu «…» là chỗ máy điền tên, ngày, số
của từng trường hợp.

| chữ | phần |
|---|---|
{letters}

## Mã chung

Những điều dưới đây gặp ở nhiều phần, chỉ khác hai chữ đầu: **{", ".join(with_shared)}**.
Ví dụ `…-003` ở văn bản là `VB-003`, ở công khai là `CK-003`.

{_table((f"…{rule.code.removeprefix('{area}')}", rule) for rule in shared.values())}

{sections}
"""


def _under(area: str, codes: Iterable[str]) -> Iterator[str]:
    return (f"{area}{code.removeprefix('{area}')}" for code in codes)


def _table(rows: Iterable[tuple[str, Rule]]) -> str:
    return "\n".join([HEAD, *_lines(rows)])


def _lines(rows: Iterable[tuple[str, Rule]]) -> Iterator[str]:
    for code, rule in rows:
        fix = plain(rule.fix)
        if fix.strip("«…» .") == "":
            fix = "Máy chỉ cách sửa trong từng trường hợp."
        cells = (f"`{code}`", plain(rule.title), str(rule.severity), plain(rule.why), fix)
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("![", "!\\[") for cell in cells) + " |"


def plain(text: str) -> str:
    """A sentence of a rule with its blanks shown as dots."""
    return re.sub(r"«?\{[^}]*\}»?", "«…»", text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
