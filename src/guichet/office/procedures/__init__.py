"""One folder per procedure; each is discovered, none knows another."""
