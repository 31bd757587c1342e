"""Words of a command line to named options, with complaints a person can follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from keyword import iskeyword
from pathlib import Path

from ..errors import SetupError, UsageError
from ..vietnamese import nearest, read_day


@dataclass(frozen=True)
class Option:
    """``--name`` with a value shown as `value`, or a switch where `value` is None."""

    name: str
    value: str | None
    help: str
    is_list: bool = False


@dataclass(frozen=True)
class Command:
    """A word people type, its Vietnamese twin, its options and the plain words it takes.

    `is_open` commands hand all their words on.
    """

    name: str
    alias: str
    help: str
    options: tuple[Option, ...]
    words: tuple[str, ...] = ()
    is_open: bool = False

    @property
    def module(self) -> str:
        """The file that does it; a word that means something else to Python carries a stroke at its end."""
        name = self.name.replace("-", "_")
        return f"{name}_" if iskeyword(name) else name

    def help_text(self) -> str:
        """How the command is used."""
        lines = [f"invoke {' '.join((self.name, *self.words))} …", f"    {self.help}", ""]
        for option in self.options:
            shown = f"--{option.name}" + (f" {option.value}" if option.value else "")
            lines.append(f"    {shown:<20} {option.help}")
        return "\n".join(lines)


@dataclass(frozen=True, kw_only=True)
class Options:
    """What was asked for."""

    words: tuple[str, ...]
    values: dict[str, list[str]]

    def text(self, name: str) -> str | None:
        """The value of an option, or None when it was not given."""
        given = self.values.get(name)
        return given[-1] if given else None

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of an option that may be given more than once."""
        return tuple(self.values.get(name, ()))

    def has(self, name: str) -> bool:
        """Whether a switch was given."""
        return name in self.values

    def path(self, name: str, default: Path) -> Path:
        """The folder an option names."""
        given = self.text(name)
        return Path(given) if given else default

    def folder(self, name: str, default: Path) -> Path:
        """The folder an option names, which must be there."""
        path = self.path(name, default)
        if not path.is_dir():
            raise SetupError(f"Không có thư mục «{path}»; kiểm tra lại sau chữ --{name}.")
        return path

    def day(self, name: str) -> date | None:
        """The day an option names."""
        given = self.text(name)
        if given is None:
            return None
        found = read_day(given)
        if found is None:
            raise UsageError(f"Ngày sau --{name} ghi là «{given}»; viết như 30/9/2026 hoặc 2026-09-30.")
        return found


def parse(command: Command, words: Sequence[str]) -> Options:
    """Sort the words after a command. Raises UsageError for what it does not know, with the nearest that it does."""
    if command.is_open:
        return Options(words=tuple(words), values={})
    known = {option.name: option for option in command.options}
    values: dict[str, list[str]] = {}
    plain: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if not word.startswith("-") or word == "-":
            plain.append(word)
            continue
        name, has_value, value = word.lstrip("-").partition("=")
        name = name.replace("_", "-")
        option = known.get(name)
        if option is None:
            near = nearest(name, known)
            hint = f" Có phải ý bạn là «--{near}»?" if near else f" Lệnh này có: {_names(known)}."
            raise UsageError(f"Lệnh «{command.name}» không có tùy chọn «{word}».{hint}")
        if option.value is None:
            values.setdefault(name, [])
            continue
        if not has_value:
            if not rest:
                raise UsageError(f"Sau «--{name}» cần ghi thêm {option.value} ({option.help}).")
            value = rest.pop(0)
        values.setdefault(name, []).append(value)
    _count(command, plain)
    return Options(words=tuple(plain), values=values)


def _count(command: Command, plain: Sequence[str]) -> None:
    needed = [word for word in command.words if not word.startswith("[")]
    if len(plain) < len(needed):
        raise UsageError(f"Thiếu {needed[len(plain)]} sau «{command.name}»: {command.help}.")
    if len(plain) > len(command.words):
        raise UsageError(f"Lệnh «{command.name}» không dùng tới «{plain[len(command.words)]}».")


def _names(known: dict[str, Option]) -> str:
    return ", ".join(f"--{name}" for name in known) or "không tùy chọn nào"
