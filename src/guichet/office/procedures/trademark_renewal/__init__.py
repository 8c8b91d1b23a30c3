"""Not open yet: trademark renewal."""
