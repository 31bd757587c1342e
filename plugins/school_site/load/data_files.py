"""Data files beside a disclosure (`file: pt-doi-ngu.csv` in place of `rows`): read as if their rows stood in the YAML.

The first row with two filled cells holds the headings, every row below is a row of the table, and a last row that is
called a total is the total. Each cell remembers its place, so that a finding points into the data file.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..findings import Finding
from ..fitting import name_key
from ..matching.names import is_serial
from ..matching.numbers import ambiguous
from ..model import Mark, Record, Tree, TreePath, Where
from ..vietnamese import nearest
from ..workbooks import Sheet, Workbook, WorkbookError, read_workbook, shown
from . import faults
from .files import File, reason_of

_TOTALS = frozenset({"cong", "tong", "tong cong", "tong so", "cong chung", "toan truong"})


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A record with its rows, or None; what is wrong with its data files; and those that it names."""

    record: Record | None
    findings: tuple[Finding, ...] = ()
    used: frozenset[str] = frozenset()


def filled(record: Record, files: Mapping[str, File]) -> Filled:
    """The record with the rows of every data file that its tables name."""
    tables = record.fields.get("tables")
    if not isinstance(tables, list) or not any(isinstance(table, dict) and "file" in table for table in tables):
        return Filled(record=record)
    findings: list[Finding] = []
    used: set[str] = set()
    marks, sources = dict(record.marks), dict(record.sources)
    whole: list[Tree] = []
    digest, heads = hashlib.sha256(record.digest.encode()), [record.head]
    for at, table in enumerate(tables):
        name = table.get("file") if isinstance(table, dict) else None
        if not isinstance(table, dict) or not isinstance(name, str) or "/" in name:
            whole.append(table)
            continue
        path = posixpath.join(posixpath.dirname(record.path), name)
        used.add(path)
        if "rows" in table:
            findings.append(faults.ROWS_TWICE.finding(record.where(("tables", at, "rows")), name=name))
            continue
        if path not in files:
            findings.append(_missing(record, at, name, path, files))
            continue
        try:
            data = _Data(_sheet(read_workbook(files[path].path.read_bytes(), name), table), table)
        except OSError as problem:
            findings.append(faults.UNREADABLE.finding(Where(path=path), reason=reason_of(problem)))
            continue
        except WorkbookError as fault:
            findings.append(_unusable(path, fault))
            continue
        whole.append(data.tree)
        for key, mark in data.marks.items():
            marks[("tables", at, *key)] = mark
        sources |= {("tables", at, key): path for key in ("columns", "rows", "total") if (key,) in data.marks}
        digest.update(repr(data.tree).encode())
        heads.append(data.text)
    if findings:
        return Filled(record=None, findings=tuple(findings), used=frozenset(used))
    made = replace(
        record, fields={**record.fields, "tables": whole}, marks=marks, head="\n".join(heads), sources=sources,
        digest=digest.hexdigest(),
    )  # fmt: skip
    return Filled(record=made, used=frozenset(used))


def _missing(record: Record, at: int, name: str, path: str, files: Mapping[str, File]) -> Finding:
    folder = posixpath.dirname(path)
    there = [posixpath.basename(one) for one in files if posixpath.dirname(one) == folder]
    near = nearest(name, there)
    hint = f"Có phải ý bạn là «{near}»?" if near else f"Chép tệp «{name}» vào thư mục «{folder}», cạnh tệp này."
    return faults.NO_DATA_FILE.finding(record.where(("tables", at, "file")), name=name, hint=hint)


def _unusable(path: str, fault: WorkbookError) -> Finding:
    where = Where(path=path, line=max(1, fault.row), column=max(1, fault.column))
    return faults.DATA_FILE.finding(where, told=str(fault)[0].lower() + str(fault)[1:], hint=fault.fix)


def _sheet(workbook: Workbook, table: Mapping[str, Tree]) -> Sheet:
    """The only sheet with anything on it, or the one that bears the name of the table."""
    sheets = [sheet for sheet in workbook.sheets if not sheet.is_empty and not sheet.is_hidden]
    if len(sheets) == 1:
        return sheets[0]
    names = {name_key(text) for key in ("id", "title") if isinstance(text := table.get(key), str)}
    named = [sheet for sheet in sheets if name_key(sheet.name) in names]
    if len(named) != 1:
        tabs = ", ".join(f"«{sheet.name}»" for sheet in sheets) or "không có trang nào hiện ra"
        raise WorkbookError(
            f"Tệp có nhiều trang tính ({tabs}), máy không biết trang nào là bảng này.",
            "Đặt tên trang tính đúng như id hoặc tên bảng, hoặc chỉ giữ lại một trang tính.",
        )
    return named[0]


class _Data:
    """A sheet as the part of the tree that a person would have written. Raises WorkbookError for what has no place."""

    def __init__(self, sheet: Sheet, table: Mapping[str, Tree]) -> None:
        self.sheet = sheet
        self.marks: dict[TreePath, Mark] = {}
        self.heading, self.columns = self._headings()
        names = [self._text(self.heading, column) for column in self.columns]
        declared = table.get("columns")
        if isinstance(declared, list) and [name_key(str(name)) for name in declared] != [*map(name_key, names)]:
            told = "; ".join(map(str, declared))
            raise self._fault(
                f"Các cột của tệp ({'; '.join(names)}) khác các cột ghi ở columns ({told}).",
                "Sửa dòng tiêu đề của tệp cho khớp, hoặc bỏ mục columns.", self.heading,
            )  # fmt: skip
        rows = list(self._rows())
        total: tuple[int, list[str]] | None = None
        if rows and "total" not in table and name_key(rows[-1][1][0]) in _TOTALS:
            total = rows.pop()
        self.tree: dict[str, Tree] = {**table, "columns": list(names), "rows": [list(cells) for _, cells in rows]}
        self._mark(("columns",), self.heading)
        self.marks[("rows",)] = (rows[0][0] if rows else self.heading, 1)
        for at, (row, _) in enumerate(rows):
            self._mark(("rows", at), row)
        if total is not None:
            self.tree["total"] = list(total[1])
            self._mark(("total",), total[0])

    @property
    def text(self) -> str:
        """All cells, as they stand."""
        return "\n".join("\t".join(map(shown, row)) for row in self.sheet.rows)

    def _headings(self) -> tuple[int, list[int]]:
        """The row of headings, and the columns that have one; running numbers (STT) are no part of a table."""
        for row, cells in enumerate(self.sheet.rows, 1):
            columns = [column for column, cell in enumerate(cells, 1) if cell != ""]
            if len(columns) > 1:
                return row, [column for column in columns if not is_serial(self._text(row, column))]
        raise self._fault(
            "Chưa thấy dòng tiêu đề: cần một dòng có tên các cột, mỗi tên một ô.",
            "Thêm dòng tiêu đề ở trên các dòng số liệu.", 1,
        )  # fmt: skip

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        serial = {
            column for column in range(1, len(self.sheet.rows[0]) + 1) if is_serial(self._text(self.heading, column))
        }
        for row in range(self.heading + 1, len(self.sheet.rows) + 1):
            cells = self.sheet.rows[row - 1]
            if not any(cell != "" for cell in cells) and not any(place[0] == row for place in self.sheet.uncomputed):
                continue
            for column, cell in enumerate(cells, 1):
                if cell != "" and column not in self.columns and column not in serial:
                    raise self._fault(
                        f"Có «{shown(cell)}» ở cột chưa có tên.",
                        "Đặt tên cột ở dòng tiêu đề; nếu ô có dấu phẩy hay chấm phẩy thì đặt ô trong ngoặc kép.",
                        row, column,
                    )  # fmt: skip
            yield row, [self._cell(row, column) for column in self.columns]

    def _cell(self, row: int, column: int) -> str:
        if (row, column) in self.sheet.uncomputed:
            raise self._fault(
                "Công thức chưa có kết quả trong tệp.",
                "Mở tệp bằng Excel hoặc LibreOffice, bấm Lưu, rồi chạy lại.", row, column,
            )  # fmt: skip
        if told := self.sheet.errors.get((row, column)):
            raise self._fault(f"Ô báo lỗi {told}.", "Sửa công thức rồi lưu lại.", row, column)
        text = self._text(row, column)
        if isinstance(self.sheet.at(row, column), str) and ambiguous(text):
            plain = text.replace(",", "")
            raise self._fault(
                f"Ghi «{text}»: là {plain} hay {text} (có phần lẻ)?",
                f"Viết {plain} nếu dấu phẩy ngăn hàng nghìn, hoặc {text}0 nếu là số lẻ.", row, column,
            )  # fmt: skip
        return text

    def _text(self, row: int, column: int) -> str:
        return shown(self.sheet.at(row, column))

    def _mark(self, key: TreePath, row: int) -> None:
        self.marks[key] = (row, 1)
        for place, column in enumerate(self.columns):
            self.marks[(*key, place)] = (row, column)

    def _fault(self, sentence: str, fix: str, row: int, column: int = 0) -> WorkbookError:
        return WorkbookError(sentence, fix, sheet=self.sheet.name, row=row, column=column)
