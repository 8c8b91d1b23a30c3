"""The law of industrial and craft geographical indications (L. 721-2 ff, R. 721-1 ff)."""
