"""One draft, several people: the list shared, taking over, passing on, who may."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.authority import mandates, subjects
from guichet.office.authority import queries as authority
from guichet.office.authority import services as rights
from guichet.office.authority.queries import Answer
from guichet.office.drafts import queries, services, showing
from guichet.office.drafts.models import Contact, Draft, FileTemplate
from guichet.office.notices.models import Kind, NewsItem, Preferences
from guichet.office.organisations import acting
from guichet.office.organisations.models import Deed
from guichet.office.toolbox import clock
from guichet.office.toolbox import mail as post
from office.drafts.conftest import House, a_browser


@pytest.fixture
def posted(monkeypatch: pytest.MonkeyPatch) -> list[dict]:
    """The e-mails asked for."""
    sent: list[dict] = []
    monkeypatch.setattr(post, "send", lambda **message: sent.append(message))
    return sent


def test_every_member_sees_the_drafts_of_the_house(house: House) -> None:
    page = a_browser(house.paul).get(reverse("drafts:list")).content.decode()
    assert house.draft.reference in page and "Claire Martin" in page and "LUMI" in page
    assert house.draft.reference == f"MRQ{house.draft.pk:09d}"


def test_the_pages_of_rights_name_a_draft_by_its_reference(house: House) -> None:
    assert subjects.label(house.draft.subject) == f"Projet {house.draft.reference}"
    Draft.objects.filter(pk=house.draft.pk).update(deleted_at=clock.now())
    assert {subjects.label(one) for one in (house.draft.subject, "draft/x")} == {"Projet supprimé"}


@pytest.mark.parametrize(
    ("procedure", "prefix"),
    [("depot-marque", "MRQ"), ("depot-brevet", "BRV"), ("depot-dessin-modele", "DES"), ("inconnue", "AUT")],
)
def test_a_reference_begins_by_the_block_of_its_procedure(procedure: str, prefix: str) -> None:
    from guichet.office.drafts import catalogue

    block = {"BRV": "Brevets", "DES": "Dessins & modèles"}.get(prefix)
    slug = next((one.slug for one in catalogue.procedures() if one.block == block), procedure)
    assert Draft(pk=4973, procedure=slug).reference == f"{prefix}000004973"


@pytest.mark.parametrize("words", ["lumi", "MRQ{pk:09d}", "{pk}", "ref-7"])
def test_a_draft_is_found_by_reference_client_reference_or_mark(house: House, words: str) -> None:
    services.save_fields(draft=house.draft, changes={"client_reference": "REF-7"}, by="account:x", at=clock.now())
    browser = a_browser(house.paul)
    sought = words.format(pk=house.draft.pk)
    assert house.draft.reference in browser.get(reverse("drafts:list"), {"q": sought}).content.decode()
    assert "Aucun projet" in browser.get(reverse("drafts:list"), {"q": "introuvable"}).content.decode()


def test_taking_over_makes_one_the_contact_and_tells_the_former(house: House, posted: list[dict]) -> None:
    page = a_browser(house.paul).get(reverse("depot_marque:step", args=[house.draft.public_id, "marque"]))
    assert "Prendre la main" in page.content.decode()
    a_browser(house.paul).post(reverse("drafts:take_over", args=[house.draft.public_id]))
    draft = services.fresh(house.draft)
    assert (draft.owner, draft.holder) == (house.paul, house.holder)
    deed = Deed.objects.get(what="draft.taken_over")
    assert (deed.holder, deed.by, deed.subject) == (house.holder, f"account:{house.paul.public_id}", draft.subject)
    assert [one["to"] for one in posted] == ["claire@example.net"]
    assert "LUMI" not in str(posted)


@pytest.mark.parametrize(("pace", "kept"), [("never", 0), ("daily", 1)])
def test_the_former_contact_is_told_as_he_or_she_wishes(house: House, posted: list[dict], pace: str, kept: int) -> None:
    Preferences.objects.create(user=house.claire, comment=pace)
    services.take_over(draft=house.draft, acting=acting.of(house.paul), at=clock.now())
    assert posted == []
    assert NewsItem.objects.filter(user=house.claire, kind=Kind.COMMENT, sent_at=None).count() == kept


def test_taking_over_what_one_has_already_tells_nobody(house: House, posted: list[dict]) -> None:
    services.take_over(draft=house.draft, acting=acting.of(house.claire), at=clock.now())
    assert posted == [] and not Deed.objects.filter(what="draft.taken_over").exists()


def test_all_that_a_holder_prepares_passes_to_another(house: House, camille: User) -> None:
    deleted = services.create(procedure="depot-marque", acting=acting.of(house.paul), data={}, at=clock.now())
    services.delete(draft=deleted, by="account:x", at=clock.now())
    Contact.objects.create(holder=house.holder, name="Petit", updated_at=clock.now())
    new = acting.of(camille).holder
    for holder in (house.holder, new):
        FileTemplate.objects.create(holder=holder, name="Usuel", procedure="depot-marque", updated_at=clock.now())
    passed = services.pass_on(from_holder=house.holder, to_holder=new, contact=camille, by="account:x", at=clock.now())
    assert passed == 1
    assert not Draft.objects.filter(holder=house.holder).exists()
    assert list(Draft.objects.filter(holder=new).values_list("owner", flat=True)) == [camille.pk, camille.pk]
    assert set(FileTemplate.objects.filter(holder=new).values_list("name", flat=True)) == {"Usuel", "Usuel (2)"}
    assert Contact.objects.get().holder == new
    assert set(Deed.objects.filter(what="draft.transferred").values_list("holder", flat=True)) == {house.holder, new}


def test_drafts_are_given_another_contact_and_only_those_that_change_count(house: House) -> None:
    second = services.create(procedure="depot-marque", acting=acting.of(house.paul), data={}, at=clock.now())
    changed = services.reassign(
        drafts=[house.draft, second], contact=house.paul, by=acting.of(house.claire).actor, at=clock.now()
    )
    assert changed == 1 and services.fresh(house.draft).owner == house.paul
    assert Deed.objects.get(what="draft.reassigned").subject == house.draft.subject


def test_deleting_tells_whose_work_goes_and_the_draft_comes_back(house: House) -> None:
    by = acting.of(house.paul).actor
    services.save_fields(draft=house.draft, changes={"mark.text": "LUMIVAL"}, by=by, at=clock.now())
    browser = a_browser(house.claire)
    address = reverse("drafts:delete", args=[house.draft.public_id])
    assert "Paul Roux" in browser.get(address).content.decode()
    browser.post(address)
    assert house.draft.reference in a_browser(house.paul).get(reverse("drafts:bin")).content.decode()
    a_browser(house.paul).post(reverse("drafts:recover", args=[house.draft.public_id]))
    assert services.fresh(house.draft).data["mark"]["text"] == "LUMIVAL"
    assert list(queries.visible(acting.of(house.claire))) == [house.draft]


def test_the_bin_is_emptied_after_thirty_days_and_not_a_day_before(house: House, office_clock) -> None:
    services.delete(draft=house.draft, by="account:x", at=office_clock.on(2024, 3, 4))
    assert services.empty_bin(office_clock.on(2024, 4, 2)) == 0
    assert services.empty_bin(office_clock.on(2024, 4, 3)) == 1
    assert not Draft.objects.filter(pk=house.draft.pk).exists()


def test_a_deleted_draft_can_neither_be_written_nor_filed(house: House) -> None:
    services.delete(draft=house.draft, by="account:x", at=clock.now())
    with pytest.raises(Draft.DoesNotExist):
        services.save_fields(draft=house.draft, changes={"mark.text": "X"}, by="account:x", at=clock.now())
    browser = a_browser(house.claire)
    assert browser.post(reverse("depot_marque:submit", args=[house.draft.public_id])).status_code == 404


@pytest.fixture
def only_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    """A member whose rights stop at reading."""
    asked = authority.may

    def may(who, level, of, **more):
        answer = asked(who, level, of, **more)
        return answer if level == "see" else Answer(False, "Vous avez un droit de lecture seule.")

    monkeypatch.setattr(authority, "may", may)
    monkeypatch.setattr(authority, "may_each", lambda who, level, of: [may(who, level, one) for one in of])


WRITING = [
    ("drafts:take_over", []), ("drafts:invite", []), ("drafts:keep_template", []), ("drafts:delete", []),
    ("drafts:revoke", ["00000000-0000-0000-0000-000000000001"]), ("drafts:settle", [1]), ("drafts:restore", [1]),
    ("depot_marque:submit", []), ("depot_marque:autosave", ["marque"]), ("depot_marque:step", ["marque"]),
]  # fmt: skip
READING = [("drafts:show", []), ("drafts:history", []), ("drafts:document", ["mark.image"])]
SHARED = [("drafts:presence", []), ("drafts:comment", [])]


@pytest.mark.parametrize(("name", "more"), WRITING)
def test_who_only_reads_is_refused_with_the_reason(house: House, only_sees: None, name: str, more: list) -> None:
    answer = a_browser(house.paul).post(reverse(name, args=[house.draft.public_id, *more]))
    assert answer.status_code == 403 and "lecture seule" in answer.content.decode()


def test_who_only_reads_is_shown_the_draft_without_buttons(house: House, only_sees: None) -> None:
    browser = a_browser(house.paul)
    found = browser.get(reverse("depot_marque:draft", args=[house.draft.public_id]))
    assert found["Location"] == reverse("drafts:show", args=[house.draft.public_id])
    page = browser.get(found["Location"]).content.decode()
    assert "LUMI" in page and "lecture seule" in page
    for button in ("Prendre la main", "Envoyer le lien", "Supprimer ce projet", "Garder ce modèle"):
        assert button not in page
    listed = browser.get(reverse("drafts:list")).content.decode()
    assert "Supprimer" not in listed and "lecture seule" in listed


@pytest.mark.parametrize(("name", "more"), [*WRITING, *READING, *SHARED, ("drafts:recover", [])])
def test_strangers_and_former_members_learn_nothing(
    client: Client, house: House, alex: User, name: str, more: list
) -> None:
    if name == "drafts:recover":
        services.delete(draft=house.draft, by="account:x", at=clock.now())
        address = reverse(name, args=[house.draft.public_id])
    else:
        address = reverse(name, args=[house.draft.public_id, *more])
    assert client.post(address).status_code in (302, 405)
    assert client.get(address).status_code in (302, 405)
    assert a_browser(alex).get(address).status_code in (404, 405)
    assert a_browser(alex).post(address).status_code in (404, 405)
    house.organisation.memberships.filter(user=house.paul).update(until=clock.now())
    assert a_browser(house.paul).post(address).status_code in (404, 405)


def test_who_may_not_submit_has_no_button_but_the_reason(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = authority.may

    def may(who, level, of, **more):
        return Answer(False, "Le dépôt est réservé.") if level == "submit" else asked(who, level, of, **more)

    monkeypatch.setattr(authority, "may", may)
    step = reverse("depot_marque:step", args=[house.draft.public_id, "relecture"])
    page = a_browser(house.paul).get(step).content.decode()
    assert "Le dépôt est réservé." in page and "Déposer et payer" not in page
    assert mail.outbox == []


def test_a_draft_kept_to_a_few_is_not_in_the_lists_of_the_others(house: House) -> None:
    """The rule of a draft goes with it: the list, the bin, the page; then the file that it becomes."""
    who = {"by": acting.of(house.claire).actor, "at": clock.now()}
    rights.share(holder=house.holder, subject=house.draft.subject, levels=[], grants={}, **who)
    shown = reverse("drafts:show", args=[house.draft.public_id])
    assert list(queries.visible(acting.of(house.paul))) == [] and a_browser(house.paul).get(shown).status_code == 404
    assert list(queries.visible(acting.of(house.claire))) == [house.draft]
    services.delete(draft=house.draft, **who)
    assert list(queries.in_bin(acting.of(house.paul))) == []
    assert a_browser(house.paul).post(reverse("drafts:recover", args=[house.draft.public_id])).status_code == 404


def test_a_draft_is_filed_under_the_mandate_declared_for_it(house: House) -> None:
    """Its procedure says whose law of representation governs it."""
    claire = acting.of(house.claire)
    terms = mandates.Terms("lawyer", ("trademark",), clock.today(), streams=(house.draft.subject,))
    declared = mandates.declare(
        acting=claire, principal_name="Madame Ernaux", principal_country="FR", terms=terms, at=clock.now()
    )
    answer = authority.may(claire, "submit", queries.held(house.draft))
    assert (answer.allowed, answer.under) == (True, declared.key)
    mandates.revoke(mandate=declared, acting=claire, at=clock.now())
    assert "révoqué" in authority.may(claire, "submit", queries.held(house.draft)).message


def test_the_list_asks_once_what_a_collaborator_may_do(house: House, django_assert_max_num_queries) -> None:
    """Of all drafts at once, each by its own rule; as the question about one of them answers."""
    claire, paul = acting.of(house.claire), acting.of(house.paul)
    who = {"by": claire.actor, "at": clock.now()}
    data = {"mark.feature": "word", "mark.text": "AUTRE"}
    made = [services.create(procedure="depot-marque", acting=claire, data=data, at=clock.now()) for _ in range(6)]
    rights.share(holder=house.holder, subject=made[0].subject, levels=["see"], grants={}, **who)
    rights.share(holder=house.holder, subject=made[1].subject, levels=["see"], grants={paul.actor: ["edit"]}, **who)
    with django_assert_max_num_queries(1):
        rows = showing.rows(paul, made)
    assert [row.editing.allowed for row in rows] == [False, *[True] * 5]
    assert [row.editing for row in rows] == [authority.may(paul, "edit", queries.held(draft)) for draft in made]
