"""People. Organisations and mandates come with the next procedure of the space."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Someone with an account."""
