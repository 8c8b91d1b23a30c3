"""To whom and how the office notifies, when a letter counts as received, and what a paper must bear, title by title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from guichet.law.answers import Because, Finding, Reason
from guichet.law.dates import duration, in_words, with_weekday
from guichet.law.general.notification_law import COMPULSORY_LICENCES, LAWS, MARKS, NotificationLaw
from guichet.law.practice import deemed_opening
from guichet.law.regimes import Title
from guichet.law.saying import no, yes
from guichet.law.sources import Undecided, rule
from guichet.rights.parties import Party, Representative

Channel = Literal["registered_letter", "handed", "electronic", "email", "bulletin"]
"""``electronic``: in the secured space that the director general set up; ``email``: any other message."""

SERVED_BY_OPENING = Undecided(
    question="Quel jour une notification électronique est-elle faite ?",
    default="Le jour où le destinataire l'ouvre, ou à l'expiration du délai de pratique si nul ne l'ouvre.",
    why="R. 718-4 renvoie à une décision du directeur général, qui n'est pas dans le recueil.",
    articles=("R. 718-4", "R. 514-4", "R. 618-2", "R. 623-48"),
)
SENT_OR_RECEIVED = Undecided(
    question="Un délai « à compter de la notification » court-il de l'envoi ou de la réception ?",
    default="De la réception, prouvée par l'avis, le récépissé ou l'ouverture du message.",
    why="R. 618-3, R. 514-2 et R. 718-2 comptent de la notification, que d'autres articles (R. 612-45) disent reçue.",
    articles=("R. 718-2", "R. 618-3", "R. 514-2"),
    safe="De l'envoi.",
)


@dataclass(frozen=True)
class Addressee:
    """Who receives the office's letters, and why."""

    party: Party
    capacity: Literal["applicant", "representative"]
    because: Because


def addressee(
    applicants: Sequence[Party],
    representative: Representative | None,
    title: Title = "marks",
    *,
    published: bool = False,
) -> Addressee | None:
    """The representative when there is one, else the (first) applicant; None when nobody is declared.

    Outside the EEA only a notification to the last representative is valid: see ``can_notify``. ``applicants`` are the
    last ones declared to the office or, once the right is published, entered in the register (``notified_holders``).
    """
    law = LAWS[title]
    if representative is not None:
        outside = any(_abroad(applicant, law) for applicant in applicants)
        return Addressee(
            representative.party,
            "representative",
            (Reason("La notification est faite au mandataire.", law.abroad if outside else law.agent), *_through(law)),
        )
    if applicants:
        text, source = (
            ("La notification est faite au dernier titulaire inscrit au registre.", law.registered)
            if published
            else ("La notification est faite au dernier titulaire déclaré à l'institut.", law.declared)
        )
        return Addressee(applicants[0], "applicant", (Reason(text, source), *_through(law)))
    return None


def _abroad(party: Party, law: NotificationLaw) -> bool:
    return party.address.country != "FR" if law.france_only else not party.in_eea


def _through(law: NotificationLaw) -> Because:
    return (Reason("Un renvoi rend cette règle applicable ici.", law.through),) if law.through else ()


def notified_holders(declared: tuple[Party, ...], registered: tuple[Party, ...], published: bool) -> tuple[Party, ...]:
    """Whom to notify: those declared to the office until publication, those of the register after it.

    An assignment that is not entered changes nothing: the notification to the registered holder is regular.
    """
    return registered if published and registered else declared


def can_notify(applicants: Sequence[Party], representative: Representative | None, title: Title = "marks") -> Finding:
    """Whether a letter sent in the secured space validly reaches its addressee."""
    law, found = LAWS[title], addressee(applicants, representative, title)
    if found is None:
        return Finding(
            False,
            "Aucun destinataire n'est connu : la notification se fait par un avis au bulletin officiel.",
            (Reason("Si l'adresse est inconnue, un avis est publié au bulletin.", law.unknown),),
        )
    return Finding(
        True,
        f"La notification est adressée à {found.party.full_name}.",
        (*found.because, Reason("Elle est faite par un message électronique sécurisé.", law.electronic)),
    )


def channel_valid(title: Title, article: str, channel: Channel, address_known: bool = True) -> Finding:
    """Whether a notification under this article may go by this channel."""
    law = LAWS[title]
    if _compulsory_licence(article):
        allowed = channel == "registered_letter"
        message = "Une lettre recommandée avec avis de réception est obligatoire, sans équivalent."
        return yes(message, COMPULSORY_LICENCES) if allowed else no(message, COMPULSORY_LICENCES, field="channel")
    if channel == "bulletin":
        if address_known:
            return no("L'adresse est connue : un avis au Bulletin ne notifie pas.", law.unknown, field="channel")
        return yes(f"L'adresse est inconnue : un avis au {law.bulletin} vaut notification.", law.unknown)
    if not address_known:
        return no(f"L'adresse est inconnue : publiez un avis au {law.bulletin}.", law.unknown, field="channel")
    if channel == "email" and _takes_a_letter(law, article):
        message = "Un simple courriel ne notifie pas : envoyez une lettre recommandée ou le message sécurisé."
        return no(message, law.letter, law.electronic, field="channel")
    source = {"handed": law.handed, "electronic": law.electronic}.get(channel, law.letter)
    return yes("Ce mode de notification est régulier.", source)


def _takes_a_letter(law: NotificationLaw, article: str) -> bool:
    return not law.only or article in law.only


def _compulsory_licence(article: str) -> bool:
    """R. 613-10 to R. 613-42."""
    number = article.removeprefix("R. 613-").split("-")[0]
    return article.startswith("R. 613-") and number.isdigit() and 10 <= int(number) <= 42


@rule("R. 718-5", "al. 4", "ce mandataire est substitué à celui mentionné au registre")
def representative_of_procedure(
    registered: Representative | None, filed_by: Representative | None, keeps_registered: bool = False
) -> Representative | None:
    """Who receives the later letters of one procedure on a mark (R. 718-5, al. 4).

    A paper filed by another representative than the register's is regular, and unless it says otherwise
    (``keeps_registered``) that one replaces the other, in this procedure only.
    """
    return registered if filed_by is None or keeps_registered else filed_by


@dataclass(frozen=True)
class DeemedService:
    """The day on which an unopened letter counts as received, and why."""

    on: date
    because: Because


def deemed_service(made_available_on: date, title: Title = "marks") -> DeemedService:
    """When a letter left unopened in the secured space is deemed served (practice, low confidence)."""
    days = deemed_opening(made_available_on)
    served = made_available_on + timedelta(days=days)
    text = (
        f"Le message non ouvert est réputé remis {duration(days=days)} après sa mise à disposition, "
        f"le {with_weekday(served)}."
    )
    return DeemedService(served, (Reason(text, LAWS[title].electronic),))


@dataclass(frozen=True)
class PaperDate:
    """The date of a paper: its receipt, whatever its postmark."""

    on: date
    because: Because


def date_of_paper(sent_on: date, received_on: date, title: Title = "marks") -> PaperDate:
    """The filing date of a letter or document: the day on which it reached the office's seat."""
    text = f"Envoyée le {in_words(sent_on)}, la pièce a pour date celle de sa réception, le {in_words(received_on)}."
    source = LAWS[title].received or MARKS.received
    assert source is not None
    return PaperDate(received_on, (Reason(text, source),))


def paper_in_order(
    *, bears_number: bool, signed: bool, fee_due: bool = False, fee_paid: bool = True, title: Title = "marks"
) -> list[Finding]:
    """What makes a later paper inadmissible, with no invitation to mend it (R. 712-6 al. 2); empty if in order.

    Patents ask for no proof of payment (R. 612-7); geographical indications and plant varieties, for none of these.
    """
    law, found = LAWS[title], []
    if law.number is not None and not bears_number:
        reason = Reason("Toute correspondance rappelle le numéro national.", law.number)
        found.append(Finding(False, "Rappelez le numéro national de la demande.", (reason,), "number"))
    if law.signed is not None and not signed:
        reason = Reason("Toute correspondance porte la signature du déposant ou de son mandataire.", law.signed)
        found.append(Finding(False, "Signez votre envoi.", (reason,), "signature"))
    if law.paid is not None and fee_due and not fee_paid:
        reason = Reason("L'envoi est accompagné de la justification du paiement.", law.paid)
        found.append(Finding(False, "Payez la redevance due pour cet envoi.", (reason,), "fee"))
    return found
