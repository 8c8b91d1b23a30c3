"""Not open yet: patent filing."""
