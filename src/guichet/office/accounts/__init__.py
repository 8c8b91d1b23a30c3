"""People, how they enter, and later their organisations and mandates."""
