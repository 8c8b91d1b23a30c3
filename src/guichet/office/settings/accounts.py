"""Accounts: log-in, passwords, activation, rate limits (read by ``base``)."""
