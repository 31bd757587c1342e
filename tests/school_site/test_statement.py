"""The machine-readable statement says what the public page says, in the form that its schema promises."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from school_site.completeness import Status
from school_site.finish.statement import statement
from school_site.paths import SCHEMA
from school_site.pipeline import judge, view_of
from school_site.register import LatePublication
from school_site.render import all_pages
from school_site.render.view import View

URL = "https://thcshoaphuong.hcm.edu.vn"
FORM = json.loads((SCHEMA / "statement.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema_rs.validator_for(FORM, validate_formats=True)


@pytest.fixture(scope="module")
def view(sample: Path, today: date) -> View:
    made = view_of(judge(sample, SCHEMA, today=today), SCHEMA)
    assert made is not None
    return made


@pytest.fixture(scope="module")
def tree(view: View) -> Any:
    return json.loads(statement(view, URL))


def test_the_statement_has_the_promised_form(tree: Any) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(tree)] == []
    assert not VALIDATOR.is_valid({**tree, "as_of": "hôm nay"})


def test_the_schema_knows_every_status(tree: Any) -> None:
    row = FORM["$defs"]["row"]["properties"]

    assert row["status"]["enum"] == [status.name for status in Status]
    assert row["status_label"]["enum"] == [status.value for status in Status]
    assert list(tree["counts"]) == [status.name for status in Status]


def test_the_statement_and_the_public_page_tell_the_same(tree: Any, view: View) -> None:
    page = next(page for page in all_pages(view) if page.save_as == "tinh-trang-cong-khai.html")

    shown = [(row["full_title"], row["period_label"], row["status"], row["citation"]) for row in page.values["rows"]]
    assert shown == [(row["title"], row["period"]["label"], row["status"], row["citation"]) for row in tree["ledger"]]
    labels = {status.value: status.name for status in Status}
    assert {labels[label]: count for label, count in page.values["counts"].items()} == {
        name: count for name, count in tree["counts"].items() if count
    }
    assert tree["page"] == f"{URL}/{page.save_as}"


def test_evidence_is_named_by_its_page_and_the_hash_of_its_file(tree: Any, view: View, sample: Path) -> None:
    pages = {page.save_as for page in all_pages(view)}
    found = [row["evidence"] for row in tree["ledger"] if row["evidence"]]

    assert len(found) > 100
    for evidence in found:
        assert evidence["address"] in pages
        assert evidence["sha256"] == hashlib.sha256((sample / evidence["file"]).read_bytes()).hexdigest()


def test_every_given_row_has_evidence_and_the_counts_add_up(tree: Any) -> None:
    statuses = Counter(row["status"] for row in tree["ledger"])

    assert {name: count for name, count in tree["counts"].items() if count} == dict(statuses)
    assert all(row["evidence"] for row in tree["ledger"] if row["status"] == "given")


def test_every_row_speaks_of_a_pack_and_an_act_that_are_named(tree: Any) -> None:
    acts = {(pack["id"], act["key"]) for pack in tree["packs"] for act in pack["acts"]}

    assert {(row["pack"], row["act"]) for row in tree["ledger"]} == acts


def test_the_statement_says_by_which_day_and_that_the_school_is_a_sample(tree: Any, view: View) -> None:
    assert tree["as_of"] == view.as_of.isoformat() == "2026-11-22"
    assert tree["school"]["is_sample"] is True


def test_a_late_publication_gives_its_reason_while_it_holds(view: View) -> None:
    granted = LatePublication(reason="Bão số 5, phải báo nghỉ học", granted_on=view.as_of - timedelta(days=7))
    stale = replace(granted, granted_on=view.as_of - timedelta(days=8))

    def told(late: LatePublication | None) -> Any:
        register = replace(view.site.register, late=late)
        return json.loads(statement(replace(view, site=replace(view.site, register=register)), URL))

    assert told(granted)["late_publication"] == {
        "reason": "Bão số 5, phải báo nghỉ học",
        "granted_on": "2026-11-15",
        "expires_on": "2026-11-22",
    }
    assert VALIDATOR.is_valid(told(granted))
    assert told(stale)["late_publication"] is told(None)["late_publication"] is None


def test_the_same_view_gives_the_same_bytes(view: View) -> None:
    assert statement(view, URL) == statement(view, URL)
