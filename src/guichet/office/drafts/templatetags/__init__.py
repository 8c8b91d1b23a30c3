"""How the values of a draft are shown."""
