"""Receipts of directives: first seen, on the site since, answered by."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from told import Told
from validate.schools import document, entry, site

from school_site.directives import Receipt, receipts
from school_site.kinds.article import Article
from school_site.kinds.upstream_sources import UpstreamSources
from school_site.register import Register, RegisterError, read_register, remember, write_register
from school_site.render.navigation import navigation
from school_site.upstream_model import VIETNAM_TIME, UpstreamItem, UpstreamSource, shown_items

SO = UpstreamSource(
    id="so", name="Sở", role="department", address="https://so.example.vn/rss", is_directive_source=True
)
BAO = UpstreamSource(id="bao", name="Báo", role="other", address="https://bao.example.vn/rss")
ITEM = UpstreamItem(
    id="1", source_id="so", title="Rà soát việc công khai", link="https://so.example.vn/van-ban/1",
    published_at=datetime(2026, 11, 2, 9, 0, tzinfo=VIETNAM_TIME),
    first_seen_at=datetime(2026, 11, 3, 7, 30, tzinfo=VIETNAM_TIME), is_directive=True,
)  # fmt: skip
TODAY = date(2026, 11, 22)


def receipts_of(*items: UpstreamItem, sources: tuple[UpstreamSource, ...] = (SO, BAO), **parts: Any) -> list[Receipt]:
    followed = entry(UpstreamSources, "nguon-tin.yml", sources=sources)
    return list(receipts(site(upstream_sources=followed, upstream_items=items, **parts)))


def article(*answers: str) -> Article:
    return entry(
        Article, "tin-tuc/2026-11-10-bao-cao.md", title="Trường đã rà soát", published_on=date(2026, 11, 10),
        summary="Đã rà soát.", answers=answers,
    )  # fmt: skip


def test_a_directive_nobody_answered_yet_says_so_and_counts_its_days() -> None:
    (receipt,) = receipts_of(ITEM)

    assert (receipt.on_site_since, receipt.lag_days, receipt.answers) == (None, None, ())
    assert receipt.age_days(TODAY) == 20


def test_the_lag_runs_from_publication_to_the_first_recorded_day() -> None:
    (receipt,) = receipts_of(ITEM, register=Register(directives={"1": date(2026, 11, 4)}))

    assert receipt.on_site_since == date(2026, 11, 4)
    assert receipt.lag_days == 2


def test_without_a_readable_date_the_lag_runs_from_the_day_it_came() -> None:
    register = Register(directives={"1": date(2026, 11, 4)})
    (receipt,) = receipts_of(replace(ITEM, published_at=None), register=register)

    assert receipt.lag_days == 1


def test_what_was_published_before_the_school_followed_the_source_does_not_count_against_it() -> None:
    source = replace(SO, valid_from=date(2026, 11, 3))
    (receipt,) = receipts_of(ITEM, sources=(source,), register=Register(directives={"1": date(2026, 11, 4)}))

    assert receipt.lag_days == 1
    assert receipt.age_days(TODAY) == 20


@pytest.mark.parametrize(
    "written", ["https://so.example.vn/van-ban/1", "http://www.so.example.vn/van-ban/1/", "https://so.example.vn/van-ban/1#a"]
)  # fmt: skip
def test_an_answer_finds_its_directive_however_the_address_is_written(written: str) -> None:
    (receipt,) = receipts_of(ITEM, articles=(article(written),))

    assert [answer.title for answer in receipt.answers] == ["Trường đã rà soát"]


def test_an_answer_to_something_else_is_none() -> None:
    (receipt,) = receipts_of(ITEM, articles=(article("https://so.example.vn/van-ban/2"),))

    assert receipt.answers == ()


def test_documents_stand_before_news_and_both_are_shown() -> None:
    report = document(abstract="Báo cáo rà soát", answers=(ITEM.link,))

    (receipt,) = receipts_of(ITEM, articles=(article(ITEM.link, ITEM.link),), official_documents=(report,))

    assert [answer.title for answer in receipt.answers] == ["Báo cáo rà soát", "Trường đã rà soát"]


def test_ordinary_news_is_no_directive() -> None:
    assert receipts_of(replace(ITEM, source_id="bao")) == []


def test_a_directive_that_a_newspaper_carries_too_stays_a_directive() -> None:
    """The newspaper stands first in the list; it must not take the receipt away."""
    copied = replace(ITEM, id="2", source_id="bao")

    shown = shown_items((BAO, SO), (copied, ITEM), TODAY)
    assert [item.id for item in shown] == ["1"]


def test_a_school_without_directive_sources_has_no_page_for_them() -> None:
    def addresses(*sources: UpstreamSource) -> set[str]:
        followed = entry(UpstreamSources, "nguon-tin.yml", sources=sources)
        return {child.address for one in navigation(site(upstream_sources=followed)) for child in one.children}

    assert "van-ban-chi-dao.html" in addresses(SO, BAO)
    assert "van-ban-chi-dao.html" not in addresses(BAO)


# --- the register -----------------------------------------------------------------------------------------------


def test_the_first_recorded_day_is_kept_and_written_readably(tmp_path: Path) -> None:
    first = remember(Register(), (), {}, date(2026, 11, 4), directives=("b", "a"))
    later = remember(first, (), {}, date(2026, 11, 9), directives=("c", "a"))

    write_register(tmp_path, later)

    days = {"a": date(2026, 11, 4), "b": date(2026, 11, 4), "c": date(2026, 11, 9)}
    assert read_register(tmp_path).directives == days
    assert json.loads((tmp_path / "so-ghi" / "chi-dao.json").read_text(encoding="utf-8")) == {
        "on_site_since": {name: day.isoformat() for name, day in days.items()}
    }


def test_a_school_without_directives_gets_no_file_for_them(tmp_path: Path) -> None:
    write_register(tmp_path, remember(Register(), (), {}, TODAY))

    assert not (tmp_path / "so-ghi" / "chi-dao.json").exists()


@pytest.mark.parametrize("text", ["hỏng", "[]", '{"on_site_since": []}', '{"on_site_since": {"a": "hôm qua"}}'])
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "so-ghi" / "chi-dao.json"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")

    with pytest.raises(RegisterError) as error:
        read_register(tmp_path)
    assert error.value.path == "so-ghi/chi-dao.json"


def test_record_notes_what_the_site_shows_and_keeps_what_it_noted(content: Path, run: Callable[..., Told]) -> None:
    path = content / "so-ghi" / "chi-dao.json"
    noted = json.loads(path.read_text(encoding="utf-8"))["on_site_since"]
    forgotten, kept = sorted(noted)[:2]
    path.write_text(json.dumps({"on_site_since": {kept: noted[kept]}}), encoding="utf-8")

    told = run("record", "--content", content)

    assert told.status == 0, told.text
    after = json.loads(path.read_text(encoding="utf-8"))["on_site_since"]
    assert after.keys() == noted.keys()
    assert after[kept] == noted[kept]
    assert after[forgotten] == "2026-11-22"
    assert f"{len(noted)} văn bản chỉ đạo" in told.out
