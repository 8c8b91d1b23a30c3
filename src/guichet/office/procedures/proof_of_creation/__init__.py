"""Not open yet: proof of creation."""
