"""new — write a commented scaffold of a kind of content; never over a file that is there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from ..errors import UsageError
from ..kinds import KINDS, Kind, kind_named
from ..law import Demand, read_law
from ..paths import CONTENT, SCHEMA, shown
from ..scaffold import default_name, scaffold
from ..validate.shapes import read_shapes
from ..vietnamese import nearest, school_year_of
from ..whole_file import write_whole
from .options import Options


def run(options: Options) -> int:
    """Write the file and say what to do next."""
    kind = _kind(options.words[0])
    word = options.words[1] if len(options.words) > 1 else None
    content, today = options.folder("content", CONTENT), date.today()
    given: dict[str, str] = {}
    if kind.name == "disclosure":
        path, given = _disclosure(content / kind.place, word, options.text("year"), today)
    else:
        path = _path(content, kind, word, today)
    if path.exists():
        raise UsageError(f"Đã có tệp «{shown(path)}»; máy không ghi đè. Hãy đặt tên khác hoặc sửa chính tệp đó.")
    text = scaffold(kind, read_shapes(SCHEMA)[kind.name], name=path.stem, today=today, given=given)
    write_whole(path, text.encode())
    print(f"Đã tạo «{shown(path)}». Mở tệp, thay các chỗ trong dấu «…», rồi chạy  invoke check")
    return 0


def _kind(word: str) -> Kind:
    kind = kind_named(word)
    if kind is not None:
        return kind
    places = [known.place.removesuffix(".yml") for known in KINDS]
    near = nearest(word, places)
    hint = f" Có phải ý bạn là «{near}»?" if near else ""
    raise UsageError(f"Không có loại nội dung «{word}».{hint} Các loại: {', '.join(places)}.")


def _path(content: Path, kind: Kind, word: str | None, today: date) -> Path:
    if kind.is_single:
        return content / kind.place
    folder = content / kind.place
    stem = default_name(kind, today, {found.stem for found in folder.glob(f"*{kind.suffix}")}, word)
    if not re.match(kind.name_pattern, stem):
        example = "" if "ví dụ" in kind.name_hint else f", ví dụ {kind.name_example}"
        raise UsageError(f"Tên «{stem}» chưa đúng dạng: {kind.name_hint}{example}.")
    return folder / f"{stem}{kind.suffix}"


def _disclosure(folder: Path, item: str | None, year: str | None, today: date) -> tuple[Path, dict[str, str]]:
    """The file of a disclosure is named by its item and lies in the folder of its year."""
    items = {demand.id: demand for demand in read_law(SCHEMA).demands.values() if _is_disclosed(demand)}
    if item is None:
        listed = "\n".join(f"    {demand.id:<34} {demand.name}" for demand in items.values())
        raise UsageError(f"Thiếu mã mục công khai sau «new cong-khai». Các mã:\n{listed}")
    demand = items.get(item)
    if demand is None:
        near = nearest(item, items)
        raise UsageError(f"Không có mục công khai «{item}»." + (f" Có phải ý bạn là «{near}»?" if near else ""))
    if demand.period == "school_year":
        about = year or school_year_of(today)
        if not re.fullmatch(r"20\d\d-20\d\d", about):
            raise UsageError(f"Mục này theo năm học; sau --year viết như {school_year_of(today)}.")
        given = {"school_year": about}
    else:
        about = year or str(today.year)
        if not re.fullmatch(r"20\d\d", about):
            raise UsageError(f"Mục này theo năm tài chính; sau --year viết như {today.year}.")
        given = {"fiscal_year": about}
    return folder / about / f"{item}.md", {"item": item, "title": f"{demand.name} {about}", **given}


def _is_disclosed(demand: Demand) -> bool:
    return demand.period != "standing" and any(evidence.kind == "disclosure" for evidence in demand.evidence)
