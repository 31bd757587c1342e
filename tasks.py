"""Offer the commands of `school_site/cli.py` as Invoke tasks, for people inside the environment.

Nothing is decided here. What Invoke cannot read goes to our own command line, which answers in Vietnamese and
with exit status 2, where Invoke would answer in English and with 1.
"""

import sys
from collections.abc import Callable, Sequence

from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import Exit, ParseError
from invoke.main import program
from invoke.parser import Parser
from invoke.tasks import Task, task

from run import ROOT, WRONG_USE, SetupError, find_command, usage

sys.path.insert(0, str(ROOT / "plugins"))

OPTIONS = {
    "content": "thư mục nội dung, nếu không phải là content",
    "output": "thư mục đặt trang dựng xong, nếu không phải là output",
    "as_of": "xét theo ngày này, ví dụ 30/9/2026",
    "year": "chỉ của năm học hoặc năm tài chính này, ví dụ 2026-2027",
    "port": "cổng để xem thử trên máy, ví dụ 8000",
    "kind": "loại nội dung, ví dụ van-ban",
    "name": "tên tệp muốn đặt",
    "file": "bảng tính của trường, ví dụ so-lieu.xlsx",
    "code": "mã của kết quả kiểm tra, ví dụ CK-010",
    "what": "bản muốn in, ví dụ lich-cong-tac",
}


def command_line(words: Sequence[str]) -> int:
    """Let our own command line do it, and give its exit status."""
    try:
        from school_site.cli import main
    except ModuleNotFoundError as missing:
        sentence = f"Thiếu thư viện «{missing.name}»: hãy chạy «python3 run.py {' '.join(words)}»."
        raise Exit(sentence, code=WRONG_USE) from missing
    return main(list(words))


def do(word: str, *values: str, **options: str) -> None:
    """Run one command; a refusal ends the tasks after it, too."""
    flags = [[f"--{name.replace('_', '-')}", value] for name, value in options.items() if value]
    status = command_line([word, *values, *(part for flag in flags for part in flag)])
    if status:
        raise Exit(code=status)


def command(body: Callable[..., None]) -> "Task[Callable[..., None]]":
    """Make a task of a function, with the Vietnamese alias and help of its command."""
    # A word that means something else to Python carries a stroke at its end.
    known = find_command(body.__name__.rstrip("_").replace("_", "-"))
    body.__doc__ = known.help[0].upper() + known.help[1:] + "."
    parameters = body.__code__.co_varnames[1 : body.__code__.co_argcount]
    made: Task[Callable[..., None]] = task(
        name=known.word,
        aliases=[known.alias],
        auto_shortflags=False,
        help={name.replace("_", "-"): OPTIONS[name] for name in parameters},
    )(body)
    return made


@command
def build(_: Context, content: str = "", output: str = "", as_of: str = "") -> None:
    do("build", content=content, output=output, as_of=as_of)


@command
def check(_: Context, content: str = "", output: str = "", as_of: str = "") -> None:
    do("check", content=content, output=output, as_of=as_of)


@command
def serve(_: Context, content: str = "", output: str = "", as_of: str = "", port: str = "") -> None:
    do("serve", content=content, output=output, as_of=as_of, port=port)


@command
def news(_: Context, content: str = "") -> None:
    do("news", content=content)


@command
def new(_: Context, kind: str, name: str = "", content: str = "") -> None:
    do("new", *filter(None, [kind, name]), content=content)


@command
def import_(_: Context, file: str, content: str = "") -> None:
    do("import", file, content=content)


@command
def print_(_: Context, what: str, content: str = "", output: str = "", as_of: str = "", year: str = "") -> None:
    do("print", what, content=content, output=output, as_of=as_of, year=year)


@command
def explain(_: Context, code: str) -> None:
    do("explain", code)


@command
def repair(_: Context, content: str = "") -> None:
    do("repair", content=content)


@command
def ledger(_: Context, content: str = "", as_of: str = "") -> None:
    do("ledger", content=content, as_of=as_of)


@command
def diff_law(_: Context, content: str = "") -> None:
    do("diff-law", content=content)


@command
def record(_: Context, content: str = "", as_of: str = "") -> None:
    do("record", content=content, as_of=as_of)


@command
def test(_: Context) -> None:
    do("test")


@command
def lint(_: Context) -> None:
    do("lint")


namespace = Collection(
    build, check, serve, news, new, import_, print_, explain, repair, ledger, diff_law, record, test, lint
)  # fmt: skip


def can_read(words: Sequence[str]) -> bool:
    """Tell whether Invoke understands the words as we mean them."""
    if words[0] in ("new", "tao") or {"-h", "--help"} & set(words):
        return False  # it knows no optional word such as NAME, and its help is in English
    try:
        Parser(contexts=namespace.to_contexts(), initial=program.initial_context).parse_argv(list(words))
    except ParseError:
        return False
    return True


def answer(words: Sequence[str]) -> None:
    """End the run here with our own answer, when Invoke's would not be ours."""
    if not words:
        print(usage("invoke"))
        raise Exit
    if not can_read(words):
        try:
            word = find_command(words[0]).word
        except SetupError as slip:
            raise Exit(str(slip), code=WRONG_USE) from slip
        raise Exit(code=command_line([word, *words[1:]]))


if hasattr(program, "core"):  # Invoke is running, and loads us right now
    asked = program.args
    if isinstance(asked.help.value, str):
        answer([asked.help.value, "--help"])
    elif not asked.complete.value and asked["list-format"].value == "flat":
        answer(program.core.unparsed)
