"""Generated marks: five kinds of life, from received to registered, with the events that the office records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from guichet.rights.events import Event, FeePaid, Happened, NoticeServed
from guichet.rights.parties import Address, Document, Party
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import Application, GoodsServicesItem, MarkRepresentation, Signature

SYLLABLES = ("bra", "ve", "lu", "mi", "no", "ta", "so", "li", "pan", "ora", "tru", "fi", "gal", "ji", "ko", "vel")
TERMS = ("logiciels", "vêtements", "bières", "publicité", "transport", "formation", "meubles", "jeux", "savons", "café")
OWNERS = ("account:00000000-0000-0000-0000-000000000001",)
PENDING, PUBLISHED_AFTER, REGISTERED_AFTER = 0.35, timedelta(25), timedelta(110)
"""A third of the marks are under examination, the others older."""
Step = tuple[Event, date, str]


def word(random: Random) -> str:
    return "".join(random.choices(SYLLABLES, k=random.choice((2, 3, 3, 4)))).upper()


def application(random: Random, signs: Sequence[Document] = ()) -> Application:
    """One to three classes, a person or a company; one sign in seven is figurative, when there are pictures."""
    classes = sorted(random.sample(range(1, 46), random.choice((1, 1, 2, 3))))
    address = Address("1 rue des Essais", "", "59000", "Lille")
    person = Party("person", word(random).title(), word(random).title(), address=address)
    company = Party("organisation", word(random).title(), legal_form="SAS", siren="732829320", address=address)
    image = random.choice(signs) if signs and random.randrange(7) == 0 else None
    return Application(
        applicants=(random.choice((person, company)),),
        mark=MarkRepresentation("figurative" if image else "word", text=word(random), image=image),
        goods_services=tuple(GoodsServicesItem(n, random.choice(TERMS)) for n in classes for _ in range(2)),
        signature=Signature("X", "applicant"),
    )


def filed(number: str, declared: Application, received: date, owner: str) -> list[Step]:
    """Received, paid, admissible."""
    fees = FeePaid(("trademark.deposit", *["trademark.class"] * (len(declared.classes) - 1)), 19000, f"p-{number}")
    return [
        (e.ApplicationReceived(number, declared), received, owner),
        (fees, received, "provider:simulator"),
        (e.FilingDateAccorded(received), received, "office:trademark_filing"),
    ]


def planned(number: str, declared: Application, received: date, owner: str, publication: date) -> list[Step]:
    """Filed, with its publication planned."""
    return [
        *filed(number, declared, received, owner),
        (e.PublicationPlanned(publication), received + timedelta(5), "staff:1"),
    ]


def published(number: str, declared: Application, received: date, owner: str) -> list[Step]:
    """Planned and published."""
    on = received + PUBLISHED_AFTER
    return [*planned(number, declared, received, owner, on), (e.Published(issue_of(on)), on, "staff:2")]


def pending(random: Random, number: str, declared: Application, age: int, today: date, owner: str) -> list[Step]:
    """A mark of less than five months: no decision is late, and no silence has had its effect."""
    received = today - timedelta(age)
    kind = random.randrange(5)
    if kind == 0:
        return filed(number, declared, received, owner)[: random.choice((1, 3))]
    steps = published(number, declared, received, owner)
    if kind == 1:
        objection = e.ObjectionNotified("L-1", ("L. 711-2, 2°",), "Motifs.", 1)
        notified = max(received + PUBLISHED_AFTER + timedelta(1), today - timedelta(20))
        served = (NoticeServed("L-1", "opened"), notified, owner)
        return [*steps, (objection, notified, "staff:1"), served]
    if kind == 2:
        return [*steps, (e.Withdrawn(), received + timedelta(28), owner)]
    return steps


def registered(number: str, declared: Application, received: date, owner: str) -> list[Step]:
    on = received + REGISTERED_AFTER
    expiry = received.replace(year=received.year + 10, day=min(received.day, 28))
    return [
        *published(number, declared, received, owner),
        (e.ExaminationCleared(), on, "staff:1"),
        (e.RegistrationPreparationsStarted(on), on, "staff:2"),
        (e.Registered(issue_of(on), expiry), on, "staff:2"),
    ]


def lives(
    count: int, *, today: date, owners: Sequence[str] = OWNERS, signs: Sequence[Document] = (), seed: int = 712
) -> Iterator[tuple[str, list[Step]]]:
    """``count`` marks received in the four years before ``today``: number and dated events, owners in turn."""
    random = Random(seed)
    for rank in range(count):
        young = random.random() < PENDING
        age = random.randrange(32, 150) if young else random.randrange(150, 1430)
        received = today - timedelta(age)
        number, owner = f"{received.year % 100:02d}{4_000_000 + rank}", owners[rank % len(owners)]
        declared = application(random, signs)
        if young:
            yield number, pending(random, number, declared, age, today, owner)
        else:
            yield number, registered(number, declared, received, owner)


def histories(count: int, *, today: date) -> list[list[Happened]]:
    """The same, as the law takes them."""
    return [[Happened(event, on) for event, on, _ in steps] for _, steps in lives(count, today=today)]


def issue_of(day: date) -> str:
    """The issue of the bulletin of a day's week."""
    year, week, _ = day.isocalendar()
    return f"{year}-{week:02d}"
