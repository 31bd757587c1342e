"""check — judge the content and tell every finding; write nothing but the reports that were asked for."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from ..errors import UsageError
from ..findings import refuses
from ..paths import CONTENT, SCHEMA, shown
from ..pipeline import Judgement, judge
from ..report import FORMATS, Report, format_of, formatted
from ..report.plan import plan_text
from ..vietnamese import nearest
from ..vocabulary import read_vocabulary
from .options import Options
from .writing import write_whole


def run(options: Options) -> int:
    """Print the findings and the totals, or the form that was asked for; into files, too, where they are named."""
    content, form = options.folder("content", CONTENT), _form(options.text("format"))
    files = tuple(Path(name) for name in options.all("report"))
    for file in files:
        _refuse_content(file, content)
    judgement = judge(content, SCHEMA, today=date.today(), as_of=options.day("as-of"))
    if options.has("plan"):
        roles = read_vocabulary(SCHEMA).labels.get("demand.role", {})
        print(plan_text(judgement.verdict.ledger, roles))
        return 1 if refuses(judgement.findings) else 0
    forms = [form or format_of(file.name) for file in files] or [form or "text"]
    report = report_of(judgement, content, with_rules=forms != ["text"])
    for file, one in zip(files, forms, strict=False):
        write_whole(file, formatted(report, one).encode("utf-8", errors="replace"))
    sys.stdout.write(formatted(report, "text" if files else forms[0]))
    for file in files:
        print(f"Đã ghi «{shown(file)}».", file=sys.stderr)
    return 1 if refuses(judgement.findings) else 0


def report_of(judgement: Judgement, content: Path, *, with_rules: bool = True) -> Report:
    """What a judgement tells; the catalogue of rules is read only for the forms that explain codes."""
    verdict = judgement.verdict
    rules = {}
    if with_rules:
        from ..catalogue import all_rules

        rules = all_rules()
    return Report(
        content=shown(content),
        school=verdict.site.school.name if verdict.site else None,
        as_of=verdict.today,
        file_count=judgement.file_count,
        findings=judgement.findings,
        ledger=verdict.ledger,
        rules=rules,
        digests={entry.path: entry.record.digest for entry in verdict.site.entries()} if verdict.site else {},
        roles=read_vocabulary(SCHEMA).labels.get("demand.role", {}),
    )


def _form(word: str | None) -> str | None:
    if word is None or word in FORMATS:
        return word
    near = nearest(word, FORMATS)
    hint = f" Có phải ý bạn là «{near}»?" if near else ""
    raise UsageError(f"Không có dạng «{word}».{hint} Các dạng: {', '.join(FORMATS)}.")


def _refuse_content(file: Path, content: Path) -> None:
    """A slip of the keyboard must not write over what somebody wrote."""
    if file.resolve().is_relative_to(content.resolve()):
        raise UsageError(f"«{shown(file)}» nằm trong thư mục nội dung; hãy ghi kết quả ra chỗ khác.")
    if file.is_dir():
        raise UsageError(f"«{shown(file)}» là một thư mục; hãy ghi thêm tên tệp.")
