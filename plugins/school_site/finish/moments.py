"""Hours of a day here as moments in UTC, which every calendar program understands alike."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cache

from ..upstream_model import VIETNAM_TIME


@cache
def utc(on: date, hour: str) -> datetime:
    """An hour written HH:MM: Vietnam has no summer time, and a zone of our own is one more thing to get wrong."""
    return datetime.combine(on, time.fromisoformat(hour), VIETNAM_TIME).astimezone(UTC)
