"""People: who has an account, and who works at the office."""
