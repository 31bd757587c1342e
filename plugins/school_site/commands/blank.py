"""new … --xlsx — write the empty workbook of a disclosure item into the folder where the command is run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..calling import tell
from ..errors import UsageError
from ..paths import CONTENT, shown
from ..whole_file import write_whole
from ..workbooks.blank import blank_workbook
from .forms import form_of


def write_blank(content: Path, given: Mapping[str, str]) -> int:
    """Write `<item>-<year>.xlsx`; never over a file that is there."""
    item, year = given["item"], given.get("school_year") or given["fiscal_year"]
    period = given.get("period")
    path = Path.cwd() / f"{item}-{period or ''}-{year}.xlsx".replace("--", "-")
    if path.exists():
        raise UsageError(f"Đã có tệp «{shown(path)}»; máy không ghi đè. Đổi tên hoặc chuyển tệp ấy đi chỗ khác trước.")
    where = "" if content.resolve() == CONTENT.resolve() else f" --content {shown(content)}"
    command = f"invoke import {path.name} --as {item} --year {year}{f' --period {period}' if period else ''}{where}"
    layout = form_of(content, item, year, period)
    write_whole(path, blank_workbook(layout, layout.tables, title=given["title"], command=command))
    print(f"Đã tạo «{shown(path)}». Mở tệp bằng Excel hoặc LibreOffice, điền các ô nền vàng rồi lưu lại.")
    tell(f"Điền xong thì chạy  {command}")
    return 0
