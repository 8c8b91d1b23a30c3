"""What happened that matters for security: who proved who they were, who was refused. One line of log each.

Nothing personal: an account is named by its public identifier, an address or an IP never. The request's number, which
the person sees on an error page, ties the line to the others.
"""

from __future__ import annotations

import logging
from typing import Literal

log = logging.getLogger("guichet.security")

SecurityEvent = Literal[
    "signed_in", "sign_in_refused", "signed_out", "second_factor_refused", "factor_changed", "password_changed",
    "email_changed", "account_deleted", "session_revoked", "limit_reached", "page_refused", "act_refused",
    "forged_form_refused", "role_changed", "link_refused",
]  # fmt: skip
_WARNINGS = frozenset({"sign_in_refused", "second_factor_refused", "limit_reached", "forged_form_refused"})


def note(event: SecurityEvent, *, account: str = "", view: str = "", how: str = "") -> None:
    """Write a security event down. account: ``account:<id>`` or ``staff:<id>``; how: the factor, or the reason."""
    facts = {"event": event, "account": account, "view": view, "how": how}
    level = logging.WARNING if event in _WARNINGS else logging.INFO
    log.log(level, "security", extra={name: value for name, value in facts.items() if value})
