"""A complete school folder for every kind of school: what the packs owe, in small files whose figures add up.

The folder is complete by construction from the packs' data: whoever adds a demand sees these schools lack it.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path

from school_site.pipeline import judge
from school_site.register import SeenDisclosure, read_register, remember, write_register

from . import attachments, data_files, pages, papers, weeks
from .disclosures import disclosures
from .figures import Figures
from .law import SCHEMA, Owed, owed_by
from .profiles import PROFILES, Profile
from .writing import Files

AS_OF = date(2026, 11, 22)
REGISTERED = ("so-ghi/cong-khai.json", "so-ghi/dia-chi.json")


@dataclass(frozen=True, kw_only=True)
class School:
    """A complete school: who it is and its whole content folder."""

    profile: Profile
    files: Files

    def text(self, path: str) -> str:
        """A file's text."""
        return self.files[path].decode()

    def under(self, folder: str, suffix: str = "") -> list[str]:
        """The files of a folder, sorted."""
        return sorted(path for path in self.files if path.startswith(folder + "/") and path.endswith(suffix))

    def disclosure(self, ending: str, year: str) -> str | None:
        """The disclosure of that year whose item ends so: «doi-ngu» is mn-, pt- or tx-doi-ngu."""
        return next((path for path in self.under(f"cong-khai/{year}") if path.endswith(f"{ending}.md")), None)

    @cached_property
    def owed(self) -> tuple[Owed, ...]:
        """All that the packs ask of this school."""
        return tuple(owed_by(self.profile))


def write(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write a content folder to disk."""
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder


def register(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The register of a school that has kept it: each disclosure seen on the day it was put up."""
    with tempfile.TemporaryDirectory() as name:
        folder = write(files, Path(name))
        site = judge(folder, SCHEMA, today=AS_OF).verdict.site
        assert site is not None
        seen = tuple(
            SeenDisclosure(
                path=item.path,
                item=item.item,
                year=item.year,
                title=item.title,
                digest=item.record.digest,
                first_seen_on=item.published_on,
            )
            for item in site.disclosures
        )
        addresses = {entry.address: str(getattr(entry, "title", entry.path)) for entry in site.entries()}
        write_register(folder, remember(read_register(folder), seen, addresses, AS_OF))
        return {path: (folder / path).read_bytes() for path in REGISTERED}


@cache
def make(profile: Profile, seed: int = 0) -> School:
    """The complete school of this kind."""
    figures = Figures(profile, seed)
    files: dict[str, bytes] = {}
    documents: list[Owed] = []
    for owed in owed_by(profile):
        first = owed.evidence[0]
        if first["kind"] == "disclosure" and first.get("item", owed.id) == owed.id and owed.period != "standing":
            files.update(disclosures(owed, profile, figures, AS_OF))
        elif first["kind"] == "official_document" and profile.has(owed.conditions):
            documents.append(owed)
    for year in ("2024", "2025"):
        files[f"tep/bao-cao-thuong-nien-{year}.pdf"] = attachments.pdf(
            f"Báo cáo thường niên năm {year}", profile.name, "Số liệu tính đến ngày 31/12"
        )
    files.update(pages.pages(profile, figures))
    files.update(papers.documents(profile, documents))
    files.update(weeks.weekly(profile, AS_OF))
    files.update(data_files.data(profile, figures))
    files.update(data_files.news_taken_in())
    files["hinh/cong-truong.jpg"] = attachments.picture(shade=150)
    files["hinh/san-truong.jpg"] = attachments.picture(shade=90)
    files.update(register(files))
    return School(profile=profile, files=dict(sorted(files.items())))


def every_school(seed: int = 0) -> tuple[School, ...]:
    """One complete school of each kind."""
    return tuple(make(profile, seed) for profile in PROFILES)


def digest(school: School) -> str:
    """A mark of the whole folder: two machines must make the same one."""
    whole = hashlib.sha256()
    for path, data in school.files.items():
        whole.update(path.encode() + b"\0" + data)
    return whole.hexdigest()


def week_of(day: date) -> tuple[str, date]:
    """The week's name as in file names, and its Monday."""
    year, week, weekday = day.isocalendar()
    return f"{year}-W{week:02}", day - timedelta(days=weekday - 1)
