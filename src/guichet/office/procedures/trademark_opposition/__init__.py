"""Not open yet: trademark opposition."""
