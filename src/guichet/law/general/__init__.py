"""Mechanisms that the code repeats from one procedure to the next: small pure functions with their articles."""
