"""import — take a school's own workbook over as a disclosure: show what was understood, write it when told to.

Nothing is half imported: where one place was not understood, the same workbook comes back with a column that says why.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..calling import tell
from ..errors import UsageError
from ..layouts import Layout
from ..matching.names import EXPLAINED
from ..matching.numbers import Habit
from ..matching.preview import preview
from ..matching.rows import Trouble
from ..matching.understand import Asked, Understanding, understand
from ..paths import CONTENT, shown
from ..vietnamese import joined, nearest
from ..whole_file import write_whole
from ..workbooks import Workbook, WorkbookError, read_workbook
from ..workbooks.explained import Remark, explained
from ..workbooks.grid import reference
from . import taking_over
from .disclosure_file import disclosure_at
from .forms import form_of
from .options import Options

_ANSWER = "-giai-thich"


def run(options: Options) -> int:
    """Understand, show, and write with --yes. Ends with 1 when something was not understood."""
    file, item = _file(options.words[0]), options.text("as")
    if item is None:
        raise UsageError(f"Thiếu mã mục: thêm  --as MỤC, ví dụ  invoke import {file.name} --as pt-doi-ngu")
    content, today = options.folder("content", CONTENT), date.today()
    path, given = disclosure_at(content / "cong-khai", item, options.text("year"), today, options.text("period"))
    year = given.get("school_year") or given["fiscal_year"]
    layout = form_of(content, given["item"], year, given.get("period"))
    data = file.read_bytes()
    try:
        workbook = read_workbook(data, file.name)
        understood = understand(
            workbook,
            layout,
            asked=Asked(
                table=_table(options.text("table"), layout),
                sheet=options.text("sheet"),
                skipped=options.all("skip"),
                keeps_rows=options.has("keep-rows"),
                habit=_habit(options.text("numbers")),
            ),
        )
    except WorkbookError as fault:
        tell(f"{shown(file)}: {fault}\n    Cách sửa:  {fault.fix}")
        return 1
    tell(f"Tệp «{shown(file)}» vào mục «{item}», năm {year}:\n\n{preview(understood)}\n")
    if other := _other_year(understood, year, has_asked=options.text("year") is not None):
        print(other)
        return 1
    if not understood.is_whole:
        return _answer(file, data, workbook, understood)
    return taking_over.take_over(understood, path, given, content, today, is_meant=options.has("yes"))


def _file(word: str) -> Path:
    file = Path(word)
    if not file.is_file():
        what = "là một thư mục" if file.is_dir() else "không có"
        near = nearest(file.name, [one.name for one in file.parent.glob("*.*")]) if file.parent.is_dir() else None
        hint = f" Có phải ý bạn là «{near}»?" if near and not file.is_dir() else ""
        raise UsageError(f"Tệp «{word}» {what}.{hint}")
    return file


def _table(word: str | None, layout: Layout) -> str | None:
    if word is None or layout.table(word) is not None:
        return word
    names = [table.id for table in layout.tables]
    near = nearest(word, names)
    hint = f" Có phải ý bạn là «{near}»?" if near else ""
    raise UsageError(f"Mục này không có bảng «{word}».{hint} Các bảng: {', '.join(names)}.")


def _habit(word: str | None) -> Habit | None:
    if word is None:
        return None
    known = {habit.value: habit for habit in (Habit.vietnamese, Habit.english)}
    if word not in known:
        raise UsageError(f"Sau --numbers ghi «{word}»; viết một trong hai: {joined(known)}.")
    return known[word]


def _other_year(understood: Understanding, year: str, *, has_asked: bool) -> str | None:
    """A workbook that says which year it is about, and it is another one."""
    alike = [one for one in understood.years if len(one) == len(year)]
    if not alike or year in alike:
        return None
    told = joined(f"«{one}»" for one in sorted(alike))
    meant = f"--year {min(alike)}"
    how = f"Nếu đúng là năm {year}, sửa dòng tên bảng trong tệp" if has_asked else "Sửa dòng tên bảng trong tệp"
    return (
        f"Chưa ghi gì: dòng tên bảng trong tệp nói về năm {told}, còn lệnh đưa vào năm {year}.\n"
        f"    Cách sửa:  thêm  {meant} . {how}."
    )


def _answer(file: Path, data: bytes, workbook: Workbook, understood: Understanding) -> int:
    """Say what is missing, and hand the workbook back with the reasons in it; the original stays as it is."""
    if understood.missing:
        titles = joined(f"«{table.title}» ({table.id})" for table in understood.missing)
        here = " ".join(f"--table {found.layout.id}" for found in understood.found[:1])
        print(f"Tệp chưa có bảng {titles}.\n    Cách sửa:  thêm bảng ấy vào tệp; nếu chỉ đưa một bảng, thêm  {here}")
    remarks = [
        Remark(sheet=sheet, row=trouble.row, column=trouble.column, text=_text(trouble))
        for sheet, trouble in understood.troubles()
    ]
    if remarks:
        at = {found.place.sheet.name: found.place.headings.first for found in reversed(understood.found)}
        target = _free(file)
        write_whole(target, explained(data, workbook, EXPLAINED, at, remarks))
        print(f"Còn {len(remarks)} chỗ máy chưa hiểu; đã ghi lý do vào cột cuối của bản sao «{shown(target)}».")
    print("Chưa đưa gì vào nội dung; tệp gốc giữ nguyên.")
    return 1


def _text(trouble: Trouble) -> str:
    return f"ô {reference(trouble.row, trouble.column)} {trouble.sentence}" if trouble.column else trouble.sentence


def _free(file: Path) -> Path:
    """A name beside the file that nobody has; the answer to an answer does not pile up words."""
    stem = file.stem.split(_ANSWER)[0]
    names = (f"{stem}{_ANSWER}{number}.xlsx" for number in ("", *(f"-{count}" for count in range(2, 1000))))
    return next(path for name in names if not (path := file.with_name(name)).exists())
