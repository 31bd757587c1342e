"""Property tests: no input makes the verdict raise or hang, and the same input gets the same verdict."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from corpus.law import SCHEMA
from corpus.profiles import PROFILES
from corpus.school import AS_OF, make, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from school_site.findings import Severity
from school_site.pipeline import judge

PATIENCE = 10.0
only_when_all = pytest.mark.skipif(
    os.environ.get("CONG_TRUONG_LONG") != "1",
    reason="thử ngẫu nhiên dài mất nhiều phút: đặt CONG_TRUONG_LONG=1",
)
FEW, MANY = 12, 600
# One file of every kind, and the register: small enough to be judged in a blink.
KEPT = (
    "truong.yml", "can-bo.yml", "lien-ket.yml", "nguon-tin.yml", "so-ghi/cong-khai.json", "so-ghi/dia-chi.json",
    "gioi-thieu/lich-su.md", "doan-the/cong-doan.md", "bieu-mau/don-xin-nghi-hoc.md", "thu-tuc/xin-nghi-hoc.md",
    "tuyen-sinh/2026-2027.md", "gop-y/quy-che-dan-chu.md", "hoc-lieu/on-tap-hoc-ky-1.md",
    "thong-bao/2026-11-16-hop-cha-me.md", "su-kien/2026-11-28-hop-cha-me.md", "lich-cong-tac/2026-W47.yml",
    "thuc-don/2026-W47.yml", "ke-hoach/2026-12.md", "cong-khai/2025/so-du-cac-quy.md",
    "cong-khai/2025/bao-cao-thuong-nien.md", "cong-khai/2025-2026/mn-doi-ngu.md", "tep/bao-cao-thuong-nien-2025.pdf",
    "tep/don-xin-nghi-hoc.docx", "hinh/cong-truong.jpg",
)  # fmt: skip
OTHERS = (
    "mien-tru.yml", "thoi-khoa-bieu/2026-2027-hk1.yml", "van-ban/2026-01.md", "tep/x.pdf", "tep/x.docx", "tep/x.xlsx",
    "so-ghi/nguon-tin/so-gddt.json", "so-ghi/nguon-tin/suc-khoe.json", "tin-tuc/2026-11-01-tin.md", "khac/khac.txt",
)  # fmt: skip

paths = st.sampled_from((*KEPT, *OTHERS))
texts = st.text(st.characters(codec="utf-8"), max_size=200)
scalars = st.one_of(
    texts, st.integers().map(str), st.dates().map(str), st.floats(allow_nan=True).map(str),
    st.sampled_from(("", "~", "null", "true", "9" * 5000, "0x1F", "1e999", "2026-13-45", "31/02/2026", "24:00", "«»",
                     "[]", "{}", "*a", "&a", "!!python/object", "!!binary x", "<<", "|", ">", "-", "@", "`", "%")),
)  # fmt: skip
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
quick = settings(max_examples=FEW, deadline=None, derandomize=True, database=None,
                 suppress_health_check=list(HealthCheck))  # fmt: skip
long = settings(quick, max_examples=MANY)


@cache
def _files() -> Mapping[str, bytes]:
    """A preschool cut down to one file of every kind."""
    files = make(PROFILES[0]).files
    return {path: files[path] for path in KEPT}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield write(_files(), tmp_path_factory.mktemp("random") / "content")


def _survives(folder: Path, path: str, data: bytes) -> None:
    """Judge the folder with this file in it: some verdict, in bounded time, twice the same."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    try:
        start = time.perf_counter()
        first = judge(folder, SCHEMA, today=AS_OF).findings
        took = time.perf_counter() - start
        again = judge(folder, SCHEMA, today=AS_OF).findings
    finally:
        if path in _files():
            target.write_bytes(_files()[path])
        else:
            target.unlink()

    assert took < PATIENCE
    assert first == again
    for finding in first:
        assert isinstance(finding.severity, Severity)
        assert finding.message and "\n" not in finding.message
        assert finding.where.line >= 1


def _random_bytes(folder: Path, path: str, data: bytes) -> None:
    _survives(folder, path, data)


def _random_head(folder: Path, path: str, pairs: dict[str, str], body: str) -> None:
    head = "\n".join(f"{key}: {value}" for key, value in pairs.items())
    text = f"---\n{head}\n---\n{body}" if path.endswith(".md") else head
    _survives(folder, path, text.encode())


def _mutated(folder: Path, path: str, changes: list[tuple[int, str, str]]) -> None:
    """Some lines of a good file changed: another value, twice, gone, shifted, cut, or something between."""
    lines = _files().get(path, b"title: x\n").decode("utf-8", "replace").split("\n")
    for number, how, text in changes:
        at = number % max(len(lines), 1)
        old = lines[at] if lines else ""
        lines[at : at + 1] = {
            "value": [old.split(":")[0] + ": " + text], "twice": [old, old], "gone": [], "shifted": ["   " + old],
            "cut": [old[: len(old) // 2]], "between": [old, text], "tab": ["\t" + old], "item": ["  - " + text],
        }[how]  # fmt: skip
    _survives(folder, path, "\n".join(lines).encode("utf-8", "surrogatepass"))


beginnings = st.sampled_from((b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xd8\xff", b"\x89PNG\r\n", b"\xff\xfe", b"---\n"))
files_and_bytes = {
    "path": paths,
    "data": st.one_of(st.binary(max_size=2000), st.tuples(beginnings, st.binary(max_size=500)).map(b"".join)),
}
keys = st.sampled_from((
    "title", "item", "published_on", "school_year", "fiscal_year", "tables", "facts", "attachments", "picture",
    "waivers", "entries", "days", "starts_on", "ends_on", "satisfies", "number", "declared_none", "conditions", "x",
))  # fmt: skip
heads = {"path": paths, "pairs": st.dictionaries(st.one_of(keys, texts), scalars, max_size=6), "body": texts}
mutations = {"path": st.sampled_from([path for path in KEPT if path.endswith((".md", ".yml", ".json"))]),
             "changes": st.lists(st.tuples(st.integers(0, 200), st.sampled_from((
                 "value", "twice", "gone", "shifted", "cut", "between", "tab", "item")), scalars),
                 min_size=1, max_size=5)}  # fmt: skip
registers = {"path": st.sampled_from(("so-ghi/cong-khai.json", "so-ghi/dia-chi.json", "so-ghi/nguon-tin/so-gddt.json",
                                      "so-ghi/nguon-tin/suc-khoe.json")),
             "value": st.one_of(json_values, st.fixed_dictionaries({"disclosures": json_values}),
                                st.fixed_dictionaries({"addresses": json_values}),
                                st.fixed_dictionaries({"sources": json_values, "items": json_values}))}  # fmt: skip


def _random_register(folder: Path, path: str, value: object) -> None:
    _survives(folder, path, json.dumps(value).encode())


@quick
@given(**files_and_bytes)
def test_random_bytes_in_any_place_get_a_verdict(folder: Path, path: str, data: bytes) -> None:
    _random_bytes(folder, path, data)


@quick
@given(**heads)
def test_random_yaml_and_markdown_get_a_verdict(folder: Path, path: str, pairs: dict[str, str], body: str) -> None:
    _random_head(folder, path, pairs, body)


@quick
@given(**mutations)
def test_mutations_of_good_files_get_a_verdict(folder: Path, path: str, changes: list[tuple[int, str, str]]) -> None:
    _mutated(folder, path, changes)


@quick
@given(**registers)
def test_a_register_of_any_shape_gets_a_verdict(folder: Path, path: str, value: object) -> None:
    _random_register(folder, path, value)


@pytest.mark.slow
@only_when_all
@long
@given(**files_and_bytes)
def test_many_random_bytes_get_a_verdict(folder: Path, path: str, data: bytes) -> None:
    _random_bytes(folder, path, data)


@pytest.mark.slow
@only_when_all
@long
@given(**heads)
def test_much_random_yaml_gets_a_verdict(folder: Path, path: str, pairs: dict[str, str], body: str) -> None:
    _random_head(folder, path, pairs, body)


@pytest.mark.slow
@only_when_all
@long
@given(**mutations)
def test_many_mutations_get_a_verdict(folder: Path, path: str, changes: list[tuple[int, str, str]]) -> None:
    _mutated(folder, path, changes)


@pytest.mark.slow
@only_when_all
@long
@given(**registers)
def test_many_registers_get_a_verdict(folder: Path, path: str, value: object) -> None:
    _random_register(folder, path, value)
