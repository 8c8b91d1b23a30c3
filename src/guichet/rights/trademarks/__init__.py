"""The trademark: its application, its events, the acts that one may ask for, its lifecycle.

Every act and every event is known as soon as this package is.
"""

from guichet.rights.trademarks import effects, outcomes

__all__ = ["effects", "outcomes"]
