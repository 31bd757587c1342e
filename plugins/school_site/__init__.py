"""Cổng Trường: a school's website from plain files, refused when it is not lawful.

The flow is the architecture: load → validate → enrich → render → finish → audit → publish.
Start reading at `pipeline.py`; only `hooks/` knows Pelican.
"""

__version__ = "0.1.0"
