"""What the office's procedures cost: dated tables, and the FeeDue that explains an amount."""

from guichet.law.fees.table import (
    Fee,
    FeeUnknown,
    due,
    fee,
    fees,
    filing_fees,
    price,
    refunded_when_inadmissible,
    table_information,
)

__all__ = [
    "Fee",
    "FeeUnknown",
    "due",
    "fee",
    "fees",
    "filing_fees",
    "price",
    "refunded_when_inadmissible",
    "table_information",
]
