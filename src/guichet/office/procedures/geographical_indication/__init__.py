"""Not open yet: geographical indication."""
