"""`news --commit`: the register and nothing else goes into Git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from school_site.errors import SetupError
from school_site.upstream import snapshot
from school_site.upstream.commit import commit_register
from school_site.upstream.news import run_news

from .conftest import NOW, Desk, rss
from .portal import Portal

MESSAGE = "Lấy tin lúc 7:30 ngày 22/11/2026: 1 tin mới"


class Repository:
    """A school's repository with its content folder, as `git init` and a first commit leave it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.content.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.email", "quantri@truong.example.vn")
        self.git("config", "user.name", "Quản trị")
        self.git("config", "commit.gpgsign", "false")
        self.writes("content/truong.yml", "name: Trường\n")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "Bắt đầu")

    def git(self, *words: str) -> str:
        done = subprocess.run(["git", *words], cwd=self.folder, capture_output=True, encoding="utf-8", check=True)
        return done.stdout.strip()

    def writes(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def last(self) -> tuple[str, list[str]]:
        """The message and the files of the last commit."""
        files = self.git("show", "--name-only", "--format=", "-z").strip("\0").split("\0")
        return self.git("show", "--no-patch", "--format=%s"), sorted(files)

    def commits(self) -> int:
        return int(self.git("rev-list", "--count", "HEAD"))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "khong-co"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return Repository(tmp_path / "kho")


def test_the_register_is_committed_with_a_plain_message_and_nothing_is_pushed(
    repository: Repository, portal: Portal
) -> None:
    portal.publishes("/so", rss("Tin một", "Tin hai"))
    desk = Desk(content=repository.content, portal=portal)
    repository.writes("content/tin-tuc/dang-viet.md", "đang viết dở")

    run_news(
        desk.content, now=NOW, allow=portal.places, echo=desk.told.append, sources=(desk.source("so"),), commit=True
    )

    message = "Lấy tin lúc 7:30 ngày 22/11/2026: 2 tin mới"
    assert repository.last() == (
        message, ["content/so-ghi/nguon-tin/so.json", "content/so-ghi/nguon-tin/suc-khoe.json"],
    )  # fmt: skip
    assert desk.told[-1] == f"Đã lưu (commit) sổ ghi: «{message}». Máy không tự đẩy lên (push)."
    assert repository.git("status", "--porcelain") == "?? content/tin-tuc/"


def test_a_failing_source_is_named_in_the_message(repository: Repository, portal: Portal) -> None:
    desk = Desk(content=repository.content, portal=portal)

    run_news(
        desk.content, now=NOW, allow=portal.places, echo=desk.told.append, sources=(desk.source("so"),), commit=True
    )

    assert repository.last()[0] == "Lấy tin lúc 7:30 ngày 22/11/2026: không có tin mới, 1 nguồn không lấy được"


def test_an_unchanged_register_makes_no_commit(repository: Repository, portal: Portal) -> None:
    portal.publishes("/so", rss("Tin"))
    desk = Desk(content=repository.content, portal=portal)
    for _ in range(2):  # at the same moment, so that not even the health changes
        run_news(
            desk.content, now=NOW, allow=portal.places, echo=desk.told.append, sources=(desk.source("so"),), commit=True
        )

    assert repository.commits() == 2
    assert desk.told[-1] == "Sổ ghi không đổi nên không có gì để lưu (commit)."


def test_the_lock_that_windows_leaves_behind_is_not_committed(repository: Repository) -> None:
    repository.writes(f"content/{snapshot.FOLDER}/{snapshot.LOCK}", "")
    repository.writes("content/so-ghi/nguon-tin/so.json", "{}\n")

    assert commit_register(repository.content, MESSAGE)

    assert repository.last() == (MESSAGE, ["content/so-ghi/nguon-tin/so.json"])


def test_a_file_that_left_the_register_leaves_the_repository(repository: Repository) -> None:
    path = repository.writes("content/so-ghi/nguon-tin/so.json", "{}\n")
    commit_register(repository.content, MESSAGE)
    path.unlink()

    assert commit_register(repository.content, "Bỏ nguồn")

    assert repository.last() == ("Bỏ nguồn", ["content/so-ghi/nguon-tin/so.json"])


def test_it_works_before_the_first_commit_and_where_nobody_told_git_a_name(
    tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = tmp_path / "moi"
    content = fresh / "content"
    (content / "so-ghi").mkdir(parents=True)
    (content / "so-ghi" / "cong-khai.json").write_text("{}", encoding="utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=fresh, check=True)

    assert commit_register(content, MESSAGE)

    who = subprocess.run(
        ["git", "log", "--format=%an <%ae>"], cwd=fresh, check=True, capture_output=True, encoding="utf-8"
    )
    assert who.stdout == "Máy lấy tin <may-lay-tin@localhost>\n"


def refused(content: Path) -> str:
    """The one sentence of a refusal."""
    with pytest.raises(SetupError) as refusal:
        commit_register(content, MESSAGE)
    told = str(refusal.value)
    assert told.startswith("Sổ ghi đã nằm trên đĩa, nhưng chưa lưu (commit) được: ")
    assert "\n" not in told
    return told.partition("được: ")[2]


def test_what_somebody_staged_is_left_alone(repository: Repository) -> None:
    """A half-made commit of a person must not become part of ours, nor ours part of it."""
    register = repository.writes("content/so-ghi/nguon-tin/so.json", "{}\n")
    repository.writes("content/tin-tuc/bài viết.md", "đang viết dở")
    repository.git("add", "content/tin-tuc")

    assert refused(repository.content) == (
        "«content/tin-tuc/bài viết.md» đang chờ lưu (git add); hãy lưu hoặc bỏ ra (git reset) rồi chạy lại."
    )
    assert repository.commits() == 1
    assert register.read_text(encoding="utf-8") == "{}\n"


def test_a_detached_head_gets_no_commit_that_nobody_would_find(repository: Repository) -> None:
    repository.writes("content/so-ghi/nguon-tin/so.json", "{}\n")
    repository.git("checkout", "--quiet", "--detach")

    assert "không đứng ở một nhánh nào" in refused(repository.content)
    assert repository.commits() == 1


def test_a_merge_that_waits_for_a_person_is_not_touched(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "khac")
    repository.writes("content/truong.yml", "name: Khác\n")
    repository.git("commit", "--quiet", "--all", "--message", "Khác")
    repository.git("switch", "--quiet", "main")
    repository.writes("content/truong.yml", "name: Nữa\n")
    repository.git("commit", "--quiet", "--all", "--message", "Nữa")
    subprocess.run(["git", "merge", "khac"], cwd=repository.folder, capture_output=True, check=False)
    repository.writes("content/so-ghi/nguon-tin/so.json", "{}\n")

    assert "gộp dở" in refused(repository.content)


def test_outside_a_repository_the_register_is_kept_and_one_sentence_says_so(tmp_path: Path) -> None:
    assert refused(tmp_path).endswith("không nằm trong một kho Git.")


def test_a_machine_without_git_is_told(repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert refused(repository.content) == "máy này chưa cài Git."


def test_a_register_that_git_ignores_is_not_taken_for_unchanged(repository: Repository) -> None:
    repository.writes(".gitignore", "so-ghi/\n")
    repository.writes("content/so-ghi/nguon-tin/so.json", "{}\n")

    assert ".gitignore" in refused(repository.content)


def test_a_hook_that_refuses_is_quoted(repository: Repository) -> None:
    hook = repository.writes(".git/hooks/pre-commit", "#!/bin/sh\necho 'Nội dung chưa đạt.' >&2\nexit 1\n")
    hook.chmod(0o755)
    repository.writes("content/so-ghi/nguon-tin/so.json", "{}\n")

    assert refused(repository.content) == "Git báo «Nội dung chưa đạt.»."
