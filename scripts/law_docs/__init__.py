"""The pages of ``docs/law``, one module a kind of page; ``write_law_docs.py`` writes them."""
