"""repair — show the slips of writing that can be mended in one way only; mend them when told to."""

from __future__ import annotations

from pathlib import Path

from ..calling import tell
from ..errors import UsageError
from ..findings import Finding
from ..kinds import Kind, kind_at
from ..load.files import find_files
from ..paths import CONTENT, shown
from ..repair import Repair, repair
from ..report.text import text_report
from ..vietnamese import nearest, nfc
from ..whole_file import write_whole
from .options import Options


def run(options: Options) -> int:
    """Show every change; write with --yes. Ends with 1 when a slip is left that only a person can mend."""
    content = options.folder("content", CONTENT)
    repairs = [
        (path, name, found) for path, name, kind in _files(content, options) if (found := _repair(path, name, kind))
    ]
    left = [found.left for _, _, found in repairs if found.left]
    mended = [(path, name, found) for path, name, found in repairs if found.lines]
    for path, name, found in mended:
        print(found.diff(f"{shown(content)}/{name}"))
        if options.has("yes"):
            write_whole(path, found.data)
    if left:
        tell(text_report(left, content=shown(content), verdict=False))
    print(_told([found for _, _, found in mended], left, is_done=options.has("yes")))
    return 1 if left else 0


def _repair(path: Path, name: str, kind: Kind) -> Repair | None:
    return repair(path.read_bytes(), name, kind)


def _files(content: Path, options: Options) -> list[tuple[Path, str, Kind]]:
    """The content files asked for: the one that is named, else all."""
    found = [
        (file.path, file.name, kind)
        for file in find_files(content)[0]
        if (kind := kind_at(file.name)) is not None and file.name.endswith(kind.suffix)
    ]
    if not options.words:
        return found
    word = nfc(options.words[0].replace("\\", "/"))
    asked = [Path(word).resolve(), (content / word).resolve()]
    chosen = [one for one in found if one[0].resolve() in asked]
    if not chosen:
        near = nearest(word.removeprefix(f"{shown(content)}/"), [name for _, name, _ in found])
        hint = f" Có phải ý bạn là «{shown(content)}/{near}»?" if near else ""
        raise UsageError(f"Không có tệp nội dung «{word}» trong «{shown(content)}».{hint}")
    return chosen


def _told(mended: list[Repair], left: list[Finding], *, is_done: bool) -> str:
    lines = sum(len(found.lines) for found in mended)
    parts = []
    if mended:
        what = f"{lines} dòng trong {len(mended)} tệp"
        parts.append(f"Đã sửa {what}." if is_done else f"Sửa được {what}; chạy lại với --yes để sửa.")
    if left:
        parts.append(f"Còn {len(left)} tệp phải tự sửa: máy không chắc người viết muốn gì, nên giữ nguyên.")
    return " ".join(parts) or "Không có dòng nào phải sửa cách viết."
