"""The machine's other cores: work that further processes do, where a system can fork.

A forked process sees all that was made so far, and nothing has to be packed up and sent to it; only its answer comes
back. Where there is no fork, or no second core, everything is done here, in its turn.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

Thing = TypeVar("Thing")
Answer = TypeVar("Answer")

_MOST = 4
# Of things that take a millisecond or so: fewer are not worth a process.
MANY = 50


def cores() -> int:
    """How many processes are worth having; 1 where this one is alone."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    ours = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(ours, _MOST)


class Errand(Generic[Answer]):
    """A piece of work that another process does meanwhile. Its answer has to be something that can be pickled."""

    def __init__(self, work: Callable[[], Answer]) -> None:
        self._work = work
        self._process: Any = None
        self._answer: Connection | None = None

    def start(self) -> None:
        """Send a process for it, when there is a core for it."""
        if cores() > 1:
            fork = multiprocessing.get_context("fork")
            self._answer, speaks = fork.Pipe(duplex=False)
            self._process = fork.Process(target=self._quietly, args=(speaks,), daemon=True)
            self._process.start()
            speaks.close()

    def answer(self) -> Answer | None:
        """Wait for what came of it; None when nobody was sent or the work failed, so that it has to be done here."""
        if self._answer is None:
            return None
        try:
            found: Answer | None = self._answer.recv()
        except (EOFError, OSError):
            # It ended before its answer began, or in the middle of it.
            found = None
        self.stop()
        return found

    def stop(self) -> None:
        """Leave off: nobody waits for it any more."""
        if self._process is not None:
            self._process.terminate()
            self._process.join()
            self._process = None
        if self._answer is not None:
            self._answer.close()
            self._answer = None

    def _quietly(self, speaks: Connection) -> None:
        try:
            speaks.send(self._work())
        except BaseException:
            # The first process does it again and says what is wrong.
            os._exit(1)
        os._exit(0)


class Turns:
    """The numbers below `count`, each handed out once, to whichever process asks next. Made before the others fork.

    They are taken from the front or from the back: who begins at one end seldom loads what the other end needs. A
    process whose parent was killed gets none: nobody waits for it, and the next build may already use its folder.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self._owner = os.getpid()
        self._taken = multiprocessing.get_context("fork" if cores() > 1 else None).Array("i", 2)

    def from_the_front(self) -> Iterator[int]:
        """0, 1, 2 … until none is left."""
        while (at := self._next(0)) is not None:
            yield at

    def from_the_back(self) -> Iterator[int]:
        """The last, the one before it … until none is left."""
        while (at := self._next(1)) is not None:
            yield self.count - 1 - at

    def _next(self, end: int) -> int | None:
        if self._owner not in (os.getpid(), os.getppid()):
            return None
        with self._taken.get_lock():
            taken: list[int] = self._taken[:]
            if sum(taken) >= self.count:
                return None
            self._taken[end] = taken[end] + 1
            return taken[end]


def shared_out(work: Callable[[Thing], Answer], things: Sequence[Thing], *, at_least: int = MANY) -> list[Answer]:
    """What `work` gives for each thing, in their order; every core takes its share of `at_least` things or more."""

    def done(share: Sequence[Thing]) -> list[Answer]:
        return [work(thing) for thing in share]

    count = cores() if len(things) >= at_least else 1
    shares = [things[at::count] for at in range(count)]
    errands = [Errand(partial(done, share)) for share in shares[1:]]
    try:
        for errand in errands:
            errand.start()
        answers = [done(shares[0])]
        for errand, share in zip(errands, shares[1:], strict=True):
            theirs = errand.answer()
            answers.append(done(share) if theirs is None else theirs)
    finally:
        for errand in errands:
            errand.stop()
    return [answers[at % count][at // count] for at in range(len(things))]
