"""Keeps the house in order: who may import whom, parallel names, whole rules, texts that speak of us alone."""

from __future__ import annotations

import ast
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from sandbox import ROOT

import tasks
from school_site.audit.rules import RULES as AUDIT_RULES
from school_site.catalogue import all_rules, rules_in
from school_site.findings import Rule
from school_site.kinds import KINDS
from school_site.law import read_law
from school_site.paths import SCHEMA, THEME
from school_site.validate import rules as validate_rules
from school_site.vocabulary import read_vocabulary

PACKAGE = ROOT / "plugins" / "school_site"

# --- the import law -------------------------------------------------------------------------------------------

STAGES = {"load", "validate", "enrich", "render", "finish", "audit", "upstream", "publish", "printing"}
# Drivers join the stages; a report tells what they found. Nothing else may know them.
DRIVERS = {"pipeline", "catalogue", "repair", "commands", "hooks", "cli", "__main__"}
REPORT = "report"
# These four import nothing of ours but each other's values.
INNERMOST = {"model": set(), "errors": set(), "vietnamese": set(), "findings": {"model"}}
# A stage that reads the values another one hands on. Every line is an exception, with its reason.
EXCEPTIONS = {
    ("finish", "render"): "the pages, pictures and view that rendering made are what finishing completes",
    ("finish", "report"): "the public statement is the machine-readable report",
}
ONLY_IN = {
    "pelican": {"hooks", "commands/build.py"},
    "blinker": {"hooks"},
    "jinja2": {"hooks", "render", "printing/paper.py", "commands/build.py", "commands/preview.py", "report/html.py"},
    "weasyprint": {"printing/press.py"},
    "httpx": {"upstream/retrieve.py"},
    "anyio": {"upstream/retrieve.py"},
    "socket": {"upstream/retrieve.py", "commands/serve.py"},
    "python_calamine": {"workbooks/read.py", "pasted/table.py"},
    "requests": set(),
    "urllib.request": set(),
    "http.client": set(),
}


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Path below the package and syntax tree of every module."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def part_of(path: str) -> str:
    """The top-level module or folder of a path: `validate/rules/x.py` → `validate`."""
    return path.split("/", 1)[0].removesuffix(".py")


@cache
def imports() -> tuple[tuple[str, str, bool], ...]:
    """(module, what it imports, whether that is ours) for every import, the late ones in functions too."""
    found: list[tuple[str, str, bool]] = []
    for path, tree in modules():
        folder = path.split("/")[:-1]
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                found += [(path, alias.name, False) for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.append((path, node.module or "", False))
            elif isinstance(node, ast.ImportFrom):
                base = folder[: len(folder) - (node.level - 1)]
                names = [node.module] if node.module else [alias.name for alias in node.names]
                found += [(path, "/".join([*base, *name.split(".")]), True) for name in names]
    return tuple(found)


def ours() -> set[tuple[str, str]]:
    """Which part of the package imports which other part."""
    found = {(part_of(path), part_of(target)) for path, target, is_ours in imports() if is_ours}
    return {(part, target) for part, target in found if part != target and not target.startswith("__version")}


def test_the_innermost_modules_import_nothing_of_ours() -> None:
    taken = {name: {target for part, target in ours() if part == name} for name in INNERMOST}

    assert taken == INNERMOST


def test_a_stage_never_reaches_into_another() -> None:
    wrong = {(part, target) for part, target in ours() if part in STAGES and target in STAGES | DRIVERS | {REPORT}}

    assert wrong - EXCEPTIONS.keys() == set()
    assert EXCEPTIONS.keys() - wrong == set(), "an exception that nobody needs any more"


def test_only_drivers_know_the_stages() -> None:
    wrong = {(part, target) for part, target in ours() if target in STAGES and part not in STAGES | DRIVERS}

    assert wrong == set()


def test_only_the_command_line_and_the_hooks_know_the_drivers() -> None:
    wrong = {(part, target) for part, target in ours() if target in DRIVERS and part not in DRIVERS}

    assert wrong == set()


def test_kinds_know_no_law_and_no_site() -> None:
    known = {target for part, target in ours() if part == "kinds"}

    assert known <= {"model", "vietnamese", "upstream_model"}


@pytest.mark.parametrize("package", ONLY_IN)
def test_what_is_dangerous_or_heavy_is_imported_in_one_place(package: str) -> None:
    users = {path for path, target, is_ours in imports() if not is_ours and f"{target}.".startswith(f"{package}.")}

    assert {path for path in users if path not in ONLY_IN[package] and part_of(path) not in ONLY_IN[package]} == set()


def test_the_clock_is_read_at_the_rim_only() -> None:
    """`today` is handed down; only commands and the hook that opens a build may ask for it."""
    asking = {
        path
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("today", "now", "utcnow")
        and isinstance(node.value, ast.Name)
        if node.value.id in ("date", "datetime")
    }

    assert {path for path in asking if part_of(path) not in ("commands", "hooks")} == set()


# --- parallel names -------------------------------------------------------------------------------------------

# Kinds whose pages bear the name of what they show, not of the kind.
OTHER_TEMPLATES = {
    "school": "home.html",
    "introduction": "page.html",
    "upstream_sources": "upstream_news.html",
    "waivers": "compliance.html",
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_the_same_name_everywhere(kind: Any) -> None:
    template = THEME / "templates" / OTHER_TEMPLATES.get(kind.name, f"{kind.name}.html")

    assert (PACKAGE / "kinds" / f"{kind.name}.py").is_file()
    assert (SCHEMA / f"{kind.name}.schema.yml").is_file()
    assert template.is_file()
    assert (ROOT / "content" / kind.place).exists()


def test_no_schema_and_no_kind_is_left_alone() -> None:
    schemas = {path.name.removesuffix(".schema.yml") for path in SCHEMA.glob("*.schema.yml")}
    files = {path.stem for path in (PACKAGE / "kinds").glob("*.py")} - {"__init__", "base"}

    assert schemas - {"common", "layout", "legal", "pack", "yearbook"} == files == {kind.name for kind in KINDS}


# --- rules ----------------------------------------------------------------------------------------------------

RULES = all_rules()
_MARKED = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.I)
_BLANK = re.compile(r"\{\w+\}")
# House-style §4.2: what there is and what is needed, in the words of a school's office.
_FOREIGN = re.compile(
    r"\b(file|field|front matter|schema|null|parse|error|warning|invalid|string|không hợp lệ|cú pháp)\b", re.I
)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_whole(code: str) -> None:
    rule = RULES[code]

    assert re.fullmatch(r"[A-Z]{2}-\d{3}", code)
    own_words = [_BLANK.sub("", sentence) for sentence in (rule.title, rule.message, rule.why)]
    for sentence in own_words:
        assert _MARKED.search(sentence) or len(sentence) < 15, f"not Vietnamese: {sentence}"
        assert not _FOREIGN.search(sentence), sentence
    # What a source of news says of itself is a whole sentence already.
    assert rule.message.endswith((".", "?", ": {told}")) and rule.why.endswith("."), code
    assert rule.fix.strip()
    assert not rule.title.endswith(".")
    assert rule.legal is None or rule.legal in read_law(SCHEMA).keys


def rule_files() -> dict[Path, tuple[Rule, ...]]:
    """The rules of every rule file, by the list in which they are named."""
    lists = ((PACKAGE / "validate" / "rules", validate_rules.RULES), (PACKAGE / "audit" / "rules", AUDIT_RULES))
    return {
        folder / f"{module.__name__.rsplit('.', 1)[-1]}.py": rules_in(module)
        for folder, made in lists
        for module in made
    }


def test_no_rule_file_is_forgotten() -> None:
    there = {path for part in ("validate", "audit") for path in (PACKAGE / part / "rules").glob("*.py")}

    assert there - rule_files().keys() - {path for path in there if path.name == "__init__.py"} == set()
    assert [path.name for path, rules in rule_files().items() if not rules] == []


def test_a_rule_file_opens_with_its_code() -> None:
    """Of several that belong together, with the first."""
    silent = [
        path.name
        for path, rules in rule_files().items()
        if not any(path.read_text(encoding="utf-8").startswith(f'"""{rule.code}') for rule in rules)
    ]

    assert silent == []


def test_no_code_is_given_twice() -> None:
    codes = Counter(rule.code for rules in rule_files().values() for rule in rules)

    assert [code for code, count in codes.items() if count > 1] == []


# --- data -----------------------------------------------------------------------------------------------------


def nodes(tree: Any, at: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Every property of a schema with its path."""
    if isinstance(tree, dict):
        for name, child in (tree.get("properties") or {}).items():
            yield (*at, name), child
        for key, child in tree.items():
            yield from nodes(child, (*at, key) if key not in ("properties", "items") else at)
    elif isinstance(tree, list):
        for child in tree:
            yield from nodes(child, at)


SCHEMAS = [f"{name}.schema.yml" for name in ("common", *(kind.name for kind in KINDS))]


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_has_its_label_and_hint_in_vietnamese(name: str) -> None:
    common = read(SCHEMA / "common.schema.yml")["$defs"]

    def told(node: dict[str, Any], key: str) -> str:
        shared = common.get(str(node.get("$ref", "")).rpartition("/")[2], {})
        return str(node.get(key) or shared.get(key) or "")

    bare = [
        (".".join(path), key)
        for path, node in nodes(read(SCHEMA / name))
        for key in ("title", "description")
        if not told(node, key)
    ]
    assert bare == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_value_of_a_closed_list_has_a_label(name: str) -> None:
    labels = read_vocabulary(SCHEMA).labels
    kind = name.removesuffix(".schema.yml")
    unlabelled = []
    for path, node in nodes(read(SCHEMA / name)):
        choices = node.get("enum") or (node.get("items") or {}).get("enum") or []
        known = labels.get(f"{kind}.{path[-1]}") or labels.get(path[-1]) or {}
        unlabelled += [(".".join(path), choice) for choice in choices if str(choice) not in known]

    assert unlabelled == []


# --- the repository speaks of the project alone ----------------------------------------------------------------

# Registers are sorted data of others; licences and lock files are not our words.
_NOT_OURS = (
    "LICENSE",
    "LICENSES/",
    "requirements",
    "tests/feeds/",
    "tests/data/",
    "content/so-ghi/",
    "theme/static/vendor/",
)
_TEXTS = {".py", ".md", ".yml", ".yaml", ".toml", ".html", ".css", ".js", ".cmd", ".sh", ".json", ".txt", ".cfg", ""}


@cache
def tracked() -> tuple[str, ...]:
    """Every file of the repository, as Git knows it, or as it lies there where Git is not."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout
        return tuple(filter(None, listed.split("\0")))
    except (OSError, subprocess.CalledProcessError):
        return tuple(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file())


def texts() -> Iterator[tuple[str, str]]:
    for name in tracked():
        path = ROOT / name
        if path.suffix in _TEXTS and path.is_file() and not name.startswith(_NOT_OURS):
            yield name, path.read_text(encoding="utf-8", errors="replace")


def test_no_circulars_number_stands_in_python() -> None:
    """The law is data: an act that is replaced is a changed line in `schema/`."""
    number = re.compile(r"\d+/(19|20)\d\d/(TT|NĐ|QĐ|QH)\b|Thông tư (số )?\d|Nghị định (số )?\d")

    assert [
        name for name, text in texts() if name.startswith("plugins/") and name.endswith(".py") and number.search(text)
    ] == []


# In pieces, so that this file does not name them itself.
MACHINE = re.compile(
    "|".join(("/" + "work/", "/" + "opt/ct", "/tmp/" + "[a-z]", "/home/" + "[a-z]+/", "/root/" + r"\."))
)
HOSTS = re.compile(
    "|".join((r"pypi" + r"\.org", "files" + r"\.pythonhosted", "registry" + r"\.npmjs", "index" + "-url="))
)


def test_no_text_names_this_machine_or_a_package_registry() -> None:
    assert [(name, found[0]) for name, text in texts() if (found := MACHINE.search(text))] == []
    assert [(name, found[0]) for name, text in texts() if (found := HOSTS.search(text))] == []


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" + "XX", "[Ll]orem " + "ipsum")) + r")\b")

    # The rule about placeholders and its tests have to name them.
    speak_of_it = ("placeholder", "tests/corpus/")
    left = [(name, found[0]) for name, text in texts() if (found := later.search(text))]
    assert [(name, word) for name, word in left if not any(part in name for part in speak_of_it)] == []


def test_every_module_opens_with_a_sentence() -> None:
    short = [
        path
        for path, tree in modules()
        if not re.match(r"\S.{15,}?[.:;?]?\s*$", (ast.get_docstring(tree) or "").split("\n")[0])
    ]

    assert short == []


def test_every_task_has_help_in_vietnamese() -> None:
    for task in tasks.namespace.tasks.values():
        assert task.__doc__ and _MARKED.search(task.__doc__), task.name
        assert task.aliases, task.name
        assert all(_MARKED.search(text) for text in task.help.values()), task.name


@pytest.mark.parametrize("rule", all_rules().values(), ids=all_rules())
def test_a_code_is_explained_by_what_is_wrong_and_what_is_right(rule: Rule) -> None:
    assert rule.why and rule.bad and rule.good
    assert rule.bad != rule.good
