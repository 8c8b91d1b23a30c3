"""The public search is answered by indexes, whatever the size of the register."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from factories.trademarks import a_trademark, an_application
from guichet.office.ledger import followers
from guichet.office.register.queries import Search, search

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (Search(words="lumivelle"), "register_by_trigram"),
        (Search(words="lu"), "register_by_trigram"),
        (Search(holder="durand"), "register_by_trigram"),
        (Search(nice_class=9), "register_by_class"),
        (Search(filed_from=date(2024, 1, 1), filed_to=date(2024, 2, 1)), "register_public_by_date"),
        (Search(words="245000001"), "number"),
    ],
)
def test_each_criterion_has_its_index(wanted, index):
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")
        for other in ("register_public_by_date", "register_by_publication", "register_by_trigram", "register_by_class"):
            if other != index:
                cursor.execute(f"drop index {other}")  # on an empty table all are as good
    assert index in search(wanted)[:20].explain()


def test_short_words_are_found_when_they_stand_alone():
    for number, text in (("245000701", "LU"), ("245000702", "LUMIVELLE"), ("245000703", "LU et approuvé")):
        a_trademark("published", number=number, application=an_application(text))
    followers.catch_up()
    assert {file.number for file in search(Search(words="lu"))} == {"245000701", "245000703"}
    assert {file.number for file in search(Search(words="lumi"))} == {"245000702"}
    assert {file.number for file in search(Search(words="lu appr"))} == {"245000703"}
