"""The request to the conciliation commission, and the month to complete it (R. 615-15 to R. 615-17)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.clocks import Clock
from guichet.law.dates import with_weekday
from guichet.law.dossier import Dossier
from guichet.law.procedure import Events, Rule
from guichet.law.rules import required, within
from guichet.law.saying import no
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.other_titles import conciliation as c

# L. 615-21, R. 615-33: which disputes
COMPETENCE = cite("L. 615-21", "al. 1", "toute contestation portant sur l'application des articles L. 611-7 et")
PUBLIC = cite("R. 615-33", "", "sont applicables aux contestations nées de l'application")
# R. 615-15, R. 615-16: the request
LODGED = cite("R. 615-15", "", "soit par le requérant, soit par un mandataire justifiant d'un pouvoir")
SIGNED = cite("R. 615-16", "al. 1", "La demande est signée du requérant ou de son mandataire")
NAMED = cite("R. 615-16", "1°", "Les nom, prénoms, profession, adresse du requérant et des autres parties")
SUBJECT = cite("R. 615-16", "2°", "L'objet du litige")
CLAIMS = cite("R. 615-16", "3°", "Les moyens et conclusions du requérant")
ELEMENTS = cite("R. 615-16", "4°", "Tous les éléments en sa possession pouvant être utiles à la solution du litige")
ANNEXED = cite("R. 615-16", "dernier al.", "Y est annexée une copie de la déclaration et des communications effectuées")
EXHIBITS = cite("R. 615-16", "dernier al.", "des différentes pièces dont le requérant entend se prévaloir")
# R. 615-17: the month to complete
COMPLETE = TimeLimit(
    cite("R. 615-17", "al. 1", "invite le requérant à la compléter dans le délai d'un mois"),
    "conciliation.completion_invited",
    months=1,
    since="de l'invitation",
    title="patents",
)
REFERRED = cite("R. 615-17", "al. 2", "Faculté est ouverte, avant l'expiration de ce délai")
CONFIRMED = cite("R. 615-17", "al. 2", "impartit à l'intéressé un nouveau délai pour y déférer")
EXTENDED = cite("R. 615-17", "al. 3", "sont prorogés, sur décision du président, si le requérant justifie d'une excuse")
SEISED_ON = cite("R. 615-17", "al. 4", "celle à laquelle la demande a été complétée")
INCOMPLETE = Undecided(
    question="Que devient une demande de conciliation qui n'est pas complétée dans le délai ?",
    default="Elle est classée par décision humaine, sans saisine ; une nouvelle demande reste possible.",
    why="R. 615-17 ne donne aucune sanction ; sans demande complète, il n'y a pas de date de saisine.",
    articles=("R. 615-17",),
)
ELECTRONIC = Undecided(
    question="La commission de conciliation peut-elle être saisie par voie électronique ?",
    default="Oui : le dépôt par le guichet vaut dépôt au secrétariat, avec accusé de réception.",
    why="R. 615-15 ne parle que du dépôt au secrétariat et de la lettre recommandée.",
    articles=("R. 615-15", "R. 618-6"),
)

_ASKED = (
    ("signed", SIGNED, "Signez la demande."),
    ("subject", SUBJECT, "Indiquez l'objet du litige."),
    ("claims", CLAIMS, "Exposez vos moyens et vos conclusions."),
    ("elements", ELEMENTS, "Donnez tous les éléments utiles que vous avez."),
    ("declaration_copies", ANNEXED, "Joignez copie de la déclaration d'invention et des communications échangées."),
    ("exhibits", EXHIBITS, "Joignez copie des pièces dont vous vous prévalez."),
)


def missing(request: c.ConciliationRequested, added: Iterable[str] = ()) -> list[tuple[str, Source, str]]:
    """What R. 615-16 asks and this request lacks: field, source, what to do."""
    found = [line for line in _ASKED if not getattr(request, line[0])]
    if not request.others or any(not _identified(each) for each in (request.requester, *request.others)):
        message = "Donnez les nom, prénoms, profession et adresse de chaque partie."
        found.append(("others", NAMED, message))
    if request.by_representative and not request.power:
        found.append(("power", LODGED, "Joignez le pouvoir du mandataire."))
    done = set(added)
    return [line for line in found if line[0] not in done]


def _identified(party: c.DisputeParty) -> bool:
    """An employer may be a company, which has neither forenames nor occupation."""
    person = party.side == "employer" or bool(party.first_names.strip() and party.occupation.strip())
    return bool(party.name.strip() and party.address.strip()) and person


def _still_missing(dossier: Dossier) -> list[tuple[str, Source, str]]:
    request = dossier.last(c.ConciliationRequested)
    added = [name for each in dossier.all(c.RequestCompleted) for name in each.added]
    return missing(request, added) if request else []


def _competent(act: c.ConciliationRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.about == "elsewhere":
        message = "La commission ne connaît que du droit à l'invention et de ce qui est dû pour elle."
        also = () if act.inventor == "private" else (PUBLIC,)
        yield no(message, COMPETENCE, *also, field="about")


def _form(act: c.ConciliationRequested, dossier: Dossier, on: date) -> Iterator[Finding]:
    for field, source, message in missing(act):
        yield no(message, source, field=field, severity="regularisable")


def _seisable(dossier: Dossier, on: date) -> Finding | None:
    """The secretariat checks the form; the president's own appreciation prevails."""
    if dossier.state == "president_review":
        return None
    lacking = _still_missing(dossier)
    if not lacking:
        return None
    return no(f"La demande est incomplète. {lacking[0][2]}", lacking[0][1], SEISED_ON)


def _seised(act: c.EstablishSeisin, dossier: Dossier, on: date) -> Events:
    """Seised on the day the request became complete, not on the day this is found."""
    return (c.CommissionSeised(dossier.on(c.RequestCompleted, c.ConciliationRequested) or on),)


def _completion(dossier: Dossier, started: date) -> Deadline | None:
    """One month, or the day that the president gave since."""
    decided = [(on, each.due_on, CONFIRMED) for on, each in dossier.dated(c.InvitationConfirmed) if on >= started]
    decided += [(on, each.due_on, EXTENDED) for on, each in dossier.dated(c.CompletionExtended) if on >= started]
    if not decided:
        return COMPLETE.expires(started)
    _, due_on, source = max(decided, key=lambda one: (one[0], one[1]))
    return Deadline(due_on, (Reason(f"Le président a donné jusqu'au {with_weekday(due_on)}.", source),))


COMPLETION = Clock(
    id="completion",
    label="Compléter la demande",
    limit=_completion,
    starts=lambda d: d.served_on(c.CompletionInvited),
    who="requester",
    act="complete_conciliation",
    consequence="La demande est classée sans saisine.",
    states=("completion_invited",),
    lapse=lambda d, on: (
        c.RequestClosed(f"classement-{on.isoformat()}", "La demande n'a pas été complétée dans le délai."),
    ),
    of=COMPLETE.source,
)

_within_completion = (within(COMPLETION),)
REQUEST_RULES = {
    "request_conciliation": Rule(LODGED, checks=(
        _competent, _form, required("invention", "Nommez l'invention.", SUBJECT))),
    "invite_completion": Rule(COMPLETE.source,
                              checks=(required("missing", "Dites ce qui manque.", COMPLETE.source),)),
    "refer_conformity": Rule(REFERRED, guards=_within_completion),
    "confirm_invitation": Rule(CONFIRMED),
    "extend_completion": Rule(EXTENDED, checks=(required("excuse", "Dites quelle est l'excuse.", EXTENDED),)),
    "complete_conciliation": Rule(SEISED_ON, guards=_within_completion,
                                  checks=(required("added", "Dites ce que vous ajoutez.", SEISED_ON),)),
    "establish_seisin": Rule(SEISED_ON, guards=(_seisable,), then=_seised, brings=(c.CommissionSeised,)),
    "withdraw_conciliation": Rule(LODGED),
}  # fmt: skip
