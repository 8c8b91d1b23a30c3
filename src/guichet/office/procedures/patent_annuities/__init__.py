"""Not open yet: patent annuities."""
