"""Not open yet: design filing."""
