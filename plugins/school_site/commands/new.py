"""new — write a commented scaffold of a kind of content; never over a file that is there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from ..calling import tell
from ..errors import UsageError
from ..kinds import KINDS, Kind, kind_named
from ..paths import CONTENT, SCHEMA, shown
from ..renewal import RENEWED
from ..scaffold import default_name, scaffold
from ..validate.shapes import Shape, read_shapes
from ..vietnamese import nearest, slug
from ..whole_file import write_whole
from .blank import write_blank
from .disclosure_file import disclosure_at, form_of_new
from .options import Options
from .paste import pasted
from .ready_forms import ready_form
from .renew import next_name, renewed


def run(options: Options) -> int:
    """Write the file and say what to do next, or tell what there is."""
    if not options.words:
        tell(_kinds())
        return 0
    kind = _kind(options.words[0])
    word = options.words[1] if len(options.words) > 1 else None
    content, today = options.folder("content", CONTENT), date.today()
    given: dict[str, str] = {}
    made: str | None = None
    if source := options.text("from"):
        stem, made = pasted(content, kind, word, source, today)
        path = _path(content, kind, stem, today)
    elif kind.name == "disclosure":
        path, given = disclosure_at(content / kind.place, word, options.text("year"), today, options.text("period"))
        if options.has("xlsx"):
            return write_blank(content, given)
    elif kind.name in RENEWED:
        path = _path(content, kind, next_name(content, kind, word, today), today)
    else:
        path = _path(content, kind, word, today)
    ready = ready_form(content, word) if kind.name == "form_template" else None
    if path.exists():
        raise UsageError(f"Đã có tệp «{shown(path)}»; máy không ghi đè. Hãy đặt tên khác hoặc sửa chính tệp đó.")
    if made is None and kind.name in RENEWED:
        made = renewed(content, kind, path.stem, today)
    if ready is not None:
        made = ready.text
    form = form_of_new(content, path, given) if kind.name == "disclosure" else {}
    shape = read_shapes(SCHEMA)[kind.name]
    given |= _topic(shape, path.stem)
    text = made or scaffold(kind, shape, name=path.stem, today=today, given=given, blocks=form)
    write_whole(path, text.encode())
    left = " Mở tệp, thay các chỗ trong dấu «…», rồi chạy  invoke check" if "«" in text else " Chạy  invoke check"
    tell(f"Đã tạo «{shown(path)}»{ready.told if ready else '.'}{left}")
    return 0


def _kinds() -> str:
    """Every kind of content by the word for it."""
    lines = [f"    {kind.place.removesuffix('.yml'):<16} {kind.label}" for kind in KINDS]
    return "\n".join(["Tạo được những loại sau (ví dụ  invoke new thong-bao hop-phu-huynh):", "", *lines])


def _kind(word: str) -> Kind:
    kind = kind_named(word)
    if kind is not None:
        return kind
    places = [known.place.removesuffix(".yml") for known in KINDS]
    near = nearest(word, places)
    hint = f" Có phải ý bạn là «{near}»?" if near else ""
    raise UsageError(f"Không có loại nội dung «{word}».{hint} Các loại: {', '.join(places)}.")


def _topic(shape: Shape, name: str) -> dict[str, str]:
    """The topic that a file's name begins like: `lich-su` is the history, «Lịch sử hình thành»; one word is too few."""
    for topic, label in shape.labels_of("topic").items():
        if "-" in name and f"{slug(label)}-".startswith(f"{name}-"):
            return {"topic": topic}
    return {}


def _path(content: Path, kind: Kind, word: str | None, today: date) -> Path:
    if kind.is_single:
        return content / kind.place
    folder = content / kind.place
    stem = default_name(kind, today, {found.stem for found in folder.glob(f"*{kind.suffix}")}, word)
    if not re.match(kind.name_pattern, stem):
        example = "" if "ví dụ" in kind.name_hint else f", ví dụ {kind.name_example}"
        raise UsageError(f"Tên «{stem}» chưa đúng dạng: {kind.name_hint}{example}.")
    return folder / f"{stem}{kind.suffix}"
