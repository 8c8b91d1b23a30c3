"""*Mon compte*: sign-up, activation, and what one may do with one's own account."""
