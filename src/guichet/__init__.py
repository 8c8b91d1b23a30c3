"""Guichet PI: an industrial-property office whose law is a library."""

__version__ = "0.1.0"
