"""Write the corpus' schools as content folders that a person can look at and build: one for each level.

python -m corpus.samples FOLDER [--profile KEY]
(in tests/, with plugins/ on the path; then python3 run.py build --content FOLDER/KEY)
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from . import timetables
from .attachments import picture
from .figures import Figures
from .law import SCHEMA
from .profiles import PROFILES, Profile
from .school import REGISTERED, make, register, write
from .writing import Files, markdown_file

EACH_LEVEL = ("mam-non", "tieu-hoc", "thcs", "thpt", "gdtx")
BY_KEY = {profile.key.removesuffix("-cong-lap"): profile for profile in PROFILES}
"""A public school is called by its level alone: mam-non; a private one is mam-non-tu-thuc."""

_FORMS = ("don-xin-nghi-hoc", "don-xin-phuc-khao", "ho-so-tuyen-sinh-dau-cap")
_HISTORY = (
    "{name} được thành lập tháng 8 năm 1998 từ một dãy nhà cấp bốn. Năm 2009 trường có dãy A ba tầng, năm 2016 có dãy B và "
    "nhà đa năng.\n\nHôm nay, {count} {pupil} học ở {classes} lớp, với {staff} cán bộ quản lý, giáo viên và nhân viên."
)


@cache
def sample(profile: Profile) -> Files:
    """The complete school with what makes it look lived in: forms ready to fill, every class's timetable."""
    school, figures = make(profile), Figures(profile, 0)
    files = dict(school.files)
    files.update(_forms(profile, files))
    if profile.levels != ("preschool",):
        files["thoi-khoa-bieu/2026-2027-hk1.yml"] = timetables.timetable(figures)
    files["gioi-thieu/lich-su.md"] = _history(profile, figures)
    files["hinh/cong-truong.jpg"] = picture(shade=150, size=(1280, 720))
    files["hinh/san-truong.jpg"] = picture(shade=90, size=(1280, 720))
    kept = {path: data for path, data in files.items() if path not in REGISTERED}
    files.update(register(kept))
    return files


def _forms(profile: Profile, files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The forms that the product has ready for the first level of the school, in place of the plain ones."""
    for name in _FORMS:
        ready = SCHEMA / "forms" / profile.levels[0] / f"{name}.md"
        files.pop(f"tep/{name}.docx", None)
        if ready.is_file():
            yield f"bieu-mau/{name}.md", ready.read_text("utf-8").replace("{school}", profile.name).encode()
        else:
            # Nothing is examined in a preschool.
            files.pop(f"bieu-mau/{name}.md", None)


def _history(profile: Profile, figures: Figures) -> bytes:
    year = 2025
    text = _HISTORY.format(
        name=profile.name, pupil=profile.pupil, count=figures.pupils.count(year),
        classes=figures.pupils.classes(year), staff=figures.staff.count(year),
    )  # fmt: skip
    head = {"title": "Lịch sử hình thành", "topic": "history", "summary": f"{profile.short} từ năm 1998 đến nay.", "order": 1}
    return markdown_file(head, text)


def main(words: Sequence[str]) -> int:
    """Write one school, or one for each level."""
    reader = argparse.ArgumentParser(prog="python -m corpus.samples", description="Ghi trường mẫu của từng cấp học.")
    reader.add_argument("folder", type=Path, help="thư mục để ghi; mỗi trường một thư mục con")
    reader.add_argument("--profile", choices=sorted(BY_KEY), help="chỉ ghi trường này")
    asked = reader.parse_args(words)
    for key in [asked.profile] if asked.profile else EACH_LEVEL:
        target = asked.folder / key
        if target.exists() and any(target.iterdir()):
            print(f"Thư mục {target} đã có tệp: chọn thư mục khác, hoặc xóa nó trước.", file=sys.stderr)
            return 2
        write(sample(BY_KEY[key]), target)
        print(f"{target}: {BY_KEY[key].name}. Xem thử:  python3 run.py build --content {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
