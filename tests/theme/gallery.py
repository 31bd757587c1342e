"""Every example of every component, rendered as the build would render it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from school_site.model import Asset
from school_site.paths import CONTENT, SCHEMA, THEME
from school_site.render.filters import Root, filters
from school_site.render.pictures import Pictures
from school_site.vocabulary import read_vocabulary

COMPONENTS = THEME / "components"
NAMES = sorted(path.name for path in COMPONENTS.iterdir() if path.is_dir())


class Facts(dict[str, Any]):
    """A mapping that templates and filters read like the frozen values of a build."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError as fault:
            raise AttributeError(name) from fault


def facts(value: Any) -> Any:
    """YAML data as facts, all the way down."""
    if isinstance(value, dict):
        return Facts({key: facts(item) for key, item in value.items()})
    return tuple(facts(item) for item in value) if isinstance(value, list) else value


@dataclass(frozen=True, kw_only=True)
class Example:
    """One example of one component."""

    component: str
    name: str
    values: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.component}: {self.name}"


def described(component: str) -> dict[str, Any]:
    """What the component's own file says of it."""
    found = yaml.safe_load((COMPONENTS / component / f"{component}.yml").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def examples() -> Iterator[Example]:
    """All of them, component by component."""
    for name in NAMES:
        for example in described(name).get("examples") or ():
            yield Example(component=name, name=str(example["name"]), values=dict(example.get("with") or {}))


@dataclass(frozen=True)
class _Bare:
    """The part of a site that filters need."""

    assets: tuple[Asset, ...]
    form_templates: tuple[Any, ...] = ()


@cache
def environment() -> Environment:
    """Jinja as the build sets it up: escaping on, an unknown name is an error."""
    made = Environment(
        loader=FileSystemLoader([str(THEME / "templates"), str(THEME)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    assets = tuple(
        Asset(path=path.relative_to(CONTENT).as_posix(), size=path.stat().st_size)
        for folder in ("hinh", "tep")
        for path in sorted((CONTENT / folder).iterdir())
    )
    made.filters.update(filters(_Bare(assets), read_vocabulary(SCHEMA), Root(), Pictures(CONTENT)))  # type: ignore[arg-type]
    return made


def rendered(component: str, values: dict[str, Any]) -> str:
    """The component's HTML."""
    module = environment().get_template(f"components/{component}/{component}.html").module
    return str(getattr(module, component)(**{key: facts(value) for key, value in values.items()}))


def source(component: str) -> str:
    """The component's template."""
    return Path(COMPONENTS / component / f"{component}.html").read_text(encoding="utf-8")


__all__ = ["COMPONENTS", "NAMES", "Example", "described", "environment", "examples", "rendered", "source"]
