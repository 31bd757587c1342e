"""Each record against its schema, every complaint said in Vietnamese with the line to paste."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from ..findings import Finding
from ..kinds import Kind
from ..model import Record, TreePath, Where
from ..vietnamese import joined, nearest
from . import days, faults, missing
from .coerce import coerce
from .missing import example
from .shapes import Node, Shape
from .unfilled import label_of, unfilled

_TYPES = {
    "integer": "một số nguyên",
    "boolean": "true hoặc false",
    "array": "một danh sách, mỗi dòng bắt đầu bằng «- »",
    "object": "các mục con, mỗi mục một dòng thụt vào hai dấu cách",
    "string": "chữ trên một dòng",
}


def check_record(record: Record, kind: Kind, shape: Shape) -> tuple[dict[str, Any], list[Finding]]:
    """The typed values of a record, and what is wrong with them; use the values only when nothing is."""
    findings = unfilled(record, kind, shape)
    values = coerce(shape, record.fields)
    # A hint left in place breaks its pattern too, and a mistyped key is missing under its right name:
    # one fault, one finding.
    told = {finding.where.line for finding in findings}
    errors = list(shape.validator.iter_errors(values))
    meant = {place for error in errors for place in _meant(shape, error)}
    for error in errors:
        if error.kind.name == "required" and (*error.instance_path, error.kind.as_dict()["property"]) in meant:
            continue
        findings += [
            finding for finding in _findings(record, kind, shape, values, error) if finding.where.line not in told
        ]
    return values, findings


def _findings(
    record: Record, kind: Kind, shape: Shape, values: Any, error: jsonschema_rs.ValidationError
) -> list[Finding]:
    at: TreePath = tuple(error.instance_path)
    if error.kind.name == "additionalProperties":
        return [_unknown(record, kind, shape, at, str(key)) for key in error.kind.as_dict()["unexpected"]]
    return [_finding(record, kind, shape, values, error, at)]


def _finding(
    record: Record, kind: Kind, shape: Shape, values: Any, error: jsonschema_rs.ValidationError, at: TreePath
) -> Finding:
    node = shape.at(at)
    key = next((str(step) for step in reversed(at) if isinstance(step, str)), "")
    told: dict[str, Any] = {"label": label_of(shape, at), "key": key, "value": _shown(values, at)}
    where = record.where(at)
    limits = error.kind.as_dict()
    match error.kind.name:
        case "required":
            return _missing(record, kind, shape, at, str(limits["property"]))
        case "format" if limits["format"] == "date":
            text = str(told["value"])
            hint = days.remedy(text, key)
            return faults.NOT_A_DAY.finding(where, area=kind.area, reason=days.reason(text), hint=hint, **told)
        case "type":
            expected = _TYPES.get(limits["types"][0], "loại giá trị khác")
            return faults.WRONG_TYPE.finding(
                where, area=kind.area, expected=expected, example=example(node, key), **told
            )
        case "enum":
            hint = _choice_hint(str(told["value"]), [str(option) for option in limits["options"]], node)
            return faults.NOT_A_CHOICE.finding(where, area=kind.area, hint=hint, **told)
        case "minLength" | "maxLength":
            return faults.WRONG_LENGTH.finding(
                where, area=kind.area, label=told["label"], length=len(str(_at(values, at))),
                least=node.get("minLength", 0), most=node.get("maxLength", "tùy ý"),
            )  # fmt: skip
        case "minItems" | "maxItems":
            return faults.TOO_FEW.finding(
                where, area=kind.area, label=told["label"], count=len(_at(values, at)),
                least=node.get("minItems", 0), most=node.get("maxItems", "tùy ý"),
            )  # fmt: skip
        case "minimum" | "maximum":
            return faults.OUT_OF_RANGE.finding(
                where, area=kind.area, label=told["label"], value=told["value"],
                least=node.get("minimum", "tùy ý"), most=node.get("maximum", "tùy ý"),
            )  # fmt: skip
        case "anyOf" | "oneOf":
            return _other_shape(kind, shape, where, node)
    hint = str(node.get("description", "Viết đúng dạng của mục này."))
    return faults.WRONG_SHAPE.finding(where, area=kind.area, hint=hint, example=example(node, key), **told)


def _missing(record: Record, kind: Kind, shape: Shape, at: TreePath, key: str) -> Finding:
    node = shape.at((*at, key))
    # A key that is there with nothing behind it: point at it, else at what should hold it.
    where = record.where((*at, key)) if (*at, key) in record.marks else record.where(at)
    return faults.MISSING.finding(
        where, area=kind.area, label=node.get("title", key), key=key, fix=missing.fix(record, shape, at, key)
    )


def _unknown(record: Record, kind: Kind, shape: Shape, at: TreePath, key: str) -> Finding:
    name = _nearest_key(shape, at, key)
    if name is not None:
        hint = f"Có phải ý bạn là «{name}» ({shape.at((*at, name)).get('title', name)})?"
    else:
        hint = f"Xóa dòng này, hoặc dùng một trong các mục: {', '.join(shape.at(at).get('properties', {}))}."
    line, column = record.key_marks.get((*at, key), (1, 1))
    where = Where(path=record.path, line=line, column=column)
    return faults.UNKNOWN_KEY.finding(where, area=kind.area, key=key, hint=hint)


def _nearest_key(shape: Shape, at: TreePath, key: str) -> str | None:
    """The known key that reads most like `key`, by its name or by its Vietnamese label."""
    names = {name: name for name in shape.at(at).get("properties", {})}
    labels = {str(shape.at((*at, name)).get("title", name)): name for name in names}
    near = nearest(key, [*names, *labels])
    return None if near is None else names.get(near, labels.get(near))


def _meant(shape: Shape, error: jsonschema_rs.ValidationError) -> Iterator[TreePath]:
    """The keys that the unknown keys of an error were probably meant to be."""
    if error.kind.name == "additionalProperties":
        at: TreePath = tuple(error.instance_path)
        for key in error.kind.as_dict()["unexpected"]:
            name = _nearest_key(shape, at, str(key))
            if name is not None:
                yield (*at, name)


def _other_shape(kind: Kind, shape: Shape, where: Where, node: Node) -> Finding:
    keys = [str(key) for option in node.get("anyOf", node.get("oneOf", ())) for key in option.get("required", ())]
    labels = joined(f"«{shape.at((key,)).get('title', key)}» ({key})" for key in keys)
    line = example(shape.at((keys[0],)), keys[0]) if keys else ""
    return faults.OTHER_SHAPE.finding(where, area=kind.area, labels=labels, example=line)


def _choice_hint(value: str, options: list[str], node: Node) -> str:
    near = nearest(value, options)
    described = str(node.get("description", ""))
    if near is not None:
        return f"Có phải ý bạn là «{near}»? Các giá trị: {described or ', '.join(options)}"
    return f"Chọn một trong các giá trị: {described or ', '.join(options)}"


def _at(values: Any, at: TreePath) -> Any:
    for step in at:
        values = values[step]
    return values


def _shown(values: Any, at: TreePath) -> str:
    """The value as a person would quote it, cut where it runs long."""
    value = _at(values, at)
    text = str(value) if not isinstance(value, list | dict) else f"{len(value)} mục"
    return text if len(text) <= 80 else text[:77] + "…"
