"""Deadlines asked from the law, their explanation, their calendar feed, and the clock worker."""
