"""Which missing files are told of elsewhere already, so that one fault is not said once more at every link to it."""

from __future__ import annotations

import re

from ..completeness import Status
from ..findings import Severity
from ..kinds import kind_at
from ..mistyping import original, stem
from ..site import Site
from ..vietnamese import slug
from .basis import Basis
from .evidence import place

# The file that a demand's remedy makes: «… new bieu-mau don-xin-nghi-hoc …».
_MADE = re.compile(r"\bnew [a-z-]+ ([a-z0-9][a-z0-9-]*)")


def is_explained(target: str, site: Site, basis: Basis) -> bool:
    """Whether another finding that refuses the site says already why nothing is at the content path `target`.

    Either the file is there under a name or in a place that was refused, or the ledger misses it.
    """
    return any(_is_it(path, target) for path in site.unread) or stem(target) in _missed(site, basis)


def _is_it(path: str, target: str) -> bool:
    folder, _, name = path.rpartition("/")
    wanted_in, _, wanted = stem(target).rpartition("/")
    name = stem(name)
    is_alike = slug(wanted) in (slug(name), slug(original(name) or name))
    return is_alike and (folder == wanted_in or kind_at(path) is None)


def _missed(site: Site, basis: Basis) -> set[str]:
    """The files, without suffix, whose absence the ledger calls an error that nothing lets pass."""
    if site.lets_late_pass(basis.today):
        return set()
    return {
        place(row.demand, row.period) + (made[1] if (made := _MADE.search(row.demand.fix)) else row.period.key)
        for row in basis.ledger
        if row.status in (Status.missing, Status.late) and row.severity is Severity.error and not row.is_archive
    }
