"""Append-only events: record(), history(), as_at(), and the followers that read them."""
