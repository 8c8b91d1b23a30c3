"""The letters about a trademark: who receives them, what they say, which articles they cite."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from PIL import Image

from factories.trademarks import a_party, a_trademark, an_application, happens
from guichet.law import sources
from guichet.office.accounts.models import User
from guichet.office.documents import queries as documents
from guichet.office.ledger import followers
from guichet.office.notices import services
from guichet.office.notices.models import Notice
from guichet.office.procedures.trademark_filing.letters import wording
from guichet.office.toolbox import clock, pdf, storage
from guichet.rights.events import FeeRefunded
from guichet.rights.parties import Document, Representative
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import GoodsServicesItem, MarkRepresentation

SOFTWARE = GoodsServicesItem(9, "logiciels")
WITHOUT_SOFTWARE = an_application(goods_services=an_application().goods_services[1:])
GROUND, WHY = ("L. 711-2, 2°",), "Le signe décrit les produits."
OBJECTION = e.ObjectionNotified("L-1", GROUND, WHY, 1)
CASES: dict[str, tuple[str, list, str]] = {
    "completion_invited": ("received", [e.CompletionInvited("L-1", ("R. 712-3, 2° a",), 1)], "paiement"),
    "found_inadmissible": (
        "received",
        [e.CompletionInvited("L-0", ("R. 712-3, 2° a",), 1), e.FoundInadmissible("L-1", ("R. 712-3, 2° a",))],
        "remboursées",
    ),
    "filing_date_accorded": ("paid", [e.FilingDateAccorded(date(2024, 3, 4))], "4 mars 2024"),
    "irregularity_notified": (
        "published", [e.IrregularityNotified("L-1", ("R. 712-3-1",), "Terme imprécis.", 2, WITHOUT_SOFTWARE)],
        "à supprimer, classe 9 : logiciels",
    ),
    "objection_notified": ("published", [OBJECTION], WHY),
    "draft_decision_notified": ("published", [OBJECTION, e.DraftDecisionNotified("L-2", WHY, 2)], "vaut décision"),
    "refused": (
        "published", [OBJECTION, e.DraftDecisionNotified("L-2", WHY, 1), e.Refused("L-3", GROUND, WHY)], "recours"
    ),
    "partly_refused": (
        "published",
        [OBJECTION, e.DraftDecisionNotified("L-2", WHY, 1), e.PartlyRefused("L-3", GROUND, WHY, (SOFTWARE,))],
        "conception de logiciels",
    ),
    "observation_communicated": (
        "published",
        [e.ObservationFiled("OBS-1", "A-1", GROUND, "Ce mot est usuel."), e.ObservationCommunicated("OBS-1", "L-1")],
        "Ce mot est usuel.",
    ),
    "published": ("published", [], "29 mai 2024"),
    "registered": ("registered", [], "renouvelée"),
    "fee_refunded": ("received", [FeeRefunded(("trademark.deposit",), 19000, "P-1", "x")], "190\u202f€"),
}  # fmt: skip


@pytest.fixture
def claire(db):
    return User.objects.create_user("claire@exemple.fr", "x", last_name="Martin", first_name="Claire")


def letter_of(kind: str, claire: User) -> Notice:
    stage, events, _ = CASES[kind]
    stream = a_trademark(stage, owner=f"account:{claire.public_id}")
    for day, event in enumerate(events, start=2):
        named = replace(event, notice=f"{kind}-{event.notice}") if hasattr(event, "notice") else event
        happens(stream, named, on=date(2024, 4, day))
    followers.catch_up()
    return Notice.objects.get(stream=stream, kind=kind)


def test_every_letter_has_a_case():
    named = {function.__name__ for function in wording._WORDING.values()}
    assert set(CASES) == named | {"observation_communicated"}


@pytest.mark.parametrize("kind", CASES)
def test_each_letter_reaches_its_account_and_says_why(kind, claire):
    notice = letter_of(kind, claire)
    assert notice.holder == f"account:{claire.public_id}"
    text = " ".join([part["text"] + " ".join(part["items"]) for part in notice.data["paragraphs"]])
    assert CASES[kind][2] in text
    cited = {article for part in notice.data["paragraphs"] for article in part["articles"]}
    assert cited
    for article in cited:
        assert sources.article(article).text, article


@pytest.mark.parametrize("kind", CASES)
def test_each_letter_prints_as_an_archival_accessible_pdf(kind, claire):
    notice = letter_of(kind, claire)
    with pikepdf.open(io.BytesIO(pdf.render(notice.template, notice.data, at=clock.now()))) as printed:
        assert "/StructTreeRoot" in printed.Root
        assert str(printed.docinfo["/Title"]) in (notice.title, "Certificat d'enregistrement")


def test_only_decisions_tell_how_to_appeal_and_information_opens_no_period(claire):
    written = {kind: letter_of(kind, claire) for kind in CASES}
    told = {kind for kind, notice in written.items() if "recours" in str(notice.data["paragraphs"])}
    assert told == {"found_inadmissible", "refused", "partly_refused"}
    informing = {kind for kind, notice in written.items() if not notice.is_notification}
    assert informing == {"filing_date_accorded", "published", "registered", "fee_refunded"}


def test_R718_3_the_letter_is_addressed_to_the_representative(claire):
    agent = Representative(party=a_party("Legrand", "Anne"), quality="ip_attorney")
    stream = a_trademark(
        "received", owner=f"account:{claire.public_id}", application=an_application(representative=agent)
    )
    happens(stream, e.CompletionInvited("L-1", ("R. 712-3, 2° a",), 1), on=date(2024, 3, 5))
    followers.catch_up()
    notice = Notice.objects.get(pk="L-1")
    assert notice.data["addressee"]["name"] == "Anne Legrand"
    assert notice.data["addressee"]["capacity"] == "representative"
    assert notice.data["addressee_because"][0]["source"]["article"] == "R. 718-3"


def test_R712_11_a_proposal_says_each_change(claire):
    proposal = replace(WITHOUT_SOFTWARE, applicants=(a_party("Autre"),))
    lines = wording._changes(an_application(), proposal)
    assert lines == ("à supprimer, classe 9 : logiciels", "à modifier : les déposants")


def test_the_certificate_lists_what_remains(claire):
    certificate = letter_of("registered", claire).data["certificate"]
    assert certificate["holders"] == ["Camille Durand"]
    assert [group["nice_class"] for group in certificate["goods_services"]] == [9, 42]
    assert certificate["filing_date"] == "4 mars 2024"


def test_the_certificate_shows_a_figurative_mark(claire):
    drawn = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(drawn, "PNG")
    document = Document(storage.put(drawn.getvalue()), "signe.png", "image/png", len(drawn.getvalue()))
    mark = MarkRepresentation(feature="figurative", image=document, description="Un rectangle")
    stream = a_trademark("registered", owner=f"account:{claire.public_id}", application=an_application(mark=mark))
    followers.catch_up()
    notice = Notice.objects.get(stream=stream, kind="registered")
    services.make_letter.func(reference=notice.reference)
    notice.refresh_from_db()
    sealed = pikepdf.open(io.BytesIO(documents.read(notice.document.sha256)))
    assert sealed.pages[0].get_images()
    sealed.close()
