"""The register on disk: readable, stable, written whole, and honest when damaged."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from school_site.upstream import snapshot
from school_site.upstream_model import VIETNAM_TIME, SourceHealth, UpstreamItem

NOW = datetime(2026, 11, 22, 7, 30, tzinfo=VIETNAM_TIME)
ITEM = UpstreamItem(
    id="5e72ec9d0371c562",
    source_id="so",
    title="Tập huấn «chuyển đổi số» & <b>",
    link="https://so.example.vn/1",
    published_at=NOW - timedelta(days=1),
    first_seen_at=NOW,
    summary="Một dòng.",
    is_directive=True,
)
OLDER = UpstreamItem(id="0", source_id="so", title="Cũ", link="https://x.vn/0", first_seen_at=NOW - timedelta(days=9))
HEALTH = SourceHealth(
    source_id="so",
    last_tried_at=NOW,
    failures_in_a_row=2,
    fault="silent",
    message_vi="Im.",
    let_go=("a", "b"),
)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    snapshot.write_items(tmp_path, "so", [OLDER, ITEM])
    snapshot.write_health(tmp_path, [HEALTH])

    assert snapshot.read(tmp_path) == ((ITEM, OLDER), (HEALTH,))


def test_a_register_not_yet_begun_is_empty(tmp_path: Path) -> None:
    assert snapshot.read(tmp_path / "content") == ((), ())


def test_the_file_is_made_to_be_read_and_compared_by_people(tmp_path: Path) -> None:
    snapshot.write_items(tmp_path, "so", [ITEM])

    path = tmp_path / "so-ghi" / "nguon-tin" / "so.json"
    assert (
        path.read_bytes().decode()
        == """{
 "source_id": "so",
 "items": [
  {
   "id": "5e72ec9d0371c562",
   "title": "Tập huấn «chuyển đổi số» & <b>",
   "link": "https://so.example.vn/1",
   "published_at": "2026-11-21T07:30:00+07:00",
   "first_seen_at": "2026-11-22T07:30:00+07:00",
   "summary": "Một dòng.",
   "is_directive": true
  }
 ]
}
"""
    )


def test_unchanged_content_is_not_written_again(tmp_path: Path) -> None:
    assert snapshot.write_items(tmp_path, "so", [ITEM])
    path = snapshot.items_path(tmp_path, "so")
    os.utime(path, (0, 0))

    assert not snapshot.write_items(tmp_path, "so", [ITEM])
    assert path.stat().st_mtime == 0


def test_a_write_that_fails_leaves_the_old_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot.write_items(tmp_path, "so", [ITEM])
    before = snapshot.items_path(tmp_path, "so").read_bytes()

    def full_disk(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full_disk)
    with pytest.raises(OSError, match="No space"):
        snapshot.write_items(tmp_path, "so", [OLDER])

    assert snapshot.items_path(tmp_path, "so").read_bytes() == before
    assert [path.name for path in (tmp_path / snapshot.FOLDER).iterdir()] == ["so.json"]


def item(**changes: object) -> str:
    """Write a register of one item, with something wrong in it."""
    good = {"id": "1", "title": "x", "link": "https://x.vn/", "first_seen_at": "2026-11-22T07:30:00+07:00"}
    return json.dumps({"items": [good | changes]})


def test_the_item_that_is_damaged_below_can_be_read_whole(tmp_path: Path) -> None:
    path = snapshot.items_path(tmp_path, "so")
    path.parent.mkdir(parents=True)
    path.write_text(item(), encoding="utf-8")

    assert len(snapshot.read_items(tmp_path, "so")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<<<<<<< HEAD",
        "[]",
        "{}",
        '{"items": {}}',
        '{"items": [1]}',
        '{"items": [{}]}',
        item(first_seen_at="hôm qua"),
        item(first_seen_at="2026-11-22T07:30:00"),
        item(first_seen_at=5),
        item(link="javascript:x"),
        item(title=5),
        item(nhan="x"),
        "[" * 5000,
    ],
)
def test_a_damaged_file_is_named_in_vietnamese(tmp_path: Path, text: str) -> None:
    path = snapshot.items_path(tmp_path, "so")
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")

    with pytest.raises(snapshot.SnapshotError) as caught:
        snapshot.read(tmp_path)

    assert caught.value.path == path
    assert caught.value.message_vi == "Tệp ghi tin «so.json» bị hỏng, không đọc được."


def test_bytes_that_are_no_text_are_damage_too(tmp_path: Path) -> None:
    path = snapshot.items_path(tmp_path, snapshot.HEALTH)
    path.parent.mkdir(parents=True)
    path.write_bytes(b'{"sources": ["\xff"]}')

    with pytest.raises(snapshot.SnapshotError):
        snapshot.read(tmp_path)


def test_two_runs_never_hold_the_register_together(tmp_path: Path) -> None:
    with snapshot.locked(tmp_path), pytest.raises(snapshot.LockedError), snapshot.locked(tmp_path):
        pass

    with snapshot.locked(tmp_path):
        pass
    assert list((tmp_path / snapshot.FOLDER).iterdir()) == []


def test_the_lock_of_a_killed_run_is_free_and_its_litter_goes(tmp_path: Path) -> None:
    """The run below dies without tidying up, as one that is killed does."""
    script = f"""
import os, pathlib
from school_site.upstream import snapshot
content = pathlib.Path({str(tmp_path)!r})
with snapshot.locked(content):
    (content / snapshot.FOLDER / ".so.abc.tmp").write_text("half")
    os._exit(9)
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", script], env=environment, check=False).returncode == 9
    assert (tmp_path / snapshot.FOLDER / ".so.abc.tmp").exists()

    with snapshot.locked(tmp_path):
        assert [path.name for path in (tmp_path / snapshot.FOLDER).iterdir()] == [snapshot.LOCK]


def test_the_register_is_plain_json_for_everybody(tmp_path: Path) -> None:
    snapshot.write_health(tmp_path, [HEALTH])

    document = json.loads((tmp_path / snapshot.FOLDER / "suc-khoe.json").read_text(encoding="utf-8"))
    assert document["sources"][0]["last_tried_at"] == "2026-11-22T07:30:00+07:00"
