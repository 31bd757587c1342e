"""Take in upstream news: retrieve → parse → decide → snapshot, for every source the school follows today.

A source that fails is told of and remembered, and is no error: what it gave before stays on the site.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ..errors import SetupError
from ..source_faults import remedy, sentence
from ..source_status import SourceStatus, statuses
from ..upstream_model import VIETNAM_TIME, Feed, SourceHealth, UpstreamItem, UpstreamSource
from ..vietnamese import moment as spoken
from . import snapshot
from .answer import Answer, Fault, Outcome, Unchanged
from .commit import commit_register
from .decide import Decision, decide, settings_mark
from .parse import parse_feed
from .retrieve import Limits, Request, retrieve_all
from .status import lines

Echo = Callable[[str], None]
OFFLINE = {"unknown_host", "no_connection"}  # what every source seems to suffer when we are the ones cut off
DAMAGED = "damaged_register"
BUSY = "Một lần lấy tin khác đang chạy; lần này không làm gì."


def run_news(
    content: Path,
    *,
    now: datetime,
    allow: Sequence[str] = (),
    echo: Echo,
    sources: tuple[UpstreamSource, ...],
    strict: bool = False,
    commit: bool = False,
    limits: Limits | None = None,
) -> int:
    """Ask every source, tell how each fared as it finishes, write the register, and commit it when asked to.

    Gives 0; with ``strict`` 1 when a source failed.
    """
    moment = now.astimezone(VIETNAM_TIME).replace(microsecond=0)
    followed = tuple(source for source in sources if source.is_valid(moment.date()))
    if not followed:
        echo("Chưa theo dõi nguồn tin nào: xem tệp nguon-tin.yml.")
        return 0
    try:
        with snapshot.locked(content):
            run = _Run(content, moment, followed, echo)
            failed = run.all(frozenset(allow), limits)
    except OSError as error:
        where = content / snapshot.FOLDER
        raise SetupError(f"Không ghi được vào {where}: {error.strerror or error}.") from error
    except snapshot.LockedError:
        echo(BUSY)
        return 1 if strict else 0
    if commit:
        _commit(content, run.summary(), echo)
    return 1 if strict and failed else 0


def _commit(content: Path, message: str, echo: Echo) -> None:
    if commit_register(content, message):
        echo(f"Đã lưu (commit) sổ ghi: «{message}». Máy không tự đẩy lên (push).")
    else:
        echo("Sổ ghi không đổi nên không có gì để lưu (commit).")


def status(content: Path, *, sources: Sequence[UpstreamSource], now: datetime) -> tuple[SourceStatus, ...]:
    """Judge every source by the register; a damaged file of one does not hide the others."""
    items: list[UpstreamItem] = []
    try:
        healths = snapshot.read_health(content)
    except snapshot.SnapshotError:
        healths = {}
    for source in sources:
        try:
            items += snapshot.read_items(content, source.id)
        except snapshot.SnapshotError as error:
            health = healths.get(source.id, SourceHealth(source_id=source.id, last_tried_at=now))
            healths[source.id] = _damaged(health, error)
    return statuses(sources, items, healths.values(), now.astimezone(VIETNAM_TIME))


def status_lines(content: Path, *, sources: Sequence[UpstreamSource], now: datetime) -> list[str]:
    """Say how every source fares: news --status."""
    moment = now.astimezone(VIETNAM_TIME)
    return lines(status(content, sources=sources, now=moment), moment)


class _Run:
    """One run over all sources: collects the decisions, and writes them when all are in."""

    def __init__(self, content: Path, now: datetime, sources: Sequence[UpstreamSource], echo: Echo) -> None:
        self._content = content
        self._now = now
        self._sources = {source.id: source for source in sources}
        self._echo = echo
        self._done: dict[str, Decision] = {}
        self._old: dict[str, tuple[UpstreamItem, ...]] = {}
        self._health = self._read_health()

    def all(self, allow: frozenset[str], limits: Limits | None) -> int:
        """Ask, decide and write; give the number of sources that failed."""
        requests = [self._request(source) for source in self._sources.values() if self._is_due(source)]
        self._echo(f"Hỏi {len(requests)} nguồn tin …")
        retrieve_all(requests, self._finish, allow=allow, limits=limits)
        for source_id, decision in self._done.items():
            snapshot.write_items(self._content, source_id, decision.items)
            self._health[source_id] = decision.health
        kept = [self._health[source_id] for source_id in self._sources if source_id in self._health]
        snapshot.write_health(self._content, kept)
        failed = sum(health.fault is not None for health in kept)
        if len(requests) > 1 and all(self._done[request.source_id].health.fault in OFFLINE for request in requests):
            self._echo("Không nguồn nào trả lời: xem lại đường mạng của máy này trước.")
        return failed

    def summary(self) -> str:
        """Say in one line what the run brought: the message of its commit."""
        decisions = self._done.values()
        added, changed = sum(one.added for one in decisions), sum(one.changed for one in decisions)
        failed = sum(one.health.fault is not None for one in decisions)
        told = [f"{added} tin mới" if added else "không có tin mới"]
        told += [f"{changed} tin được sửa"] if changed else []
        told += [f"{failed} nguồn không lấy được"] if failed else []
        return f"Lấy tin lúc {spoken(self._now)}: {', '.join(told)}"

    def _read_health(self) -> dict[str, SourceHealth]:
        try:
            return snapshot.read_health(self._content)
        except snapshot.SnapshotError as error:
            self._echo(f"{error.message_vi} Máy ghi lại từ đầu.")
            return {}

    def _is_due(self, source: UpstreamSource) -> bool:
        """Tell whether to ask now: not while a source is given a rest, nor over a damaged file."""
        health = self._health.get(source.id, SourceHealth(source_id=source.id))
        try:
            self._old[source.id] = snapshot.read_items(self._content, source.id)
        except snapshot.SnapshotError as error:
            damaged = self._health[source.id] = _damaged(health, error)
            self._echo(f"{source.name}: {damaged.message_vi} {remedy(DAMAGED)}")
            return False
        rest = health.retry_not_before
        if rest is not None and rest > self._now and health.settings_mark == settings_mark(source):
            self._echo(f"{source.name}: tạm nghỉ đến {rest:%H:%M} ngày {rest:%d/%m/%Y} sau {_times(health)}.")
            return False
        return True

    def _request(self, source: UpstreamSource) -> Request:
        health = self._health.get(source.id)
        # Without items of ours, or under other settings, «nothing changed» would tell us nothing.
        is_same = health is not None and health.settings_mark == settings_mark(source)
        known = health if is_same and self._old[source.id] else None
        return Request(
            source_id=source.id,
            address=source.address,
            user_agent=source.user_agent,
            ca_file=self._content / source.ca_file if source.ca_file else None,
            etag=known.etag if known else None,
            last_modified=known.last_modified if known else None,
        )

    def _finish(self, request: Request, outcome: Outcome) -> None:
        """Parse and decide for one source, and tell."""
        source = self._sources[request.source_id]
        taken: Feed | Unchanged | Fault
        if isinstance(outcome, Answer):
            taken = parse_feed(outcome.body, base_url=outcome.address, content_type=outcome.content_type)
        else:
            taken = outcome
        health = self._health.get(source.id)
        decision = decide(self._old[source.id], taken, source, self._now, health=health)
        if isinstance(outcome, Answer) and decision.health.fault is None:
            hostile = taken.hostile_items if isinstance(taken, Feed) else 0
            decision = replace(decision, health=_remembered(decision.health, outcome, hostile))
        self._done[source.id] = decision
        self._echo(_line(source, decision, taken))


def _remembered(health: SourceHealth, answer: Answer, hostile: int) -> SourceHealth:
    """Note what makes the next request cheap, and what somebody should know although all went well."""
    warning, detail = ("moved", answer.moved_to) if answer.moved_to else (None, "")
    if hostile:
        warning, detail = "hostile_items", str(hostile)
    return replace(
        health,
        etag=answer.etag,
        last_modified=answer.last_modified,
        warning=warning,
        message_vi=sentence(warning, detail) if warning else None,
    )


def _damaged(health: SourceHealth, error: snapshot.SnapshotError) -> SourceHealth:
    return replace(health, fault=DAMAGED, message_vi=sentence(DAMAGED, error.path.name))


def _times(health: SourceHealth) -> str:
    return f"{health.failures_in_a_row} lần hỏi không được"


def _line(source: UpstreamSource, decision: Decision, taken: Feed | Unchanged | Fault) -> str:
    """Say in one line how one source fared."""
    count = len(decision.items)
    if decision.health.fault is not None:
        kept = f" Giữ nguyên {count} tin cũ." if count else ""
        return f"{source.name}: {decision.health.message_vi}{kept}"
    if isinstance(taken, Unchanged):
        return f"{source.name}: không có gì mới, giữ {count} tin."
    told = [f"{decision.added} tin mới"] if decision.added else ["không có tin mới"]
    told += [f"{decision.changed} tin được sửa"] if decision.changed else []
    told += [f"{decision.removed} tin hết hạn giữ"] if decision.removed else []
    return f"{source.name}: {', '.join(told)}, đang giữ {count} tin."
