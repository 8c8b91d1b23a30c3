"""The questions of ``guichet law`` about texts: one module each."""


class NoAnswer(Exception):
    """A question that has no answer; the message, in French, says why and what to ask instead."""
