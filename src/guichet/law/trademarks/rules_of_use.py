"""R. 715-1, R. 715-2, L. 715-2, L. 715-7: what the rules of use of a guarantee or collective mark must say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from guichet.law.answers import Finding
from guichet.law.saying import to_regularise, yes
from guichet.law.sources import Source, Undecided, cite
from guichet.rights.trademarks.application import GoodsServicesItem
from guichet.rights.trademarks.rules_of_use import CertificationBody, RulesOfUse

GUARANTEE: dict[str, tuple[str, Source]] = {
    "holder": ("le nom du titulaire", cite("R. 715-1", "1°", "Le nom du titulaire de la marque")),
    "complies_with_neutrality": (
        "la déclaration de conformité à L. 715-2",
        cite("R. 715-1", "2°", "Une déclaration selon laquelle le titulaire de la marque se conforme aux exigences"),
    ),
    "represents_mark": ("la représentation de la marque", cite("R. 715-1", "3°", "La représentation de la marque")),
    "goods_services": (
        "les produits ou services visés",
        cite("R. 715-1", "4°", "Les produits ou services visés par la marque"),
    ),
    "characteristics": (
        "les caractéristiques garanties",
        cite("R. 715-1", "5°", "Les caractéristiques des produits ou services que la marque garantit"),
    ),
    "authorised_users": (
        "les personnes autorisées à utiliser la marque",
        cite("R. 715-1", "6°", "Les personnes autorisées à utiliser la marque"),
    ),
    "conditions": ("les conditions d'usage", cite("R. 715-1", "7°", "Les conditions d'usage de la marque")),
    "sanctions": ("les sanctions", cite("R. 715-1", "7°", "y compris les sanctions")),
    "verification": (
        "la manière de vérifier les caractéristiques et de surveiller l'usage",
        cite(
            "R. 715-1", "9°", "vérifie les caractéristiques des produits et services et surveille l'usage de la marque"
        ),
    ),
}
COLLECTIVE: dict[str, tuple[str, Source]] = {
    "holder": ("le nom du titulaire", cite("R. 715-2", "1°", "Le nom du titulaire de la marque")),
    "purpose": (
        "l'objet du titulaire",
        cite("R. 715-2", "2°", "L'objet de l'association, du groupement ou de la personne morale de droit public"),
    ),
    "representing_bodies": (
        "les organismes habilités à représenter le titulaire",
        cite("R. 715-2", "3°", "Les organismes habilités à représenter l'association"),
    ),
    "membership": (
        "les conditions d'affiliation",
        cite("R. 715-2", "4°", "Dans le cas d'une association ou d'un groupement, les conditions d'affiliation"),
    ),
    "represents_mark": ("la représentation de la marque", cite("R. 715-2", "5°", "La représentation de la marque")),
    "goods_services": (
        "les produits ou services visés",
        cite("R. 715-2", "6°", "Les produits ou services visés par la marque"),
    ),
    "authorised_users": (
        "les personnes autorisées à utiliser la marque",
        cite("R. 715-2", "7°", "Les personnes autorisées à utiliser la marque"),
    ),
    "conditions": ("les conditions d'usage", cite("R. 715-2", "8°", "Les conditions d'usage de la marque")),
    "sanctions": ("les sanctions", cite("R. 715-2", "8°", "y compris les sanctions")),
}
"""Each item of the rules by its field: what it is, and the words that want it."""

BODY = cite("R. 715-1", "8°", "le nom, le numéro d'accréditation et l'attestation d'accréditation")
LINKED = cite("R. 715-1", "8°", "L'accréditation doit être en lien avec l'objet du dépôt de la marque")
PENDING = cite("R. 715-1", "8°", "le document attestant de la recevabilité de la demande d'accréditation")
CHECKED = {
    "guarantee": cite(
        "R. 715-1", "dernier al.", "après vérification de sa conformité aux dispositions du présent article"
    ),
    "collective": cite(
        "R. 715-2", "dernier al.", "après vérification de sa conformité aux dispositions du présent article"
    ),
}
ELIGIBLE = cite("L. 715-7", "al. 1", "toute association ou tout groupement doté de la personnalité morale représentant")

SAME_LIST = Undecided(
    "Les produits du règlement d'usage doivent-ils être exactement ceux de la demande ?",
    "Ils n'en excèdent pas la liste et la couvrent ; l'écart est signalé.",
    "R. 715-1 et R. 715-2 disent « les produits ou services visés par la marque ».",
    ("R. 715-1", "R. 715-2"),
)

Kind = Literal["guarantee", "collective"]


def review_rules(rules: RulesOfUse, kind: Kind, items: tuple[GoodsServicesItem, ...] = ()) -> list[Finding]:
    """What the rules leave out, item by item; empty when they are complete. items: those of the application."""
    return [*_missing(rules, kind), *_bodies(rules, kind), *_list(rules, kind, items), *_holder(rules, kind)]


def conform(rules: RulesOfUse, kind: Kind, items: tuple[GoodsServicesItem, ...] = ()) -> Finding:
    """Whether amended rules may be entered in the register."""
    found = review_rules(rules, kind, items)
    if found:
        return found[0]
    return yes("Le règlement d'usage est conforme : il peut être inscrit et publié.", CHECKED[kind])


def _missing(rules: RulesOfUse, kind: Kind) -> Iterator[Finding]:
    for field, (what, source) in (GUARANTEE if kind == "guarantee" else COLLECTIVE).items():
        if field == "membership" and rules.holder_form == "public_body":
            continue
        said = getattr(rules, field)
        if not (said.strip() if isinstance(said, str) else said):
            yield to_regularise(f"Le règlement d'usage doit indiquer {what}.", source, field=field)


def _bodies(rules: RulesOfUse, kind: Kind) -> Iterator[Finding]:
    """The certification bodies, where a law wants one (R. 715-1 8°)."""
    if kind != "guarantee" or not rules.certification_required:
        return
    if not rules.bodies:
        yield to_regularise("Nommez l'organisme de certification que la loi impose.", BODY, field="bodies")
    for i, body in enumerate(rules.bodies):
        yield from _body(body, f"bodies[{i}]")


def _body(body: CertificationBody, path: str) -> Iterator[Finding]:
    if not body.name.strip():
        yield to_regularise("Nommez l'organisme de certification.", BODY, field=f"{path}.name")
    if not (body.accreditation and body.certificate) and not body.admissibility:
        message = "Joignez le numéro et l'attestation d'accréditation, ou la recevabilité de la demande."
        yield to_regularise(message, BODY, PENDING, field=f"{path}.accreditation")
    if not body.scope_matches:
        yield to_regularise(
            "L'accréditation est sans lien avec l'objet de la marque.", LINKED, field=f"{path}.scope_matches"
        )


def _list(rules: RulesOfUse, kind: Kind, items: tuple[GoodsServicesItem, ...]) -> Iterator[Finding]:
    if items and rules.goods_services and set(rules.goods_services) != set(items):
        source = (GUARANTEE if kind == "guarantee" else COLLECTIVE)["goods_services"][1]
        yield to_regularise("Les produits et services du règlement ne sont pas ceux de la demande.", source,
                            field="goods_services")  # fmt: skip


def _holder(rules: RulesOfUse, kind: Kind) -> Iterator[Finding]:
    if kind == "collective" and rules.holder_form == "other":
        message = "Une marque collective est déposée par une association, un groupement ou une personne publique."
        yield to_regularise(message, ELIGIBLE, field="holder_form")
