"""`check` with its forms and files, `explain` with its pages: what a person or a CI types."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from told import Told

from school_site.catalogue import all_rules
from school_site.commands.explain import AREAS, overview, page
from school_site.kinds import KINDS
from school_site.paths import ROOT
from school_site.report import FORMATS


def test_a_form_on_stdout_is_nothing_but_that_form(sample: Path, run: Callable[..., Told]) -> None:
    told = run("check", "--content", sample, "--format", "json")

    assert json.loads(told.out)["format"] == "cong-truong/bao-cao"
    assert told.err == ""


def test_reports_go_into_files_by_their_names_and_the_text_stays(
    sample: Path, tmp_path: Path, run: Callable[..., Told]
) -> None:
    sarif, junit = tmp_path / "moi" / "a.sarif", tmp_path / "moi" / "b.xml"
    told = run("check", "--content", sample, "--report", sarif, "--report", junit)

    assert json.loads(sarif.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert ET.parse(junit).getroot().tag == "testsuites"
    assert told.out.splitlines()[-1].endswith("xuất bản được.")
    assert [path.name for path in sorted((tmp_path / "moi").iterdir())] == ["a.sarif", "b.xml"]


def test_a_named_form_wins_over_the_name_of_the_file(sample: Path, tmp_path: Path, run: Callable[..., Told]) -> None:
    run("check", "--content", sample, "--format", "gitlab", "--report", tmp_path / "gl.json")

    assert isinstance(json.loads((tmp_path / "gl.json").read_text(encoding="utf-8")), list)


def test_a_report_never_lands_in_the_content(content: Path, run: Callable[..., Told]) -> None:
    before = (content / "truong.yml").read_bytes()
    told = run("check", "--content", content, "--report", content / "truong.yml")

    assert told.status == 2 and "nằm trong thư mục nội dung" in told.err
    assert (content / "truong.yml").read_bytes() == before


def test_a_form_that_we_do_not_have_is_answered_with_the_nearest(sample: Path, run: Callable[..., Told]) -> None:
    told = run("check", "--content", sample, "--format", "serif")

    assert (told.status, told.out) == (2, "")
    assert "Có phải ý bạn là «sarif»?" in told.err


def test_findings_refuse_in_every_form(content: Path, run: Callable[..., Told]) -> None:
    (content / "truong.yml").write_text("name: a: b\n", encoding="utf-8")

    for form in ("text", "json", "sarif", "junit", "github", "gitlab", "html"):
        assert run("check", "--content", content, "--format", form).status == 1, form


def test_a_check_for_a_person_loads_no_other_form() -> None:
    """What stays unloaded costs no time: a check has to answer within a second."""
    code = "import sys; from school_site.commands import check; print('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "plugins", capture_output=True, encoding="utf-8", check=True
    )

    loaded = set(done.stdout.split())
    assert "school_site.report.value" in loaded
    assert loaded & {f"school_site.report.{form}" for form in FORMATS} == set()
    assert "jinja2" not in loaded and "school_site.catalogue" not in loaded


# --- explain ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", sorted(all_rules()))
def test_every_code_has_a_page_without_blanks(code: str) -> None:
    text = page(code)

    assert text.startswith(f"{code} (")
    assert [title for title in ("\nĐiều gì:\n", "\nVì sao:\n", "\nCách sửa:\n") if title not in text] == []
    told = text.partition("\n\nVí dụ")[0]
    assert "{" not in told and "«»" not in told


def test_a_page_shows_both_examples_and_the_law(run: Callable[..., Told]) -> None:
    assert "Ví dụ đúng:\n    issued_on: 5/9/2026" in run("explain", "vb-003").out
    assert "Ví dụ chưa đúng:\n    issued_on: 31/09/2026" in run("explain", "VB-003").out
    assert "Căn cứ:\n    " in run("explain", "CK-011").out


def test_without_a_code_every_code_is_listed_under_its_area(run: Callable[..., Told]) -> None:
    told = run("explain")
    shared = {"001", "010", "017"}

    assert told.status == 0
    for code, rule in all_rules().items():
        area, _, number = code.partition("-")
        assert (f"    {code}  {rule.title}" in told.out) or (f"    …-{number}  {rule.title}" in told.out), code
        assert f"\n{area}  " in told.out
    assert all(f"    …-{number}  " in told.out for number in shared)


def test_every_area_has_a_name() -> None:
    areas = {code.partition("-")[0] for code in all_rules()}

    assert areas <= {kind.area for kind in KINDS} | AREAS.keys()
    assert overview() == overview()


def test_a_code_that_is_not_there_is_answered_with_the_nearest(run: Callable[..., Told]) -> None:
    told = run("explain", "VB-0O3")

    assert told.status == 2 and "Có phải ý bạn là «VB-003»?" in told.err
