"""Faults of completeness: what the law wants is not there, is not said, or is said of the wrong thing."""

from __future__ import annotations

from collections.abc import Sequence

from ..school import School
from .base import NOTICED, Fault, Planted, add_key, disclosed, forget, set_key, swap
from .base import Plant as Planting
from .places import Place, around, at

C = "thiếu điều phải công khai"
N = "khai «không có»"


def _owed_title(school: School, item: str) -> str:
    return next((owed.title for owed in school.owed if owed.id == item), "")


def _pointing_to(school: School, *gone: str) -> tuple[Place, ...]:
    """Files that speak of what is gone: that they point at nothing may be told there as well."""
    stems = {path.rsplit("/", 1)[-1].rsplit(".", 1)[0] for path in gone if "/" in path}
    return tuple(
        at(path)
        for path in school.files
        if path.endswith((".md", ".yml")) and path not in gone and any(stem in school.text(path) for stem in stems)
    )


def _never_disclosed(ending: str, *years: str) -> Planting:
    """A disclosure that was never made."""

    def plant(school: School, turn: int) -> Planted | None:
        path = school.disclosure(ending, years[turn % len(years)])
        if path is None:
            return None
        return Planted(changes=forget(school, path), expected=(around(path, "truong.yml"),))

    return plant


def _gone(*paths: str) -> Planting:
    """All files of one sort were never there."""

    def plant(school: School, turn: int) -> Planted | None:
        path = paths[turn % len(paths)]
        found = [path] if path in school.files else school.under(path)
        if not found:
            return None
        return Planted(
            changes=forget(school, *found),
            expected=(around(found[0], "truong.yml"),),
            consequences=_pointing_to(school, *found),
        )

    return plant


def _undocumented(item: str) -> Planting:
    """The document that answers a standing demand was never put up."""

    def plant(school: School, turn: int) -> Planted | None:
        found = [path for path in school.under("van-ban") if f"satisfies: [{item}]" in school.text(path)]
        if not found:
            return None
        return Planted(
            changes=forget(school, *found),
            expected=(around(found[0], "truong.yml", "cong-khai"),),
            consequences=_pointing_to(school, *found),
        )

    return plant


def _unsaid(school: School, turn: int) -> Planted | None:
    """What a school has or has not is left unsaid: the line of the declaration is gone."""
    lines = school.text("truong.yml").split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("  - item: ")]
    if not starts:
        return None
    here = starts[turn % len(starts)]
    item = lines[here].split(": ")[1]
    title = _owed_title(school, item)
    if not title or next(owed.obligation for owed in school.owed if owed.id == item) == "recommended":
        return None
    text = "\n".join(lines[:here] + lines[here + 3 :]).encode()
    if len(starts) == 1:
        text = text.replace(b"declared_none:\n", b"")
    return Planted(
        changes={"truong.yml": text},
        expected=(
            around(
                "truong.yml",
                "van-ban",
                "cong-khai",
                "thuc-don",
                "lien-ket.yml",
                "gioi-thieu",
                "cong-khai/2026-2027",
                "cong-khai/2026",
                "thuc-don/2026-W47.yml",
            ),
        ),
    )


def _yearly_unsaid(school: School, turn: int) -> Planted | None:
    """A yearly «không có» that was never declared."""
    path = next((path for path in school.under("cong-khai/2025-2026") if "declared_none_on" in school.text(path)), None)
    if path is None:
        return None
    return Planted(changes=forget(school, path), expected=(around(path, "truong.yml"),))


def _have_but_show_nothing(school: School, turn: int) -> Planted | None:
    """The profile says that the school has visiting teachers, and nothing names them."""
    planted = swap(school, "truong.yml", "conditions: [", "conditions: [co_nha_giao_thinh_giang, ")
    if planted is None or "conditions: []" in school.text("truong.yml"):
        return None
    data = planted.changes["truong.yml"]
    assert data is not None
    lines = data.decode().split("\n")
    here = next((number for number, line in enumerate(lines) if line.endswith("item: nha-giao-thinh-giang")), None)
    if here is None:
        return None
    text = "\n".join(lines[:here] + lines[here + 3 :]).encode()
    return Planted(
        changes={"truong.yml": text},
        expected=(around("cong-khai/2026-2027/nha-giao-thinh-giang.md", "truong.yml", "van-ban", "cong-khai/2026"),),
    )


def _said_of_a_duty(school: School, turn: int) -> Planted | None:
    """«Không có» said of what every school has: a person must look."""
    path = school.disclosure("co-so-vat-chat", "2025-2026") if turn else school.disclosure("doi-ngu", "2025-2026")
    planted = add_key(school, path, "declared_none_on: 2026-06-12", after="published_on")
    return planted and Planted(changes=planted.changes, expected=(at(path or ""),))


def _unknown_item(school: School, turn: int) -> Planted | None:
    """A misspelt item answers no demand: told at its line; that the real item is missing may be told as well."""
    path = disclosed(school, turn)
    planted = set_key(school, path, "item", ("doi-ngu-giao-vien", "pt-doi-nguu", "muc-moi")[turn % 3])
    if path is None or planted is None:
        return None
    return Planted(changes=planted.changes, expected=planted.expected, consequences=(around(path, "truong.yml"),))


def _no_department(school: School, turn: int) -> Planted | None:
    text = school.text("nguon-tin.yml").replace("role: department", "role: other")
    return Planted(changes={"nguon-tin.yml": text.encode()}, expected=(around("nguon-tin.yml", "truong.yml"),))


def _no_authority_feed(school: School, turn: int) -> Planted | None:
    text = school.text("nguon-tin.yml").replace("role: managing_authority", "role: ministry")
    return Planted(changes={"nguon-tin.yml": text.encode()}, expected=(around("nguon-tin.yml", "truong.yml"),))


def _topic(school: School, turn: int) -> Planted | None:
    """An introduction page called «other»: it is there, but not as what it is owed as."""
    stems = ("lich-su", "dinh-huong", "to-chuc")
    planted = set_key(school, f"gioi-thieu/{stems[turn % 3]}.md", "topic", "other")
    assert planted is not None
    path = next(iter(planted.changes))
    return Planted(changes=planted.changes, expected=(around(path, "truong.yml"),))


def _week(folder: str, *weeks: int) -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        found = [
            path
            for path in (
                f"{folder}/2026-W{weeks[turn % len(weeks)]}.yml",
                f"{folder}/2026-W{weeks[turn % len(weeks)]}.md",
            )
            if path in school.files
        ]
        if not found:
            return None
        return Planted(changes=forget(school, *found), expected=(around(found[0]),))

    return plant


_ITEMS = (
    ("đội ngũ", "doi-ngu", ("2025-2026",)),
    ("cơ sở vật chất", "co-so-vat-chat", ("2025-2026",)),
    ("danh mục sách", "danh-muc-sach", ("2025-2026",)),
    ("kiểm định chất lượng", "kiem-dinh-chat-luong", ("2025-2026",)),
    ("kết quả giáo dục", "ket-qua-nam-hoc-truoc", ("2025-2026",)),
    ("kế hoạch giáo dục", "ke-hoach-giao-duc", ("2026-2027",)),
    ("kế hoạch nuôi dưỡng, chăm sóc", "ke-hoach-nuoi-duong-giao-duc", ("2026-2027",)),
    ("quy chế phối hợp", "quy-che-phoi-hop", ("2026-2027",)),
    ("hoạt động hỗ trợ", "hoat-dong-ho-tro", ("2026-2027",)),
    ("chương trình giáo dục thường xuyên", "tx-chuong-trinh", ("2026-2027",)),
    ("các khoản thu và mức thu", "cac-khoan-thu-va-muc-thu", ("2026-2027",)),
    ("chính sách miễn giảm", "chinh-sach-mien-giam-hoc-bong", ("2025-2026",)),
    ("tình hình tài chính", "tinh-hinh-tai-chinh-nam-truoc", ("2025",)),
    ("số dư các quỹ", "so-du-cac-quy", ("2025",)),
    ("báo cáo thường niên", "bao-cao-thuong-nien", ("2025",)),
    ("dự toán ngân sách", "nsnn26-du-toan", ("2026",)),
    ("thực hiện dự toán quý, 6 tháng, 9 tháng", "", ("2026",)),
    ("trường học an toàn", "truong-hoc-an-toan", ("2025-2026",)),
    ("học phí trường tư thục", "tu-thuc-hoc-phi", ("2026-2027",)),
)


def _terms(school: School, turn: int) -> Planted | None:
    return _never_disclosed(
        ("nsnn26-thuc-hien-9-thang", "nsnn26-thuc-hien-6-thang", "nsnn26-thuc-hien-quy-1")[turn % 3], "2026"
    )(school, turn)


def _missing_items() -> Sequence[Fault]:
    return [
        Fault(
            name=f"chưa công khai {name}",
            group=C,
            plant=_never_disclosed(ending, *years) if ending else _terms,
            turns=1 if ending else 3,
        )
        for name, ending, years in _ITEMS
    ]


_DOCUMENTS = (
    "quyet-dinh-thanh-lap",
    "quyet-dinh-bo-nhiem-lanh-dao",
    "quy-che-to-chuc-hoat-dong",
    "chien-luoc-phat-trien",
    "quy-che-dan-chu",
    "quy-dinh-quan-ly-noi-bo",
    "chinh-sach-doi-ngu",
    "quy-che-cong-thong-tin",
    "bo-quy-tac-ung-xu",
    "danh-sach-gop-von",
    "tai-tro-ke-hoach",
)

FAULTS = (
    *_missing_items(),
    *(Fault(name=f"chưa đăng văn bản «{item}»", group=C, plant=_undocumented(item)) for item in _DOCUMENTS),
    *(
        Fault(name=f"chưa có {name}", group=C, plant=_gone(path))
        for name, path in (
            ("trang lịch sử", "gioi-thieu/lich-su.md"),
            ("trang định hướng", "gioi-thieu/dinh-huong.md"),
            ("trang tổ chức bộ máy", "gioi-thieu/to-chuc.md"),
            ("trang Chi bộ", "doan-the/chi-bo.md"),
            ("trang Công đoàn", "doan-the/cong-doan.md"),
            ("trang Đoàn thanh niên", "doan-the/doan-thanh-nien.md"),
            ("trang Hội khuyến học", "doan-the/hoi-khuyen-hoc.md"),
            ("hồ sơ tuyển sinh đầu cấp", "bieu-mau/ho-so-tuyen-sinh-dau-cap.md"),
            ("tin nào", "tin-tuc"),
            ("thủ tục nào", "thu-tuc"),
            ("mục lấy ý kiến", "gop-y"),
            ("học liệu nào", "hoc-lieu"),
            ("trang tuyển sinh nào", "tuyen-sinh"),
            ("liên kết của ngành", "lien-ket.yml"),
            ("danh bạ", "can-bo.yml"),
            ("nguồn tin", "nguon-tin.yml"),
        )
    ),
    Fault(name="chưa có lịch công tác tuần này", group=C, plant=_week("lich-cong-tac", 47)),
    Fault(name="chưa có thực đơn tuần này, tuần sau", group=C, plant=_week("thuc-don", 47, 48), turns=2),
    Fault(name="chưa có kế hoạch tuần của trường mầm non", group=C, plant=_week("ke-hoach", 47, 48), turns=2),
    Fault(name="chưa có kế hoạch tháng của trường mầm non", group=C, plant=_gone("ke-hoach/2026-11.md")),
    Fault(name="chưa theo dõi tin của Sở", group=C, plant=_no_department),
    Fault(name="chưa theo dõi tin của cơ quan quản lý", group=C, plant=_no_authority_feed),
    Fault(name="trang giới thiệu xếp vào «khác»", group=C, plant=_topic, turns=3),
    Fault(name="im lặng về một nội dung «nếu có»", group=N, plant=_unsaid, turns=4),
    Fault(name="im lặng về chương trình nước ngoài của năm học", group=N, plant=_yearly_unsaid),
    Fault(name="khai có nhà giáo thỉnh giảng mà không nêu tên", group=N, plant=_have_but_show_nothing),
    Fault(name="khai «không có» điều trường nào cũng có", group=N, plant=_said_of_a_duty, turns=2, severities=NOTICED),
    Fault(name="mã mục công khai không có trong quy định", group=N, plant=_unknown_item, turns=3, severities=NOTICED),
)
