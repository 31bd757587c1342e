"""The last step of a build: what differs moves from staging to the output folder, each file whole.

A list of what we wrote lies in the output folder; only what it names is ever removed, so that a wrong
`--output` cannot cost anybody their files.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..cores import shared_out
from ..errors import SetupError
from ..paths import names_below

MANIFEST = ".well-known/tong-kiem-tra.json"


@dataclass(frozen=True, kw_only=True)
class Released:
    """How many files changed."""

    written: int
    removed: int
    kept: int


def staging_of(output: Path) -> Path:
    """Where a build for `output` is made ready: beside it, so that moving a finished file is one step."""
    return output.with_name(f".{output.name}-dang-dung")


def release(staging: Path, output: Path) -> Released:
    """Bring `output` to the state of `staging`. Raises SetupError when `output` holds files that are not ours."""
    old = written_before(output)
    names = names_below(staging)
    new = dict(zip(names, shared_out(_digest, [staging / name for name in names]), strict=True))
    (staging / MANIFEST).parent.mkdir(parents=True, exist_ok=True)
    (staging / MANIFEST).write_text(_manifest_text(new), encoding="utf-8", newline="\n")
    changed = [name for name, digest in new.items() if old.get(name) != digest or not (output / name).is_file()]
    gone = [name for name in old if name not in new]
    # A file where a folder was, or the reverse, has to make room first; everything else goes last.
    in_the_way = [name for name in gone if _stands_in_the_way(name, new)]
    _remove(in_the_way, output)
    for name in [*changed, MANIFEST]:
        target = output / name
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(staging / name, target)
    _remove((name for name in gone if name not in in_the_way), output)
    return Released(written=len(changed), removed=len(gone), kept=len(new) - len(changed))


def _stands_in_the_way(name: str, new: Mapping[str, str]) -> bool:
    folders = (name.rsplit("/", depth)[0] for depth in range(1, name.count("/") + 1))
    return any(other.startswith(f"{name}/") for other in new) or any(folder in new for folder in folders)


def _remove(names: Iterable[str], output: Path) -> None:
    for name in names:
        (output / name).unlink(missing_ok=True)
        _remove_empty(output / name, output)


def written_before(output: Path) -> dict[str, str]:
    """What the last build wrote into `output`, by name. Raises SetupError when the folder is somebody else's."""
    if not output.exists() or not any(output.iterdir()):
        return {}
    try:
        manifest = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
        files = {str(name): str(digest) for name, digest in manifest["files"].items()}
        if any(".." in name.split("/") or name.startswith(("/", "\\")) or ":" in name for name in files):
            raise ValueError(output)
        return files
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as fault:
        raise SetupError(
            f"Thư mục «{output}» có sẵn tệp không phải do lần dựng trước viết ra; "
            "chọn thư mục khác sau chữ --output, hoặc tự xóa thư mục này."
        ) from fault


def _manifest_text(files: dict[str, str]) -> str:
    about = "Tổng kiểm tra SHA-256 của mọi tệp trên trang."
    return json.dumps({"about": about, "files": dict(sorted(files.items()))}, ensure_ascii=False, indent=0) + "\n"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _remove_empty(path: Path, root: Path) -> None:
    """Remove the folders that a removed file leaves empty."""
    for folder in path.parents:
        if folder == root or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()
