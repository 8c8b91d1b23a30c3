"""Not open yet: patent recordal."""
