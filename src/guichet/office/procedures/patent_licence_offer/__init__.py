"""Not open yet: patent licence offer."""
