"""What pages say of themselves to other programs: only what the content says, and nothing that ends its own block."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from finish.schools import article, view
from validate.schools import disclosure, document, entry

from school_site.kinds.event import Event
from school_site.model import Entry, Table
from school_site.render.filters import json_ld
from school_site.render.page import Page
from school_site.render.structured_data import structured_data

HOST = "https://thcsthu.hcm.edu.vn"
TABLE = Table(id="quy-mo", title="Quy mô", columns=("Khối", "Số"), rows=(("Khối 6", "1"),))


def told(one: Entry | None, address: str = "", **parts: Any) -> dict[str, Any] | None:
    page = Page(save_as=one.address if one else address, template="x", title="T", section="s")
    return structured_data(page, view(**parts), {one.address: one} if one else {})


def test_a_page_that_only_lists_others_says_nothing() -> None:
    assert told(None, "tin-tuc/index.html") is None


def test_the_home_page_tells_of_the_school() -> None:
    tree = told(None, "index.html")

    assert tree is not None
    assert (tree["@type"], tree["@id"], tree["name"]) == ("School", f"{HOST}/#truong", "Trường Trung học cơ sở Thử")
    assert "logo" not in tree and "foundingDate" not in tree


def test_news_and_events_have_their_days() -> None:
    news = told(article())
    event = entry(Event, "su-kien/a.md", title="Họp", starts_on=date(2026, 11, 28), starts_at="07:30", summary="x")
    meeting = told(event)

    assert news is not None and (news["@type"], news["datePublished"]) == ("NewsArticle", "2026-11-20")
    assert meeting is not None and meeting["startDate"] == "2026-11-28T07:30:00+07:00"
    assert "endDate" not in meeting


def test_what_the_copy_of_a_document_does_not_say_is_not_said() -> None:
    tree = told(document(number="12/KH", not_in_copy=("issued_on", "issuer")))

    assert tree is not None
    assert tree["identifier"] == "12/KH"
    assert "datePublished" not in tree and "author" not in tree


def test_a_disclosure_with_tables_is_a_dataset_with_its_files() -> None:
    one = disclosure("pt", "2025-2026", tables=(TABLE,))
    tree = told(one, disclosures=(one,))

    assert tree is not None
    assert (tree["@type"], tree["temporalCoverage"]) == ("Dataset", "2025-09-01/2026-08-31")
    assert [file["contentUrl"].rpartition(".")[2] for file in tree["distribution"]] == ["csv", "xlsx", "json"]
    assert told(disclosure("pt", "2025-2026")) is None


def test_figures_of_others_name_no_creator() -> None:
    one = disclosure("pt", 2017, tables=(TABLE,), published_by_others=True)
    tree = told(one, disclosures=(one,))

    assert tree is not None and "creator" not in tree
    assert tree["temporalCoverage"] == "2017-01-01/2017-12-31"


def test_no_text_ends_the_block_that_holds_it() -> None:
    title = "</script><script>alert(1)</script> & <!-- \u2028"
    block = str(json_ld({"name": title}))

    assert block.count("<") == 2 and block.endswith("</script>")
    inside = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(inside) == {"name": title}
