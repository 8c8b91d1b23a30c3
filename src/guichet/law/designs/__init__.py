"""The law of designs: Book V of the code, filings of designs from their receipt to the end of their protection."""
