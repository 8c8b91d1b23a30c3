"""Observations by anyone on a published application (L. 712-3, R. 712-9)."""
