"""The schema of nguon-tin.yml and the values it becomes are in step, and it speaks Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, get_args

import jsonschema_rs
import pytest
import yaml

from school_site.upstream_model import Role, UpstreamSource

SCHEMA = yaml.safe_load(
    (Path(__file__).parents[3] / "schema" / "upstream_sources.schema.yml").read_text(encoding="utf-8")
)
SOURCE_SCHEMA = SCHEMA["properties"]["sources"]["items"]
GOOD = {"id": "so-gddt", "name": "Sở GD&ĐT", "role": "department", "address": "https://so.example.vn/rss"}


def is_good(**changes: object) -> bool:
    source = {key: value for key, value in (GOOD | changes).items() if value is not None}
    return jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True).is_valid({"sources": [source]})


def test_the_keys_are_those_of_the_value() -> None:
    assert list(SOURCE_SCHEMA["properties"]) == [field.name for field in fields(UpstreamSource)]


def test_required_keys_are_those_without_a_default() -> None:
    required = [field.name for field in fields(UpstreamSource) if field.default is MISSING]

    assert SOURCE_SCHEMA["required"] == required


def test_the_defaults_agree() -> None:
    for field in fields(UpstreamSource):
        stated = SOURCE_SCHEMA["properties"][field.name].get("default")
        default = None if field.default is MISSING else field.default
        assert stated == (list(default) if isinstance(default, tuple) else default), field.name


def test_the_roles_agree() -> None:
    assert tuple(SOURCE_SCHEMA["properties"]["role"]["enum"]) == get_args(Role)


def described(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for part in schema.get("properties", {}).values():
        yield part
        yield from described(part.get("items", {}))


def test_every_field_has_a_label_a_hint_and_a_good_example() -> None:
    for part in described(SCHEMA):
        assert part["title"]
        assert part["description"].endswith(".")
        for example in part["examples"]:
            assert jsonschema_rs.is_valid(part, example), part["title"]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"valid_from": "2025-07-01", "valid_to": "2030-06-30"},
        {"keep_items": 500, "keep_days": 1, "fresh_within_days": 400},
        {"ca_file": "tep/chung-thu.pem", "user_agent": "Mozilla/5.0"},
        {"include_words": ["tuyển sinh"], "exclude_words": []},
    ],
)
def test_what_a_school_would_write_is_accepted(changes: dict[str, object]) -> None:
    assert is_good(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "Sở"},
        {"id": "suc-khoe"},
        {"id": "../so"},
        {"id": None},
        {"name": ""},
        {"role": "phong"},
        {"address": "so.example.vn/rss"},
        {"address": "ftp://so.example.vn/rss"},
        {"address": "javascript:alert(1)"},
        {"valid_to": "31/6/2025"},
        {"keep_items": 0},
        {"keep_days": 99999},
        {"is_directive_source": "có"},
        {"ca_file": "/etc/ssl/x.pem"},
        {"ca_file": "../x.pem"},
        {"user_agent": "x\r\nHost: y"},
        {"nhan": "x"},
    ],
)
def test_what_would_go_wrong_is_refused(changes: dict[str, object]) -> None:
    assert not is_good(**changes)
