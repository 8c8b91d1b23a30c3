"""The administrator's pages: who may enter, what they do, what they say."""

from __future__ import annotations

import uuid

import pytest
from django.urls import reverse

from factories.staff import a_director, an_agent, enters
from guichet.office.accounts.models import StaffRole, User
from guichet.office.staff import queries
from guichet.office.staff.models import Directorship, SignatureDelegation

pytestmark = pytest.mark.django_db
NOBODY = uuid.UUID(int=7)
READ = ("people", "appoint", "director", "delegations", "delegate", "trail", "person")
POSTED = ("appoint", "director", "delegate", "end_delegation", "rights", "dismiss", "end_sessions")
OF_SOMEONE = ("end_delegation", "person", "rights", "dismiss", "end_sessions")


@pytest.fixture
def boss():
    return enters(an_agent("administrator", name="Odile"))


def address(name: str, of: uuid.UUID = NOBODY) -> str:
    return reverse(f"staff_desk:{name}", args=[of] if name in OF_SOMEONE else [])


def test_nobody_goes_to_the_staff_s_door(client) -> None:
    for name in READ:
        assert client.get(address(name))["Location"].startswith(reverse("staff:login")), name
    for name in POSTED:
        assert client.post(address(name))["Location"].startswith(reverse("staff:login")), name


@pytest.mark.parametrize("roles", [(), ("examiner",), ("register_clerk", "bulletin_editor", "information_agent")])
def test_an_applicant_and_the_other_roles_find_nothing(roles) -> None:
    target, wrong = an_agent("examiner", name="Cible"), enters(an_agent(*roles, name="Autre"))
    for name in READ:
        assert wrong.get(address(name, target.public_id)).status_code == 404, name
    for name in POSTED:
        given = {"email": "autre@office.example", "role": "administrator"}
        assert wrong.post(address(name, target.public_id), given).status_code == 404, name
    assert not StaffRole.objects.filter(role="administrator").exists()


def test_an_auditor_reads_every_page_and_changes_nothing() -> None:
    target, auditor = an_agent("examiner", name="Cible"), enters(an_agent("auditor", name="Audit", signs=False))
    standing = queries.in_force().get()
    for name in READ:
        assert auditor.get(address(name, target.public_id)).status_code == 200, name
    for name in POSTED:
        of = standing.public_id if name == "end_delegation" else target.public_id
        assert auditor.post(address(name, of), {"role": "examiner"}).status_code == 403, name
    assert target.staff_roles.get().role == "examiner"
    assert queries.in_force().get() == standing


def test_staff_desk_person_end_delegation_rights_dismiss_of_nobody_are_not_found(boss) -> None:
    camille = User.objects.create_user("camille@exemple.fr", "x", last_name="Durand")
    assert boss.get(address("person", camille.public_id)).status_code == 404
    for name in ("staff_desk:end_delegation", "staff_desk:rights", "staff_desk:dismiss"):
        assert boss.post(reverse(name, args=[NOBODY]), {"role": "examiner"}).status_code == 404, name
    assert boss.get(reverse("staff_desk:person", args=[NOBODY])).status_code == 404


def test_an_administrator_appoints_by_the_account_s_address(boss) -> None:
    User.objects.create_user("zoe@exemple.fr", "x", last_name="Petit", first_name="Zoé")
    given = {"email": " Zoe@exemple.fr", "role": "examiner", "rights": ["trademark"]}
    page = boss.post(address("appoint"), given, follow=True).content.decode()
    assert "Zoé Petit : Examinateur" in page
    assert StaffRole.objects.get(user__email="zoe@exemple.fr").rights == ["trademark"]
    people = boss.get(address("people")).content.decode()
    assert "Examinateur (marques)" in people
    assert "Rôle donné : Zoé Petit, Examinateur marques" in boss.get(address("trail")).content.decode()


@pytest.mark.parametrize(
    ("given", "words"),
    [({"email": "personne@exemple.fr", "role": "examiner"}, "Aucun compte activé"),
     ({"email": "x", "role": "examiner"}, "incomplète"), ({"email": "", "role": ""}, "Choisissez un rôle"),
     ({"email": "odile@office.example", "role": "king"}, "king")],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nobody_is_appointed(boss, given, words) -> None:
    before = StaffRole.objects.count()
    response = boss.post(address("appoint"), given)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert StaffRole.objects.count() == before


def test_the_last_administrator_is_not_dismissed_from_the_page(boss) -> None:
    odile = User.objects.get(email="odile@office.example")
    page = boss.post(address("dismiss", odile.public_id), {"role": "administrator"}, follow=True).content.decode()
    assert "dernier administrateur" in page
    assert boss.get(address("people")).status_code == 200


def test_rights_are_changed_and_a_role_is_taken_away(boss) -> None:
    anne = an_agent("examiner", signs=False)
    boss.post(address("rights", anne.public_id), {"rights": ["patent"]})
    assert anne.staff_roles.get().rights == ["patent"]
    assert (
        "parmi les natures"
        in boss.post(address("rights", anne.public_id), {"rights": ["x"]}, follow=True).content.decode()
    )
    assert boss.post(address("dismiss", anne.public_id), {"role": "examiner"})["Location"] == address("people")
    assert boss.post(address("dismiss", anne.public_id), {"role": "king"}).status_code == 404
    assert not anne.staff_roles.exists()


def test_the_director_then_a_delegation_are_recorded_then_withdrawn(office_clock) -> None:
    office_clock.on(2024, 3, 11)
    boss = enters(an_agent("administrator", name="Odile", signs=False))
    anne, head = an_agent("examiner", signs=False), a_director()
    StaffRole.objects.create(user=head, role="administrator")
    assert "Personne ne dirige" in boss.get(address("people")).content.decode()
    given = {"agent": anne.pk, "quality": "examinatrice", "reference": "Décision n° 3", "published_on": "2024-03-11",
             "since": "2024-03-11", "kinds": ["trademark"], "acts": ["refuse"]}  # fmt: skip
    assert "Personne ne dirige" in boss.post(address("delegate"), given).content.decode()
    directs = {"agent": head.pk, "title": "Directeur général", "reference": "Décret", "since": "2024-01-02"}
    assert boss.post(address("director"), directs).status_code == 302
    assert Directorship.objects.get().user == head
    assert boss.post(address("director"), directs).status_code == 422
    assert boss.post(address("delegate"), {**given, "until": "2024-03-01"}).status_code == 422
    page = boss.post(address("delegate"), given, follow=True).content.decode()
    assert "rejeter la demande" in page
    assert "en vigueur" in page
    made = SignatureDelegation.objects.get()
    page = boss.post(address("end_delegation", made.public_id), follow=True).content.decode()
    assert "retirée le 11/03/2024" in page
    assert not queries.in_force().exists()


def test_a_stranger_to_the_office_is_not_offered_as_a_signatory(boss, django_user_model) -> None:
    camille = django_user_model.objects.create_user("camille@exemple.fr", "x", last_name="Durand")
    given = {"agent": camille.pk, "quality": "x", "reference": "x", "published_on": "2024-03-11", "since": "2024-03-11"}
    assert boss.post(address("delegate"), given).status_code == 422
    assert not SignatureDelegation.objects.filter(agent=camille).exists()


def test_the_sessions_of_a_member_are_closed_everywhere_and_it_is_told(boss) -> None:
    target = an_agent("examiner", name="Cible")
    one, other = enters(target), enters(target)
    assert [each.get(reverse("sign_in:security")).status_code for each in (one, other)] == [200, 200]
    page = boss.post(reverse("staff_desk:end_sessions", args=[target.public_id]), follow=True).content.decode()
    assert "Les sessions de Cible Lacombe sont fermées." in page
    assert "Sessions fermées" in page
    assert [each.get(reverse("sign_in:security")).status_code for each in (one, other)] == [302, 302]
