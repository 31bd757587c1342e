"""Five sources, of which two are dead, one is stale and one is hostile: what the public sees, what staff are told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from told import Told

from school_site.commands import news
from school_site.upstream import snapshot
from school_site.upstream.news import run_news
from school_site.upstream_model import UpstreamItem, UpstreamSource

from .conftest import NOW
from .neighbours import WholeSchool

pytestmark = pytest.mark.slow


def test_every_page_shows_what_its_sources_gave_when_they_last_spoke(whole_school: WholeSchool) -> None:
    department = whole_school.page("tin-tu-so.html")

    assert department.index("Tin mới của Sở") < department.index("Tin cũ của Sở")
    assert "Tin trước khi bị sửa" in department
    assert "Tin của phường" in whole_school.page("tin-tu-phuong-xa.html")
    assert "Tin cuối của Bộ" in whole_school.page("tin-tu-bo.html")
    assert "Tin mới của Sở" in whole_school.page("index.html")


def test_directives_are_listed_with_their_age_and_what_answers_them(whole_school: WholeSchool) -> None:
    page = whole_school.page("van-ban-chi-dao.html")
    row = next(row for row in page.split("<tr") if "Tin cũ của Sở" in row)

    assert re.findall(r">(1/11/2026|2/11/2026|21 ngày)", row) == ["1/11/2026", "2/11/2026", "21 ngày"]
    assert "Chưa ghi sổ" in row and "Chưa có văn bản trả lời" in row
    assert "Tin của phường" not in page
    assert 'href="./van-ban-chi-dao.html"' in whole_school.page("tin-tu-so.html")
    assert 'href="./van-ban-chi-dao.html"' in whole_school.page("lien-he.html")  # from the navigation of any page


def test_the_statement_for_machines_carries_the_receipts(whole_school: WholeSchool) -> None:
    statement = json.loads(whole_school.page(".well-known/cong-khai.json"))
    found = {one["title"]: one for one in statement["directives"]}

    assert found["Tin cũ của Sở"]["first_seen_at"] == "2026-11-02T07:30:00+07:00"
    assert found["Tin cũ của Sở"]["published_at"] == "2026-11-01T07:00:00+07:00"
    assert (found["Tin cũ của Sở"]["on_site_since"], found["Tin cũ của Sở"]["lag_days"]) == (None, None)


@pytest.fixture
def told(whole_school: WholeSchool, run: Callable[..., Told], monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What `news --status` prints, by source."""
    monkeypatch.setattr(news, "moment_of_asking", lambda: NOW)
    printed = run("news", "--status", "--content", whole_school.content)
    assert (printed.status, printed.err) == (0, "")
    blocks: dict[str, list[str]] = {}
    for line in printed.out.splitlines():
        if not line.startswith(" "):
            blocks[line.partition(":")[0]] = []
        list(blocks.values())[-1].append(line.strip())
    return blocks


def test_the_status_says_what_to_do_about_each_source_and_who_should(told: dict[str, list[str]]) -> None:
    def todo(name: str) -> list[str]:
        return [line for line in told[name] if line.startswith(("Việc cần làm", "Người phụ trách"))]

    assert {name: lines[0] for name, lines in told.items() if name != "5 nguồn tin. 4 nguồn cần người xem."} == {
        "Sở tốt": "Sở tốt: tốt",
        "Phường đã tắt": "Phường đã tắt: không lấy được",
        "Bộ im lặng": "Bộ im lặng: lâu không có tin mới",
        "Báo không có": "Báo không có: không lấy được (2 lần liền)",
        "Cổng bị sửa": "Cổng bị sửa: lấy được, nhưng có mã lạ",
    }
    assert todo("Sở tốt") == []
    assert todo("Phường đã tắt") == [
        "Việc cần làm: Chưa cần làm gì: máy tự thử lại. Quá ba ngày vẫn vậy thì hỏi đơn vị quản lý nguồn tin.",
        "Người phụ trách: Cô Lan.",
    ]
    assert todo("Bộ im lặng") == [
        "Việc cần làm: Mở https://bo.example.vn xem nguồn còn đăng tin không; nếu có thì hỏi địa chỉ RSS mới.",
        "Người phụ trách: Thầy Bảo.",
    ]
    assert todo("Báo không có") == [
        "Việc cần làm: Hỏi đơn vị quản lý nguồn tin địa chỉ RSS đúng, rồi sửa «address» trong nguon-tin.yml.",
        "Người phụ trách: Thầy Bảo.",
    ]
    assert todo("Cổng bị sửa") == [
        "Việc cần làm: Báo đơn vị quản lý nguồn tin rằng cổng của họ có thể đã bị chèn mã. "
        "Tin trông lạ thì ghi «valid_to» trong nguon-tin.yml để tạm ngừng theo dõi.",
        "Người phụ trách: Thầy Bảo.",
    ]


def test_the_status_speaks_no_programmers_language(told: dict[str, list[str]]) -> None:
    text = "\n".join(line for lines in told.values() for line in lines)

    assert not re.search(r"\b(error|exception|timeout|HTTP|XML|parse|None|null|Traceback)\b", text, re.I)


def test_check_names_the_same_four_sources_and_still_gives_0(
    whole_school: WholeSchool, run: Callable[..., Told]
) -> None:
    checked = run("check", "--content", whole_school.content)

    codes = sorted(finding.code for finding in checked.findings if finding.code.startswith("TN-02"))
    assert (checked.status, codes) == (0, ["TN-021", "TN-021", "TN-022", "TN-026"])


# --- another school takes ours in --------------------------------------------------------------------------------


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def place(whole_school: WholeSchool) -> Iterator[str]:
    """The built site on loopback, from a server that knows no feed by its ending: HOST:PORT."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(whole_school.output)))
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
@pytest.mark.parametrize("name", ["tin-tuc", "thong-bao", "van-ban", "cong-khai", "thu-tuc"])
def test_another_school_takes_our_feeds_in(
    whole_school: WholeSchool, place: str, tmp_path: Path, name: str, form: str
) -> None:
    source = UpstreamSource(
        id="ban", name="Trường bạn", role="other", address=f"http://{place}/nguon-tin/{name}.{form}", keep_days=3660
    )
    lines: list[str] = []

    assert run_news(tmp_path, now=NOW, allow=[place], echo=lines.append, sources=(source,), strict=True) == 0

    ours = json.loads(whole_school.page(f"nguon-tin/{name}.json"))["items"]
    theirs, _ = snapshot.read(tmp_path)
    assert [_seen(item) for item in theirs] == [
        (one["title"], one["url"], one["date_published"], _shortened(one["content_text"], one["title"])) for one in ours
    ]
    assert lines[-1] == f"Trường bạn: {len(ours)} tin mới, đang giữ {len(ours)} tin."


def _seen(item: UpstreamItem) -> tuple[str, str, str, str]:
    assert item.published_at is not None
    return item.title, item.link, item.published_at.isoformat(), item.summary


def _shortened(summary: str, title: str) -> str:
    """A summary that only repeats the title is left out by whoever takes it in."""
    return "" if summary == title else summary
