"""Not open yet: design recordal."""
