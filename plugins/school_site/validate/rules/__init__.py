"""The rules of truth, in the order of the report. A rule is a module with `check`; a new rule is a new line here."""

from __future__ import annotations

from types import ModuleType

from . import (
    broken_link,
    dates_out_of_order,
    double_source,
    lost_address,
    missing_file,
    profile,
    published_ahead,
    pupils_without_consent,
    removed_too_early,
    same_address,
    unknown_reference,
    unofficial_email,
    waiver,
    wrong_sum,
    wrong_week,
    wrong_year,
)

RULES: tuple[ModuleType, ...] = (
    profile,
    same_address,
    unofficial_email,
    double_source,
    published_ahead,
    dates_out_of_order,
    wrong_week,
    wrong_sum,
    wrong_year,
    removed_too_early,
    waiver,
    broken_link,
    lost_address,
    missing_file,
    unknown_reference,
    pupils_without_consent,
)
