"""CK-041 — a share of a whole is more than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding, Rule
from ...kinds.disclosure import Disclosure
from ...model import Entry, Where
from ...site import Site
from ...vietnamese import fold, number, read_number
from ..basis import Basis
from ..figures import Grid, grids, percentages, weighed

RULE = Rule(
    code="CK-041",
    title="Tỷ lệ quá 100%",
    message="Tỷ lệ «{label}» ghi là {share}%, vượt quá toàn bộ.",
    fix="Xem lại tử số và mẫu số; nếu là so với năm trước hoặc so với kế hoạch thì ghi rõ trong tên cột.",
    why="Một phần không thể lớn hơn toàn bộ; thường là lấy nhầm mẫu số hoặc gõ nhầm một chữ số.",
    bad="Trường có trang thông tin điện tử: 18/16 trường, đạt 112,5%",
    good="Trường có trang thông tin điện tử: 16/16 trường, đạt 100%",
    legal="disclosure-principles",
)
# What is measured against a plan or another time may exceed it.
_COMPARED = re.compile(
    r"so voi|so sanh|doi sanh|cung ky|nam truoc|tang truong|tang them|tang, giam|tang/giam|du toan|ke hoach|chi tieu"
    r"|muc tieu|dinh muc|toi thieu|toc do|chi so|gap \w+ lan|vuot|trung binh|binh quan"
)
_SHARE = re.compile(r"ty le|ti le|%")
_SAID = re.compile(r"ty le|ti le|chiem|\d+\s*/\s*\d+|trong so|tong so")
_SENTENCE = re.compile(r"[^.;!?\n]*(?:[.,]\d[^.;!?\n]*)*")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at tables, facts and sentences."""
    for entry in site.entries():
        for grid in grids(entry):
            yield from _in_table(grid, basis)
        if isinstance(entry, Disclosure):
            for index, fact in enumerate(entry.facts):
                if not _COMPARED.search(fold(f"{fact.label} {fact.value}")):
                    for share, _, _ in percentages(fact.value):
                        yield from _judge(entry, entry.where("facts", index, "value"), fact.label, share, basis)
        if "%" in entry.record.body:
            yield from _in_words(entry, basis)


def _in_table(grid: Grid, basis: Basis) -> Iterator[Finding]:
    if grid.names_years or _COMPARED.search(fold(grid.title)):
        return
    for column, label in enumerate(grid.labels):
        if _COMPARED.search(label):
            continue
        is_share = bool(_SHARE.search(label)) or grid.unit.strip() == "%"
        for at, row in enumerate(grid.lines):
            cell = row[column]
            if "%" not in cell and not (is_share and column and "/" not in label and " tren " not in label):
                continue
            if _COMPARED.search(fold(row[0])) or _COMPARED.search(fold(cell)):
                continue
            value = read_number(cell)
            for share in [value] if value is not None else [share for share, _, _ in percentages(cell)]:
                yield from _judge(grid.entry, grid.where(at, column), f"{row[0]}, {grid.columns[column]}", share, basis)


def _in_words(entry: Entry, basis: Basis) -> Iterator[Finding]:
    """Sentences that speak of a share; the bars of a table are no sentence."""
    for index, line in enumerate(entry.record.body.split("\n")):
        if "%" not in line or "|" in line:
            continue
        for match in _SENTENCE.finditer(line):
            said = fold(match[0])
            if "%" in said and _SAID.search(said) and not _COMPARED.search(said):
                for share, _, at in percentages(match[0]):
                    where = Where(path=entry.path, line=entry.record.body_line + index, column=match.start() + at + 1)
                    yield from _judge(entry, where, match[0].strip()[:60].strip(), share, basis)


def _judge(entry: Entry, where: Where, label: str, share: float, basis: Basis) -> Iterator[Finding]:
    if share > 100.049:
        found = RULE.finding(where, label=label, share=number(share), legal=basis.law.citations(RULE.legal))
        yield weighed(found, entry)
