"""What each letter says, in plain French, with the articles that carry it. One function per event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from guichet.law import trademarks as law
from guichet.law.dates import duration, euros, in_words, of_duration
from guichet.law.sources import UnknownArticle, article
from guichet.law.trademarks.checklist import FILING_DATE_ITEMS
from guichet.office.notices.letter import Letter, Paragraph
from guichet.rights.events import Event, FeeRefunded
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import Application, GoodsServicesItem


def write(event: Event, status: law.Status, earlier: Sequence[Event] = ()) -> Letter:
    """The letter that this event calls for. status: the trademark's just after it; earlier: the events before."""
    if isinstance(event, e.ObservationCommunicated):
        filed = (each for each in earlier if isinstance(each, e.ObservationFiled))
        return observation_communicated(event, next(each for each in filed if each.observation == event.observation))
    return _WORDING[type(event)](event, status)


def completion_invited(event: e.CompletionInvited, status: law.Status) -> Letter:
    missing = tuple(FILING_DATE_ITEMS[ground][0] if ground in FILING_DATE_ITEMS else ground for ground in event.missing)
    return Letter(
        "completion_invited",
        "Invitation à compléter votre dépôt",
        (
            Paragraph(
                f"Votre dépôt nous est parvenu le {_said(status.received_on)}. Il ne peut pas encore recevoir de "
                "date de dépôt, car il y manque :",
                ("L. 712-2", "R. 712-3", "R. 712-7"),
                missing,
            ),
            Paragraph(
                f"Vous disposez d'un délai {_months(event.months)} à compter de la notification de cette lettre "
                "pour le compléter, en ligne, depuis ce courrier.",
                ("R. 712-7", "R. 718-1"),
            ),
            Paragraph(
                "Si vous le complétez dans ce délai, la date de dépôt sera le jour où les mentions manquantes "
                "auront été produites.",
                ("R. 712-7",),
            ),
            Paragraph(
                "Sinon, le dépôt sera déclaré irrecevable ; les redevances de dépôt et de classe vous seront "
                "remboursées.",
                ("R. 712-7", "R. 411-17"),
            ),
        ),
    )


def irregularity_notified(event: e.IrregularityNotified, status: law.Status) -> Letter:
    return Letter(
        "irregularity_notified",
        "Notification d'irrégularité",
        (
            Paragraph(
                "L'examen de votre demande fait apparaître qu'elle n'est pas conforme sur le point suivant :",
                ("R. 712-10", "R. 712-11"),
                _quoted(event.grounds),
            ),
            *_reasons(event.reasons),
            *_cure(event, status),
            Paragraph(
                f"Vous disposez d'un délai {_months(event.months)} à compter de la notification de cette lettre pour "
                "régulariser votre demande ou contester cette irrégularité. La régularisation ne peut pas étendre la "
                "portée du dépôt.",
                ("R. 712-11", "R. 718-1"),
            ),
        ),
    )


def _cure(event: e.IrregularityNotified, status: law.Status) -> tuple[Paragraph, ...]:
    if event.proposal is None:
        text = "À défaut de régularisation, ou d'observations permettant de lever l'objection, la demande sera rejetée."
        return (Paragraph(text, ("R. 712-11",)),)
    text = (
        "Nous vous proposons la régularisation suivante. Si vous ne la contestez pas dans le délai, elle sera "
        "réputée acceptée : vous n'avez alors rien à faire."
    )
    return (Paragraph(text, ("R. 712-11",), _changes(status.application, event.proposal)),)


def objection_notified(event: e.ObjectionNotified, status: law.Status) -> Letter:
    return Letter(
        "objection_notified",
        "Objection à l'enregistrement de votre marque",
        (
            Paragraph(
                "L'examen de votre demande nous conduit à penser que ce signe ne peut pas être enregistré comme "
                "marque, pour le motif suivant :",
                ("L. 711-2", "R. 712-11"),
                _quoted(event.grounds),
            ),
            *_reasons(event.reasons),
            _concerned(event.items),
            Paragraph(
                f"Vous disposez d'un délai {_months(event.months)} à compter de la notification de cette lettre "
                "pour présenter vos observations, en ligne, depuis ce courrier.",
                ("R. 712-11", "R. 718-1"),
            ),
            Paragraph(
                "Si vos observations ne permettent pas de lever l'objection, ou si vous n'en présentez pas, un "
                "projet de décision vous sera notifié ; vous pourrez encore le contester.",
                ("R. 712-11",),
            ),
        ),
    )


def draft_decision_notified(event: e.DraftDecisionNotified, status: law.Status) -> Letter:
    return Letter(
        "draft_decision_notified",
        "Projet de décision de rejet",
        (
            Paragraph(
                "L'objection que nous vous avions notifiée n'est pas levée. Nous établissons donc un projet de "
                "décision de rejet, que voici.",
                ("R. 712-11",),
            ),
            *_reasons(event.reasons),
            _concerned(event.items),
            Paragraph(
                f"Vous disposez d'un délai {_months(event.months)} à compter de la notification de cette lettre "
                "pour en contester le bien-fondé. S'il n'est pas contesté, ce projet vaut décision.",
                ("R. 712-11", "R. 718-1"),
            ),
        ),
    )


def found_inadmissible(event: e.FoundInadmissible, status: law.Status) -> Letter:
    missing = tuple(FILING_DATE_ITEMS[ground][0] if ground in FILING_DATE_ITEMS else ground for ground in event.missing)
    return Letter(
        "found_inadmissible",
        "Décision d'irrecevabilité de votre dépôt",
        (
            Paragraph(
                "Vous aviez été invité à compléter votre dépôt. Le délai est expiré, et il y manque encore :",
                ("R. 712-7",),
                missing,
            ),
            Paragraph("Votre dépôt est déclaré irrecevable.", ("R. 712-7",)),
            Paragraph(
                "Les redevances de dépôt et de classe que vous auriez payées vous sont remboursées, sans démarche "
                "de votre part.",
                ("R. 411-17",),
            ),
        ),
        is_decision=True,
    )


_REFUSED_BY = {
    "office": "Votre demande d'enregistrement est rejetée.",
    "draft_uncontested": "Le projet de décision qui vous a été notifié n'a pas été contesté : il vaut décision.",
    "irregularity_not_cured": "L'irrégularité notifiée n'a été ni régularisée ni levée : la demande est rejetée.",
}


def refused(event: e.Refused, status: law.Status) -> Letter:
    return Letter(
        "refused",
        "Décision de rejet de votre demande",
        (
            Paragraph(_REFUSED_BY[event.by], ("L. 712-7", "R. 712-11"), _quoted(event.grounds)),
            *_reasons(event.reasons),
            Paragraph("Une demande rejetée ne donne pas lieu au remboursement des redevances.", ("R. 411-17",)),
        ),
        is_decision=True,
    )


def partly_refused(event: e.PartlyRefused, status: law.Status) -> Letter:
    return Letter(
        "partly_refused",
        "Décision de rejet partiel de votre demande",
        (
            Paragraph(
                f"{_REFUSED_BY[event.by]} Le motif n'affecte qu'une partie de la demande : seule cette partie est "
                "rejetée.",
                ("L. 712-7", "R. 712-11"),
                _quoted(event.grounds),
            ),
            *_reasons(event.reasons),
            _concerned(event.items),
            Paragraph(
                "La procédure se poursuit pour les autres produits et services :", (), _terms(status.goods_services)
            ),
        ),
        is_decision=True,
    )


def filing_date_accorded(event: e.FilingDateAccorded, status: law.Status) -> Letter:
    return Letter(
        "filing_date_accorded",
        "Votre dépôt est recevable",
        (
            Paragraph(
                f"Votre dépôt est recevable. Sa date de dépôt est le {in_words(event.filing_date)}.",
                ("L. 712-2", "R. 712-7"),
            ),
            Paragraph(
                "Il sera publié au Bulletin officiel de la propriété industrielle dans les six semaines de sa "
                "réception.",
                ("R. 712-8",),
            ),
            Paragraph("L'examen de la demande commence ; vous n'avez rien à faire pour l'instant.", ("R. 712-10",)),
        ),
        is_notification=False,
    )


def observation_communicated(event: e.ObservationCommunicated, filed: e.ObservationFiled) -> Letter:
    return Letter(
        "observation_communicated",
        "Observation d'un tiers sur votre demande",
        (
            Paragraph(
                f"Un tiers a présenté une observation (référence {event.observation}) sur votre demande, après sa "
                "publication. Nous vous la communiquons ; son auteur n'est pas partie à la procédure.",
                ("L. 712-3", "R. 712-9"),
                _quoted(filed.grounds),
            ),
            *((Paragraph(f"« {filed.statement} »"),) if filed.statement.strip() else ()),
            Paragraph("Aucune réponse ne vous est imposée.", ("R. 712-9",)),
        ),
    )


def published(event: e.Published, status: law.Status) -> Letter:
    until = f" jusqu'au {_said(status.observations_until)} inclus" if status.observations_until else ""
    return Letter(
        "published",
        "Votre demande est publiée",
        (
            Paragraph(
                "Votre demande est publiée au Bulletin officiel de la propriété industrielle, numéro "
                f"{event.issue}, le {_said(status.published_on)}.",
                ("R. 712-8",),
            ),
            Paragraph(
                f"Pendant deux mois{until}, toute personne peut présenter des observations, et le titulaire d'un "
                "droit antérieur peut former opposition.",
                ("L. 712-3", "L. 712-4", "R. 712-9"),
            ),
        ),
        is_notification=False,
    )


def registered(event: e.Registered, status: law.Status) -> Letter:
    return Letter(
        "registered",
        "Votre marque est enregistrée",
        (
            Paragraph(
                f"Votre marque est enregistrée. L'enregistrement est publié au bulletin numéro {event.issue}, le "
                f"{_said(status.registration_date)}.",
                ("R. 712-23",),
            ),
            Paragraph(
                f"Elle est protégée dix ans à compter du dépôt, jusqu'au {in_words(event.expiry_date)}, et peut être "
                "renouvelée indéfiniment.",
                ("L. 712-1",),
            ),
        ),
        is_notification=False,
    )


def fee_refunded(event: FeeRefunded, status: law.Status) -> Letter:
    return Letter(
        "fee_refunded",
        "Remboursement de redevances",
        (
            Paragraph(
                f"Nous vous remboursons {euros(event.amount_cents)}, sur le moyen de paiement que vous aviez utilisé "
                f"(paiement {event.payment}).",
                ("R. 411-17",),
            ),
        ),
        is_notification=False,
    )


_WORDING: dict[type[Event], Callable[[Any, law.Status], Letter]] = {
    e.CompletionInvited: completion_invited,
    e.IrregularityNotified: irregularity_notified,
    e.ObjectionNotified: objection_notified,
    e.DraftDecisionNotified: draft_decision_notified,
    e.FoundInadmissible: found_inadmissible,
    e.Refused: refused,
    e.PartlyRefused: partly_refused,
    e.FilingDateAccorded: filing_date_accorded,
    e.Published: published,
    e.Registered: registered,
    FeeRefunded: fee_refunded,
}
TYPES = frozenset({event.type for event in _WORDING} | {e.ObservationCommunicated.type})
"""Stored names of the events that call for a letter."""


def _said(day: Any) -> str:
    return in_words(day) if day else "jour de sa réception"


def _months(count: int) -> str:
    return of_duration(duration(months=count))


def _reasons(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph(text),) if text.strip() else ()


def _quoted(grounds: Sequence[str]) -> tuple[str, ...]:
    """Each ground with the words of the code: « L. 711-2, 2° : Une marque dépourvue de caractère distinctif »."""
    return tuple(_with_its_words(ground) for ground in grounds)


def _with_its_words(ground: str) -> str:
    number, _, place = ground.partition(", ")
    try:
        paragraphs = article(number).paragraphs
    except UnknownArticle:
        return ground
    words = next((part.removeprefix(f"{place} ") for part in paragraphs if place and part.startswith(f"{place} ")), "")
    return f"{ground} : {words.rstrip(' ;.:')}" if words else ground


def _concerned(items: Sequence[GoodsServicesItem]) -> Paragraph:
    if not items:
        return Paragraph("Sont concernés tous les produits et services de la demande.")
    return Paragraph("Sont concernés les produits et services suivants :", (), _terms(items))


def _terms(items: Sequence[GoodsServicesItem]) -> tuple[str, ...]:
    """« classe 9 : logiciels ; ordinateurs », a line for each class."""
    classes = sorted({item.nice_class for item in items})
    return tuple(f"classe {n} : {' ; '.join(i.term for i in items if i.nice_class == n)}" for n in classes)


def _changes(now: Application, proposed: Application) -> tuple[str, ...]:
    """What the proposal changes, said item by item."""
    kept, wanted = set(now.goods_services), set(proposed.goods_services)
    removed = [item for item in now.goods_services if item not in wanted]
    added = [item for item in proposed.goods_services if item not in kept]
    lines = [f"à supprimer, {line}" for line in _terms(removed)] + [f"à inscrire, {line}" for line in _terms(added)]
    labels = {
        "applicants": "les déposants", "representative": "le mandataire", "mark": "la représentation de la marque",
        "kind": "la nature de la marque", "priority_claims": "les priorités", "rules_of_use": "le règlement d'usage",
        "signature": "la signature",
    }  # fmt: skip
    lines += [
        f"à modifier : {label}" for name, label in labels.items() if getattr(now, name) != getattr(proposed, name)
    ]
    return tuple(lines)
