"""Second plugin: writes every page of ours through Pelican's writer, and readies those that Pelican writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.utils import path_to_url
from pelican.writers import Writer

from ..cores import Errand, Turns, cores
from ..errors import SetupError
from ..finish import pieces_beside
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
    """Which turns another process took, and the pictures that stand on its pages."""

    turns: frozenset[int]
    pictures: Mapping[str, Made]


class SchoolPages(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the pages of all kinds that are not native to Pelican, and what the site has beside its pages.

    All cores take part, and who is free takes the next turn: this process begins with the pages, the others with the
    pieces that need no page.
    """

    def call_the_others(self) -> None:
        """Send the other processes off. What they see of this one is its state of now."""
        session: Session = self.settings[SETTING]
        if len({page.save_as for page in session.pages}) < len(session.pages):
            raise SetupError("Hai trang cùng một địa chỉ, nên chưa dựng được trang; hãy báo cho người giữ phần mềm.")
        site_url = address_of(self.settings, session.view.site.school)
        self.pieces = tuple(pieces_beside(session.view, session.content, site_url, session.staging))
        self.pages = [page for page in session.pages if page.source is None]
        self.turns = Turns(len(self.pieces) + len(self.pages))
        self.errands = [Errand(self._help) for _ in range(cores() - 1)]
        for errand in self.errands:
            errand.start()

    def generate_output(self, writer: Any) -> None:
        """Write until none is left; what another process could not do is done here, and fails here."""
        session: Session = self.settings[SETTING]
        taken = set(self._take(self.turns.from_the_back(), writer))
        for errand in self.errands:
            share = errand.answer()
            if share is not None:
                taken |= share.turns
                session.pictures.add(share.pictures)
        self._take((turn for turn in range(self.turns.count) if turn not in taken), writer)

    def _help(self) -> Share:
        session: Session = self.settings[SETTING]
        taken = self._take(self.turns.from_the_front(), Writer(self.output_path, settings=self.settings))
        if gate.logged_errors:
            raise SetupError(gate.logged_errors[0])
        return Share(turns=frozenset(taken), pictures=session.pictures.used())

    def _take(self, turns: Iterable[int], writer: Any) -> list[int]:
        taken = []
        for turn in turns:
            if turn < len(self.pieces):
                self.pieces[turn]()
            else:
                self._write(self.pages[turn - len(self.pieces)], writer)
            taken.append(turn)
        return taken

    def _write(self, page: Page, writer: Any) -> None:
        place(self.settings[SETTING], page, self.settings)
        writer.write_file(
            page.save_as,
            self.get_template(page.template.removesuffix(".html")),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            **page.context(),
        )


def ready_native_page(generator: Any, content: Any) -> None:
    """Give the template of an article or introduction page the facts that only we know."""
    session: Session = generator.settings[SETTING]
    page = session.native[content.entry.path]
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
