"""What the tables of cases cannot say of restorations: whose words a refusal uses, and that every title is whole."""

from __future__ import annotations

from datetime import date

import pytest

from guichet.law.answers import Refused
from guichet.law.general.restoration import PROCEDURE
from guichet.law.general.restoration_checks import last_day_to_ask
from guichet.law.general.restoration_law import LAWS
from guichet.law.sources import quote_found
from guichet.rights.events import Happened
from guichet.rights.general import restoration as r
from guichet.rights.parties import Party

HOLDER = Party("organisation", "W")
ON = date(2024, 5, 2)
OWN = {
    "trademarks": ("R. 71", "L. 712"),
    "designs": ("R. 512", "R. 514", "L. 512"),
    "patents": ("R. 61", "L. 612"),
    "patent_priority": ("R. 61", "L. 612"),
    "plant_varieties": ("R. 623", "L. 623"),
}


def asked(title: r.RestorationTitle) -> list[Happened]:
    kind: r.Missed = "annuity" if title == "plant_varieties" else "priority" if title == "patent_priority" else "legal"
    missed = r.MissedLimit("R. 712-11", date(2024, 4, 2), kind=kind)
    request = r.RestorationRequested(title, "1", (HOLDER,), HOLDER, missed, "Panne.")
    return [Happened(request, ON)]


@pytest.mark.parametrize("title", list(LAWS))
def test_a_refusal_speaks_in_the_words_of_the_title_itself(title: r.RestorationTitle) -> None:
    history = asked(title)
    for act in (r.RestorationRegularised(), r.RestorationGranted("n", ""), r.RestorationEntered("1"), r.ArrearsPaid()):
        with pytest.raises(Refused) as caught:
            PROCEDURE.decide(act, history, on=ON)
        cited = [reason.source for reason in caught.value.finding.because]
        assert all(quote_found(source) for source in cited)
        mine = [source for source in cited if source.article.startswith(OWN[title])]
        assert mine, (act, cited)


@pytest.mark.parametrize("title", list(LAWS))
def test_the_end_of_the_cause_can_only_bring_the_last_day_nearer(title: r.RestorationTitle) -> None:
    expired_on = date(2024, 4, 2)
    absolute = last_day_to_ask(title, expired_on, None).date
    for month in range(1, 13):
        assert last_day_to_ask(title, expired_on, date(2024, month, 15)).date <= absolute


def test_only_plant_varieties_have_no_silence_and_no_regularisation() -> None:
    silent = {title for title, law in LAWS.items() if law.silence is None}
    assert silent == {title for title, law in LAWS.items() if law.loop is None} == {"plant_varieties"}
