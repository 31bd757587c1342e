"""Faults of ours or of the set-up. A fault in the *content* is never an exception: see `findings.py`.

SchoolSiteError          one Vietnamese sentence for the person at the desk
├── UsageError           a word on the command line that we cannot follow      exit 2
├── SetupError           a folder, package or file of the set-up is missing    exit 2
└── ContentRefused       the findings forbid publishing                        exit 1
"""


class SchoolSiteError(Exception):
    """A message for people, in Vietnamese; `exitcode` is what the process ends with."""

    exitcode = 2


class UsageError(SchoolSiteError):
    """The command line cannot be followed as written."""


class SetupError(SchoolSiteError):
    """Something the site is built *with* is missing or broken."""


class ContentRefused(SchoolSiteError):
    """The content may not be published as it is. The findings were already shown."""

    exitcode = 1
