"""The office: a Django application of the law."""
