"""Not open yet: other requests."""
