"""Keep the register in Git: one commit of so-ghi/ and of nothing else; never a push.

What stands in the way (no Git, no repository, somebody's unfinished work) is a SetupError of one sentence.
The register itself is already written by then.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ..errors import SetupError

REGISTER = "so-ghi"
OURS = (REGISTER, f":(exclude){REGISTER}/nguon-tin/.*")  # without the lock, which Windows leaves behind
NOT_OURS = (":(top)", f":(exclude){REGISTER}")
PATIENCE_SECONDS = 60  # a hook of the repository may run our own check first
WRITTEN = "Sổ ghi đã nằm trên đĩa, nhưng chưa lưu (commit) được:"
# Run from a hook, we would otherwise be handed the hook's own repository and index.
OF_A_HOOK = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"}


def commit_register(content: Path, message: str) -> bool:
    """Commit what changed in the register; tell whether anything had."""
    git = _Git(content)
    if not git.can("rev-parse", "--is-inside-work-tree"):
        raise SetupError(f"{WRITTEN} thư mục «{content}» không nằm trong một kho Git.")
    if git.can("check-ignore", "--quiet", REGISTER):
        raise SetupError(f"{WRITTEN} kho Git này được đặt để bỏ qua thư mục «{content / REGISTER}» (.gitignore).")
    if not git.ask("status", "--porcelain", "--untracked-files=all", "--", *OURS):
        return False
    _refuse_unfinished_work(git)
    git.ask("add", "--", *OURS)
    # --only holds back whatever somebody stages at this very moment.
    git.ask("commit", "--quiet", "--only", "--message", message, "--", *OURS)
    return True


def _refuse_unfinished_work(git: _Git) -> None:
    """Stay out of a merge, and out of a commit that somebody is putting together."""
    if not git.can("symbolic-ref", "--quiet", "HEAD"):
        raise SetupError(f"{WRITTEN} kho không đứng ở một nhánh nào; hãy «git switch» về nhánh của trang rồi chạy lại.")
    if git.ask("ls-files", "--unmerged", "--", ":(top)"):
        raise SetupError(f"{WRITTEN} kho đang gộp dở (merge); hãy gộp cho xong rồi chạy lại.")
    if staged := git.ask("diff", "--cached", "--name-only", "-z", "--", *NOT_OURS):
        first = staged.split("\0")[0]
        raise SetupError(f"{WRITTEN} «{first}» đang chờ lưu (git add); hãy lưu hoặc bỏ ra (git reset) rồi chạy lại.")


class _Git:
    """Git at work in a content folder, without a keyboard to ask."""

    def __init__(self, content: Path) -> None:
        self._content = content
        environment = {key: value for key, value in os.environ.items() if key not in OF_A_HOOK}
        self._environment = environment | {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8"}
        if not self.can("config", "user.email"):
            # On a machine where nobody told Git a name, the unattended job signs as what it is.
            nobody = {"NAME": "Máy lấy tin", "EMAIL": "may-lay-tin@localhost"}
            signed = {f"GIT_{role}_{key}": nobody[key] for role in ("AUTHOR", "COMMITTER") for key in nobody}
            self._environment = signed | self._environment

    def can(self, *words: str) -> bool:
        """Whether Git agrees."""
        return self._run(*words).returncode == 0

    def ask(self, *words: str) -> str:
        """What Git answers; SetupError with the last line of its refusal."""
        done = self._run(*words)
        if done.returncode:
            told = [line.strip() for line in (*done.stdout.splitlines(), *done.stderr.splitlines()) if line.strip()]
            raise SetupError(f"{WRITTEN} Git báo «{told[-1] if told else words[0]}».")
        return done.stdout

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(
                ["git", *words],
                cwd=self._content,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=PATIENCE_SECONDS,
            )
        except FileNotFoundError as error:
            raise SetupError(f"{WRITTEN} máy này chưa cài Git.") from error
        except subprocess.TimeoutExpired as error:
            raise SetupError(f"{WRITTEN} Git không trả lời trong {PATIENCE_SECONDS} giây.") from error
