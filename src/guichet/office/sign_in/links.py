"""The link of a lost password: signed, bound to the account as it then stood, dated by the office's clock."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.tokens import PasswordResetTokenGenerator

from guichet.office.toolbox import clock


class LostPasswordTokens(PasswordResetTokenGenerator):
    """Django's one-time tokens, on the office's clock."""

    key_salt = "guichet.accounts.lost_password"

    def _now(self) -> datetime:
        return clock.now().replace(tzinfo=None)


lost_password_tokens = LostPasswordTokens()
