"""Who takes part in the scenarios past the guide."""

from __future__ import annotations

from playwright.sync_api import Page

from e2e import people
from e2e.guide_story import Person
from e2e.people import PASSWORD, STAFF_DOOR
from e2e.story import Story

ANA = Person("ana", people.ANA, "Roussel", "Ana")
BOB = Person("bob", people.BOB, "Petit", "Bob")
LEA = Person("lea", people.LEA, "Morin", "Léa")
DORA = Person("dora", people.DORA, "Seguin", "Dora")
TOM = Person("tom", people.TOM, "Aubry", "Tom")
AGENT = Person("agent", people.AGENT, "Brun", "Nadia")
DIRECTOR = Person("director", people.DIRECTOR, "Faure", "Claude")
AUDITOR = Person("auditor", people.AUDITOR, "Guérin", "Odile")


def enters_the_desk(story: Story, who: Person) -> Page:
    return story.person(who.key).logs_in(who.email, PASSWORD, STAFF_DOOR)


def known(story: Story, name: str) -> str:
    """What was loaded for these scenarios: ``draft``, ``file``, ``reference``."""
    return str(story.office.known["past"][name])
