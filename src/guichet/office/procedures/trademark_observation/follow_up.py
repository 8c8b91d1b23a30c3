"""The author of observations is told what became of them (R. 712-9)."""

from __future__ import annotations

from collections.abc import Sequence

from guichet.office.ledger.followers import Follower
from guichet.office.ledger.recorded import Recorded
from guichet.office.procedures.trademark_observation.models import Author
from guichet.office.toolbox import mail
from guichet.rights.trademarks.events import ObservationCommunicated, ObservationSetAside

REASONS = {
    "late": "elles ont été formulées après l'expiration du délai de deux mois suivant la publication",
    "outside_the_law": "leur objet est manifestement étranger aux prévisions de la loi",
}


def inform_authors(entries: Sequence[Recorded]) -> None:
    """One e-mail for each observation passed on or set aside."""
    for entry in entries:
        if entry.type not in (ObservationCommunicated.type, ObservationSetAside.type):
            continue
        author = Author.objects.filter(observation=entry.payload["observation"]).first()
        if author is None:
            continue
        reason = REASONS.get(entry.payload.get("reason", ""), "")
        mail.send(
            to=author.email,
            subject=f"Suite donnée à vos observations {author.observation}",
            template="trademark_observation/mail/outcome",
            context={"reference": author.observation, "number": author.number, "reason": reason, "on": entry.event_on},
        )


INFORM_AUTHORS = Follower("trademark_observation.inform_authors", inform_authors)
