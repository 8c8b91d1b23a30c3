"""R. 711-1, R. 712-3, R. 715-1, R. 715-2: what an application must hold, and what is missing from this one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Finding
from guichet.law.general import representation
from guichet.law.sources import Undecided, cite
from guichet.law.trademarks.answering import advice, missing, to_regularise
from guichet.law.trademarks.goods_services import review_items
from guichet.law.trademarks.priority import review_claims
from guichet.law.trademarks.sign import review_sign
from guichet.rights.parties import Party
from guichet.rights.source import Source
from guichet.rights.trademarks.application import Application, MarkRepresentation

APPLICANT = cite("R. 712-3", "1° a", "L'identification du déposant")
SIGN = cite(
    "R. 712-3", "1° b", "La représentation de la marque établie conformément aux dispositions de l'article R. 711-1"
)
ITEMS = cite("R. 712-3", "1° c", "L'énumération des produits ou services auxquels elle s'applique")
PAYMENT = cite("R. 712-3", "2° a", "La justification du paiement des redevances prescrites")
EVIDENCE = cite(
    "R. 712-3",
    "2° c",
    "Si le caractère distinctif du signe déposé à titre de marque a été acquis par l'usage, la "
    "justification de cet usage",
)
RULES = cite(
    "R. 712-3", "2° d", "le règlement déterminant les conditions auxquelles est subordonné l'usage de la marque"
)
HOME = cite(
    "R. 712-3", "2° e", "sous réserve des conventions internationales, la justification qu'il a régulièrement déposé"
)
FORM = cite("R. 712-26", "1°", "La demande d'enregistrement prévue à l'article R. 712-3")
CLEAR_SIGN = cite(
    "R. 711-1", "al. 1", "claire, précise, distincte, facilement accessible, intelligible, durable et objective"
)
DESCRIPTION = cite(
    "R. 711-1",
    "al. 2",
    "sous réserve que celle-ci corresponde à la représentation de la marque et n'étende pas la portée de la protection",
)
TYPE = cite(
    "R. 711-1", "al. 3", "elle est accompagnée d'une indication qui correspond à la représentation de la marque"
)
COLLECTIVE = cite("L. 715-7", "al. 1", "toute association ou tout groupement doté de la personnalité morale")
GUARANTEE = cite(
    "L. 715-2", "al. 1", "n'exerce pas une activité ayant trait à la fourniture de produits ou de services"
)
GUARANTEE_RULES = cite("R. 715-1", "", "Le règlement d'usage mentionné à l'article L. 715-2 comprend")
COLLECTIVE_RULES = cite("R. 715-2", "", "Le règlement d'usage mentionné à l'article L. 715-6 comprend")

SIGNATURE = Undecided(
    "La demande d'enregistrement elle-même doit-elle être signée ?",
    "Oui, mais son défaut se régularise et ne retarde pas la date de dépôt.",
    "R. 712-6 n'exige la signature que des pièces ultérieures ; R. 712-26 renvoie la demande à une décision du "
    "directeur.",
    ("R. 712-6", "R. 712-26"),
)
CONVENTION_COUNTRY = Undecided(
    "Un déposant étranger doit-il prouver le dépôt dans son pays (R. 712-3 2° e) ?",
    "Non, sauf demande de l'institut : presque tous les États sont liés par une convention.",
    "L'article réserve les conventions internationales, dont la liste n'est pas dans le code.",
    ("R. 712-3",),
)

FILING_DATE_ITEMS: dict[str, tuple[str, Source]] = {
    "R. 712-3, 1° a": ("l'identification du déposant", APPLICANT),
    "R. 712-3, 1° b": ("la représentation de la marque", SIGN),
    "R. 712-3, 1° c": ("l'énumération des produits ou services", ITEMS),
    "R. 712-3, 2° a": ("le paiement de la redevance de dépôt", PAYMENT),
}
"""What a filing date needs (L. 712-2), by the ground that an invitation to complete cites."""


def is_represented(mark: MarkRepresentation | None) -> bool:
    """Whether there is a sign to look at: the text of a word mark, the file of any other."""
    if mark is None:
        return False
    return bool(mark.text.strip()) if mark.feature == "word" else mark.image is not None


def missing_mentions(application: Application) -> tuple[str, ...]:
    """Mentions of R. 712-3 1° a, b, c that are absent; the list of classes alone is regularised, not completed."""
    found = []
    if not any(party.name.strip() for party in application.applicants):
        found.append("R. 712-3, 1° a")
    if not is_represented(application.mark):
        found.append("R. 712-3, 1° b")
    if not any(item.term.strip() for item in application.goods_services):
        found.append("R. 712-3, 1° c")
    return tuple(found)


def review(application: Application, *, on: date) -> list[Finding]:
    """What is missing or irregular in an application, and advice; the fees are apart (``fees_due``)."""
    return [
        *_review_applicants(application),
        *representation.review(application.applicants, application.representative),
        *_review_mark(application.mark, on),
        *_review_goods_services(application),
        *review_claims(application.priority_claims, on=on),
        *_review_kind(application),
        *_review_annexes(application),
        *_review_signature(application),
    ]


def _review_applicants(application: Application) -> Iterator[Finding]:
    if "R. 712-3, 1° a" in missing_mentions(application):
        field = "applicants[0].name" if application.applicants else "applicants"
        yield missing("Identifiez le déposant : son nom ou sa dénomination.", APPLICANT, field)
    for i, party in enumerate(application.applicants):
        yield from _review_applicant(party, f"applicants[{i}]", first=i == 0)


def _review_applicant(party: Party, path: str, *, first: bool) -> Iterator[Finding]:
    if not party.name.strip() and not first:
        yield to_regularise("Indiquez le nom de ce déposant, ou retirez-le.", APPLICANT, field=f"{path}.name")
    if party.kind == "person" and not party.first_name.strip():
        yield to_regularise("Indiquez le prénom du déposant.", FORM, field=f"{path}.first_name")
    if party.kind == "organisation" and not party.legal_form.strip():
        yield to_regularise("Indiquez la forme juridique du déposant.", FORM, field=f"{path}.legal_form")
    for name, label in (("street", "l'adresse"), ("city", "la ville")):
        if not getattr(party.address, name).strip():
            yield to_regularise(f"Indiquez {label} du déposant.", FORM, field=f"{path}.address.{name}")
    if not party.in_eea:
        yield advice(
            "Un déposant étranger ressortissant d'un État lié par une convention n'a pas à prouver de dépôt "
            "dans son pays.",
            HOME,
            field="home_registration",
        )


def _review_mark(mark: MarkRepresentation | None, on: date) -> Iterator[Finding]:
    if not is_represented(mark):
        word = mark is not None and mark.feature == "word"
        field = "mark" if mark is None else ("mark.text" if word else "mark.image")
        asked = "écrivez le texte de la marque" if mark is None or word else "joignez le fichier qui la représente"
        yield missing(f"Représentez la marque : {asked}.", SIGN, field)
        return
    assert mark is not None
    if mark.feature == "word" and mark.image is not None:
        yield to_regularise(
            "Une marque verbale est représentée par son seul texte : retirez l'image, ou choisissez une marque "
            "figurative.",
            TYPE,
            field="mark.image",
        )
    if mark.description:
        yield advice(
            "La description doit correspondre à la représentation ; elle n'étend pas la protection.",
            DESCRIPTION,
            field="mark.description",
        )
    yield from review_sign(mark, on)
    if mark.feature == "other":
        yield advice(
            "Hors des types usuels, vérifiez que la représentation est claire, précise et durable.",
            CLEAR_SIGN,
            field="mark.image",
        )


def _review_goods_services(application: Application) -> Iterator[Finding]:
    if "R. 712-3, 1° c" in missing_mentions(application):
        yield missing("Énumérez au moins un produit ou un service.", ITEMS, "goods_services")
    yield from review_items(application.goods_services)


def _review_kind(application: Application) -> Iterator[Finding]:
    if application.kind == "individual":
        if application.rules_of_use is not None:
            yield advice(
                "Un règlement d'usage n'est pas demandé pour une marque individuelle.", RULES, field="rules_of_use"
            )
        return
    if application.rules_of_use is None:
        contents = GUARANTEE_RULES if application.kind == "guarantee" else COLLECTIVE_RULES
        yield Finding(
            False,
            "Joignez le règlement d'usage de la marque.",
            (
                *to_regularise("Le règlement est une pièce annexe du dépôt.", RULES, field="").because,
                *to_regularise("Son contenu est fixé par cet article.", contents, field="").because,
            ),
            "rules_of_use",
            "regularisable",
        )
    if application.kind == "guarantee":
        yield advice(
            "Le titulaire d'une marque de garantie ne fournit pas lui-même les produits ou services qu'il garantit.",
            GUARANTEE,
            field="kind",
        )
    for i, party in enumerate(application.applicants):
        if application.kind == "collective" and party.kind == "person":
            yield to_regularise(
                "Une marque collective est déposée par une association, un groupement ou une personne publique.",
                COLLECTIVE,
                field=f"applicants[{i}].kind",
            )


def _review_annexes(application: Application) -> Iterator[Finding]:
    if application.distinctiveness_acquired_by_use and not application.evidence_of_use:
        yield to_regularise(
            "Vous déclarez un caractère distinctif acquis par l'usage : joignez-en la justification.",
            EVIDENCE,
            field="evidence_of_use",
        )


def _review_signature(application: Application) -> Iterator[Finding]:
    signature = application.signature
    if signature is None or not signature.name.strip():
        yield to_regularise("Signez la demande : nom et qualité du signataire.", FORM, field="signature")
    elif signature.capacity == "representative" and application.representative is None:
        yield to_regularise(
            "La demande est signée par un mandataire qui n'est pas désigné.", FORM, field="signature.capacity"
        )
