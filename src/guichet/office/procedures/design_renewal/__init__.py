"""Not open yet: design renewal."""
