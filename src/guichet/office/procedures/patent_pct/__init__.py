"""Not open yet: patent pct."""
