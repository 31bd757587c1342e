"""RT-040 … RT-044: personal data is found wherever it stands, and never repeated."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from school_site.findings import Severity
from school_site.model import Asset
from school_site.pipeline import judge
from school_site.report.text import text_report
from school_site.validate.rules import (
    bank_account,
    citizen_number,
    private_email,
    private_phone,
    pupils_birth_dates,
)

from .contents import SCHEMA, SCHOOL, TODAY, codes, disclosure, findings, page, verdict

# Made up: the province exists, the person does not.
CITIZEN = "079203001234"
MOBILE = "0903123456"
ACCOUNT = "0071000123456"
EMAIL = "phuhuynh.lan@gmail.com"
PUPILS = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Hoàng Cường"]


def _file(text: str, path: str = "tep/danh-sach.pdf", kind: str = "application/pdf") -> tuple[Asset, ...]:
    return (Asset(path=path, size=1, digest="d", media_type=kind, pages=tuple(text.split("\f"))),)


@pytest.mark.parametrize(
    "written",
    [
        CITIZEN,
        "079 203 001234",
        "079 203 001 234",
        "0792 0300 1234",
        "079.203.001.234",
        "CCCD:079203001234",
        "số định danh cá nhân là 001305000777",
        "CMND 023456789",
        "Căn cước công dân số 999999999999",
    ],
)
def test_a_citizen_number_is_found_however_it_is_written(written: str) -> None:
    assert codes(citizen_number, page(f"Em có {written}, ở phường Thử.")) == [("RT-040", "gioi-thieu/lich-su.md", 5)]


@pytest.mark.parametrize(
    "written",
    [
        "mã vạch 8934563138164",
        "thẻ 4111 1111 1111 1111",
        "000203001234",  # no such province
        "079903001234",  # a century to come
        "079299001234",  # born in 2099
        "kinh phí 18.668.600.000 đồng",
        "kinh phí 120.000.000.000 đồng",
        "toạ độ 10,079203001234",
        "năm 2025 2026 2027",
    ],
)
def test_other_long_numbers_are_no_citizen_numbers(written: str) -> None:
    assert codes(citizen_number, page(f"Ghi nhận {written} trong hồ sơ.")) == []


def test_a_citizen_number_in_a_table_is_found_at_its_cell() -> None:
    head = "tables:\n  - title: Danh sách\n    columns: [Tên, Số]\n    rows:\n"
    rest = f"{head}      - [An, 5]\n      - [Bình, '{CITIZEN}']\n"
    (found,) = findings(citizen_number, disclosure(rest))

    assert (found.where.line, found.where.column) == (11, 16)
    assert found.message == "Dòng 11 có số căn cước hoặc số định danh cá nhân (•••••••••234)."
    assert found.severity is Severity.error
    assert found.legal


def test_a_citizen_number_inside_a_pdf_is_named_by_page_and_line() -> None:
    (found,) = findings(citizen_number, {}, _file(f"Trang một\n\fSTT Tên\n1 An {CITIZEN} 12/03/2014"))

    assert found.where.path == "tep/danh-sach.pdf"
    assert found.message.startswith("Trang 2, dòng 2 có ")


def test_a_spreadsheet_that_lost_the_first_zero_still_gives_the_number_away() -> None:
    asset = _file(f"Tên\tCCCD\nAn\t{CITIZEN[1:]}", "tep/a.xlsx", "application/xlsx")
    (found,) = findings(citizen_number, {}, asset)

    assert found.message.startswith("Trang tính 1, dòng 2 có ")


@pytest.mark.parametrize(
    "written", [MOBILE, "0903 123 456", "0903.123.456", "+84 903 123 456", "(+84) 903123456", "84903123456"]
)
def test_a_mobile_number_is_found_however_it_is_written(written: str) -> None:
    assert codes(private_phone, page(f"Liên hệ cô Lan, {written}, để biết thêm.")) == [
        ("RT-041", "gioi-thieu/lich-su.md", 5)
    ]


@pytest.mark.parametrize(
    "written", ["(028) 3999 0101", "028 3812 3456", "1900 1234", "111", "18001567", "0 3 5 7 9 1 2 4 6 8"]
)
def test_landlines_and_service_numbers_are_no_private_numbers(written: str) -> None:
    assert codes(private_phone, page(f"Gọi {written} trong giờ hành chính.")) == []


def test_a_mobile_number_that_the_directory_gives_out_is_the_schools_own() -> None:
    directory = """
leadership:
  - {name: Lê Hà, position: Hiệu trưởng, phone: 0903 123 456, email: ha@hcm.edu.vn, workplace: Tầng 1, duties: Chung}
units:
  - {name: Văn phòng, head: Đặng Lan}
"""
    files = {**page(f"Trực bão: {MOBILE}."), "can-bo.yml": directory}

    assert codes(private_phone, files) == []
    assert len(codes(private_phone, page(f"Trực bão: {MOBILE}."))) == 1
    duties = directory.replace("duties: Chung", '"duties": "Gọi riêng 0912 345 678"')
    assert codes(private_phone, {"can-bo.yml": duties}) == [("RT-041", "can-bo.yml", 2)]


@pytest.mark.parametrize(
    "written",
    [
        f"số tài khoản {ACCOUNT} (Vietcombank)",
        f"STK: {ACCOUNT}",
        "Tài khoản số 1234 5678 9012 tại ngân hàng",
        "Chuyển về tài khoản 19036666888012 Techcombank",
        "Chuyển khoản 0101234567 – Ngân hàng BIDV, chủ tài khoản Lê Thị Mai",
        f"| Tên | Số tài khoản |\n|---|---|\n| Cô Lan | {ACCOUNT} |",
    ],
)
def test_a_bank_account_is_found_beside_or_below_the_words_that_say_so(written: str) -> None:
    assert [code for code, _, _ in codes(bank_account, page(written))] == ["RT-042"]


@pytest.mark.parametrize(
    "written",
    [
        "Tài khoản 3714.0.1234567 tại Kho bạc Nhà nước, số tài khoản 3714012345678 kho bạc",
        "Mỗi gia đình có một tài khoản theo số điện thoại (028) 3999 0101.",
        "Số dư tài khoản 212.600.000 đồng.",
        "Phụ huynh chuyển khoản trước ngày 15-12-2026 qua ngân hàng.",
        "Chuyển khoản 1.500.000 đồng qua ngân hàng.",
        "Nhà trường không thu tiền qua số tài khoản cá nhân.\n\nNăm 2026 thu 1.500.000 đồng.",
    ],
)
def test_accounts_of_offices_and_accounts_of_software_are_no_private_accounts(written: str) -> None:
    assert codes(bank_account, page(written)) == []


@pytest.mark.parametrize("line", ["{0}, {1}", "| {0} | {1} |", "{1} - {0}"])
def test_three_names_with_dates_of_birth_are_a_list_of_pupils(line: str) -> None:
    body = "Danh sách học sinh và ngày sinh\n\n" + "\n".join(
        line.format(name, f"1{index}/03/2014") for index, name in enumerate(PUPILS)
    )
    (found,) = findings(pupils_birth_dates, page(body))

    assert found.where.line == 7
    assert "3 người" in found.message


def test_names_with_other_days_are_no_list_of_pupils() -> None:
    lines = "\n".join(f"{name}: nộp bài ngày 1{index}/10/2026" for index, name in enumerate(PUPILS))

    assert codes(pupils_birth_dates, page(f"Danh sách học sinh dự thi\n\n{lines}")) == []
    two = "\n".join(f"{name}, 12/03/2014" for name in PUPILS[:2])
    assert codes(pupils_birth_dates, page(f"Ngày sinh\n{two}")) == []


def test_a_list_of_pupils_inside_a_spreadsheet_is_found() -> None:
    rows = "\n".join(f"{index}\t{name}\t1{index}/03/2014" for index, name in enumerate(PUPILS))
    asset = _file(f"STT\tHọ tên\tNgày sinh\n{rows}", "tep/lop-6a1.xlsx", "application/xlsx")

    assert codes(pupils_birth_dates, {}, asset) == [("RT-043", "tep/lop-6a1.xlsx", 1)]


def test_a_private_address_is_found_and_an_official_one_is_not() -> None:
    assert codes(private_email, page(f"Gửi bài về {EMAIL} trước thứ Sáu.")) == [("RT-044", "gioi-thieu/lich-su.md", 5)]
    assert codes(private_email, page("Gửi bài về c2thu@hcm.edu.vn, hoặc @hcm.")) == []


def test_no_report_repeats_the_datum() -> None:
    """The finding tells where; whoever reads the log learns nothing more."""
    secrets = [CITIZEN, MOBILE, ACCOUNT, EMAIL, "12/03/2014", "13/03/2014", PUPILS[1]]
    body = f"Em Bình, căn cước {CITIZEN}, mẹ em: {MOBILE}, STK {ACCOUNT}, thư {EMAIL}.\n\nNgày sinh:\n\n" + "\n".join(
        f"- {name}, 1{index + 2}/03/2014" for index, name in enumerate(PUPILS)
    )
    rest = f"facts:\n  - label: Liên hệ\n    value: {MOBILE} {CITIZEN}\n"
    files = {**page(body), **disclosure(rest, body=body)}
    found = verdict(files, _file(body)).findings
    report = text_report(found, content="content")

    assert {finding.code for finding in found} >= {"RT-040", "RT-041", "RT-042", "RT-043", "RT-044"}
    assert [secret for secret in secrets if secret in report] == []


def test_a_sentence_that_quotes_the_content_hides_the_datum_in_it(tmp_path: Path) -> None:
    """Other rules show values as they are written; what passes through a report is masked for all of them."""
    (tmp_path / "content/tin-tuc").mkdir(parents=True)
    (tmp_path / "content/truong.yml").write_text(SCHOOL, encoding="utf-8")
    head = f"title: Trao quà: em An {CITIZEN}\npublished_on: {MOBILE}\nsummary: Tin\n"
    for number, text in enumerate((head, head.replace("quà:", "quà"))):
        path = tmp_path / f"content/tin-tuc/2026-11-2{number}-a.md"
        path.write_text(f"---\n{text}---\nTin.\n", encoding="utf-8")
    found = judge(tmp_path / "content", SCHEMA, today=TODAY).findings
    report = text_report(found, content="content")

    assert "•" in report
    assert [secret for secret in (CITIZEN, MOBILE) if secret in report] == []


def test_random_digits_are_rarely_taken_for_a_person() -> None:
    """Of ten thousand random numbers of twelve digits, few can belong to somebody."""
    draw = random.Random(7)
    body = "\n".join(f"Mã {draw.randrange(10**12):012d}." for _ in range(10_000))

    assert len(codes(citizen_number, page(body))) < 200
