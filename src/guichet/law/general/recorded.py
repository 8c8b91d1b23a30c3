"""What the law of a right answers when its register asks it to take an entry: the entry was examined on its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from guichet.law.answers import Finding
from guichet.law.dossier import Dossier
from guichet.law.rules import Check, Guard, Rule
from guichet.law.saying import no
from guichet.law.sources import Source
from guichet.rights.events import Event
from guichet.rights.general.effects import RECORDED, act_name


def recorded_rules(source: Source, events: tuple[type[Event], ...] = RECORDED) -> Mapping[str, Rule]:
    """A Rule for each act of ``recorded_acts``; ``source`` are the words that open the register of this right."""
    message = "L'inscription peut être portée au dossier du titre."
    return {
        act_name(kind): Rule(source, message, guards=(_opened(source),), checks=(_once(source),)) for kind in events
    }


def _opened(source: Source) -> Guard:
    """Such events move no state, so the table alone would admit them in a file that nobody has opened."""
    return lambda dossier, on: None if dossier.events else no("Ce dossier n'est pas encore ouvert.", source)


def _once(source: Source) -> Check:
    def check(act: Event, dossier: Dossier, on: date) -> Iterator[Finding]:
        entry = getattr(act, "entry", "")
        if not entry:
            yield no("Indiquez le numéro de l'inscription.", source, field="entry")
        elif any(getattr(happened.event, "entry", "") == entry for happened in dossier.events.get(type(act), ())):
            yield no(f"L'inscription {entry} est déjà portée au dossier.", source, field="entry")

    return check
