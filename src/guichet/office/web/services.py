"""What the home pages let one do."""

from __future__ import annotations

from datetime import datetime

from guichet.office.web.models import News


def publish_news(*, title: str, body: str, kind: str, at: datetime) -> News:
    """Publish a piece of news from this instant on."""
    return News.objects.create(title=title, body=body, kind=kind, published_at=at)
