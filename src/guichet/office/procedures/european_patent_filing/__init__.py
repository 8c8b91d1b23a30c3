"""Not open yet: european patent filing."""
