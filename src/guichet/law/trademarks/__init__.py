"""The law of trademarks, from filing to registration: the front door. One module per procedure beside it.

All pure: ``history`` is a sequence of ``Happened``, ``on`` the legal day, and nothing is read from a clock.
"""

from guichet.law.trademarks.checklist import review
from guichet.law.trademarks.desk import (
    EXAMINATION_LABELS,
    LABELS,
    Status,
    balance,
    deadlines,
    decide,
    permitted,
    status,
)
from guichet.law.trademarks.fees import Balance, fees_due
from guichet.law.trademarks.filing import said as said_missing

__all__ = [
    "EXAMINATION_LABELS",
    "LABELS",
    "Balance",
    "Status",
    "balance",
    "deadlines",
    "decide",
    "fees_due",
    "permitted",
    "review",
    "said_missing",
    "status",
]
