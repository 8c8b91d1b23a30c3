"""Not open yet: topography software recordal."""
