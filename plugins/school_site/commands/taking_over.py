"""Write an understood workbook into the content: the difference first, the files only when it is meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import unified_diff
from pathlib import Path

from ..calling import tell
from ..errors import UsageError
from ..kinds import KINDS
from ..load import read_record
from ..load.text import read_text
from ..matching.understand import Found, Understanding
from ..model import Record, Tree
from ..paths import shown
from ..table_text import csv_bytes, kept_of, table_lines, table_tree, with_table
from ..vietnamese import day, nearest
from ..whole_file import write_whole

# A longer table is kept in a file of its own beside the text.
LONGEST = 40
# How alike the title of a table written by hand must be for the table to be the same.
_SAME_TITLE = 0.9
_KIND = next(kind for kind in KINDS if kind.name == "disclosure")


@dataclass
class _Draft:
    """The files as they will be, while one table after another is put in."""

    path: Path
    text: str
    files: dict[Path, bytes] = field(default_factory=dict)


def take_over(
    understood: Understanding, path: Path, given: Mapping[str, str], content: Path, today: date, *, is_meant: bool
) -> int:
    """Show what changes; write it where `is_meant`."""
    old = _text(path)
    draft = _Draft(path, old if old is not None else _new_text(given, today))
    for found in understood.found:
        _put(draft, found, content)
    files = {**draft.files, path: draft.text.encode()}
    changed = {file: data for file, data in files.items() if not file.is_file() or _differs(file, data)}
    if not changed:
        print("Số liệu đã có sẵn như vậy; không có gì phải ghi.")
        return 0
    for file, data in sorted(changed.items()):
        print(_difference(file, data))
    names = ", ".join(f"«{shown(file)}»" for file in sorted(changed))
    if not is_meant:
        print(f"\nChưa ghi gì. Xem lại, nếu đúng thì chạy lại lệnh này thêm  --yes  để ghi vào {names}.")
        return 0
    # The text last: it names the data files, which must be there before it.
    for file, data in sorted(changed.items(), key=lambda pair: pair[0] == path):
        write_whole(file, data)
    tell(f"\nĐã ghi {names}. Chạy tiếp  invoke check")
    return 0


def _text(path: Path) -> str | None:
    if not path.is_file():
        return None
    text, fault = read_text(path.read_bytes(), path.name)
    if fault is not None:
        raise UsageError(f"Tệp «{shown(path)}» đang có lỗi nên máy không sửa vào; chạy  invoke check  rồi sửa trước.")
    return text


def _new_text(given: Mapping[str, str], today: date) -> str:
    year = "school_year" if "school_year" in given else "fiscal_year"
    period = f"period: {given['period']}\n" if "period" in given else ""
    return (
        f'---\ntitle: "{given["title"]}"\nitem: {given["item"]}\n{year}: {given[year]}\n{period}'
        f"published_on: {day(today)}\n---\n"
    )


def _put(draft: _Draft, found: Found, content: Path) -> None:
    """Put one table into the text, in place of the same table or after the others; prove that nothing else changed."""
    record = _record(draft.text, draft.path, content)
    tables = record.fields.get("tables") or []
    if not isinstance(tables, list):
        raise _unsafe(draft.path)
    place = _place_of(found, tables)
    old = tables[place] if place is not None else None
    file = _file_for(found, old, draft.path)
    table = found.table
    full = tuple(column.label for column in found.layout.columns)
    columns = table.columns != full
    kept = kept_of(old)
    lines = table_lines(table, columns=columns, file=file, kept=kept)
    text = with_table(draft.text, record, place, lines)
    after = None if text is None else read_record(text, record.path, _KIND)[0]
    tree = table_tree(table, columns=columns, file=file, kept=kept)
    wanted: list[Tree] = [*tables[:place], tree, *tables[place + 1 :]] if place is not None else [*tables, tree]
    if text is None or after is None or after.body != record.body:
        raise _unsafe(draft.path)
    if after.fields != {**record.fields, "tables": wanted}:
        raise _unsafe(draft.path)
    draft.text = text
    if file is not None:
        draft.files[draft.path.with_name(file)] = csv_bytes(table)


def _record(text: str, path: Path, content: Path) -> Record:
    record, _ = read_record(text, path.relative_to(content).as_posix(), _KIND)
    if record is None:
        raise UsageError(f"Tệp «{shown(path)}» đang có lỗi nên máy không sửa vào; chạy  invoke check  rồi sửa trước.")
    return record


def _place_of(found: Found, tables: list[Tree]) -> int | None:
    """The same table as it stands: by its id, else by a title that reads like it."""
    trees = [table if isinstance(table, dict) else {} for table in tables]
    by_id = next((at for at, tree in enumerate(trees) if tree.get("id") == found.layout.id), None)
    if by_id is not None:
        return by_id
    titles = {
        title: at for at, tree in enumerate(trees) if isinstance(title := tree.get("title"), str) and "id" not in tree
    }
    near = nearest(found.layout.title, titles, at_least=_SAME_TITLE)
    return titles[near] if near is not None else None


def _file_for(found: Found, old: Tree | None, path: Path) -> str | None:
    """Where the rows go: into the data file that the table has, into a new one where there are many, else nowhere."""
    named = old.get("file") if isinstance(old, dict) else None
    if isinstance(named, str) and named.endswith(".csv") and "/" not in named:
        return named
    return f"{path.stem}-{found.layout.id}.csv" if len(found.rows.lines) > LONGEST else None


def _unsafe(path: Path) -> UsageError:
    return UsageError(
        f"Mục tables trong «{shown(path)}» viết theo cách máy không sửa vào được một cách chắc chắn."
        " Hãy viết mỗi bảng bắt đầu bằng một dòng «- », hoặc xóa bảng cũ rồi chạy lại."
    )


def _differs(file: Path, data: bytes) -> bool:
    return file.read_bytes().replace(b"\r\n", b"\n") != data.replace(b"\r\n", b"\n")


def _difference(file: Path, data: bytes) -> str:
    """Line by line, what goes and what comes."""
    old = file.read_bytes().decode("utf-8-sig", "replace").splitlines() if file.is_file() else []
    new = data.decode("utf-8-sig").splitlines()
    name = shown(file)
    return "\n".join(unified_diff(old, new, name if old else "(chưa có)", name, lineterm="", n=1))
