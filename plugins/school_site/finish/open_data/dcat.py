"""`/du-lieu/danh-muc.jsonld`: the same datasets as a DCAT catalogue, which open data portals harvest."""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from ...datasets import FORMS, PAGE, Dataset
from ...render.view import View

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA = "https://www.iana.org/assignments/media-types/"


def catalogue(datasets: tuple[Dataset, ...], view: View, site_url: str) -> bytes:
    """The catalogue: a dataset for each page that shows tables, a distribution for each table and form."""
    school = view.site.school
    publisher = {"@id": f"{site_url}/#truong", "@type": "foaf:Organization", "foaf:name": school.name}
    tree = {
        "@context": _CONTEXT,
        "@id": f"{site_url}/{PAGE}",
        "@type": "dcat:Catalog",
        "dct:title": _said(f"Dữ liệu mở của {school.name}"),
        "dct:description": _said("Mọi bảng số liệu mà nhà trường công khai, theo từng năm."),
        "dct:language": "vi",
        "dct:publisher": publisher,
        "foaf:homepage": {"@id": f"{site_url}/"},
        "dcat:dataset": [
            _dataset(page, tuple(tables), site_url, publisher["@id"])
            for page, tables in groupby(datasets, key=lambda one: one.page)
        ],
    }
    return (json.dumps(tree, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _dataset(page: str, tables: tuple[Dataset, ...], site_url: str, publisher: str) -> dict[str, Any]:
    first = tables[0]
    issued = {"dct:issued": {"@type": "xsd:date", "@value": first.issued_on.isoformat()}} if first.issued_on else {}
    # Figures of others are theirs; the school only shows them.
    publishes = {} if first.published_by_others else {"dct:publisher": {"@id": publisher}}
    return {
        "@id": f"{site_url}/{page}",
        "@type": "dcat:Dataset",
        "dct:title": _said(first.group),
        "dct:identifier": page.removesuffix(".html"),
        "dct:language": "vi",
        "dct:temporal": first.year,
        **issued,
        **publishes,
        "dcat:landingPage": {"@id": f"{site_url}/{page}"},
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:title": _said(one.table.title),
                "dcat:downloadURL": {"@id": f"{site_url}/{one.address}.{suffix}"},
                "dcat:mediaType": {"@id": f"{_MEDIA}{media}"},
            }
            for one in tables
            for suffix, _, media in FORMS
        ],
    }


def _said(text: str) -> dict[str, str]:
    return {"@language": "vi", "@value": text}
