"""A complete school folder for every kind of school: what the packs owe, in small files whose figures add up.

The folder is complete by construction from the packs' data: whoever adds a demand sees these schools lack it.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path

from . import attachments, records
from .disclosures import disclosures
from .figures import Figures
from .law import Owed, owed_by
from .profiles import PROFILES, Profile
from .writing import Files

AS_OF = date(2026, 11, 22)


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


def _register(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The register as the command writes it, with the days on which each disclosure was really put up."""
    from school_site import cli

    with tempfile.TemporaryDirectory() as name:
        folder = write(files, Path(name))
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            if cli.main(["record", "--content", name, "--as-of", AS_OF.isoformat()]) != 0:
                raise AssertionError(said.getvalue())
        seen = json.loads((folder / "so-ghi/cong-khai.json").read_text("utf-8"))
        for entry in seen["disclosures"]:
            lines = files[entry["path"]].decode().split("\n")
            entry["first_seen_on"] = next(line for line in lines if line.startswith("published_on: "))[14:]
        return {
            "so-ghi/cong-khai.json": (json.dumps(seen, ensure_ascii=False, indent=1) + "\n").encode(),
            "so-ghi/dia-chi.json": (folder / "so-ghi/dia-chi.json").read_bytes(),
        }


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
    files.update(records.pages(profile))
    files.update(records.documents(profile, documents))
    files.update(records.weekly(profile, AS_OF))
    files.update(records.data(profile))
    files.update(records.news_taken_in())
    files["hinh/cong-truong.jpg"] = attachments.picture(shade=150)
    files["hinh/san-truong.jpg"] = attachments.picture(shade=90)
    files.update(_register(files))
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
