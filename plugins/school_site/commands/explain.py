"""explain — everything about one code: what, why, how, an example of each kind, the law; without one, all codes."""

from __future__ import annotations

import re
import textwrap

from ..calling import tell
from ..catalogue import all_rules
from ..errors import UsageError
from ..findings import Rule, Severity
from ..kinds import KINDS
from ..law import read_law
from ..paths import SCHEMA
from ..validate.faults import SHAPE_RULES
from ..validate.ledger import LEDGER_RULES
from ..vietnamese import joined, nearest
from .options import Options

# Areas that are not a kind of content; what the letters of a code stand for.
AREAS = {
    "TP": "Tệp và cách viết",
    "LK": "Liên kết",
    "RT": "Dữ liệu cá nhân",
    "TC": "Tiếp cận",
    "AT": "An toàn của trang",
    "HT": "Hệ thống",
}
_WIDTH = 96
_SPOKEN = re.compile(r"([A-Z]{2})[ ._–-]*(\d{1,3})")
# How the blanks of a message read when there is no case to fill them.
_BLANKS = {
    "verb": "Chưa có", "name": "tên mục", "scope": " cho kỳ này", "label": "tên mục", "key": "tên_mục",
    "value": "giá trị đã ghi", "hint": "", "line": "",
}  # fmt: skip


def run(options: Options) -> int:
    """Print the page of a code, or the list of all."""
    tell(page(_code(options.words[0])) if options.words else overview())
    return 0


def _code(word: str) -> str:
    """The code that a word means: «ck010» and «Ck 10» are CK-010."""
    match = _SPOKEN.fullmatch(word.strip().upper())
    return f"{match[1]}-{match[2]:0>3}" if match else word.upper()


def page(code: str) -> str:
    """Everything about a code. Raises UsageError, with the nearest, when there is none."""
    rules = all_rules()
    rule = rules.get(code)
    if rule is None:
        near = nearest(code, rules)
        hint = f" Có phải ý bạn là «{near}»?" if near else " Gõ  invoke explain  để xem mọi mã."
        raise UsageError(f"Không có mã «{code}».{hint}")
    parts = [
        f"{code} ({_weight(rule)}) — {rule.title}",
        _section("Điều gì", _plain(rule.message)),
        _section("Vì sao", rule.why),
        _section("Cách sửa", _plain(rule.fix)),
    ]
    if rule.good:
        parts.append(_section("Ví dụ đúng", rule.good, is_example=True))
    if rule.bad:
        parts.append(_section("Ví dụ chưa đúng", rule.bad, is_example=True))
    if basis := _basis(code, rule):
        parts.append(_section("Căn cứ", "\n".join(basis), is_example=True))
    return "\n\n".join(parts)


def _weight(rule: Rule) -> str:
    """How a code weighs, and what makes it weigh otherwise."""
    if rule in LEDGER_RULES:
        return f"{rule.severity}, hoặc nhẹ hơn tùy quy định đòi mục ấy"
    if rule.is_weighed and rule.severity is not Severity.person:
        return f"{rule.severity}; {Severity.person} nếu là số liệu của nơi khác công bố"
    return str(rule.severity)


def overview() -> str:
    """All codes by area; what every area shares is told once."""
    shared = (*SHAPE_RULES, *LEDGER_RULES)
    common = {rule.code.partition("-")[2]: rule for rule in shared}
    names = _areas()
    own: dict[str, list[str]] = {}
    for code, rule in all_rules().items():
        if rule not in shared:
            own.setdefault(code.partition("-")[0], []).append(f"    {code}  {rule.title}")
    letters = sorted({kind.area for kind in KINDS})
    lines = [
        f"Mã chung của mọi mục nội dung; hai chữ đầu là mục: {', '.join(letters)} (ví dụ {letters[0]}-001):",
        *(f"    …-{number}  {rule.title}" for number, rule in sorted(common.items())),
    ]
    for area in sorted({*own, *letters}):
        lines += ["", f"{area}  {names.get(area, area)}", *own.get(area, ["    (chỉ có các mã chung)"])]
    return "\n".join([*lines, "", "Xem một mã:  invoke explain CK-010"])


def _areas() -> dict[str, str]:
    """What the letters of each area stand for."""
    labels: dict[str, list[str]] = {}
    for kind in KINDS:
        labels.setdefault(kind.area, []).append(kind.label)
    return {area: joined(names) for area, names in labels.items()} | AREAS


def _basis(code: str, rule: Rule) -> list[str]:
    """The law behind a code: the rule's own, or for the ledger's codes the acts that demand something there."""
    law = read_law(SCHEMA)
    if rule not in LEDGER_RULES:
        return list(law.citations(rule.legal))
    acts = {demand.act for demand in law.demands.values() if demand.area == code.partition("-")[0] and demand.is_judged}
    labels = sorted(act.label for key, act in law.acts.items() if key in acts)
    return [*labels, "Điều, khoản cụ thể ghi ở từng kết quả kiểm tra."] if labels else []


def _section(title: str, text: str, *, is_example: bool = False) -> str:
    lines = text.split("\n") if is_example else textwrap.wrap(text, _WIDTH, break_long_words=False)
    return "\n".join([f"{title}:", *(f"    {line}" for line in lines)])


def _plain(text: str) -> str:
    """A sentence with its blanks named; a remedy that is nothing but a blank is told by the finding itself."""
    if re.fullmatch(r"\{\w+\}", text):
        return "Làm theo dòng «Cách sửa» trong kết quả kiểm tra: dòng ấy viết sẵn cho đúng tệp của trường."
    text = re.sub(r"«\{(\w+)\}»", lambda blank: f"«{_BLANKS.get(blank[1], '…')}»", text)
    return re.sub(r"\{(\w+)\}", lambda blank: _BLANKS.get(blank[1], "…"), text)
