"""What the home pages show."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from guichet.office.web.models import News


def news(*, at: datetime) -> QuerySet[News]:
    """News already published, the latest first."""
    return News.objects.filter(published_at__lte=at)
