"""Pages of the accounts: doors, sign-up, passwords, profile."""
