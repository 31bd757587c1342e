"""Second plugin: writes every page of ours through Pelican's writer, and readies those that Pelican writes."""

from __future__ import annotations

from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.utils import path_to_url

from ..render.page import Page
from .session import SETTING, Session


def register() -> None:
    """Add our generator; prepare the page of each article and introduction before Pelican writes it."""
    signals.get_generators.connect(our_generator)
    signals.article_generator_write_article.connect(ready_native_page)
    signals.page_generator_write_page.connect(ready_native_page)


def our_generator(pelican: Any) -> type[Generator]:
    """Pelican holds its listeners weakly, so this one needs a name."""
    return SchoolPages


class SchoolPages(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the pages of all kinds that are not native to Pelican."""

    def generate_output(self, writer: Any) -> None:
        """Write them all."""
        session: Session = self.settings[SETTING]
        for page in session.pages:
            if page.source is None:
                place(session, page, self.settings)
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
