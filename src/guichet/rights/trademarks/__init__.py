"""The trademark: its application, its events, the acts that one may ask for, its lifecycle."""
