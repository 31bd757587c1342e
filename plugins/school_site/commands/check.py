"""check — judge the content and tell every finding; write nothing but the reports that were asked for."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..calling import as_called, tell
from ..errors import UsageError
from ..findings import refuses
from ..paths import CONTENT, SCHEMA, shown
from ..report import FORMATS, Report, format_of, formatted
from ..report.plan import plan_text
from ..vietnamese import nearest
from ..vocabulary import read_vocabulary
from ..whole_file import write_whole
from .options import Options
from .remembered import remembered

if TYPE_CHECKING:
    from ..pipeline import Judgement


def run(options: Options) -> int:
    """Print the findings and the totals, or the form that was asked for; into files, too, where they are named."""
    content, form = options.folder("content", CONTENT), _form(options.text("format"))
    files = tuple(Path(name) for name in options.all("report"))
    for file in files:
        _refuse_content(file, content)
    forms = [form or format_of(file.name) for file in files] or [form or "text"]
    report = _report(content, options.day("as-of"), with_rules=forms != ["text"])
    if options.has("plan"):
        tell(plan_text(report.ledger, report.roles))
        return 1 if refuses(report.findings) else 0
    for file, one in zip(files, forms, strict=False):
        write_whole(file, formatted(report, one).encode("utf-8", errors="replace"))
    shown_form = "text" if files else forms[0]
    told = formatted(report, shown_form)
    sys.stdout.write(as_called(told) if shown_form == "text" else told)
    for file in files:
        print(f"Đã ghi «{shown(file)}».", file=sys.stderr)
    return 1 if refuses(report.findings) else 0


def _report(content: Path, as_of: date | None, *, with_rules: bool) -> Report:
    """The report of today, worked out only when something it depends on has changed."""
    today = date.today()

    def worked_out() -> Report:
        # Imported only now: the remembered answer needs none of it.
        from ..pipeline import judge

        return report_of(judge(content, SCHEMA, today=today, as_of=as_of), content, with_rules=with_rules)

    words = (today.isoformat(), str(as_of), shown(content), str(with_rules))
    return remembered((content, SCHEMA), words, worked_out)


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
