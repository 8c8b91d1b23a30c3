"""Measurements: ``make bench`` prints them with the machine and writes them to ``bench/results.md``."""
