"""Open data: every table of figures as files that other programs read, and the two catalogues that describe them.

datasets → address, bytes
"""

from __future__ import annotations

from collections.abc import Iterator

from ...datasets import CATALOGUE, PACKAGE, Dataset, all_datasets
from ...render.view import View
from . import as_csv, as_json, as_xlsx
from .dcat import catalogue
from .package import package

__all__ = ["all_files", "pieces"]


def all_files(view: View, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the open data. `site_url` has no slash at its end."""
    for piece in pieces(view, site_url):
        yield from piece


def pieces(view: View, site_url: str) -> Iterator[Iterator[tuple[str, bytes]]]:
    """The files of each table, then the catalogues; a piece is made when it is asked for its files."""
    datasets = tuple(all_datasets(view.site))
    for dataset in datasets:
        yield _table(dataset, view, site_url)
    yield _catalogues(datasets, view, site_url)


def _table(dataset: Dataset, view: View, site_url: str) -> Iterator[tuple[str, bytes]]:
    yield f"{dataset.address}.csv", as_csv.written(dataset)
    yield f"{dataset.address}.xlsx", as_xlsx.written(dataset)
    yield f"{dataset.address}.json", as_json.written(dataset, view, site_url)


def _catalogues(datasets: tuple[Dataset, ...], view: View, site_url: str) -> Iterator[tuple[str, bytes]]:
    yield PACKAGE, package(datasets, view, site_url)
    yield CATALOGUE, catalogue(datasets, view, site_url)
