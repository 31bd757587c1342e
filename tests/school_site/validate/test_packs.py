"""The law as data holds together: shapes, keys, dates, labels, and no act's number in code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

from school_site.completeness import Status
from school_site.errors import SetupError
from school_site.findings import Severity
from school_site.kinds import KINDS
from school_site.law import Demand, read_law
from school_site.validate.evidence import KINDS_OF_EVIDENCE
from school_site.validate.ledger import findings, ledger

from .schools import SCHEMA, disclosure, school, site

LAW = read_law(SCHEMA)
DEMANDS = [demand for pack in LAW.packs for demand in pack.demands]
PACKAGE = SCHEMA.parent / "plugins" / "school_site"
VOCABULARY = SCHEMA / "vocabulary"


def _text(path: Path) -> Any:
    """A YAML file with every scalar as text, as the law is read."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def _faults(tree: Any, schema: str) -> list[str]:
    rules = yaml.load((SCHEMA / schema).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    validator = jsonschema_rs.Draft202012Validator(rules, validate_formats=True)
    return [f"{list(fault.instance_path)}: {fault.message}" for fault in validator.iter_errors(tree)]


@pytest.mark.parametrize("pack", LAW.packs, ids=lambda pack: pack.id)
def test_every_pack_has_the_shape_its_schema_wants(pack: Any) -> None:
    assert _faults(_text(SCHEMA / "packs" / f"{pack.id}.yml"), "pack.schema.yml") == []


def test_the_acts_have_the_shape_their_schema_wants() -> None:
    assert _faults(_text(SCHEMA / "legal.yml"), "legal.schema.yml") == []


def test_a_pack_with_a_mistyped_key_is_refused_by_the_schema() -> None:
    tree = _text(SCHEMA / "packs" / "tp-hcm.yml")
    tree["demands"][0]["evidnce"] = []

    assert _faults(tree, "pack.schema.yml") != []


def test_the_order_of_packs_names_every_file_once() -> None:
    named = [pack.id for pack in LAW.packs]

    assert sorted(named) == sorted(path.stem for path in (SCHEMA / "packs").glob("*.yml"))


def test_no_two_demands_share_an_id() -> None:
    assert [name for name, count in Counter(demand.id for demand in DEMANDS).items() if count > 1] == []


def test_every_act_that_is_cited_is_listed() -> None:
    cited = {demand.act for demand in DEMANDS} | {place.act for demand in DEMANDS for place in demand.also}
    cited |= {place.act for places in LAW.keys.values() for place in places}
    cited |= {act.replaced_by for act in LAW.acts.values() if act.replaced_by}

    assert cited - set(LAW.acts) == set()


def test_an_act_ends_before_the_one_that_replaces_it_begins() -> None:
    for act in LAW.acts.values():
        successor = LAW.acts[act.replaced_by] if act.replaced_by else None
        if successor and successor.valid_from and act.valid_to:
            assert act.valid_to < successor.valid_from, act.key


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.id)
def test_every_demand_can_be_cited_and_mended(demand: Demand) -> None:
    filled = demand.fix.format(period="2026", year="2026", term="year")

    assert LAW.citation(demand).startswith(LAW.acts[demand.act].label)
    assert demand.group
    is_ours = all(evidence.by in ("template", "hosting") for evidence in demand.evidence)
    assert filled or is_ours or not demand.is_judged


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.id)
def test_every_item_that_a_demand_accepts_instead_is_a_demand(demand: Demand) -> None:
    assert {evidence.item for evidence in demand.evidence if evidence.item} <= set(LAW.demands)


@pytest.mark.parametrize(
    "demand", [it for it in DEMANDS if it.period != "standing" and it.is_judged], ids=lambda it: it.id
)
def test_what_is_owed_by_period_says_when(demand: Demand) -> None:
    """A weekly schedule may be without a due day: the running week must have one."""
    assert demand.timing.kind not in ("standing", "on_change") or demand.period == "week"


def test_code_knows_every_kind_of_evidence_that_packs_may_name() -> None:
    schema = _text(SCHEMA / "pack.schema.yml")
    kinds: set[str] = set()
    for option in schema["$defs"]["evidence"]["oneOf"]:
        kind = option["properties"]["kind"]
        kinds |= set(kind.get("enum", [kind.get("const")]))

    assert kinds == KINDS_OF_EVIDENCE


def test_topics_forms_and_organisations_that_packs_name_exist_in_the_content_schemas() -> None:
    labels = _text(VOCABULARY / "labels.yml")
    for demand in DEMANDS:
        for evidence in demand.evidence:
            assert evidence.topic is None or evidence.topic in labels["introduction.topic"], demand.id
            assert evidence.form_type is None or evidence.form_type in labels["form_type"], demand.id
            assert evidence.role is None or evidence.role in labels["role"], demand.id
            assert evidence.organisation_type is None or evidence.organisation_type in labels["organisation_type"], (
                demand.id
            )


# ── certainty ──


@pytest.mark.parametrize("day", [date(2023, 7, 1), date(2025, 7, 1), date(2026, 11, 22), date(2030, 7, 1)], ids=str)
@pytest.mark.parametrize("level", ["preschool", "primary", "lower_secondary", "upper_secondary", "continuing"])
@pytest.mark.parametrize("ownership", ["public", "private"])
def test_nothing_that_we_have_not_read_is_ever_an_error(level: str, ownership: str, day: date) -> None:
    """An empty school owes everything; whatever refuses it must rest on an article that was read."""
    empty = site(school=school(school_levels=(level,), ownership=ownership))
    rows = ledger(empty, LAW, day)

    certain = {
        row.citation for row in rows if row.demand.confidence == "verified" and row.act.confidence != "unverified"
    }
    refusals = [found for found in findings(rows) if found.severity is Severity.error]
    assert refusals
    assert all(set(found.legal) & certain for found in refusals)


def test_a_school_of_any_level_owes_its_own_items_and_no_others() -> None:
    prefixes = {"preschool": "mn-", "primary": "pt-", "lower_secondary": "pt-", "continuing": "tx-"}
    for level, prefix in prefixes.items():
        rows = ledger(site(school=school(school_levels=(level,))), LAW, date(2026, 11, 22))
        owed = {row.demand.id[:3] for row in rows if row.demand.id[:3] in prefixes.values()}

        assert owed == {prefix}


def test_the_item_of_either_act_satisfies_the_year_between_them() -> None:
    there = site(disclosures=(disclosure("pt-doi-ngu", "2023-2024"),))
    rows = ledger(there, LAW, date(2026, 11, 22))

    (row,) = [row for row in rows if row.demand.id.startswith("bm12-") and row.period.key == "2023-2024"]
    assert row.status is Status.given


# ── vocabulary ──


def _enums() -> Iterator[tuple[str, str, list[str]]]:
    """Every closed list of the content schemas: kind, field, values."""
    for name in [*(kind.name for kind in KINDS), "common"]:
        yield from _enums_in(name, "", _text(SCHEMA / f"{name}.schema.yml"))


def _enums_in(kind: str, field: str, node: Any) -> Iterator[tuple[str, str, list[str]]]:
    if isinstance(node, list):
        for part in node:
            yield from _enums_in(kind, field, part)
    elif isinstance(node, dict):
        if isinstance(node.get("enum"), list):
            yield kind, field, node["enum"]
        for key, part in node.items():
            if key == "properties":
                for name, inner in part.items():
                    yield from _enums_in(kind, name, inner)
            else:
                yield from _enums_in(kind, field, part)


def test_every_value_of_a_closed_list_has_a_vietnamese_label() -> None:
    labels = _text(VOCABULARY / "labels.yml")
    unnamed = [
        f"{kind}.{field}: {value}"
        for kind, field, values in _enums()
        for value in values
        if value not in labels.get(f"{kind}.{field}", labels.get(field, {}))
    ]

    assert unnamed == []


def test_the_lists_of_packs_have_vietnamese_labels() -> None:
    labels, schema = _text(VOCABULARY / "labels.yml"), _text(SCHEMA / "pack.schema.yml")

    assert list(labels["status"].values()) == [status.value.capitalize() for status in Status]
    assert set(labels["status"]) == {status.name for status in Status}
    for name, key in {"obligation": "obligation", "confidence": "confidence", "role": "demand.role"}.items():
        assert set(labels[key]) == set(schema["$defs"][name]["enum"])


@pytest.mark.parametrize("name", ["school_levels", "ownership", "conditions"])
def test_a_closed_list_and_the_labels_say_the_same(name: str) -> None:
    labels = _text(VOCABULARY / "labels.yml")[name]

    assert {key: values["label"] for key, values in _text(VOCABULARY / f"{name}.yml").items()} == labels


def test_every_condition_of_a_demand_is_in_the_vocabulary() -> None:
    known = set(_text(VOCABULARY / "conditions.yml"))

    assert {condition for demand in DEMANDS for condition in demand.conditions} <= known


def test_the_decree_names_twenty_nine_types_of_document_and_each_of_ours_has_its_label() -> None:
    types, labels = (
        _text(VOCABULARY / "document_types.yml"),
        _text(VOCABULARY / "labels.yml")["document_type"],
    )
    abbreviations = [it["abbreviation"] for it in types.values() if "abbreviation" in it]

    assert sum(it.get("administrative") == "true" for it in types.values()) == 29
    assert len(abbreviations) == len(set(abbreviations))
    assert {name: types[name]["label"] for name in labels} == labels


# ── code and data ──


def test_no_act_has_its_number_in_code() -> None:
    number = re.compile(r"\d+[-/](19|20)\d\d[-/](TT|NĐ|QH|QĐ|NQ)|\btt-\d\d-\d{4}\b|\d+/(GDĐT|SGDĐT)")
    guilty = [path.name for path in PACKAGE.rglob("*.py") if number.search(path.read_text(encoding="utf-8"))]

    assert guilty == []


def test_every_key_that_a_rule_cites_is_in_the_law() -> None:
    cited = {
        key for path in PACKAGE.rglob("*.py")
        for key in re.findall(r'\blegal="([^"]+)"', path.read_text(encoding="utf-8"))
    }  # fmt: skip

    assert cited
    assert cited - set(LAW.keys) == set()


@pytest.mark.parametrize("key", LAW.keys)
def test_every_key_cites_an_act_that_is_in_force_today(key: str) -> None:
    assert LAW.citations(key)


def test_a_key_cites_the_act_that_was_in_force_on_the_day() -> None:
    before, after = (
        LAW.citations("disclosure", date(2023, 1, 1)),
        LAW.citations("disclosure", date(2025, 1, 1)),
    )

    assert len(before) == len(after) == 1
    assert before != after


def test_a_missing_pack_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=re.escape("«legal.yml»")):
        read_law(tmp_path)
