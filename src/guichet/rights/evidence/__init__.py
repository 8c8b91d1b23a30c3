"""Evidence deposits: envelopes that prove a content and a date."""
