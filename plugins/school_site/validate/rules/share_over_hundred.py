"""CK-041 — a share of a whole is more than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...figures import Grid, figure, percentages, plain, weighed
from ...findings import Finding, Rule
from ...kinds.disclosure import Disclosure
from ...model import Entry, Where
from ...site import Site
from ...vietnamese import number
from ..basis import Basis

RULE = Rule(
    code="CK-041",
    title="Tỷ lệ quá 100%",
    message="Tỷ lệ «{label}» ghi là {share}%, vượt quá toàn bộ.",
    fix="Xem lại tử số và mẫu số; nếu là so với năm trước hoặc so với kế hoạch thì ghi rõ trong tên cột.",
    why="Một phần không thể lớn hơn toàn bộ; thường là lấy nhầm mẫu số hoặc gõ nhầm một chữ số.",
    bad="Trường có trang thông tin điện tử: 18/16 trường, đạt 112,5%",
    good="Trường có trang thông tin điện tử: 16/16 trường, đạt 100%",
    legal="disclosure-principles",
    is_weighed=True,
)
# What is measured against a plan or another time may exceed it.
_COMPARED = re.compile(
    r"so voi|so sanh|doi sanh|cung ky|nam truoc|tang truong|tang them|tang, giam|tang/giam|du toan|ke hoach|chi tieu"
    r"|muc tieu|dinh muc|toi thieu|toc do|chi so|gap \w+ lan|vuot|trung binh|binh quan"
)
_SHARE = re.compile(r"ty le|ti le|%")
# «70/64 người»: some of them cannot be more than all of them.
_COUNTED = re.compile(
    r"\s*(\d[\d.]*)\s*/\s*(\d[\d.]*)\s*(?:người|học sinh|giáo viên|cán bộ|nhân viên|em|trẻ|cháu|lớp|trường|cơ sở|phòng)"
    r"\s*$"
)
_END = re.compile(r"[.;!?](?:\s|$)")
_FAR = 300
_SAID = re.compile(r"ty le|ti le|chiem|\d+\s*/\s*\d+|trong so|tong so")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at tables, facts and sentences."""
    for grid in site.grids:
        yield from _in_table(grid, basis)
    for entry in site.entries():
        if isinstance(entry, Disclosure):
            for index, fact in enumerate(entry.facts):
                if (counted := _COUNTED.match(fact.value)) and "%" not in fact.value:
                    part, whole = figure(counted[1]), figure(counted[2])
                    share = round(part / whole * 100, 1) if part and whole else 0
                    if share > 100:
                        yield from _judge(entry, entry.where("facts", index, "value"), fact.label, share, basis)
                if "%" in fact.value and not _COMPARED.search(plain(f"{fact.label} {fact.value}")):
                    for share in (share for share, _, _ in percentages(fact.value) if share > 100):
                        yield from _judge(entry, entry.where("facts", index, "value"), fact.label, share, basis)
        if "%" in entry.record.body:
            yield from _in_words(entry, basis)


def _in_table(grid: Grid, basis: Basis) -> Iterator[Finding]:
    if grid.names_years or _COMPARED.search(plain(grid.title)):
        return
    for column, label in enumerate(grid.labels):
        if _COMPARED.search(label):
            continue
        # A column may say in its heading that its bare numbers are shares of a hundred.
        is_share = bool(_SHARE.search(label)) and "/" not in label and " tren " not in label
        for at, row in enumerate(grid.lines):
            cell = row[column]
            shares = [share for share, _, _ in percentages(cell)] if "%" in cell else []
            if not shares and column and (is_share or grid.unit.strip() == "%"):
                value = figure(cell)
                shares = [value] if value is not None else []
            for share in shares:
                if share > 100 and not _COMPARED.search(f"{grid.names[at]} {plain(cell)}"):
                    label_shown = f"{row[0]}, {grid.columns[column]}"
                    yield from _judge(grid.entry, grid.where(at, column), label_shown, share, basis)


def _in_words(entry: Entry, basis: Basis) -> Iterator[Finding]:
    """Sentences that speak of a share; the bars of a table are no sentence."""
    for index, line in enumerate(entry.record.body.split("\n")):
        if "|" in line:
            continue
        for share, _, at in percentages(line) if "%" in line else ():
            if share <= 100:
                continue
            before, after = line[max(0, at - _FAR) : at], line[at : at + _FAR]
            sentence = _END.split(before)[-1] + _END.split(after)[0]
            said = plain(sentence)
            if _SAID.search(said) and not _COMPARED.search(said):
                where = Where(path=entry.path, line=entry.record.body_line + index, column=at + 1)
                yield from _judge(entry, where, sentence.strip(" -*"), share, basis)


def _judge(entry: Entry, where: Where, label: str, share: float, basis: Basis) -> Iterator[Finding]:
    if share > 100.049:
        found = RULE.finding(where, label=label, share=number(share), legal=basis.law.citations(RULE.legal))
        yield weighed(found, entry)
