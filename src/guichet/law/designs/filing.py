"""R. 512-1 to R. 512-8: what a filing holds, when it is admissible, and the papers that follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from guichet.law.answers import Finding
from guichet.law.designs import money, people, reading
from guichet.law.designs.term import FIRST_RENEWAL
from guichet.law.dossier import Dossier
from guichet.law.procedure import Events, Rule
from guichet.law.rules import required
from guichet.law.saying import advice, no, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.rights.designs import filing as f
from guichet.rights.designs.filing import Design
from guichet.rights.parties import Address

RECEIVED = cite("R. 512-1", "al. 1", "La date de dépôt est celle de la réception de la demande au siège de l'institut")
AT_INPI = cite("L. 512-1", "al. 1", "lorsque le déposant a son domicile ou son siège social à Paris ou hors de France")
SENT_ON = cite("R. 512-6", "al. 2", "sont transmis sans délai à l'Institut national de la propriété industrielle par")
PAPERS = cite("R. 514-5-1", "al. 1", "Leur date de dépôt est celle de la réception au siège de l'institut")
SAME_DATES = cite("R. 512-9", "al. 2", "Les demandes divisionnaires bénéficient de la date de dépôt et, le cas échéant")
ONE_CLASS = cite("R. 512-3", "al. 1", "doivent relever d'une même classe, au sens de la classification établie")
NO_UNITY = cite("R. 512-3", "al. 1", "cette condition ne s'applique pas lorsque le dépôt porte sur des ornementations")
IDENTIFIED = cite("R. 512-3", "1° a", "L'identification du déposant")
COUNTED = cite("R. 512-3", "1° b", "Le nombre des dessins ou modèles concernés")
HUNDRED = cite("R. 512-3", "1° c", "lequel ne peut porter sur plus de cent reproductions")
EACH_COUNTED = cite("R. 512-3", "1° d", "Le nombre de reproductions qui se rapportent à chaque dessin ou modèle")
PRODUCT = cite("R. 512-3", "1° e", "La désignation usuelle du produit")
ONE_OBJECT = cite("R. 512-3", "2°", "Chaque reproduction doit porter sur un seul objet et ne représenter que celui-ci")
NO_TEXT = cite("R. 512-3", "2°", "Les textes explicatifs, légendes, ou toute autre indication")
DESCRIBED = cite("R. 512-3", "2°", "établie exclusivement à des fins documentaires")
PAID = cite("R. 512-3", "3°", "La justification du paiement des redevances prescrites")
FREE_FORM = cite("R. 512-4", "al. 1", "ne sont pas soumises aux exigences de présentation prévues au 2°")
FREQUENT = cite("L. 512-2", "dernier al.", "relevant d'industries qui renouvellent fréquemment la forme et le décor")
RECEIPT = cite("R. 512-6", "al. 1", "Un récépissé de dépôt est remis au déposant")
NUMBER = cite("R. 512-7", "al. 1", "Dès sa réception à l'institut, le dépôt donne lieu à l'attribution d'un numéro")
LATER = cite("R. 512-7", "al. 2", "Est déclaré irrecevable toute correspondance ou dépôt ultérieur de pièces")
NO_NUMBER = cite("R. 512-7", "al. 2", "qui ne rappelle pas le numéro national du dépôt")
NOT_SIGNED = cite("R. 512-7", "al. 2", "qui ne porte pas la signature du déposant ou de son mandataire")
NOT_PAID = cite("R. 512-7", "al. 2", "n'est pas accompagné de la justification du paiement de la redevance prescrite")
MINIMUM = cite("R. 512-8", "", "au moins un exemplaire de la demande d'enregistrement contenant la mention prévue")
ONE_VIEW = cite("R. 512-8", "", "au moins un exemplaire de la reproduction graphique ou photographique")
FEE = cite("R. 512-8", "", "qui n'est pas accompagné de la justification du paiement de la redevance de dépôt")
PUBLISHABLE = cite("R. 512-8", "", "d'une qualité suffisante pour permettre une publication satisfaisante")
DEFERRED = cite("R. 512-10", "al. 1", "sauf si le déposant a demandé lors du dépôt l'ajournement de cette publication")
BY_LAW = cite("R. 512-10", "al. 2", "L'ajournement est de plein droit si le dépôt a été effectué sous forme simplifiée")
DECLARED = cite("R. 514-3", "1°", "Soit au dernier titulaire du dépôt déclaré à l'institut")

FEE_IS_A_THIRD_GROUND = Undecided(
    "Le dépôt auquel ne manque que la redevance est-il irrecevable ?",
    "Oui : demande, reproduction et redevance sont trois conditions, et chacune suffit à l'irrecevabilité.",
    "R. 512-8 joint la redevance par « et qui n'est pas accompagné » ; L. 512-2 ne cite que les deux premières.",
    ("R. 512-8", "L. 512-2"),
)
FEE_WITH_THE_FILING = Undecided(
    "La redevance payée après le jour du dépôt sauve-t-elle sa date ?",
    "Non : le dépôt complété est un nouveau dépôt, qui prend sa propre date.",
    "R. 512-8 veut que le dépôt soit « accompagné » de la justification, sans ouvrir de délai pour la fournir.",
    ("R. 512-8",),
)
SIMPLIFIED_QUALITY = Undecided(
    "La reproduction d'un dépôt simplifié doit-elle déjà être d'une qualité suffisante pour être publiée ?",
    "Non : il suffit qu'il y en ait une ; sa présentation n'est exigée qu'à la renonciation à l'ajournement.",
    "R. 512-8 ne distingue pas ; R. 512-4 dispense jusque-là des exigences de présentation.",
    ("R. 512-8", "R. 512-4"),
)
SOME_ORNAMENTS = Undecided(
    "Un dépôt qui mêle ornementations et produits de plusieurs classes est-il dispensé de l'unité de classe ?",
    "Non : la dispense suppose que tout le dépôt porte sur des ornementations.",
    "R. 512-3 dit « lorsque le dépôt porte sur des ornementations », sans « en partie » ni « seulement ».",
    ("R. 512-3",),
)
AT_THE_REGISTRY = Undecided(
    "Un dépôt peut-il encore être fait au greffe, et quelle est alors sa date ?",
    "Le dépôt se fait à l'institut ; s'il vient d'un greffe, sa date est celle de sa réception au siège.",
    "R. 512-6 et L. 512-1 parlent encore du greffe ; R. 512-1 ne connaît que le siège.",
    ("R. 512-1", "R. 512-6", "L. 512-1"),
)
Undecided(
    "Le certificat de garantie d'une exposition donne-t-il une date, et dans quel délai ?",
    "Il est mentionné au dossier ; aucune date n'en est tirée.",
    "R. 512-3 renvoie à la loi du 13 avril 1908, qui n'est pas dans le recueil.",
    ("R. 512-3",),
)


def one_class(designs: Sequence[Design], *, simplified: bool = False) -> bool:
    """Whether these designs may be in one filing."""
    if simplified or all(each.ornamentation for each in designs):
        return True
    return len({each.locarno_class for each in designs}) == 1


def inadmissible(dossier: Dossier) -> Iterator[Finding]:
    """What makes the filing inadmissible; nothing when it has a date (R. 512-8)."""
    filed = dossier.first(f.DesignFiled)
    if filed is not None:
        yield from _minimum(filed)
        if not filed.divided_from and not money.filing_fee_paid(dossier):
            yield no("La redevance de dépôt n'accompagnait pas le dépôt.", FEE, field="fee")


def _minimum(filed: f.DesignFiled) -> Iterator[Finding]:
    if not any(party.name.strip() for party in filed.applicants):
        message = "Identifiez le déposant, sans quoi le dépôt est irrecevable."
        yield to_regularise(message, MINIMUM, IDENTIFIED, field="applicants")
    views = [view for each in filed.designs for view in each.reproductions]
    if not views:
        message = "Joignez au moins une reproduction, sans quoi le dépôt est irrecevable."
        yield to_regularise(message, ONE_VIEW, field="designs")
    elif not filed.simplified and not any(view.usable for view in views):
        message = "La reproduction doit pouvoir être publiée, sans quoi le dépôt est irrecevable."
        yield to_regularise(message, PUBLISHABLE, field="designs")


def conformity(filed: f.DesignFiled, designs: Sequence[Design], *, drawn: bool) -> Iterator[tuple[f.Ground, Finding]]:
    """What is not as R. 512-3 or R. 512-4 wants it, by ground. drawn: the rules of presentation apply already."""
    if not one_class(designs, simplified=filed.simplified):
        message = "Les produits relèvent de plusieurs classes de Locarno : divisez le dépôt."
        yield "unity", to_regularise(message, ONE_CLASS, field="designs")
    views = sum(len(each.reproductions) for each in designs)
    if views > 100:
        message = f"Le dépôt porte sur {views} reproductions : retirez-en pour n'en garder que cent."
        yield "count", to_regularise(message, HUNDRED, field="designs")
    received = sum(len(each.reproductions) for each in filed.designs)
    if filed.reproductions_declared not in (None, received) and len(designs) == len(filed.designs):
        message = f"La demande annonce {filed.reproductions_declared} reproductions, le dépôt en porte {received}."
        yield "count", to_regularise(message, EACH_COUNTED, field="reproductions_declared")
    if len({each.number for each in designs}) < len(designs) or not all(each.number.strip() for each in designs):
        yield "count", to_regularise("Numérotez chaque dessin ou modèle.", COUNTED, field="designs")
    for each in designs:
        yield from _one(each, drawn=drawn)


def _one(design: Design, *, drawn: bool) -> Iterator[tuple[f.Ground, Finding]]:
    name = design.number
    if not design.product.strip():
        message = f"Dessin ou modèle {name} : donnez la désignation usuelle du produit."
        yield "products", to_regularise(message, PRODUCT, field="designs.product")
    if not drawn:
        return
    if not design.reproductions:
        message = f"Dessin ou modèle {name} : joignez sa reproduction."
        yield "reproductions", to_regularise(message, EACH_COUNTED, field="designs.reproductions")
    for view in design.reproductions:
        if not view.usable:
            message = f"Dessin ou modèle {name} : une reproduction ne permet pas une publication satisfaisante."
            yield "reproductions", to_regularise(message, PUBLISHABLE, field="designs.reproductions")
        elif view.defect:
            source = NO_TEXT if view.defect == "text" else ONE_OBJECT
            message = f"Dessin ou modèle {name} : une reproduction montre autre chose que l'objet."
            yield "reproductions", to_regularise(message, source, field="designs.reproductions")


def _review(act: f.DesignFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    """What the office will ask, told before filing; nothing stops a filing from being received."""
    if act.filing_date is not None and not act.divided_from:
        message = "La date d'un dépôt est celle de sa réception ; seul un dépôt divisionnaire en garde une autre."
        yield no(message, RECEIVED, SAME_DATES, field="filing_date")
    if act.filing_date is not None and act.filing_date > on:
        yield no("La date du dépôt initial est à venir.", RECEIVED, field="filing_date")
    yield from _minimum(act)
    yield from (finding for _, finding in conformity(act, act.designs, drawn=not act.simplified))
    yield from people.review(act.applicants, act.representative)
    if act.through_registry and any(_not_at_the_registry(party.address) for party in act.applicants):
        message = "À Paris et hors de France, le dépôt se fait à l'institut, à peine de nullité."
        yield to_regularise(message, AT_INPI, SENT_ON, field="through_registry")
    if act.simplified and not act.frequent_renewal:
        message = "La forme simplifiée est celle des industries qui renouvellent souvent leurs produits : déclarez-le."
        yield to_regularise(message, FREQUENT, field="frequent_renewal")
    if act.simplified:
        message = "La publication est ajournée de plein droit : renoncez-y à temps, ou les droits seront déchus."
        yield advice(message, BY_LAW, field="simplified")
    if act.first_renewal:
        yield advice("La première prorogation se paie avec le dépôt.", FIRST_RENEWAL, field="first_renewal")
    if any(each.description.strip() for each in act.designs):
        yield advice("La description est documentaire : l'institut peut la remanier.", DESCRIBED, field="designs")


def _not_at_the_registry(address: Address) -> bool:
    return address.country != "FR" or address.postcode.strip().startswith("75")


def _filed(act: f.DesignFiled, dossier: Dossier, on: date) -> Events:
    return (act, f.PublicationDeferred()) if act.deferral or act.simplified else (act,)


def _with_the_filing(dossier: Dossier, on: date) -> Finding | None:
    if on == dossier.first_on(f.DesignFiled):
        return None
    return no("L'ajournement ne se demande que lors du dépôt ; déposez de nouveau pour l'obtenir.", DEFERRED)


def _numbered_once(dossier: Dossier, on: date) -> Finding | None:
    return no("Le dépôt a déjà son numéro national.", NUMBER) if dossier.has(f.DesignNumbered) else None


def _numbered(act: f.DesignNumbered, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.receipt:
        yield advice("Le récépissé ne porte pas ce numéro : notifiez-le au déposant.", NUMBER, RECEIPT, field="receipt")


def _some_defect(dossier: Dossier, on: date) -> Finding | None:
    if next(inadmissible(dossier), None) is not None:
        return None
    message = "Le dépôt comprend la demande, une reproduction et la redevance : examinez-le, il est recevable."
    return no(message, MINIMUM, FEE)


def _paper(act: f.LaterPaperInadmissible, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.bears_number and act.signed and not act.fee_missing:
        message = "La pièce porte le numéro, une signature et sa redevance : elle est recevable."
        yield no(message, NO_NUMBER, NOT_SIGNED, NOT_PAID)


def _appointed(act: f.DesignRepresentativeAppointed, dossier: Dossier, on: date) -> Iterator[Finding]:
    for finding in people.review(reading.holders(dossier), act.representative):
        yield Finding(False, finding.message, finding.because, finding.field)


def _holders(act: f.DesignHolderDeclared, dossier: Dossier, on: date) -> Iterable[Finding]:
    if not any(party.name.strip() for party in act.holders):
        yield no("Nommez le nouveau titulaire.", DECLARED, field="holders")


RULES: dict[str, Rule] = {
    "file_design": Rule(RECEIVED, "Le dépôt peut être reçu.", checks=(_review,), then=_filed),
    "give_design_number": Rule(
        NUMBER, guards=(_numbered_once,), checks=(required("number", "Donnez le numéro national.", NUMBER), _numbered)
    ),
    "find_design_inadmissible": Rule(MINIMUM, guards=(_some_defect,)),
    "find_paper_inadmissible": Rule(LATER, "Une pièce peut être déclarée irrecevable.", checks=(_paper,)),
    "appoint_representative": Rule(people.OUTSIDE, checks=(_appointed,)),
    "declare_holder": Rule(DECLARED, checks=(_holders,)),
    "defer_publication": Rule(DEFERRED, guards=(_with_the_filing,)),
}
