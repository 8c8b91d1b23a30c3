"""What a company must be to enter its section: papers, capital, direction (L. 422-7, R. 422-6 to R. 422-51-16)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guichet.law.answers import Finding
from guichet.law.saying import no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.rights.attorneys.company import CompanyRequest, Form, Member

# L. 422-7: companies of another form than the two of the professions
FOUNDERS = cite("L. 422-7", "al. 1", "sont admis à constituer, pour exercer leur profession, des sociétés civiles")
DIRECTION = cite("L. 422-7", "1°", "la majorité des membres du conseil d'administration ou du conseil de surveillance")
CAPITAL = cite("L. 422-7", "2°", "détiennent plus de la moitié du capital social et des droits de vote")
APPROVAL = cite("L. 422-7", "3°", "L'admission de tout nouvel associé est subordonnée à l'agrément préalable")
SECTION = cite("L. 422-7", "dernier al.", "à l'inscription de la société dans une section spéciale de la liste")
# R. 422-6 and R. 422-7
AGENT = cite("R. 422-6", "al. 1", "est présentée par son mandataire ou, lorsque la société n'est pas encore constituée")
REGISTRY = cite(
    "R. 422-6", "al. 1", "elle est accompagnée de la justification du dépôt de la demande d'immatriculation"
)
INNOVATION = cite(
    "R. 422-7", "al. 1", "n'être détenu qu'à concurrence de 25 % par un conseil en propriété industrielle"
)
NOT_MULTI = cite("R. 422-7", "dernier al.", "Les dispositions du présent article ne sont pas applicables aux sociétés")
# R. 422-12 and R. 422-16: civil companies
TWO = cite("R. 422-12", "al. 1", "Deux ou plusieurs conseils en propriété industrielle inscrits sur la liste nationale")
CANDIDATES = cite("R. 422-12", "al. 2", "demande son inscription au plus tard en même temps que la société")
# R. 422-44: liberal companies
NO_SHARES = cite("R. 422-44", "", "est interdite à toute personne radiée de la liste des conseils en propriété")
# R. 422-51-2 and R. 422-51-3: holdings
HOLDINGS = cite("R. 422-51-2", "", "dans une section spécifique aux sociétés de participations financières")
SENT = cite(
    "R. 422-51-3", "al. 1", "par lettre recommandée avec demande d'avis de réception, ou remise contre récépissé"
)
ON_PAIN = cite(
    "R. 422-51-3", "al. 2", "Cette déclaration est accompagnée, à peine d'irrecevabilité, des pièces suivantes"
)
ARTICLES = cite("R. 422-51-3", "1°", "Un exemplaire des statuts de la société")
ATTESTED = cite("R. 422-51-3", "2°", "ou tout document attestant de l'immatriculation")
PARTNERS = cite("R. 422-51-3", "3°", "de la mention de la part du capital qu'il détient dans la société")
NOTE = cite("R. 422-51-3", "al. 6", "accompagnée d'une note d'information désignant la ou les sociétés")
# L. 422-7-1, R. 422-51-15, R. 422-51-16: multi-professional companies
ONE_ATTORNEY = cite("L. 422-7-1", "al. 2", "une personne physique qui remplit les conditions requises pour exercer")
ON_THE_BOARD = cite("L. 422-7-1", "al. 3", "doit être membre du conseil d'administration ou du conseil de surveillance")
MULTI = cite("R. 422-51-15", "", "dans une section spécifique aux sociétés pluri-professionnelles d'exercice")
DATED = cite("R. 422-51-16", "al. 1", "par tout moyen permettant d'établir la date de réception de cette déclaration")
PIECES = cite("R. 422-51-16", "al. 2", "Cette déclaration est accompagnée des pièces prévues à l'article 2 du décret")

WHOLE = 10_000
"""A hundred per cent, in hundredths of a per cent."""
INNOVATION_SHARE = 2_500
QUALIFIED = ("attorney", "european", "candidate")

INNOVATION_VOTES = Undecided(
    question="La dérogation de R. 422-7 sur le capital vaut-elle aussi pour les droits de vote ?",
    default="Non : plus de la moitié des droits de vote reste aux conseils.",
    why="R. 422-7 ne parle que du capital social, L. 422-7 du capital et des droits de vote.",
    articles=("L. 422-7", "R. 422-7"),
)


def share(members: Iterable[Member], what: str) -> int:
    """What attorneys, and those of other States, hold together: ``shares`` or ``votes``."""
    return sum(getattr(each, what) for each in members if each.kind in QUALIFIED)


def missing(request: CompanyRequest) -> Iterator[Finding]:
    """What the company lacks, point by point; what makes a holding's declaration inadmissible is blocking."""
    if not request.name.strip() or not request.by.strip():
        yield no("Nommez la société et le mandataire qui présente la demande.", AGENT, field="request.by")
    yield from _BY_FORM[request.form](request)
    if request.form not in ("multi_professional", "holding") and not request.registry_proof:
        message = "Joignez la justification du dépôt de la demande d'immatriculation."
        yield to_regularise(message, REGISTRY, field="request.registry_proof")


def _civil(request: CompanyRequest) -> Iterator[Finding]:
    partners = [each for each in request.members if each.kind in QUALIFIED]
    if len(partners) < 2:
        message = "Une société civile professionnelle réunit deux conseils au moins."
        yield to_regularise(message, TWO, FOUNDERS, field="request.members")
    if any(each.kind in ("other", "struck_off") for each in request.members):
        message = "Chaque associé doit être inscrit, ou demander son inscription en même temps que la société."
        yield to_regularise(message, CANDIDATES, field="request.members")


def _liberal(request: CompanyRequest) -> Iterator[Finding]:
    if not any(each.kind in QUALIFIED and each.practises for each in request.members):
        yield to_regularise("La société doit compter un conseil qui exerce en son sein.", FOUNDERS,
                            field="request.members")  # fmt: skip
    if any(each.kind == "struck_off" for each in request.members):
        yield to_regularise("Une personne radiée ne peut pas détenir de parts de la société.", NO_SHARES,
                            field="request.members")  # fmt: skip


def _other(request: CompanyRequest) -> Iterator[Finding]:
    directors = [each for each in request.members if each.director]
    qualified = [each for each in directors if each.kind in QUALIFIED]
    if 2 * len(qualified) <= len(directors) or not directors:
        message = "La direction et la majorité des conseils de la société doivent revenir à des conseils."
        yield to_regularise(message, DIRECTION, field="request.members")
    held, votes = share(request.members, "shares"), share(request.members, "votes")
    if request.innovation is not None and held < INNOVATION_SHARE:
        yield to_regularise("Un quart du capital au moins doit être à un conseil.", INNOVATION, CAPITAL,
                            field="request.members")  # fmt: skip
    if (request.innovation is None and 2 * held <= WHOLE) or 2 * votes <= WHOLE:
        message = "Les conseils doivent détenir plus de la moitié du capital et des droits de vote."
        yield to_regularise(message, CAPITAL, field="request.members")
    if not request.directors_approve:
        message = "Les statuts doivent soumettre l'entrée d'un nouvel associé à l'agrément des dirigeants."
        yield to_regularise(message, APPROVAL, field="request.directors_approve")


def _holding(request: CompanyRequest) -> Iterator[Finding]:
    if request.how not in ("registered_letter", "handed"):
        yield to_regularise("Envoyez la déclaration en recommandé, ou remettez-la contre récépissé.", SENT,
                            field="request.how")  # fmt: skip
    for present, message, source, field in (
        (request.articles, "un exemplaire des statuts", ARTICLES, "articles"),
        (request.registry_proof, "l'attestation du greffier, ou la preuve de l'immatriculation", ATTESTED,
         "registry_proof"),
        (all(each.shares > 0 for each in request.members) and request.members,
         "la liste des associés, avec la part de chacun", PARTNERS, "members"),
    ):  # fmt: skip
        if not present:
            yield no(f"La déclaration est irrecevable : joignez {message}.", source, ON_PAIN, field=f"request.{field}")
    if request.held and not request.note:
        yield to_regularise("Joignez la note d'information sur les sociétés détenues.", NOTE, field="request.note")


def _multi(request: CompanyRequest) -> Iterator[Finding]:
    if request.how == "other":
        yield to_regularise("Envoyez la déclaration par un moyen qui en date la réception.", DATED,
                            field="request.how")  # fmt: skip
    if not request.decree_pieces:
        yield to_regularise("Joignez les pièces du décret n° 2017-794.", PIECES, field="request.decree_pieces")
    attorneys = [each for each in request.members if each.kind in ("attorney", "candidate")]
    if not attorneys:
        yield to_regularise("La société doit compter un conseil parmi ses associés.", ONE_ATTORNEY,
                            field="request.members")  # fmt: skip
    if not any(each.director for each in attorneys):
        message = "Un conseil qui exerce dans la société doit siéger à son conseil."
        yield to_regularise(message, ON_THE_BOARD, field="request.members")
    if request.innovation is not None:
        yield to_regularise("La dérogation sur le capital ne vaut pas pour cette société.", NOT_MULTI,
                            field="request.innovation")  # fmt: skip


_BY_FORM = {
    "civil": _civil,
    "liberal": _liberal,
    "other": _other,
    "holding": _holding,
    "multi_professional": _multi,
}
SECTIONS: dict[Form, str] = {
    "civil": "special",
    "liberal": "special",
    "other": "special",
    "holding": "holdings",
    "multi_professional": "multi_professional",
}
