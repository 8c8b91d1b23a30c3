"""One portal of all files and drafts: counts, filters, search, export."""
