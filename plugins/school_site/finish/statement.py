"""`/.well-known/cong-khai.json`: what the school owes, what it gave and where, for those who oversee many schools.

Made of the same rows as the public page «Tình trạng công khai»; its form is promised by `schema/statement.schema.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from .. import __version__
from ..completeness import Row
from ..directives import Receipt, receipts
from ..law import Law, LegalAct
from ..render.view import View
from ..report.ledger import count_values, row_values

ADDRESS = ".well-known/cong-khai.json"


def statement(view: View, site_url: str) -> str:
    """The statement of one build. `site_url` has no slash at its end."""
    school = view.site.school
    digests = {entry.path: entry.record.digest for entry in view.site.entries()}
    tree = {
        "format": "cong-truong/tinh-trang-cong-khai",
        "version": 1,
        "template": {"name": "Cổng Trường", "version": __version__},
        "as_of": view.as_of.isoformat(),
        "school": {
            "name": school.name,
            "levels": [_labelled(view, level, "school_levels") for level in school.school_levels],
            "ownership": _labelled(view, school.ownership, "ownership"),
            "managing_authority": school.managing_authority.name,
            "website": school.website,
            "is_sample": school.is_sample,
            "is_draft": school.is_draft,
        },
        "site_url": site_url,
        "page": f"{site_url}/tinh-trang-cong-khai.html",
        "late_publication": _late(view),
        "packs": _packs(view.law, view.ledger),
        "counts": count_values(view.ledger),
        "ledger": [row_values(row, digests) for row in view.ledger],
        "directives": [_directive(receipt, site_url) for receipt in receipts(view.site)],
    }
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def _labelled(view: View, value: str, field: str) -> dict[str, str]:
    return {"id": value, "label": view.vocabulary.label(value, field)}


def _late(view: View) -> dict[str, str] | None:
    """The reason for which the site went out with something late or missing, while it holds."""
    late = view.site.register.late
    if late is None or not late.is_valid(view.as_of):
        return None
    return {
        "reason": late.reason,
        "granted_on": late.granted_on.isoformat(),
        "expires_on": late.expires_on.isoformat(),
    }


def _packs(law: Law, rows: Iterable[Row]) -> list[dict[str, Any]]:
    """The packs that speak to this school, each with the acts it reads and the day they were last compared."""
    acts: dict[str, dict[str, LegalAct]] = {}
    for row in rows:
        acts.setdefault(row.demand.pack, {}).setdefault(row.act.key, row.act)
    return [
        {"id": pack.id, "title": pack.title, "acts": [_act(act) for _, act in sorted(acts[pack.id].items())]}
        for pack in law.packs
        if pack.id in acts
    ]


def _act(act: LegalAct) -> dict[str, Any]:
    return {
        "key": act.key,
        "label": act.label,
        "title": act.title,
        "issuer": act.issuer,
        "issued_on": _iso(act.issued_on),
        "valid_from": _iso(act.valid_from),
        "valid_to": _iso(act.valid_to),
        "replaced_by": act.replaced_by,
        "confidence": act.confidence,
        "verified_on": act.verified_on.isoformat(),
    }


def _directive(receipt: Receipt, site_url: str) -> dict[str, Any]:
    """One directive of the authorities: when it came, how long it took to reach the site, what answers it."""
    item = receipt.item
    return {
        "id": item.id,
        "source": receipt.source.name,
        "title": item.title,
        "link": item.link,
        "published_at": item.published_at.isoformat() if item.published_at else None,
        "first_seen_at": item.first_seen_at.isoformat(),
        "on_site_since": _iso(receipt.on_site_since),
        "lag_days": receipt.lag_days,
        "answered_by": [{"title": one.title, "address": f"{site_url}/{one.address}"} for one in receipt.answers],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
