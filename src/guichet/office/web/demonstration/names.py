"""Synthetic names, goods and signs: invented from a fixed seed, so that every demonstration is the same."""

from __future__ import annotations

import io
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from guichet.office.documents import services as documents
from guichet.rights.parties import Address, Document, Party
from guichet.rights.trademarks.application import Application, GoodsServicesItem, MarkRepresentation, Signature
from guichet.standards import nice

SYLLABLES = [
    "bra",
    "ve",
    "lu",
    "mi",
    "no",
    "ré",
    "ta",
    "so",
    "li",
    "pan",
    "ora",
    "dé",
    "mé",
    "tru",
    "fi",
    "gal",
    "ji",
    "ko",
    "vel",
    "zé",
    "bou",
    "chan",
    "per",
]
ENDINGS = ("a", "ine", "eo", "is", "ys", "elle", "or", "ium", "i", "ova")
FIRST_NAMES = [
    "Camille",
    "Louise",
    "Adam",
    "Inès",
    "Hugo",
    "Léa",
    "Gabriel",
    "Zoé",
    "Nathan",
    "Anaïs",
    "Malik",
    "Jeanne",
    "Théo",
    "Salomé",
]
SURNAMES = [
    "Marchandet",
    "Belloir",
    "Castanier",
    "Duvivel",
    "Esparre",
    "Fontenaille",
    "Guirandon",
    "Hauterive",
    "Lachaumeil",
    "Morvanec",
]
TOWNS = (("59000", "Lille"), ("69003", "Lyon"), ("33000", "Bordeaux"), ("44000", "Nantes"), ("67000", "Strasbourg"))
COLOURS = ("#1f4b7a", "#8a3b2e", "#2f6b4f", "#6b4c8a", "#a0761c", "#35556b")


def word(random: Random) -> str:
    """An invented mark, in capitals."""
    return ("".join(random.sample(SYLLABLES, random.choice((2, 2, 3)))) + random.choice(ENDINGS)).upper()


def party(random: Random) -> Party:
    """An invented applicant, a person or a company."""
    postcode, city = random.choice(TOWNS)
    address = Address(street=f"{random.randint(1, 90)} rue des Essais", postcode=postcode, city=city)
    if random.random() < 0.4:
        return Party("person", random.choice(SURNAMES), random.choice(FIRST_NAMES), address=address)
    name = f"{word(random).capitalize()} {random.choice(('Ateliers', 'Maison', 'Industries', 'et Compagnie'))}"
    return Party("organisation", name, legal_form=random.choice(("SAS", "SARL", "SA")), address=address)


def goods(random: Random) -> tuple[GoodsServicesItem, ...]:
    """One to three classes, one or two terms of the list in each."""
    items = []
    for nice_class in sorted(random.sample(range(1, 46), random.choice((1, 1, 2, 3)))):
        terms = [term.term for term in nice.terms() if term.nice_class == nice_class]
        items += [GoodsServicesItem(nice_class, term) for term in random.sample(terms, min(2, len(terms)))]
    return tuple(items)


def sign(random: Random, name: str, by: str) -> Document:
    """A figurative sign drawn from simple shapes, received as any file is."""
    canvas = Image.new("RGB", (640, 480), "white")
    pencil = ImageDraw.Draw(canvas)
    for _ in range(random.randint(2, 5)):
        x, y, size = random.randint(80, 420), random.randint(60, 300), random.randint(60, 170)
        box, colour = (x, y, x + size, y + size), random.choice(COLOURS)
        random.choice((pencil.ellipse, pencil.rectangle))(box, fill=colour)
    data = io.BytesIO()
    canvas.save(data, "PNG")
    upload = SimpleUploadedFile(f"{name.lower()}.png", data.getvalue(), "image/png")
    return documents.receive(upload=upload, purpose="mark_image", by=by)


def application(random: Random, by: str) -> Application:
    """An invented application: one sign in seven is figurative."""
    name, applicant = word(random), party(random)
    figurative = random.random() < 1 / 7
    image = sign(random, name, by) if figurative else None
    return Application(
        applicants=(applicant,),
        mark=MarkRepresentation("figurative" if figurative else "word", text=name, image=image),
        goods_services=goods(random),
        signature=Signature(name=applicant.full_name, capacity="applicant"),
    )
