"""Payment service providers, a folder each."""
