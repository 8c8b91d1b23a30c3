"""Filing a French trademark, and following it until its registration."""
