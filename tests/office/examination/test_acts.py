"""Every act of the desk, through its page, against the law."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from factories.trademarks import a_trademark, an_application, happens, served
from guichet.office.examination.forms import FORMS
from guichet.office.ledger import followers, queries
from guichet.rights.events import FeePaid
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import Application, GoodsServicesItem
from office.examination.conftest import last_event

pytestmark = pytest.mark.django_db
IRREGULARITY = {"grounds": ["R. 712-3-1"], "reasons": "Le terme « divers » est vague.", "months": "1"}
OBJECTION = {"grounds": ["L. 711-2, 3°"], "reasons": "Le signe décrit les produits.", "months": "2"}


def under_examination(office_clock) -> str:
    stream = a_trademark("admissible", received_on=date(2024, 3, 4))
    office_clock.on(2024, 3, 11)
    return stream


def objected(office_clock, *items: GoodsServicesItem) -> str:
    stream = under_examination(office_clock)
    event = e.ObjectionNotified("L-1", ("L. 711-2, 3°",), "Descriptif.", 1, tuple(items))
    happens(stream, event, on=date(2024, 3, 11))
    happens(stream, served("L-1"), on=date(2024, 3, 12))
    return stream


def test_accord_the_filing_date(office_clock, examiner) -> None:
    """By hand, before the policy that follows payments has done it."""
    stream = a_trademark("received")
    followers.catch_up()
    happens(stream, FeePaid(("trademark.deposit", "trademark.class"), 23000, "p-1"), on=date(2024, 3, 4))
    office_clock.on(2024, 3, 5)
    examiner.post(reverse("examination:act", args=[stream[-9:], "accord_filing_date"]), {"expected": 2})
    assert last_event(stream) == e.FilingDateAccorded(date(2024, 3, 4))


def test_R712_7_invite_to_complete_then_find_inadmissible(office_clock, do) -> None:
    stream = a_trademark("received", application=an_application(mark=None))
    office_clock.on(2024, 3, 6)
    do(stream, "invite_to_complete", months="2")
    invited = last_event(stream)
    assert isinstance(invited, e.CompletionInvited)
    assert (invited.months, bool(invited.notice)) == (2, True)
    happens(stream, served(invited.notice), on=date(2024, 3, 8))
    office_clock.on(2024, 4, 8)
    assert "jusqu" in do(stream, "find_inadmissible")
    office_clock.on(2024, 5, 14)
    do(stream, "find_inadmissible")
    assert isinstance(last_event(stream), e.FoundInadmissible)


def test_R712_8_plan_the_publication(office_clock, do) -> None:
    stream = under_examination(office_clock)
    do(stream, "plan_publication", issue_date="2024-03-29")
    assert last_event(stream) == e.PublicationPlanned(date(2024, 3, 29))


def test_R712_11_an_irregularity_without_a_proposal(office_clock, do) -> None:
    stream = under_examination(office_clock)
    do(stream, "notify_irregularity", **IRREGULARITY, proposal="9 : imprimantes")
    event = last_event(stream)
    assert isinstance(event, e.IrregularityNotified)
    assert event.proposal is None


def test_R712_11_a_proposal_starts_from_the_present_list_and_is_kept_when_ticked(office_clock, do, examiner) -> None:
    stream = under_examination(office_clock)
    followers.catch_up()
    address = reverse("examination:act", args=[stream[-9:], "notify_irregularity"])
    assert "9 : logiciels\n42 : conception de logiciels" in examiner.get(address).content.decode()
    do(stream, "notify_irregularity", **IRREGULARITY, with_proposal="on", proposal="9 : logiciels")
    event = last_event(stream)
    assert isinstance(event, e.IrregularityNotified)
    assert isinstance(event.proposal, Application)
    assert event.proposal.goods_services == (GoodsServicesItem(9, "logiciels"),)


@pytest.mark.parametrize(
    ("proposal", "message"),
    [
        ("9 : logiciels\nquarante : rien", "Ligne « quarante : rien »"),
        ("", "Écrivez la liste"),
        ("9 : logiciels\n42 : conception de logiciels", "celle du dépôt"),
        ("9 : logiciels\n42 : conception de logiciels\n25 : chapeaux", "R. 712-11"),
    ],
)
def test_a_proposal_that_cannot_be_is_refused_at_its_field(office_clock, do, proposal, message) -> None:
    stream = under_examination(office_clock)
    page = do(stream, "notify_irregularity", **IRREGULARITY, with_proposal="on", proposal=proposal)
    assert message in page
    assert "id_proposal_error" in page
    assert isinstance(last_event(stream), e.FilingDateAccorded)


def test_lift_the_irregularity(office_clock, do) -> None:
    stream = under_examination(office_clock)
    do(stream, "notify_irregularity", **IRREGULARITY)
    do(stream, "lift_irregularity", because="Les explications suffisent.")
    assert last_event(stream) == e.IrregularityLifted("Les explications suffisent.")


def test_R712_11_an_objection_on_some_items(office_clock, do) -> None:
    stream = under_examination(office_clock)
    do(stream, "notify_objection", **OBJECTION, items=["9 : logiciels"])
    event = last_event(stream)
    assert isinstance(event, e.ObjectionNotified)
    assert event.items == (GoodsServicesItem(9, "logiciels"),)
    do(stream, "lift_objection", because="Le signe est arbitraire.")
    assert last_event(stream) == e.ObjectionLifted("Le signe est arbitraire.")


def test_R712_11_no_objection_after_four_months(office_clock, do) -> None:
    stream = under_examination(office_clock)
    office_clock.on(2024, 7, 5)
    assert "4 juillet 2024" in do(stream, "notify_objection", **OBJECTION)
    assert isinstance(last_event(stream), e.FilingDateAccorded)


def test_L712_7_a_draft_decision_then_a_partial_refusal_once_contested(office_clock, do) -> None:
    stream = objected(office_clock)
    office_clock.on(2024, 4, 15)
    do(stream, "notify_draft_decision", reasons="Rien n'est venu.", months="1", items=["9 : logiciels"])
    draft = last_event(stream)
    assert isinstance(draft, e.DraftDecisionNotified)
    happens(stream, served(draft.notice), on=date(2024, 4, 16))
    happens(stream, e.DraftDecisionContested("Nous contestons."), on=date(2024, 4, 20))
    do(stream, "refuse", grounds=["L. 711-2, 3°"], reasons="Descriptif des logiciels.", items=["9 : logiciels"])
    event = last_event(stream)
    assert isinstance(event, e.PartlyRefused)
    assert event.items == (GoodsServicesItem(9, "logiciels"),)


def test_L712_7_a_refusal_of_the_whole(office_clock, do) -> None:
    stream = under_examination(office_clock)
    do(stream, "notify_irregularity", **IRREGULARITY)
    happens(stream, e.IrregularityContested("Le terme est usuel."), on=date(2024, 3, 20))
    do(stream, "refuse", grounds=["R. 712-3-1"], reasons="Le terme reste vague.")
    assert isinstance(last_event(stream), e.Refused)


def test_clear_the_examination(office_clock, do) -> None:
    stream = under_examination(office_clock)
    assert "Examen terminé sans objection" in do(stream, "clear_examination")
    assert last_event(stream) == e.ExaminationCleared()


def test_R712_9_observations_are_passed_on_or_set_aside(office_clock, do) -> None:
    stream = a_trademark("published", published_on=date(2024, 3, 29))
    observation = e.ObservationFiled("OBS-1", "OBS-1", ("L. 711-2, 3°",), "Le mot est usuel.")
    happens(stream, observation, on=date(2024, 4, 2))
    happens(stream, e.ObservationFiled("OBS-2", "OBS-2", ("L. 711-2, 3°",), "Trop tard."), on=date(2024, 6, 20))
    office_clock.on(2024, 6, 21)
    do(stream, "communicate_observation", observation="OBS-1")
    assert isinstance(last_event(stream), e.ObservationCommunicated)
    do(stream, "set_aside_observation", observation="OBS-2", reason="late")
    assert last_event(stream) == e.ObservationSetAside("OBS-2", "late")


def test_R712_11_silence_on_an_objection_brings_a_draft_by_a_click(office_clock, do) -> None:
    stream = objected(office_clock)
    office_clock.on(2024, 4, 12)
    assert "Aucun délai expiré" in do(stream, "let_time_pass", deadline="objection")
    office_clock.on(2024, 4, 15)
    do(stream, "let_time_pass", deadline="objection")
    assert isinstance(last_event(stream), e.DraftDecisionNotified)


def test_R712_20_a_correction_of_the_applicant(office_clock, do) -> None:
    stream = a_trademark("published")
    office_clock.on(2024, 4, 8)
    page = do(stream, "correct", **corrected(applicant_0_name="Durant"), reason="Faute de frappe de l'office.")
    event = last_event(stream)
    assert isinstance(event, e.Corrected)
    assert event.application.applicants[0].name == "Durant"
    assert "Durant" in page


def test_R712_20_a_correction_changes_something_and_not_the_published_sign(office_clock, do) -> None:
    stream = a_trademark("published")
    office_clock.on(2024, 4, 8)
    assert "Rien n&#x27;est changé" in do(stream, "correct", **corrected(), reason="Rien.")
    assert "nouveau dépôt" in do(stream, "correct", **corrected(mark_text="AUTRE"), reason="Le signe.")
    assert isinstance(last_event(stream), e.Published)


def corrected(**changes: str) -> dict[str, str]:
    same = {
        "mark_text": "LUMIVELLE",
        "mark_description": "",
        "goods_services": "9 : logiciels\n42 : conception de logiciels",
    }
    party = {"name": "Durand", "first_name": "Camille", "street": "3 rue des Lilas", "complement": ""}
    party |= {"postcode": "59000", "city": "Lille", "country": "FR"}
    return same | {f"applicant_0_{name}": value for name, value in party.items()} | changes


def test_every_form_without_answers_says_what_is_missing_or_what_the_law_refuses(office_clock, do) -> None:
    stream = under_examination(office_clock)
    for name in FORMS:
        if name not in ("accord_filing_date", "clear_examination"):
            before = len(queries.history(stream))
            page = do(stream, name)
            assert "corriger" in page or "La loi ne permet pas" in page, name
            assert len(queries.history(stream)) == before
