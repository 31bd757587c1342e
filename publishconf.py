"""What differs on the live site: whole addresses and smaller pages."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

# The address of the live site; the gate takes the school's `website` from truong.yml where this is empty.
SITEURL = ""
RELATIVE_URLS = False
LIVE = True  # a draft is refused
HTML_MINIFIER = "conservative"
