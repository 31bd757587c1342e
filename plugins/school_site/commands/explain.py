"""explain — everything about one code: what, why, how, an example of each kind, the law."""

from __future__ import annotations

from ..catalogue import all_rules
from ..errors import UsageError
from ..law import read_law
from ..paths import SCHEMA
from ..vietnamese import nearest
from .options import Options


def run(options: Options) -> int:
    """Print the page of a code."""
    rules = all_rules()
    code = options.words[0].upper()
    rule = rules.get(code)
    if rule is None:
        near = nearest(code, rules)
        raise UsageError(f"Không có mã «{options.words[0]}»." + (f" Có phải ý bạn là «{near}»?" if near else ""))
    print(f"{code} ({rule.severity}) — {rule.title}\n")
    print(f"Điều gì:   {_plain(rule.message)}")
    print(f"Vì sao:    {rule.why}")
    print(f"Cách sửa:  {_plain(rule.fix)}")
    if rule.good:
        print(f"\nVí dụ đúng:\n{_indented(rule.good)}")
    if rule.bad:
        print(f"\nVí dụ chưa đúng:\n{_indented(rule.bad)}")
    citations = read_law(SCHEMA).citations(rule.legal)
    if citations:
        print("\nCăn cứ:    " + "; ".join(citations))
    return 0


def _plain(text: str) -> str:
    """A message's blanks shown as dots."""
    pieces = text.replace("«{", "{").replace("}»", "}").split("{")
    return pieces[0] + "".join("«…»" + piece.partition("}")[2] for piece in pieces[1:])


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
