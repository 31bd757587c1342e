"""Settings of the site as built at a desk. Settings only: what happens is in `plugins/school_site/pipeline.py`."""

import sys
from pathlib import Path

from jinja2 import StrictUndefined

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))

from school_site.hooks import finish, gate, pages  # noqa: E402

# Where things lie.
PATH = "content"
OUTPUT_PATH = "output"
THEME = str(ROOT / "theme")
THEME_TEMPLATES_OVERRIDES = [str(ROOT / "theme")]
SCHEMA = str(ROOT / "schema")
CACHE = str(ROOT / ".cache")

# Modules, not names: Pelican builds on in silence when a name cannot be imported. The order is the flow's.
PLUGIN_PATHS = [str(ROOT / "plugins")]
PLUGINS = [gate, pages, finish]

# The day the content is judged by: None is today (the sample school pins its own in truong.yml).
AS_OF = None

# "commonmark" (compiled, what editors' previews show) or "python-markdown" (with its extensions).
MARKDOWN_ENGINE = "commonmark"
# "conservative", "htmlmin" (needs the package htmlmin2) or "off".
HTML_MINIFIER = "off"

# Links between pages are relative, so that output/ works from any folder, also by double-click.
SITEURL = ""
RELATIVE_URLS = True

TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
LOCALE = ["C"]
SITENAME = "Cổng Trường"  # the gate puts the school's name here

# News and introductions are native articles and pages; their metadata comes from what was judged.
ARTICLE_PATHS = ["tin-tuc"]
PAGE_PATHS = ["gioi-thieu"]
# Pictures and attachments are copied by `finish`, under normalised names and without their metadata.
STATIC_PATHS: list[str] = []
READERS = {"rst": None, "html": None, "htm": None}
DEFAULT_DATE = None
ARTICLE_TRANSLATION_ID = False
PAGE_TRANSLATION_ID = False

# Lists, archives and feeds are ours.
DIRECT_TEMPLATES: list[str] = []
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
CATEGORIES_SAVE_AS = TAGS_SAVE_AS = AUTHORS_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# Escaping on, an unknown name is an error: a template prints what is there or fails loudly.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [],
    "auto_reload": False,  # a build is one process: no template changes under it
}

THEME_STATIC_DIR = "theme"
THEME_STATIC_PATHS = ["static"]
LOG_FILTER: list[tuple[int, str]] = []
