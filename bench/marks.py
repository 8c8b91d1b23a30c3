"""Generated marks: six kinds of life, from received to registered, with the events that the office records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from guichet.rights.events import Event, FeePaid, Happened, NoticeServed
from guichet.rights.parties import Address, Document, Party
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import Application, GoodsServicesItem, MarkRepresentation, Signature

SYLLABLES = ("bra", "ve", "lu", "mi", "no", "ta", "so", "li", "pan", "ora", "tru", "fi", "gal", "ji", "ko", "vel")
TERMS = ("logiciels", "vêtements", "bières", "publicité", "transport", "formation", "meubles", "jeux", "savons", "café")
Step = tuple[Event, date, str]


def word(random: Random) -> str:
    return "".join(random.choices(SYLLABLES, k=random.choice((2, 3, 4)))).upper()


def application(random: Random, image: Document | None = None) -> Application:
    """One to three classes, a person or a company."""
    classes = sorted(random.sample(range(1, 46), random.choice((1, 1, 2, 3))))
    person = Party("person", word(random).title(), word(random).title(), address=Address("1 rue", "", "59000", "Lille"))
    company = Party("organisation", word(random).title(), legal_form="SAS", siren="732829320", address=person.address)
    feature = "figurative" if image else "word"
    return Application(
        applicants=(random.choice((person, company)),),
        mark=MarkRepresentation(feature, text=word(random), image=image),
        goods_services=tuple(GoodsServicesItem(n, random.choice(TERMS)) for n in classes for _ in range(2)),
        signature=Signature("X", "applicant"),
    )


def life(random: Random, number: str, received: date, image: Document | None = None) -> list[Step]:
    """The dated events of one mark; its kind of life is drawn."""
    declared = application(random, image)
    published, cleared, registered = (received + timedelta(days) for days in (25, 95, 110))
    owner = "account:00000000-0000-0000-0000-000000000001"
    fees = FeePaid(("trademark.deposit",), 19000, f"p-{number}")
    steps: list[Step] = [
        (e.ApplicationReceived(number, declared), received, owner),
        (fees, received, "provider:simulator"),
        (e.FilingDateAccorded(received), received, "office:trademark_filing"),
        (e.PublicationPlanned(published), received + timedelta(5), "staff:1"),
        (e.Published(_issue(published)), published, "staff:2"),
    ]
    kind = random.randrange(6)
    if kind == 0:
        return steps[: random.choice((1, 3, 4))]
    if kind == 1:
        objection = e.ObjectionNotified("L-1", ("L. 711-2, 2°",), "Motifs.", 1)
        served = (NoticeServed("L-1", "opened"), received + timedelta(42), owner)
        return [*steps, (objection, received + timedelta(40), "staff:1"), served]
    if kind == 2:
        return [*steps, (e.Withdrawn(), received + timedelta(60), owner)]
    steps.append((e.ExaminationCleared(), cleared, "staff:1"))
    if kind == 3:
        return steps
    expiry = received.replace(year=received.year + 10, day=min(received.day, 28))
    return [
        *steps,
        (e.RegistrationPreparationsStarted(registered), cleared, "staff:2"),
        (e.Registered(_issue(registered), expiry), registered, "staff:2"),
    ]


def lives(count: int, seed: int = 712) -> Iterator[tuple[str, list[Step]]]:
    """``count`` marks received from 2020 to the end of 2023: number and dated events."""
    random = Random(seed)
    for rank in range(count):
        received = date(2020, 1, 2) + timedelta(random.randrange(1430))
        number = f"{received.year % 100:02d}{4_000_000 + rank}"
        yield number, life(random, number, received)


def histories(count: int) -> list[list[Happened]]:
    """The same, as the law takes them."""
    return [[Happened(event, on) for event, on, _ in steps] for _, steps in lives(count)]


def _issue(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-{week:02d}"
