"""Work that is shared out over the cores comes back whole, in order, and done here when nobody else could."""

from __future__ import annotations

import os
import threading

import pytest

from school_site import cores
from school_site.cores import Errand, Turns, shared_out

US = os.getpid()
needs_fork = pytest.mark.skipif(cores.cores() < 2, reason="máy này chỉ có một lõi, hoặc không tách tiến trình được")


def _dies(thing: int) -> int:
    """Only the first process can do this."""
    if os.getpid() != US:
        os._exit(3)
    return thing * 2


def _fails(thing: int) -> int:
    if os.getpid() != US:
        raise ValueError(thing)
    return thing * 2


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 1000])
def test_each_thing_is_done_and_stands_where_it_stood(count: int) -> None:
    assert shared_out(str, range(count)) == [str(thing) for thing in range(count)]


@needs_fork
def test_more_than_one_process_takes_part() -> None:
    took_part = set(shared_out(lambda _: os.getpid(), range(200)))

    assert len(took_part) > 1
    assert US in took_part


@pytest.mark.parametrize("work", [_dies, _fails])
def test_what_another_process_could_not_do_is_done_here(work: object) -> None:
    assert shared_out(work, range(200)) == [thing * 2 for thing in range(200)]  # type: ignore[arg-type]


def test_what_cannot_be_done_at_all_fails_here() -> None:
    with pytest.raises(ZeroDivisionError):
        shared_out(lambda thing: 1 // (thing - 77), range(200))


@needs_fork
def test_the_answer_of_an_errand_may_be_long() -> None:
    """More than a pipe holds at once."""
    errand = Errand(lambda: "ữ" * 2_000_000)
    errand.start()

    assert errand.answer() == "ữ" * 2_000_000


def test_an_errand_that_was_never_sent_has_no_answer() -> None:
    assert Errand(lambda: 1).answer() is None


def test_alone_nobody_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "cores", lambda: 1)
    errand = Errand(os.getpid)
    errand.start()

    assert errand.answer() is None
    assert set(shared_out(lambda _: os.getpid(), range(200))) == {US}


@needs_fork
def test_each_turn_is_handed_out_once() -> None:
    turns = Turns(500)
    errand = Errand(lambda: list(turns.from_the_front()))
    errand.start()
    ours = list(turns.from_the_back())
    theirs = errand.answer()

    assert theirs is not None
    assert sorted(ours + theirs) == list(range(500))
    assert (theirs, ours) == (sorted(theirs), sorted(ours, reverse=True))


@needs_fork
def test_a_process_whose_parent_is_gone_gets_no_turn() -> None:
    """Nor does a child's child: who made the turns does not wait for it."""
    turns = Turns(5)

    def told_by_a_child() -> bytes:
        reads, writes = os.pipe()
        if os.fork() == 0:
            os.write(writes, f"took {len(list(turns.from_the_front()))}".encode())
            os._exit(0)
        os.wait()
        return os.read(reads, 100)

    errand = Errand(told_by_a_child)
    errand.start()

    assert errand.answer() == b"took 0"
    assert list(turns.from_the_front()) == [0, 1, 2, 3, 4]


@needs_fork
def test_an_errand_may_be_left_off() -> None:
    errand = Errand(threading.Event().wait)
    errand.start()
    errand.stop()

    assert errand.answer() is None
