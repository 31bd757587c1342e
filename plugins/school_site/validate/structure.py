"""Disclosures brought into their structured form: every table that names its layout is completed by it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..completing import completed
from ..fitting import Pupils, fitted
from ..kinds.disclosure import Disclosure
from ..layouts import Layout
from ..site import Site


def structured(site: Site, layouts: Mapping[str, Layout], pupils: Mapping[str, Pupils]) -> Site:
    """`site` with its tables completed, and with the layouts they follow."""
    levels = site.school.school_levels
    fits = {
        disclosure.path: fitted(layout, school_levels=levels, year=disclosure.year, pupils=pupils)
        for disclosure in site.disclosures
        if any(table.id for table in disclosure.tables) and (layout := layouts.get(disclosure.item)) is not None
    }
    if not fits:
        return site
    disclosures = tuple(_completed(disclosure, fits.get(disclosure.path)) for disclosure in site.disclosures)
    return replace(site, disclosures=disclosures, layouts=fits)


def _completed(disclosure: Disclosure, layout: Layout | None) -> Disclosure:
    if layout is None:
        return disclosure
    tables = tuple(
        completed(table, form) if table.id and (form := layout.table(table.id)) is not None else table
        for table in disclosure.tables
    )
    return replace(disclosure, tables=tables)
