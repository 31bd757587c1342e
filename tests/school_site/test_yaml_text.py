"""YAML as text: nothing is interpreted, every value knows its line, and no input at all makes the reader fail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from school_site.kinds import KINDS
from school_site.load import read_record
from school_site.load.yaml_text import read_yaml
from school_site.paths import SCHEMA
from school_site.validate import read_entry
from school_site.validate.shapes import read_shapes

ARTICLE = next(kind for kind in KINDS if kind.name == "article")
SCHEDULE = next(kind for kind in KINDS if kind.name == "weekly_schedule")


@pytest.mark.parametrize(
    "written",
    [
        "0283999",
        "13:30",
        "31/09/2026",
        "007",
        "1e3",
        "0x1F",
        "yes",
        "null",
        "~",
        "2026-09-05",
        "1_000",
        "3.10",
        ".5",
        "=",
        "on",
    ],
)
def test_every_scalar_stays_as_it_is_written(written: str) -> None:
    assert read_yaml(f"a: {written}\n", "x.yml").tree == {"a": written}


def test_lists_and_mappings_keep_their_shape_and_every_value_its_place() -> None:
    read = read_yaml("a:\n  - b: một\n    c: [hai, ba]\n", "x.yml", first_line=2)

    assert read.tree == {"a": [{"b": "một", "c": ["hai", "ba"]}]}
    assert read.marks["a", 0, "b"] == (3, 8)
    assert read.marks["a", 0, "c", 1] == (4, 14)
    assert read.key_marks["a", 0, "c"] == (4, 5)


@pytest.mark.parametrize("text", ["a: |\n  một\n  hai\n", 'a: "một\\nhai\\n"\n'])
def test_long_texts_keep_their_lines(text: str) -> None:
    assert read_yaml(text, "x.yml").tree == {"a": "một\nhai\n"}


LINES = st.sampled_from(
    [
        "title: Bài",
        "title: a: b",
        "\tx: 1",
        "- một",
        "  - hai",
        "x:",
        "x: [",
        "x: {a",
        'x: "',
        "x: '",
        "x: |",
        "x: >-",
        "  dòng",
        "---",
        "...",
        "# ghi chú",
        "*a",
        "&a b",
        "!tag x",
        "? a",
        ": b",
        "%YAML 1.1",
        "@x",
        "`x`",
        "“x”",
        "<<: *a",
        "key with blank: 1",
        "\ufeff",
        "\x07",
        "a: \x85",
        "😀: 😀",
        "x: !!python/object:os.system a",
        "true: false",
        "1: 2",
        "x: y: z",
        "'x': y",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES | st.text(max_size=10), max_size=8))
def test_any_front_matter_is_read_or_is_one_clear_finding(lines: list[str]) -> None:
    text = "\n".join(lines)

    record, findings = read_record(f"---\n{text}\n---\n", "tin-tuc/a.md", ARTICLE)

    assert (record is None) == bool(findings)
    count = text.count("\n") + 3
    assert all(1 <= finding.where.line <= count and finding.message and finding.fix for finding in findings)


@pytest.mark.parametrize("mark", ["\x85", "\u2028", "\u2029"])
def test_a_line_end_that_no_editor_shows_is_a_space(mark: str) -> None:
    read = read_yaml(f"title: Một{mark}hai\nnext: ba\n", "tin-tuc/a.md")

    assert read.tree == {"title": "Một hai", "next": "ba"}
    assert read.key_marks[("next",)] == (2, 1)


VALUES = st.recursive(
    st.text(max_size=8)
    | st.sampled_from(["", "2026-11-16", "31/9/2026", "9" * 50, "-1", "true", "school_life", "«gợi ý»", "none"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "file", "alt", "day"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    data=st.data(),
)
def test_any_values_under_known_keys_become_an_entry_or_findings(kind: object, data: st.DataObject) -> None:
    """Whatever a file says, judging its shape ends in words for people, never in a programmer's error."""
    shape = read_shapes(SCHEMA)[kind.name]  # type: ignore[attr-defined]
    keys = st.sampled_from([*shape.resolve(shape.node)["properties"], "khong_co"])
    fields = data.draw(st.dictionaries(keys, VALUES, max_size=6))
    record, _ = read_record("---\na: b\n---\n" if kind.suffix == ".md" else "a: b\n", "x/a.md", kind)  # type: ignore[attr-defined]
    assert record is not None
    record.fields.clear()
    record.fields.update(fields)

    entry, findings = read_entry(record, kind, shape)  # type: ignore[arg-type]

    assert (entry is None) == any(finding.severity.name == "error" for finding in findings) or entry is None
    assert all("{" not in finding.message or "{" in str(fields) for finding in findings)
