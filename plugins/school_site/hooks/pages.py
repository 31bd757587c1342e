"""Second plugin: writes every page of ours through Pelican's writer, and readies those that Pelican writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.utils import path_to_url
from pelican.writers import Writer

from ..cores import Errand, Turns, cores
from ..errors import SetupError
from ..finish import make_beside
from ..render.page import Page
from ..render.pictures import Made
from . import gate
from .session import SETTING, Session, address_of


def register() -> None:
    """Add our generator; prepare the page of each article and introduction before Pelican writes it."""
    signals.get_generators.connect(our_generator)
    signals.all_generators_finalized.connect(call_the_others)
    signals.article_generator_write_article.connect(ready_native_page)
    signals.page_generator_write_page.connect(ready_native_page)


def our_generator(pelican: Any) -> type[Generator]:
    """Pelican holds its listeners weakly, so this one needs a name."""
    return SchoolPages


def call_the_others(generators: Any) -> None:
    """The staging folder has been cleared by now, and rendering comes next: the other cores begin."""
    for generator in generators:
        if isinstance(generator, SchoolPages):
            generator.call_the_others()


@dataclass(frozen=True, kw_only=True)
class Share:
    """What another process has written, by the numbers of the pages, and the pictures that stand on them."""

    pages: frozenset[int]
    pictures: Mapping[str, Made]


class SchoolPages(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the pages of all kinds that are not native to Pelican, on all cores: who is free takes the next page.

    One of the other processes first makes what the site has beside its pages.
    """

    def call_the_others(self) -> None:
        """Send the other processes off. What they see of this one is its state of now."""
        session: Session = self.settings[SETTING]
        self.pages = [page for page in session.pages if page.source is None]
        if len({page.save_as for page in session.pages}) < len(session.pages):
            raise SetupError("Hai trang cùng một địa chỉ, nên chưa dựng được trang; hãy báo cho người giữ phần mềm.")
        self.turns = Turns(len(self.pages))
        self.errands = [Errand(partial(self._help, at == 0)) for at in range(max(1, cores() - 1))]
        for errand in self.errands:
            errand.start()

    def generate_output(self, writer: Any) -> None:
        """Write until none is left; what another process could not do is done here, and fails here."""
        session: Session = self.settings[SETTING]
        written = set(self._write(self.turns, writer))
        shares = [errand.answer() for errand in self.errands]
        for share in shares:
            if share is not None:
                written |= share.pages
                session.pictures.add(share.pictures)
        if shares[0] is None:
            self._make_beside()
        self._write((turn for turn in range(len(self.pages)) if turn not in written), writer)

    def _help(self, is_first: bool) -> Share:
        session: Session = self.settings[SETTING]
        if is_first:
            self._make_beside()
        written = self._write(self.turns, Writer(self.output_path, settings=self.settings))
        if gate.logged_errors:
            raise SetupError(gate.logged_errors[0])
        return Share(pages=frozenset(written), pictures=session.pictures.used())

    def _make_beside(self) -> None:
        session: Session = self.settings[SETTING]
        site_url = address_of(self.settings, session.view.site.school)
        make_beside(session.view, session.content, site_url, session.staging)

    def _write(self, turns: Iterable[int], writer: Any) -> list[int]:
        session: Session = self.settings[SETTING]
        written = []
        for turn in turns:
            page = self.pages[turn]
            place(session, page, self.settings)
            writer.write_file(
                page.save_as,
                self.get_template(page.template.removesuffix(".html")),
                self.context,
                relative_urls=self.settings["RELATIVE_URLS"],
                **page.context(),
            )
            written.append(turn)
        return written


def ready_native_page(generator: Any, content: Any) -> None:
    """Give the template of an article or introduction page the facts that only we know."""
    session: Session = generator.settings[SETTING]
    page = session.native(content.entry.path)
    place(session, page, generator.settings)
    generator.context.update(page.context())


def place(session: Session, page: Page, settings: Any) -> None:
    """Tell links where the page they stand on lies; the page for wrong addresses may be shown anywhere."""
    if page.save_as == "404.html":
        session.root.prefix = settings["SITEURL"]
    elif settings["RELATIVE_URLS"]:
        depth = page.save_as.count("/")
        session.root.prefix = path_to_url("/".join([".."] * depth) or ".")
    else:
        session.root.prefix = settings["SITEURL"]
