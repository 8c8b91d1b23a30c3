"""The address book, the templates: shared by a holder, closed to the others."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.drafts import book, file_templates, services
from guichet.office.drafts.models import Contact, Draft, FileTemplate
from guichet.office.organisations import acting
from guichet.office.toolbox import clock
from office.drafts.conftest import House, a_browser

PARTY = {"kind": "organisation", "name": "Petit", "legal_form": "SARL", "city": "Lille", "country": "FR"}


def a_contact(house: House, **values: str) -> Contact:
    return Contact.objects.create(holder=house.holder, updated_at=clock.now(), **{**PARTY, **values})


def test_a_member_writes_in_the_book_and_another_finds_it(house: House) -> None:
    a_browser(house.claire).post(reverse("drafts:new_contact"), {**PARTY, "siren": "732829320", "holder": "account:x"})
    contact = Contact.objects.get()
    assert contact.holder == house.holder
    browser = a_browser(house.paul)
    assert "Petit" in browser.get(reverse("drafts:contacts"), {"q": "petit lille"}).content.decode()
    assert "Aucun contact" in browser.get(reverse("drafts:contacts"), {"q": "Brest"}).content.decode()
    edit = reverse("drafts:contact", args=[contact.public_id])
    assert browser.post(edit, {**PARTY, "name": ""}).status_code == 422
    browser.post(edit, {**PARTY, "name": "Grand"})
    contact.refresh_from_db()
    assert contact.name == "Grand"
    address = reverse("drafts:delete_contact", args=[contact.public_id])
    assert "Grand" in browser.get(address).content.decode() and Contact.objects.exists()
    browser.post(address)
    assert not Contact.objects.exists()


@pytest.mark.parametrize("place", ["applicants[0]", "representative.party"])
def test_a_party_is_filled_from_the_book_and_kept_in_it(house: House, place: str) -> None:
    slug = "deposants" if place.startswith("applicants") else "mandataire"
    step = reverse("depot_marque:step", args=[house.draft.public_id, slug])
    browser, contact = a_browser(house.paul), a_contact(house)
    assert "Petit, Lille" in browser.get(step).content.decode()
    browser.post(step, {"action": f"fill:{place}", f"book.{place}": str(contact.public_id)})
    data = services.fresh(house.draft).data
    party = data["applicants"][0] if place.startswith("applicants") else data["representative"]["party"]
    assert (party["name"], party["kind"], party["address"]["city"]) == ("Petit", "organisation", "Lille")
    browser.post(step, {f"{place}.name": "Neuf", "action": f"keep:{place}"})
    assert set(Contact.objects.values_list("name", flat=True)) == {"Petit", "Neuf"}
    browser.post(step, {f"{place}.address.city": "Arras", "action": f"keep:{place}"})
    assert Contact.objects.get(name="Neuf").city == "Arras"


@pytest.mark.parametrize("chosen", ["", "x", "00000000-0000-0000-0000-000000000001", "other"])
def test_nothing_is_filled_from_what_is_not_in_the_book(house: House, chosen: str) -> None:
    stranger = Contact.objects.create(holder="account:other", name="Secret", updated_at=clock.now())
    step = reverse("depot_marque:step", args=[house.draft.public_id, "deposants"])
    chosen = str(stranger.public_id) if chosen == "other" else chosen
    browser = a_browser(house.paul)
    browser.post(step, {"action": "fill:applicants[0]", "book.applicants[0]": chosen})
    browser.post(step, {"action": "fill:mark", "book.mark": str(a_contact(house).public_id)})
    assert services.fresh(house.draft).data["applicants"][0]["name"] == "Martin"


def test_a_party_without_a_name_is_not_kept(house: House) -> None:
    assert book.keep_party(holder=house.holder, data={}, place="applicants[0]", at=clock.now()) is None


def test_a_template_keeps_the_chosen_steps_and_begins_a_draft(house: House) -> None:
    signed = {"signature.name": "X", "priority_claims[0].office": "DE", "client_reference": "R", "lists.9": "logiciels"}
    services.save_fields(draft=house.draft, changes=signed, by="account:x", at=clock.now())
    keep = reverse("drafts:keep_template", args=[house.draft.public_id])
    browser = a_browser(house.paul)
    browser.post(keep, {"name": "Usuel", "steps": ["deposants", "produits-et-services"]})
    template = FileTemplate.objects.get()
    assert set(template.data) == {"applicants", "lists"}
    again = browser.post(keep, {"name": "Usuel", "steps": ["deposants"]})
    assert again.status_code == 422 and "déjà ce nom" in again.content.decode()
    assert "Usuel" in browser.get(reverse("drafts:templates")).content.decode()
    browser.post(reverse("drafts:start_template", args=[template.public_id]))
    draft = Draft.objects.exclude(pk=house.draft.pk).get()
    assert draft.data["lists"] == {"9": "logiciels"} and draft.holder == house.holder and draft.owner == house.paul
    browser.post(reverse("drafts:delete_template", args=[template.public_id]))
    assert not FileTemplate.objects.exists() and Draft.objects.filter(pk=draft.pk).exists()


def test_a_copy_never_takes_what_belongs_to_one_filing() -> None:
    data = {"applicants": [{"name": "X"}], "signature": {"name": "X"}, "visited": {"marque": "oui"}, "answers": {},
            "priority_claims": [{}], "client_reference": "R", "unknown": 1}  # fmt: skip
    assert file_templates.copied(data, "depot-marque") == {"applicants": [{"name": "X"}]}


@pytest.mark.parametrize(
    "name", ["drafts:contact", "drafts:delete_contact", "drafts:start_template", "drafts:delete_template"]
)
def test_nobody_else_opens_what_a_house_keeps(client: Client, house: House, alex: User, name: str) -> None:
    template = FileTemplate.objects.create(
        holder=house.holder, name="U", procedure="depot-marque", updated_at=clock.now()
    )
    kept = a_contact(house) if "contact" in name else template
    address = reverse(name, args=[kept.public_id])
    assert client.post(address)["Location"].startswith(reverse("sign_in:login"))
    assert a_browser(alex).post(address).status_code == 404
    alone = a_browser(house.paul)
    session = alone.session
    session[acting.CHOSEN] = ""
    session.save()
    assert alone.post(address).status_code == 404, "for oneself, one sees nothing of the house"


@pytest.mark.parametrize("name", ["drafts:bin", "drafts:contacts", "drafts:new_contact", "drafts:templates"])
def test_a_visitor_logs_in_first(client: Client, db: None, name: str) -> None:
    assert client.get(reverse(name))["Location"].startswith(reverse("sign_in:login"))
