"""Titles beside patents, marks and designs: certificates that extend a patent, topographies, plant varieties, and the
commission that conciliates about inventions of employees."""
