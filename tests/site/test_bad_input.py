"""Content as people really deliver it: each slip is one clear finding at its place, and nothing is written.

Most slips are put into a small school, whose other findings are known; some into the whole sample, where the slip
is all there is to find.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from built import fingerprints
from sandbox import copied
from told import Told

NEWS = "tin-tuc/2026-11-16-bai-thu.md"
HEAD = "---\ntitle: Bài thử\npublished_on: 2026-11-16\nsummary: Một bài để thử.\ntopic: school_life\n"
ARTICLE = f"{HEAD}---\n\nMột đoạn văn đủ dài để người đọc biết chuyện gì đã xảy ra, ở đâu và khi nào.\n"


@dataclass(frozen=True, kw_only=True)
class Slip:
    """A file written wrongly, and what must be said of it. `line` 0: anywhere in the file."""

    name: str
    data: bytes
    code: str
    line: int = 1
    path: str = NEWS
    says: str = ""
    fix: str = ""


def text(name: str, written: str, code: str, line: int = 1, **more: str) -> Slip:
    return Slip(name=name, data=written.encode(), code=code, line=line, **more)


def news(name: str, old: str, new: str, code: str, line: int, **more: str) -> Slip:
    assert ARTICLE.count(old) == 1
    return text(name, ARTICLE.replace(old, new), code, line, **more)


DISCLOSURE = "---\ntitle: Bản thử\nitem: pt-doi-ngu\nfiscal_year: {}\npublished_on: 2026-11-16\n---\n"
DOCUMENT = (
    "---\nnumber: 92/QĐ-THCSHP\ndocument_type: decision\nabstract: Bản chép\nissuer: Trường THCS Hoa Phượng\n"
    "issuer_short: thcs-hoa-phuong\nissued_on: 2026-09-10\ndirection: issued\n---\n"
)
SLIPS = (
    Slip(name="Windows-1258", data=ARTICLE.encode().replace("thử".encode(), b"th\xdb\xd2"), code="TP-001", line=2,
         says="UTF-8", fix="Notepad"),
    Slip(name="UTF-16 with mark", data=ARTICLE.encode("utf-16"), code="TP-001", says="UTF-8"),
    Slip(name="UTF-16 without mark", data="title: a\n".encode("utf-16-le"), code="TP-001", says="UTF-8"),
    Slip(name="a picture called .md", data=b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xd8", code="TP-001"),
    Slip(name="empty", data=b"", code="TP-003", says="chưa có nội dung"),
    Slip(name="only blanks", data=b"\xef\xbb\xbf \r\n\t\r\n", code="TP-003"),
    text("no front matter", "Chỉ có chữ.\n", "TP-008", says="---"),
    text("front matter never closed", HEAD, "TP-023", 5, says="đóng", fix="sau dòng 5"),
    text("front matter never opened", ARTICLE.removeprefix("---\n"), "TP-023", says="mở", fix="vào đầu tệp"),
    text("front matter put on top of the old one", f"---\ntitle: Tiêu đề\n---\n{ARTICLE}", "TP-024", 5),
    news("tab before a key", "summary:", "\tsummary:", "TP-010", 4, says="tab"),
    news("tab in a list", "topic: school_life\n", "topic: school_life\npicture:\n\tfile: hinh/tet.jpg\n", "TP-010", 7),
    news("doubled key", "topic: school_life\n", "topic: school_life\ntitle: Lại nữa\n", "TP-011", 6, says="dòng 2"),
    news("colon in a value", "title: Bài thử", "title: Thông báo: nghỉ học", "TP-012", 2,
         fix='title: "Thông báo: nghỉ học"'),
    news("unclosed quote", "title: Bài thử", 'title: "Bài thử', "TP-013", 2, fix='title: "Bài thử"'),
    news("quote closed too early", "title: Bài thử", 'title: "Bài" thử', "TP-013", 2),
    news("curly quotes around a colon", "title: Bài thử", "title: “Thông báo: nghỉ học”", "TP-013", 2,
         fix='title: "Thông báo: nghỉ học"'),
    news("alias", "summary: Một bài để thử.", "summary: *bai", "TP-015", 4, says="«*»"),
    news("anchor", "summary: Một bài để thử.", "summary: &bai Một bài", "TP-015", 4, says="«&»"),
    text("alias bomb", "---\na: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b, *b, *b]\n---\n", "TP-015", 2),
    news("at sign", "title: Bài thử", "title: @truong", "TP-015", 2, says="«@»"),
    news("bracket never closed", "topic: school_life", "answers: [https://hcm.edu.vn", "TP-014", 0),
    text("brackets without end", f"---\ntitle: {'[' * 3000}\n---\n", "TP-019", 0),
    text("a list", "---\n- title\n- summary\n---\n", "TP-016", 2),
    text("a sentence", "---\nTiêu đề của bài\n---\n", "TP-016", 2),
    Slip(name="five megabytes", data=ARTICLE.encode() + b"x" * 5_000_000, code="TP-017", says="5 MB"),
    news("impossible day", "2026-11-16", "31/09/2026", "BV-003", 3, says="tháng 9 chỉ có 30 ngày",
         fix="30/9/2026 hay 1/10/2026?"),
    news("no such month", "2026-11-16", "2026-13-01", "BV-003", 3, says="không có tháng 13"),
    news("day in words", "2026-11-16", "hôm qua", "BV-003", 3),
    news("month first", "2026-11-16", "11/16/2026", "BV-003", 3, says="không có tháng 16"),
    news("two figures for the year", "2026-11-16", "16/11/26", "BV-003", 3),
    news("title of 400 letters", "title: Bài thử", f"title: {'rất dài ' * 49}rất dài.", "BV-006", 2, says="400 ký tự"),
    news("mistyped key", "summary:", "sumary:", "BV-002", 4, fix="summary"),
    news("key in Vietnamese", "summary:", "tóm_tắt:", "BV-002", 4, fix="summary"),
    news("missing key", "title: Bài thử\n", "", "BV-001", 0, says="«Tiêu đề»"),
    news("key without value", "title: Bài thử", "title:", "BV-001", 2, says="«Tiêu đề»"),
    news("not in the list", "school_life", "schol_life", "BV-005", 5, fix="school_life"),
    news("a list where one value belongs", "title: Bài thử", "title: [Bài, thử]", "BV-004", 2),
    news("hint left in place", "title: Bài thử", "title: «Tiêu đề của bài»", "BV-009", 2),
    news("day that has not come", "2026-11-16", "2026-12-24", "BV-020", 3),
    text("number without end", DISCLOSURE.format("9" * 5000), "CK-004", 4, path="cong-khai/2026/ban-thu.md"),
    text("two files with one address", DOCUMENT, "TP-006", 1, path="van-ban/2026-chep-lai.md",
         says="2026-92-qd-thcshp.md"),
    text("a file nobody asked for", ARTICLE, "TP-007", 1, path="tin-tucc/bai.md", fix="tin-tuc"),
    text("a file beside the folders", ARTICLE, "TP-007", 1, path="bai-viet.md"),
    text("another kind of file", "<p>Bài</p>", "TP-007", 1, path="tin-tuc/bai.html", fix=".md"),
    news("hard space before a key", "topic: school_life\n",
         "topic: school_life\npicture:\n\u00a0\u00a0file: hinh/tet.jpg\n", "TP-014", 7, fix="khoảng trắng lạ"),
    news("hard space after a colon", "topic: school_life", "topic:\u00a0school_life", "TP-014", 5,
         fix="khoảng trắng lạ"),
    text("a capital in a name", ARTICLE, "TP-009", 1, path="tin-tuc/Bai-Viet.md", fix="2026-11-16-bai-viet.md"),
    text("Vietnamese in a name", ARTICLE, "TP-009", 1, path="tin-tuc/bài-viết.md", fix="2026-11-16-bai-viet.md"),
    text("a copy without its original", ARTICLE, "TP-009", 1, path="tin-tuc/2026-11-16-hop (1).md",
         fix="Đổi tên tệp thành  2026-11-16-hop.md"),
    text("blank in a name", ARTICLE, "TP-009", 1, path="tin-tuc/bai viet.md"),
    text("a week that is none", "starts_on: 2026-11-16\n", "TP-009", 1, path="lich-cong-tac/tuan-11.yml",
         fix="Đổi tên tệp thành  2026-W47.yml"),
)  # fmt: skip


# Told again against the whole sample, exit status included.
WHOLE = ("empty", "colon in a value", "impossible day", "two files with one address", "day that has not come")


@pytest.fixture(scope="module")
def school(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample that tests borrow: whoever puts something in takes it out."""
    return copied(sample, tmp_path_factory.mktemp("school") / "content")


@pytest.fixture(scope="module")
def small(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with a profile and one document: quick to judge, and much of what the law wants is missing."""
    content = tmp_path_factory.mktemp("small") / "content"
    for name in ("truong.yml", "van-ban/2026-92-qd-thcshp.md"):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(sample / name, content / name)
    return content


def with_slip(slip: Slip, content: Path, run: Callable[..., Told]) -> Told:
    """What `check` tells while the slip lies in the content; it must not change a file."""
    path = content / slip.path
    new_folders = [folder for folder in path.parents if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(slip.data)
    try:
        before = fingerprints(content)
        told = run("check", "--content", content)
        assert fingerprints(content) == before
    finally:
        path.unlink()
        for folder in new_folders:
            folder.rmdir()
    assert not told.has_traceback, told.text
    return told


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_one_finding_at_its_place(slip: Slip, small: Path, run: Callable[..., Told]) -> None:
    without = run("check", "--content", small).findings

    told = [finding for finding in with_slip(slip, small, run).findings if finding not in without]

    assert [(f.code, f.file) for f in told] == [(slip.code, f"{small}/{slip.path}")], told
    assert told[0].line == (slip.line or told[0].line)
    assert slip.says in told[0].message and slip.fix in told[0].fix and told[0].fix, told


@pytest.mark.parametrize("name", WHOLE)
def test_in_a_whole_school_the_slip_is_all_there_is(name: str, school: Path, run: Callable[..., Told]) -> None:
    slip = next(slip for slip in SLIPS if slip.name == name)

    told = with_slip(slip, school, run)

    assert [(f.code, f.file) for f in told.to_mend] == [(slip.code, f"{school}/{slip.path}")], told.text
    assert told.status == (1 if told.errors else 0)


# --- links, devices, permissions ------------------------------------------------------------------------------


def only_finding(told: Told, school: Path) -> tuple[int, str, str]:
    assert not told.has_traceback
    assert len(told.to_mend) == 1, told.text
    return told.status, told.to_mend[0].code, told.to_mend[0].file.removeprefix(f"{school}/")


@pytest.fixture
def linked(school: Path) -> object:
    """`linked(name, target)` puts a link in; it is taken out afterwards."""
    made: list[Path] = []

    def link(name: str, target: str | Path) -> Path:
        made.append(school / name)
        made[-1].symlink_to(target)
        return made[-1]

    yield link
    for path in made:
        path.unlink()


@pytest.mark.parametrize(
    ("name", "target", "code"),
    [
        ("tin-tuc/vong.md", "vong.md", "TP-005"),
        ("tin-tuc/vong", ".", "TP-005"),
        ("hinh/ca-noi-dung", "..", "TP-005"),
        ("tin-tuc/ngoai.md", "/etc/hostname", "TP-004"),
        ("tep/ngoai", "/etc", "TP-004"),
        ("tin-tuc/cut.md", "khong-co.md", "TP-004"),
    ],
)
def test_a_link_that_leads_astray_is_one_finding(
    name: str, target: str, code: str, school: Path, run: Callable[..., Told], linked: Callable[..., Path]
) -> None:
    linked(name, target)

    assert only_finding(run("check", "--content", school), school) == (1, code, name)


def test_a_link_inside_the_content_is_followed(
    school: Path, run: Callable[..., Told], linked: Callable[..., Path]
) -> None:
    linked("tep/don-nghi-hoc.pdf", "don-xin-nghi-hoc.pdf")

    assert run("check", "--content", school).to_mend == []


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "mkfifo"), reason="hệ điều hành này không có loại tệp ấy")
def test_a_pipe_is_not_waited_for(school: Path, run: Callable[..., Told]) -> None:
    os.mkfifo(school / NEWS)
    try:
        told = run("check", "--content", school)
    finally:
        os.unlink(school / NEWS)

    assert only_finding(told, school) == (1, "TP-002", NEWS)


def test_a_folder_called_like_a_file_is_not_taken_for_one(school: Path, run: Callable[..., Told]) -> None:
    (school / NEWS).mkdir()
    (school / NEWS / "a.txt").write_text("a", encoding="utf-8")
    try:
        told = run("check", "--content", school)
    finally:
        shutil.rmtree(school / NEWS)

    assert only_finding(told, school) == (1, "TP-007", f"{NEWS}/a.txt")


@pytest.mark.parametrize("path", ["tin-tuc/2026-11-20-ngay-nha-giao-viet-nam.md", "can-bo.yml"])
def test_a_file_that_may_not_be_read_is_one_finding(
    path: str, school: Path, run: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the law wants the file: it is there, so it is not also missing. Root may read all, so we pretend."""
    real = Path.read_bytes

    def locked(self: Path) -> bytes:
        if self == school / path:
            raise PermissionError(13, "Permission denied", str(self))
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", locked)

    told = run("check", "--content", school)

    assert only_finding(told, school) == (1, "TP-002", path)
    assert told.to_mend[0].message == "Không mở được tệp: không có quyền đọc."


@pytest.mark.parametrize("damage", ['{"items": [', "[]", "\x00", '{"items": 3}', ""])
def test_a_damaged_register_is_one_finding(damage: str, content: Path, run: Callable[..., Told]) -> None:
    path = content / "so-ghi" / "nguon-tin" / "so-gddt.json"
    path.write_text(damage, encoding="utf-8")

    status, code, file = only_finding(run("check", "--content", content), content)

    assert (status, code, file) == (1, "TP-018", "so-ghi/nguon-tin/so-gddt.json")


@pytest.mark.parametrize(
    "damage", ['{"disclosures": [null]}', '{"disclosures": [[]]}', '{"disclosures": "x"}', "[" * 5000]
)
def test_a_damaged_memory_of_disclosures_is_one_finding(damage: str, content: Path, run: Callable[..., Told]) -> None:
    path = content / "so-ghi" / "cong-khai.json"
    path.write_text(damage, encoding="utf-8")

    status, code, file = only_finding(run("check", "--content", content), content)

    assert (status, code, file) == (1, "TP-018", "so-ghi/cong-khai.json")


def test_a_broken_file_is_not_also_missing(content: Path, run: Callable[..., Told]) -> None:
    """One fault, one finding: the law's item is there, only not readable yet."""
    path = content / "gioi-thieu" / "lich-su.md"
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "tittle:", 1), encoding="utf-8")

    told = run("check", "--content", content)

    assert {finding.code for finding in told.errors} <= {"TR-001", "TR-002", "BV-001", "BV-002", "GT-001", "GT-002"}
    assert {finding.file for finding in told.to_mend} == {f"{content}/gioi-thieu/lich-su.md"}


def test_many_slips_are_all_told_sorted_by_file_and_line(content: Path, run: Callable[..., Told]) -> None:
    for slip in SLIPS[::-1]:
        if slip.path == NEWS and slip.code.startswith("BV"):
            (content / "tin-tuc" / f"2026-11-16-{slip.line}{len(slip.name)}.md").write_bytes(slip.data)
    (content / "truong.yml").write_text("name: Trường\n", encoding="utf-8")

    told = run("check", "--content", content)

    places = [(finding.file, finding.line, finding.column) for finding in told.findings]
    assert len(told.errors) > 15
    assert places == sorted(places)


def test_an_empty_folder_lacks_the_profile_and_nothing_else_is_guessed(
    tmp_path: Path, run: Callable[..., Told]
) -> None:
    (tmp_path / "content").mkdir()

    told = run("check", "--content", tmp_path / "content")

    assert only_finding(told, tmp_path / "content") == (1, "TR-021", "truong.yml")
