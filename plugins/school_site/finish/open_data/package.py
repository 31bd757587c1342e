"""`/du-lieu/datapackage.json`: all tables described as a Frictionless data package."""

from __future__ import annotations

import json
from typing import Any

from ...datasets import FORMS, PACKAGE, Dataset
from ...render.view import View
from ...vietnamese import slug
from .as_csv import DELIMITER

_FOLDER = PACKAGE.rpartition("/")[0]


def package(datasets: tuple[Dataset, ...], view: View, site_url: str) -> bytes:
    """The description; paths are relative to it."""
    school = view.site.school
    tree = {
        "name": slug(school.short_name),
        "title": f"Dữ liệu mở của {school.name}",
        "description": "Mọi bảng số liệu mà nhà trường công khai. Ô trống hoặc gạch ngang là không có số.",
        "homepage": f"{site_url}/",
        "created": max(
            (one.issued_on.isoformat() for one in datasets if one.issued_on), default=view.as_of.isoformat()
        ),
        "contributors": [{"title": school.name, "role": "publisher", "path": f"{site_url}/"}],
        "resources": [_resource(one, site_url) for one in datasets],
    }
    return (json.dumps(tree, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _resource(one: Dataset, site_url: str) -> dict[str, Any]:
    base = one.address.removeprefix(f"{_FOLDER}/")
    return {
        "name": slug(base),
        "path": f"{base}.csv",
        "title": f"{one.table.title} ({one.group})",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": DELIMITER, "lineTerminator": "\r\n", "header": True},
        "schema": {
            "fields": [_field(one, at) for at in range(len(one.table.columns))],
            "missingValues": ["", "-", "–", "—"],
        },
        "homepage": f"{site_url}/{one.page}",
        "alternates": [
            {"path": f"{base}.{suffix}", "mediatype": media} for suffix, _, media in FORMS if suffix != "csv"
        ],
    }


def _field(one: Dataset, at: int) -> dict[str, str]:
    """A column; of two with the same heading the later says that it is the second."""
    kind, label = one.kind_of(at), one.table.columns[at]
    count = one.table.columns[: at + 1].count(label)
    name = label if count == 1 else f"{label} ({count})"
    if kind == "text":
        return {"name": name, "type": "string"}
    return {"name": name, "type": kind, **({"decimalChar": ","} if kind == "number" else {})}
