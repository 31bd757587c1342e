"""Faults of the theme, the plugins or the settings fail loudly: status 2 (or 1), one sentence, yesterday's site kept.

Pelican by itself builds on in silence past most of these, or ends with status 0; these tests are why we do not.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from built import fingerprints
from sandbox import copied, ended, environment, project_at
from small_school import small_school
from told import Told


@dataclass(frozen=True)
class Fault:
    """One replacement in one file of the project; without `new` the file is gone."""

    name: str
    file: str
    old: str
    new: str | None
    says: str

    def put_into(self, project: Path) -> None:
        path = project / self.file
        if self.new is None:
            path.unlink()
            return
        text = path.read_text(encoding="utf-8")
        assert self.old in text
        path.write_text(text.replace(self.old, self.new, 1), encoding="utf-8")


PLUGINS = "PLUGINS = [gate, pages, finish]"
RAISING = "class Raising:\n    __name__ = 'raising'\n    def register():\n        raise ValueError('nổ')\n\n"
FAULTS = (
    Fault("a name no template knows", "theme/templates/contact.html", "{% extends", "{{ schol }}{% extends", "schol"),
    Fault("a field no entry has", "theme/templates/announcement.html", "announcement.title", "announcement.titel",
          "titel"),
    Fault("a tag never closed", "theme/templates/event.html", "{% extends", "{% if True %}{% extends", "event.html"),
    Fault("a template that is gone", "theme/templates/procedure.html", "", None, "procedure"),
    Fault("a component that is gone", "theme/components/masthead/masthead.html", "", None, "masthead"),
    Fault("a stylesheet that is gone", "theme/css/tokens.css", "", None, "tokens.css"),
    Fault("a plugin nobody has", "pelicanconf.py", PLUGINS, "PLUGINS = [gate, pages, finish, 'khong_co']", "khong_co"),
    Fault("a plugin that raises", "pelicanconf.py", PLUGINS,
          f"{RAISING}PLUGINS = [gate, pages, finish, Raising]", "Raising"),
    Fault("a setting that cannot be", "pelicanconf.py", 'HTML_MINIFIER = "off"', 'HTML_MINIFIER = "of"',
          "HTML_MINIFIER"),
    Fault("a day that cannot be", "pelicanconf.py", "AS_OF = None", 'AS_OF = "hôm nay"', "AS_OF"),
    Fault("settings that are no Python", "pelicanconf.py", "AS_OF = None", "AS_OF = ", "pelicanconf"),
    Fault("a schema that is gone", "schema/article.schema.yml", "", None, "article"),
    Fault("a broken pack", "schema/packs/tp-hcm.yml", "demands:", "demands: [", "tp-hcm"),
)  # fmt: skip


@pytest.fixture(scope="session")
def small(sample: Path, today: date, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school that builds quickly. Nobody writes here."""
    return small_school(sample, tmp_path_factory.mktemp("small") / "content", today)


@pytest.fixture
def own_project(project: Path, tmp_path: Path) -> Path:
    """A project to break, with the pictures that other builds have already made."""
    own = project_at(tmp_path / "du-an")
    if (project / ".cache" / "pictures").is_dir():
        shutil.copytree(project / ".cache" / "pictures", own / ".cache" / "pictures", copy_function=os.link)
    return own


@pytest.fixture
def yesterday(tmp_path: Path) -> Path:
    """A site that an earlier build wrote; small, because nobody looks at more than its bytes."""
    output = tmp_path / "output"
    (output / ".well-known").mkdir(parents=True)
    (output / "index.html").write_text("<h1>Hôm qua</h1>", encoding="utf-8")
    manifest = '{"files": {"index.html": "cu"}}'
    (output / ".well-known" / "tong-kiem-tra.json").write_text(manifest, encoding="utf-8")
    return output


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_broken_set_up_is_one_sentence_and_yesterday_stays(
    fault: Fault, own_project: Path, small: Path, yesterday: Path, build: Callable[..., Told]
) -> None:
    fault.put_into(own_project)
    before, beside = fingerprints(yesterday), sorted(path.name for path in yesterday.parent.iterdir())

    told = build("--content", small, "--output", yesterday, at=own_project)

    assert told.status == 2, told.text
    assert fault.says in told.err
    assert not told.has_traceback, told.text
    assert len(told.sentences) == 1, told.err
    assert fingerprints(yesterday) == before
    assert sorted(path.name for path in yesterday.parent.iterdir()) == beside


def pelican(project: Path, content: Path, output: Path) -> Told:
    words = [sys.executable, "-m", "pelican", str(content), "-s", "pelicanconf.py", "-o", str(output)]
    return ended(words, cwd=project, env=environment(project))


def test_plain_pelican_gives_the_same_refusal(
    project: Path, content: Path, yesterday: Path, build: Callable[..., Told]
) -> None:
    os.remove(content / "gioi-thieu" / "lich-su.md")
    before = fingerprints(yesterday)

    theirs = pelican(project, content, yesterday)
    ours = build("--content", content, "--output", yesterday)

    assert ours.status == 1 and theirs.status != 0
    assert theirs.findings == ours.findings and ours.errors
    assert fingerprints(yesterday) == before


def test_an_output_folder_with_files_of_others_is_refused_and_left_alone(
    small: Path, tmp_path: Path, build: Callable[..., Told]
) -> None:
    foreign = tmp_path / "ảnh cưới"
    foreign.mkdir()
    (foreign / "index.html").write_text("của tôi", encoding="utf-8")

    told = build("--content", small, "--output", foreign)

    assert told.status == 2
    assert str(foreign) in told.err and "--output" in told.err and not told.has_traceback
    assert fingerprints(foreign).keys() == {"index.html"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ảnh cưới"]


@pytest.mark.parametrize("where", [".", "trang", ".."])
def test_an_output_folder_in_or_around_the_content_is_refused(
    where: str, content: Path, sample: Path, build: Callable[..., Told]
) -> None:
    told = build("--content", content, "--output", content / where)

    assert told.status == 2
    assert not told.has_traceback
    assert fingerprints(content) == fingerprints(sample)
    assert sorted(path.name for path in content.parent.iterdir()) == ["content"]


def test_a_name_in_the_list_of_our_files_cannot_reach_outside_the_folder(
    small: Path, tmp_path: Path, build: Callable[..., Told]
) -> None:
    """The list lies on a web server; whoever can write there must not get to delete files at the school's desk."""
    output, precious = tmp_path / "output", tmp_path / "quy.xlsx"
    (output / ".well-known").mkdir(parents=True)
    manifest = json.dumps({"files": {"../quy.xlsx": "x", precious.as_posix(): "x"}})
    (output / ".well-known" / "tong-kiem-tra.json").write_text(manifest, encoding="utf-8")
    precious.write_text("quỹ lớp", encoding="utf-8")

    build("--content", small, "--output", output)

    assert precious.read_text(encoding="utf-8") == "quỹ lớp"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows dừng chương trình theo cách khác")
def test_a_build_that_is_killed_leaves_yesterdays_site(
    own_project: Path, small: Path, yesterday: Path, build: Callable[..., Told]
) -> None:
    """It dies while pages are being written, and the build after it is not in its way."""
    hook = own_project / "plugins" / "school_site" / "hooks" / "pages.py"
    whole = hook.read_text(encoding="utf-8")
    line = "        session: Session = self.settings[SETTING]\n"
    assert line in whole
    hook.write_text(
        whole.replace(line, f"{line}        __import__('os').kill(__import__('os').getpid(), 9)\n", 1), encoding="utf-8"
    )
    before = fingerprints(yesterday)

    killed = build("--content", small, "--output", yesterday, at=own_project)

    assert killed.status == -9
    assert fingerprints(yesterday) == before
    hook.write_text(whole, encoding="utf-8")
    told = build("--content", small, "--output", yesterday, at=own_project)
    assert told.status == 0, told.text
    assert sorted(path.name for path in yesterday.parent.iterdir()) == ["du-an", "output"]


def test_a_refused_build_into_no_folder_makes_none(content: Path, tmp_path: Path, build: Callable[..., Told]) -> None:
    os.remove(content / "can-bo.yml")

    told = build("--content", content, "--output", tmp_path / "output")

    assert told.status == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content"]


def test_whatever_needs_no_pelican_does_not_load_it(project: Path, sample: Path) -> None:
    """`check` must answer in a moment, and in places where Pelican is not installed."""
    probe = (
        "import sys; from school_site.cli import main; status = main(['check', '--content', sys.argv[1]]);"
        "heavy = {'pelican', 'jinja2', 'PIL', 'httpx', 'feedgen', 'docutils'} & sys.modules.keys();"
        "sys.exit(status or 10 * bool(heavy))"
    )

    told = ended([sys.executable, "-c", probe, str(sample)], cwd=project, env=environment(project))

    assert told.status == 0, told.text


def test_a_copy_of_the_content_elsewhere_is_judged_alike(
    sample: Path, tmp_path: Path, run: Callable[..., Told]
) -> None:
    copy = copied(sample, tmp_path / "một nơi khác")

    assert run("check", "--content", copy).to_mend == run("check", "--content", sample).to_mend == []
