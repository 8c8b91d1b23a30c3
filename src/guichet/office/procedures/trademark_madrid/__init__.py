"""Not open yet: trademark madrid."""
