"""Recording who directs: two at once, and what the page says of the predecessor's delegations."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from factories.staff import LONG_AGO, a_director, an_agent, enters
from factories.together import together
from guichet.office.accounts.models import StaffRole
from guichet.office.staff import services
from guichet.office.staff.models import Directorship
from guichet.office.toolbox import clock


@pytest.fixture(autouse=True)
def on_the_day(office_clock) -> None:
    office_clock.on(2024, 3, 11)


def installed(user, since=LONG_AGO) -> Directorship:
    return services.install_director(
        user=user, title="Directeur général", reference="Décret", since=since, by="office:tests", at=clock.now()
    )


@pytest.mark.django_db(transaction=True)
def test_of_two_recorded_at_once_one_directs_and_the_other_is_told_why() -> None:
    head, other = a_director(), an_agent("administrator", name="Irène", signs=False)
    said = together("staff.director", lambda: installed(head), lambda: installed(other))
    assert Directorship.objects.count() == 1
    (refused,) = (one for one in said if not isinstance(one, Directorship))
    assert isinstance(refused, services.NotThis) and "Le prédécesseur est en fonctions" in str(refused)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("since", "said"),
    [
        (date(2024, 3, 1), "Les délégations du prédécesseur ont pris fin."),
        (date(2024, 3, 11), "Les délégations du prédécesseur ont pris fin."),
        (date(2024, 3, 12), "Les délégations du prédécesseur prendront fin le 11 mars 2024 au soir."),
    ],
)
def test_the_delegations_have_ended_only_once_the_day_has_come(since, said) -> None:
    boss, head = enters(an_agent("administrator", name="Odile", signs=False)), a_director()
    StaffRole.objects.create(user=head, role="administrator")
    directs = {"agent": head.pk, "title": "Directeur général", "reference": "Décret", "since": since.isoformat()}
    assert said in boss.post(reverse("staff_desk:director"), directs, follow=True).content.decode()
