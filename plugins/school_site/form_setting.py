"""A form set as official papers are: A4, Times New Roman, the motto, dotted lines to write on, room to sign."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from .form_sheet import MOTTO, FormSheet, Part

# What a form without a day of its own is told to have been made on: the first day a zip file can name.
NO_DAY = datetime(1980, 1, 1)
# Widths on an A4 sheet with margins of 30 and 15 mm, the narrowest that official papers may have.
_TEXT_MM, _HALF_MM = 165, 81
# The motto takes 88 mm and stands on one line; a long name of a school takes two.
_HEADING_MM = (75, 90)
_STYLES = frozenset({"Normal", "Default Paragraph Font", "Normal Table", "No List", "Footer", "Table Grid"})
_LEFT_OUT = frozenset({"stylesWithEffects", "thumbnail", "customXml", "numbering", "webSettings", "theme"})
_DATE = "ngày ……… tháng ……… năm ……………"


def document_of(sheet: FormSheet) -> Any:
    """The document of the library; its bytes still bear the day."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    document = Document()
    _lighten(document)
    _set_up(document, sheet)
    _heading(document, sheet)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = Pt(14)
    title.paragraph_format.space_after = Pt(2 if sheet.subtitle else 8)
    _run(title, sheet.title.upper(), size=15, bold=True)
    if sheet.subtitle:
        subtitle = document.add_paragraph()
        subtitle.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(subtitle, sheet.subtitle, italic=True)
    if len(sheet.addressed_to) == 1:
        to = document.add_paragraph()
        to.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(to, f"Kính gửi: {sheet.addressed_to[0]}")
    elif sheet.addressed_to:
        _run(document.add_paragraph(), "Kính gửi:").paragraph_format.left_indent = Mm(25)
        for name in sheet.addressed_to:
            _run(document.add_paragraph(), f"– {name}").paragraph_format.left_indent = Mm(45)
    for row in sheet.rows:
        if len(row) == 2:
            _pair(document, row[0], row[1])
        else:
            _part(document, row[0], sheet)
    return document


def _lighten(document: Any) -> None:
    """Leave out what the library's empty document brings along for other papers: nine tenths of its weight."""
    styles = document.styles
    for style in list(styles):
        if style.name not in _STYLES:
            styles.element.remove(style.element)
    styles.element.remove(styles.latent_styles.element)
    for holder in (document.part, document.part.package):
        for name, relation in list(holder.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _LEFT_OUT:
                del holder.rels[name]


def _set_up(document: Any, sheet: FormSheet) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(18)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(13)
    properties = normal.element.get_or_add_rPr()
    properties.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    properties.append(language)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(4), 1.15
    _run(section.footer.paragraphs[0], sheet.footer, size=8)
    core = document.core_properties
    core.title, core.author, core.last_modified_by = sheet.title, sheet.school, sheet.school
    core.subject, core.language, core.comments = sheet.footer, "vi-VN", ""
    core.created = core.modified = datetime.combine(sheet.published_on, time()) if sheet.published_on else NO_DAY
    core.revision = 1


def _heading(document: Any, sheet: FormSheet) -> None:
    """The two columns at the head of every official paper: whose it is, and the motto on one line."""
    table = _plain_table(document, _HEADING_MM)
    left, right = table.rows[0].cells
    authority = _centred(left.paragraphs[0])
    _run(authority, sheet.authority.upper(), size=12)
    _run(_centred(left.add_paragraph()), sheet.school.upper(), size=12, bold=True)
    if sheet.symbol:
        _run(_centred(left.add_paragraph()), sheet.symbol, size=11, italic=True)
    _run(_centred(right.paragraphs[0]), MOTTO[0].upper(), size=12, bold=True)
    _run(_centred(right.add_paragraph()), MOTTO[1], size=13, bold=True, underline=True)


def _pair(document: Any, first: Part, second: Part) -> None:
    paragraph = document.add_paragraph()
    _dotted(paragraph, _HALF_MM, _TEXT_MM)
    _run(paragraph, f"{_label(first)} \t {_label(second)} \t")


def _part(document: Any, part: Part, sheet: FormSheet) -> None:
    block = part.block
    match block.kind:
        case "text" | "heading":
            _run(document.add_paragraph(), block.text, bold=block.kind == "heading")
        case "line":
            _lines(document, _label(part), 1)
        case "paragraph":
            _lines(document, _label(part), block.line_count)
        case "date":
            _run(document.add_paragraph(), f"{_label(part)} {_DATE}")
        case "choice":
            _choice(document, part)
        case "table":
            _table(document, part)
        case _:
            _signature(document, part, sheet)


def _lines(document: Any, label: str, count: int) -> None:
    for at in range(count):
        paragraph = document.add_paragraph()
        _dotted(paragraph, _TEXT_MM)
        _run(paragraph, f"{label} \t" if at == 0 else "\t")


def _choice(document: Any, part: Part) -> None:
    from docx.shared import Mm

    block = part.block
    if block.label:
        _run(document.add_paragraph(), _label(part)).paragraph_format.keep_with_next = True
    for option in block.options:
        _run(document.add_paragraph(), f"☐  {option}").paragraph_format.left_indent = Mm(7)
    if block.other:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Mm(7)
        _dotted(paragraph, _TEXT_MM)
        _run(paragraph, f"☐  {block.other}: \t")


def _table(document: Any, part: Part) -> None:
    from docx.shared import Mm, Pt

    block = part.block
    if block.label:
        _run(document.add_paragraph(), _label(part)).paragraph_format.keep_with_next = True
    heads = ("", *block.columns) if block.row_titles else block.columns
    titles = block.row_titles or ("",) * block.row_count
    table = document.add_table(rows=1 + len(titles), cols=len(heads))
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _run(_centred(cell.paragraphs[0]), head, size=11, bold=True)
    for row, title in zip(table.rows[1:], titles, strict=True):
        row.height = Mm(9)
        _run(row.cells[0].paragraphs[0], title, size=11)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _signature(document: Any, part: Part, sheet: FormSheet) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    # Nobody signs on a sheet that says nothing else.
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    if part.is_dated:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.keep_with_next = True
        _run(paragraph, f"{sheet.place}, {_DATE}", italic=True)
    signers = part.block.signers
    count = max(2, len(signers))
    table = _plain_table(document, (_TEXT_MM / count,) * count)
    table.rows[0].height = Mm(34)
    # One signer alone stands on the right, where people here sign.
    for cell, signer in zip(table.rows[0].cells[-len(signers) :], signers, strict=True):
        _run(_centred(cell.paragraphs[0]), signer.upper(), size=12, bold=True)
        _run(_centred(cell.add_paragraph()), "(ký, ghi rõ họ tên)", size=11, italic=True)


def _plain_table(document: Any, widths_mm: Sequence[float]) -> Any:
    """One row without lines that stays on one page; no room is lost at the sides of a cell."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=len(widths_mm))
    table.autofit = False
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    # Word reads these in the order of the standard, where the margins come just before the look.
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths_mm, strict=True):
        column.width = cell.width = Mm(width)
    return table


def _label(part: Part) -> str:
    label = part.block.label
    return label if label.endswith((":", "?")) else f"{label}:"


def _centred(paragraph: Any) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def _dotted(paragraph: Any, *stops_mm: int) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm

    for stop in stops_mm:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(stop), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _run(
    paragraph: Any, text: str, *, size: int = 13, bold: bool = False, italic: bool = False, underline: bool = False
) -> Any:
    """Add words to a paragraph and hand the paragraph back."""
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic, run.underline = Pt(size), bold, italic, underline
    return paragraph
