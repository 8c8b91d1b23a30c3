"""The law of evidence deposits (R. 411-1 16°, R. 411-17 II)."""
