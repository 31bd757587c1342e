"""Write the corpus' schools as content folders that a person can look at and build: one for each level.

python -m corpus.samples FOLDER [--profile KEY]
(in tests/, with plugins/ on the path; then python3 run.py build --content FOLDER/KEY)
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from school_site.layouts import read_layout

from . import timetables
from .disclosures import disclosures
from .figures import Figures
from .law import CITY, SCHEMA, owed_by
from .profiles import PROFILES, Profile
from .school import AS_OF, REGISTERED, make, register, write
from .writing import Files, Value, data_file, markdown_file

EACH_LEVEL = ("mam-non", "tieu-hoc", "thcs", "thpt", "gdtx")
BY_KEY = {profile.key.removesuffix("-cong-lap"): profile for profile in PROFILES}
"""A public school is called by its level alone: mam-non; a private one is mam-non-tu-thuc."""

_FORMS = ("don-xin-nghi-hoc", "don-xin-phuc-khao", "ho-so-tuyen-sinh-dau-cap")
_WAIVED: Value = {
    "demand": "kt-ipv6-dnssec",
    "scope": "tất cả",
    "reason": "Máy chủ dùng chung của ngành đang nâng cấp mạng; trường chuyển theo khi hạ tầng sẵn sàng.",
    "approver": f"Sở Giáo dục và Đào tạo {CITY}",
    "document_number": "2315/SGDĐT-VP",
    "expires_on": "2027-06-30",
}
"""What only those can do who run the server: put off in writing, as the law lets them."""
_HISTORY = """{name} được thành lập tháng 8 năm 1998 từ một dãy nhà cấp bốn. Dãy A xây năm 2009, dãy B năm 2016.

Hôm nay, {count} {pupil} học ở {classes} lớp, với {staff} cán bộ quản lý, giáo viên và nhân viên."""


@cache
def sample(profile: Profile) -> Files:
    """The complete school with what a visitor looks for: forms ready to fill, every class's timetable, its history."""
    school, figures = make(profile), Figures(profile, 0)
    files = dict(school.files)
    files.update(_forms(profile, files))
    files.update(_further(profile, figures, files))
    if profile.levels != ("preschool",):
        files["thoi-khoa-bieu/2026-2027-hk1.yml"] = timetables.timetable(figures)
    files["mien-tru.yml"] = data_file({"waivers": [_WAIVED]})
    files["gioi-thieu/lich-su.md"] = _history(profile, figures)
    files["hinh/cong-truong.jpg"] = drawn_school((206, 226, 240))
    files["hinh/san-truong.jpg"] = drawn_school((244, 222, 190))
    if profile.levels == ("continuing",):
        files = {path: _of_a_centre(path, data) for path, data in files.items()}
    kept = {path: data for path, data in files.items() if path not in REGISTERED}
    files.update(register(kept))
    return files


def _further(profile: Profile, figures: Figures, files: Files) -> Iterator[tuple[str, bytes]]:
    """Disclosures with figures that another item or a document would answer as well."""
    for owed in owed_by(profile):
        own = any(one["kind"] == "disclosure" and one.get("item", owed.id) == owed.id for one in owed.evidence)
        if own and profile.has(owed.conditions) and read_layout(SCHEMA, owed.id) is not None:
            yield from ((path, data) for path, data in disclosures(owed, profile, figures, AS_OF) if path not in files)


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


def _of_a_centre(path: str, data: bytes) -> bytes:
    """A centre is led by a director."""
    if not path.endswith((".md", ".yml")):
        return data
    text = data.decode()
    for word, own in (("Phó Hiệu trưởng", "Phó Giám đốc"), ("Hiệu trưởng", "Giám đốc"), ("nhà trường", "trung tâm")):
        text = text.replace(word, own)
    return text.encode()


def drawn_school(sky: tuple[int, int, int]) -> bytes:
    """A picture that nobody takes for a photograph: two wings, a gate, trees."""
    picture = Image.new("RGB", (1280, 720), sky)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 560, 1280, 720), fill=(196, 178, 140))
    for left, top, right in ((180, 250, 600), (680, 310, 1120)):
        pen.rectangle((left, top, right, 570), fill=(250, 236, 200))
        pen.polygon(
            ((left - 20, top), (right + 20, top), (right - 20, top - 40), (left + 20, top - 40)), fill=(164, 50, 32)
        )
        for x in range(left + 30, right - 50, 80):
            for y in range(top + 30, 520, 90):
                pen.rectangle((x, y, x + 44, y + 54), fill=(96, 140, 160))
    pen.rectangle((560, 470, 580, 640), fill=(164, 50, 32))
    pen.rectangle((740, 470, 760, 640), fill=(164, 50, 32))
    pen.rectangle((540, 440, 780, 480), fill=(164, 50, 32))
    for x in (90, 1190):
        pen.rectangle((x - 9, 470, x + 9, 610), fill=(110, 80, 50))
        pen.ellipse((x - 85, 320, x + 85, 500), fill=(40, 110, 70))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()


def _history(profile: Profile, figures: Figures) -> bytes:
    year = 2025
    text = _HISTORY.format(
        name=profile.name, pupil=profile.pupil, count=figures.pupils.count(year),
        classes=figures.pupils.classes(year), staff=figures.staff.count(year),
    )  # fmt: skip
    head: dict[str, Value] = {
        "title": "Lịch sử hình thành",
        "topic": "history",
        "summary": f"{profile.short} từ năm 1998 đến nay.",
        "order": 1,
    }
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
