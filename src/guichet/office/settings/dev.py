"""One machine: the demonstration, and the developer's own."""

from guichet.office.settings import readers
from guichet.office.settings.base import *  # noqa: F403 - a layer over the base settings

SECRET_KEY = readers.text("SECRET_KEY", "only-for-this-machine")
DEBUG = readers.boolean("DEBUG", False)
CLOCK_CAN_MOVE = readers.boolean("CLOCK_CAN_MOVE", True)
