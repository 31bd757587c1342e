"""Pages of the open data: what there is, in which forms, and the tables of each year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..datasets import CATALOGUE, FOLDER, PACKAGE, PAGE, Dataset, all_datasets
from .page import Crumb, Page
from .view import View

OPEN_DATA: Crumb = ("Dữ liệu mở", PAGE)


@dataclass(frozen=True, kw_only=True)
class Tables:
    """The tables that one page shows: its title, its address, whether they are figures of others."""

    title: str
    address: str
    datasets: tuple[Dataset, ...]
    published_by_others: bool


@dataclass(frozen=True, kw_only=True)
class DataYear:
    """The tables about one year."""

    label: str
    address: str
    count: int
    pages: tuple[Tables, ...]


def pages(view: View) -> Iterator[Page]:
    """The page of the catalogue and one page a year; none where nothing is published as a table."""
    datasets = tuple(all_datasets(view.site))
    if not datasets:
        return
    years = _years(datasets)
    yield Page(
        save_as=PAGE, template="open_data.html", title=OPEN_DATA[0], section="cong-khai",
        crumbs=(("Công khai", "cong-khai/index.html"),),
        description="Mọi bảng số liệu nhà trường công khai, tải về dạng CSV, Excel, JSON.",
        values={
            "years": years,
            "count": len(datasets),
            "yearbook": tuple(one for one in datasets if one.name.startswith("nien-giam/")),
            "package": PACKAGE,
            "catalogue": CATALOGUE,
        },
    )  # fmt: skip
    for year in years:
        yield Page(
            save_as=year.address, template="open_data_year.html", title=f"Dữ liệu mở {year.label.lower()}",
            section="cong-khai", crumbs=(("Công khai", "cong-khai/index.html"), OPEN_DATA),
            description=f"{year.count} bảng số liệu của {year.label.lower()}.", values={"year": year},
        )  # fmt: skip


def _years(datasets: tuple[Dataset, ...]) -> tuple[DataYear, ...]:
    """Newest first; a school year stands before the fiscal year it began in."""
    by_year: dict[str, list[Dataset]] = {}
    for one in datasets:
        if one.name.startswith("cong-khai/"):
            by_year.setdefault(one.year, []).append(one)
    keys = sorted(by_year, key=lambda key: (key[:4], len(key)), reverse=True)
    return tuple(
        DataYear(
            label=f"Năm học {key}" if "-" in key else f"Năm tài chính {key}",
            address=f"{FOLDER}/cong-khai/{key}/index.html",
            count=len(by_year[key]),
            pages=tuple(_tables(tuple(same)) for _, same in groupby(by_year[key], key=lambda one: one.page)),
        )
        for key in keys
    )


def _tables(datasets: tuple[Dataset, ...]) -> Tables:
    first = datasets[0]
    return Tables(
        title=first.group, address=first.page, datasets=datasets, published_by_others=first.published_by_others
    )
