"""Fees due, paid and refunded, exactly once."""
