"""Not open yet: trademark recordal."""
