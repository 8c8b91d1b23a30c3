"""The public register folded from the ledger: search, extracts and certificates."""
