"""print — A4 papers for the notice board: a disclosure, a year's booklet, the annual report, a schedule, as PDFs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..calling import tell
from ..errors import ContentRefused, UsageError
from ..findings import Finding, Severity
from ..paths import CONTENT, ROOT, SCHEMA, THEME, shown
from ..pipeline import Judgement, judge, view_of
from ..printing import Sheet, Source, all_sheets
from ..printing.outline import read_outline
from ..printing.paper import paper
from ..printing.press import Press, make
from ..printing.sheets import as_name, find, find_all
from ..render.charts import chart_of
from ..report.text import text_report
from ..whole_file import write_whole
from .options import Options

OUTPUT = ROOT / "output-in"
CACHE = ROOT / ".cache" / "print"


def run(options: Options) -> int:
    """Print what was named, or everything, or tell what there is."""
    content = options.folder("content", CONTENT)
    judgement = judge(content, SCHEMA, today=date.today(), as_of=options.day("as-of"))
    source = source_of(judgement, content)
    sheets = all_sheets(source)
    what, year = next(iter(options.words), None), options.text("year")
    if what is None and not options.has("all"):
        tell(_list(sheets))
        return 0
    website = source.school.website
    if options.has("all"):
        chosen = find_all(what, sheets, website=website, year=year)
    else:
        assert what is not None
        _refuse(as_name(what, website), judgement, content)
        chosen = (find(what, sheets, website=website, year=year),)
    clean = [sheet for sheet in chosen if not _faults(judgement, sheet.sources)]
    if len(chosen) == 1 and not clean:
        raise ContentRefused(_refusal(_faults(judgement, chosen[0].sources), content))
    targets = _targets(clean, options.path("output", OUTPUT), content, is_one=not options.has("all"))
    _print(clean, targets, source, content)
    return _left_out(chosen, clean)


def source_of(judgement: Judgement, content: Path) -> Source:
    """What sheets are made from. Raises ContentRefused when there is no profile to print with."""
    view = view_of(judgement, SCHEMA)
    if view is None:
        raise ContentRefused(_refusal(_faults(judgement, ("truong.yml",)), content))
    return Source(
        site=view.site, law=view.law, vocabulary=view.vocabulary, report=read_outline(SCHEMA), as_of=view.as_of,
        draw=lambda table, layout, name: chart_of(table, layout, id=name),
    )  # fmt: skip


def _list(sheets: tuple[Sheet, ...]) -> str:
    lines = ["In được những bản sau (gõ  invoke print TÊN;  --all để in tất cả):"]
    group = ""
    for sheet in sheets:
        if sheet.group != group:
            group = sheet.group
            lines += ["", group]
        lines.append(f"    {sheet.name:<48} {sheet.title}")
    return "\n".join(lines)


def _faults(judgement: Judgement, sources: tuple[str, ...]) -> list[Finding]:
    """What refuses in the very files that a sheet is made of; the rest of the site does not concern it."""
    return [
        finding
        for finding in judgement.findings
        if finding.severity is Severity.error and finding.where.path in sources
    ]


def _refuse(name: str, judgement: Judgement, content: Path) -> None:
    """A file that could not be read has no sheet: say what is wrong with it, not that it is not there."""
    unread = tuple(finding.where.path for finding in judgement.findings if finding.where.path.rsplit(".", 1)[0] == name)
    site = judgement.verdict.site
    if site is not None and set(unread) & site.unread:
        raise ContentRefused(_refusal(_faults(judgement, unread), content))


def _refusal(faults: list[Finding], content: Path) -> str:
    report = text_report(faults, content=shown(content), verdict=False)
    return f"{report}\nChưa in: sửa các lỗi trên rồi in lại."


def _targets(sheets: list[Sheet], output: Path, content: Path, *, is_one: bool) -> dict[str, Path]:
    """Where each PDF goes: the very file that was named, or a folder with the site's own order."""
    if is_one and output.suffix.lower() == ".pdf":
        return {sheets[0].name: output}
    if output.resolve().is_relative_to(content.resolve()):
        raise UsageError(
            f"«{shown(output)}» nằm trong thư mục nội dung; hãy in ra chỗ khác, hoặc ghi tên một tệp .pdf."
        )
    if output.is_file() or output.suffix.lower() == ".pdf":
        raise UsageError(f"Sau --output cần một thư mục; «{shown(output)}» là một tệp.")
    return {sheet.name: output / f"{sheet.name}.pdf" for sheet in sheets}


def _print(sheets: list[Sheet], targets: dict[str, Path], source: Source, content: Path) -> None:
    papers = (paper(sheet, source, THEME) for sheet in sheets)
    made = 0
    for printed in make(papers, Press(theme=THEME, content=content.resolve(), cache=CACHE)):
        target = targets[printed.name]
        write_whole(target, printed.path.read_bytes())
        made += printed.is_new
        print(f"Đã in «{shown(target)}»" + ("" if printed.is_new else " (không đổi, lấy lại bản đã làm)"), flush=True)
    if len(sheets) > 1:
        print(f"\n{len(sheets)} bản in: {made} bản mới làm, {len(sheets) - made} bản không đổi.")


def _left_out(chosen: tuple[Sheet, ...], clean: list[Sheet]) -> int:
    left_out = [sheet for sheet in chosen if sheet not in clean]
    for sheet in left_out:
        tell(f"Chưa in «{sheet.name}»: tệp còn lỗi; chạy  invoke check  để xem.")
    return 1 if left_out else 0
