"""Designs (Book V): a filing of one or several designs from its receipt to the end of its protection."""
