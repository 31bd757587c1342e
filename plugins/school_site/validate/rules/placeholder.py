"""BV-040 — words that only hold a place («đang cập nhật», «TODO», «…») stand where content should be."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ...findings import Finding, Rule
from ...kinds.announcement import Announcement
from ...kinds.article import Article
from ...kinds.disclosure import Disclosure
from ...kinds.event import Event
from ...kinds.form_template import FormTemplate
from ...kinds.introduction import Introduction
from ...kinds.learning_resource import LearningResource
from ...site import Site
from ...vietnamese import fold
from ...writing import Writing
from ..basis import Basis

RULE = Rule(
    code="BV-040",
    title="Chữ giữ chỗ thay cho nội dung",
    message="Chỗ này ghi «{words}» thay cho nội dung.",
    fix="Viết nội dung thật; chưa có thì bỏ cả mục này cho đến khi có.",
    why="Mục có tên mà không có nội dung làm người đọc mất công tìm, và không được tính là đã công khai.",
    bad="value: Đang cập nhật",
    good="value: 34 phòng học",
    legal="disclosure-principles",
)
# Read without marks, sentence by sentence: «đang cập nhật hồ sơ học sinh» says something, «đang cập nhật» does not.
_SUBJECT = (
    r"(?:(?:cac |nhung |phan |toan bo )?(?:noi dung|thong tin|so lieu|du lieu|chi tiet|muc|trang|phan|bang|bai viet"
    r"|danh sach|hinh anh|anh|tai lieu|van ban|bao cao|chuyen muc|ket qua|lich)(?: \w+){0,2}? )?"
)
_EMPTY_SAYING = re.compile(
    rf"^{_SUBJECT}(?:hien |hien nay |van |con |se |dang |chua |cho |duoc |dang duoc |tiep tuc |som )*"
    r"(?:dang(?: duoc)?|se(?: duoc)?(?: tiep tuc)?|cho|chua(?: duoc)?|tiep tuc)(?: som)? "
    r"(?:cap nhat|bo sung|hoan thien)"
    r"(?: noi dung| thong tin| so lieu| du lieu| sau| them| som| day du| trong thoi gian (?:toi|som nhat))*$"
    r"|^(?:cap nhat|bo sung) sau$"
    r"|^(?:trang|noi dung|muc|chuyen muc)(?: nay)? (?:dang|chua)(?: duoc)? (?:xay dung|bien soan)$"
    r"|^.{0,60}\b(?:se|dang)\b.{0,25}\bcap nhat (?:sau|som|som nhat|trong thoi gian toi)$"
    r"|^(?:noi dung|van ban|doan van|vi du) (?:mau|gia dinh)$"
    r"|^(?:nhap|dien|viet|them|chen|dan|ghi) (?:noi dung|so lieu|thong tin|anh|hinh|hinh anh|ten|ngay|van ban|logo) "
    r"(?:o day|tai day|vao day)$"
)
# As a whole value it is empty, whatever it says is coming: «Đang cập nhật sứ mạng của trường».
_EMPTY_VALUE = re.compile(r"^dang(?: duoc)? cap nhat\b.{0,50}$")
_HINTS = (
    "cập nhật", "bổ sung", "hoàn thiện", "được xây dựng", "đang xây dựng", "biên soạn", "giả định", "nội dung mẫu",
    "văn bản mẫu", "ở đây", "tại đây", "vào đây", "cap nhat", "bo sung sau",
)  # fmt: skip
_SENTENCE_END = re.compile(r"[.…;:!?()\[\]|–—,\t\n*_#>«»\"“”/\f]|(?<=\s)-(?=\s)")
_CODES = ("TODO", "TBD", "TBA", "FIXME", "orem ipsum", "OREM IPSUM", "dolor sit", "xxx", "XXXX")
_CODE = re.compile(
    r"\b(?:TODO|TBD|TBA|FIXME)\b|\b[Ll]orem ipsum\b|\bLOREM IPSUM\b|\bdolor sit amet\b|(?<![\w.])x{3,}(?!\w)|\bX{4,}\b"
)
# Hints of a scaffold left inside a sentence, and blanks nobody filled in.
_HINT_LEFT = re.compile(
    r"«(?:[^«»\n]{1,80}, ví dụ [^«»\n]{0,80}|họ(?: và)? tên|tên (?:trường|lớp|giáo viên|học sinh|người \w+)|nội dung"
    r"|số (?:văn bản|quyết định|ký hiệu|điện thoại|lượng|tiền)|ngày,? tháng,? năm"
    r"|(?:điền|ghi|nhập|viết) [^«»\n]{1,60})»"
)
_BLANK = re.compile(r"(?<=[\w:] )(?:\.{5,}|…{2,}|_{4,})(?=[ ,.]|$)", re.M)
_DOTS = ("…", "..", "__", "··", "?", "XXX")
_BLANK_DAY = re.compile(r"ngày\s*(?:[.…_]{2,}|…)\s*tháng")
_ONLY_DOTS = re.compile(r"[\n\t][ ]*((?:[.…_·]{3,}|…|\?+|XXX))[ ]*(?=[\n\t]|$)")
# Where nobody is asked to fill anything in; official documents may hold a form.
_PROSE = (Article, Announcement, Introduction, Disclosure, Event)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look through every value and every body; blanks to fill in are what forms and exercises are made of."""
    hints = [hint for hint in _HINTS if hint in site.words]
    codes = [code for code in _CODES if code.lower() in site.words]
    for entry, writing in zip(site.entries(), site.writings, strict=False):
        has_blanks = isinstance(entry, FormTemplate | LearningResource)
        told: set[int] = set()
        dots = () if has_blanks else _dots(writing, is_prose=isinstance(entry, _PROSE))
        for start, words in (*_sayings(writing, hints), *_code_words(writing, codes), *dots):
            where = writing.where(start)
            if where.line not in told:
                told.add(where.line)
                yield RULE.finding(where, words=words, legal=basis.law.citations(RULE.legal))


def _sayings(writing: Writing, hints: Collection[str]) -> Iterator[tuple[int, str]]:
    """Sentences, cells and headings that say nothing but that something will come."""
    text = writing.text
    for hint in hints:
        at = writing.lower.find(hint)
        while at >= 0:
            start, end = _sentence(text, at, at + len(hint))
            # «[Điền thông tin tại đây](…)» is a link.
            is_link = text.startswith("](", end)
            saying = " ".join(fold(text[start:end]).split()) if end - start <= 90 and not is_link else ""
            if _EMPTY_SAYING.match(saying) or (_EMPTY_VALUE.match(saying) and start in writing.starts[:-1]):
                yield start, " ".join(text[start:end].split())
            at = writing.lower.find(hint, at + len(hint))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The piece around a match, between the marks that end a sentence or part its pieces."""
    first = max(0, start - 100)
    for mark in _SENTENCE_END.finditer(text, first, start):
        first = mark.end()
    stop = _SENTENCE_END.search(text, end, end + 100)
    while first < start and text[first].isspace():
        first += 1
    return first, stop.start() if stop else min(len(text), end + 100)


def _code_words(writing: Writing, codes: Collection[str]) -> Iterator[tuple[int, str]]:
    if any(code in writing.text for code in codes):
        for match in _CODE.finditer(writing.text):
            yield match.start(), match[0]
    if "«" in writing.text:
        for match in _HINT_LEFT.finditer(writing.text):
            yield match.start(), match[0].strip("«»")


def _dots(writing: Writing, *, is_prose: bool) -> Iterator[tuple[int, str]]:
    """Values and lines of dots alone, and dates that were never filled in."""
    if not any(mark in writing.text for mark in _DOTS):
        return
    patterns = (_BLANK_DAY, _BLANK) if is_prose else (_BLANK_DAY,)
    for match in (match for pattern in patterns for match in pattern.finditer(writing.lower)):
        yield match.start(), " ".join(match[0].split())
    # The file begins with a value like any other.
    for match in _ONLY_DOTS.finditer(f"\n{writing.text}"):
        yield match.start(1) - 1, match[1]
