"""A YAML line with a slip of the usual kinds, to the line its writer meant: only where there is one reading.

Letters stay as typed; what changes is the quotes around a value. Where two readings are possible (a remark
after the value, a list or group that may have been meant) the answer is None, and a person decides.
"""

from __future__ import annotations

import re

# «key: value», «- value» and «- key: value»; everything before the value is kept as it stands.
_LINE = re.compile(r"^(?P<lead>[ ]*(?:-[ ]+)*(?P<key>[A-Za-z_][\w-]*:[ \t]+)?)(?P<value>\S.*?)(?P<rest>[ \t]*)$")
_GROUP = re.compile(r"^[a-z][a-z0-9_]*:(\s|$)")
_DOUBLE, _SINGLE = '"“”„', "'‘’"
# What YAML takes for a command at the head of a value, and a writer for a letter.
_SIGNS = "&*@`%|>"


def mended(line: str) -> str | None:
    """The line as meant, or None when it has no slip that can be mended in one way only."""
    match = _LINE.match(line)
    if match is None or not (match["key"] or match["lead"].strip()):
        return None
    value = match["value"]
    # After « #» YAML reads a remark; the writer may have meant a number sign.
    if " #" in value or "\t#" in value:
        return None
    text = _text(value, has_key=bool(match["key"]))
    return None if text is None else match["lead"] + quoted(text)


def quoted(text: str) -> str:
    """The text between straight quotes, by the pair that needs no escapes where there is one."""
    if '"' in text and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _text(value: str, *, has_key: bool) -> str | None:
    """What a faulty value says; None for one that has no fault we know."""
    for marks in (_DOUBLE, _SINGLE):
        if value[0] in marks:
            return _unquoted(value, marks)
    if value[0] in "[{":
        # «[Khẩn] Nghỉ học» is text; a bracket that nobody closed may have been a list.
        return value if re.fullmatch(r"\[[^\[\]]*\]\s*[^\s,\]].*|\{[^{}]*\}\s*[^\s,}].*", value) else None
    if value[0] in _SIGNS:
        return None if re.fullmatch(r"[|>][+-]?\d?[+-]?", value) else value
    if has_key and (": " in value or value.endswith(":")):
        return None if _GROUP.match(value) else value
    return None


def _unquoted(value: str, marks: str) -> str | None:
    """The text of a value that opens with a quotation mark."""
    if _is_closed(value):
        return None
    inner, has_end = value[1:], len(value) > 1 and value[-1] in marks
    at = next((index for index, letter in enumerate(inner[:-1] if has_end else inner) if letter in marks), None)
    if at is not None and _closes_a_word(inner, at):
        # “Dạy tốt” và “học tốt”: the marks belong to words inside the value, if they come in pairs.
        return value if sum(letter in marks for letter in value) % 2 == 0 else None
    return inner[:-1] if has_end else inner


def _closes_a_word(text: str, at: int) -> bool:
    """Whether the mark at that place ends a quoted word; an apostrophe inside a word does not."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isspace() and not after.isalnum() and after != ""


def _is_closed(value: str) -> bool:
    return re.fullmatch(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', value) is not None
