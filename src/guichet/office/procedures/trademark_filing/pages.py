"""What each step of the wizard shows: its forms, built from what was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import uuid4

from django.urls import reverse

from guichet.office.drafts import addresses, book, paths
from guichet.office.drafts.models import Contact, Draft
from guichet.office.drafts.procedure import Step
from guichet.office.procedures.trademark_filing import acts, files, forms, reading, uploads
from guichet.office.procedures.trademark_filing.acts import Remark, Review
from guichet.office.procedures.trademark_filing.procedure import PROCEDURE, STEPS
from guichet.rights.parties import Document
from guichet.standards import nice

Remarks = Iterable[Remark]
CONTACTS = 300
"""Most contacts offered in a list; a longer book is searched on its own page."""


def context(draft: Draft, step: Step, review: Review, *, refused: Remarks = (), query: str = "") -> dict[str, Any]:
    """Everything that the page of a step needs."""
    shown = [*(remark for remark in review.remarks if _is_shown(draft, step, remark)), *refused]
    following = STEPS.index(step) + 1
    return {
        "draft": draft,
        "step": step,
        "steps": progress(draft, review),
        "next": STEPS[following] if following < len(STEPS) else None,
        "previous": STEPS[following - 2] if following > 1 else None,
        "page": uuid4().hex,
        "refused": list(refused),
        **live(draft, step, review),
        **_CONTENT[step.slug](draft, shown, query),
    }


def live(draft: Draft, step: Step, review: Review) -> dict[str, Any]:
    """What autosave refreshes: the remarks of the step with their addresses, the fees."""
    return {
        "draft": draft,
        "step": step,
        "answer": _answer(draft),
        "here": [linked(draft, remark) for remark in review.remarks if PROCEDURE.step_of(remark.field) == step],
        "elsewhere": sum(1 for remark in review.remarks if remark.stops and PROCEDURE.step_of(remark.field) != step),
        "fees": review.fees,
        "total_cents": review.total_cents,
    }


def _answer(draft: Draft) -> dict[str, str] | None:
    """What a draft that answers the office is for; None for a new filing."""
    answered = acts.answered(draft)
    return {"number": acts.number_of(answered[0]), "title": files.TITLES[answered[1]]} if answered else None


def linked(draft: Draft, remark: Remark) -> dict[str, Any]:
    """A remark, what its field is called and where it is."""
    return {
        "remark": remark,
        "label": PROCEDURE.label_of(remark.field),
        "url": addresses.of_field(draft, remark.field),
        "step": PROCEDURE.step_of(remark.field),
    }


def progress(draft: Draft, review: Review) -> list[dict[str, Any]]:
    """The steps for the stepper; complete when seen and nothing is left that the office would ask for."""
    unsettled = {
        step.slug
        for remark in review.remarks
        if remark.severity != "advice" and (step := PROCEDURE.step_of(remark.field))
    }
    return [
        {
            "slug": step.slug,
            "title": step.title,
            "url": reverse("depot_marque:step", args=[draft.public_id, step.slug]),
            "is_complete": bool(paths.read(draft.data, f"visited.{step.slug}")) and step.slug not in unsettled,
        }
        for step in STEPS
    ]


def _is_shown(draft: Draft, step: Step, remark: Remark) -> bool:
    """At its field, a remark waits until the step was seen; what was typed wrongly is told at once."""
    return bool(paths.read(draft.data, f"visited.{step.slug}")) or not remark.because


def _document(draft: Draft, path: str, label: str, remarks: Remarks, **kind: bool) -> dict[str, Any]:
    found: Document | None = uploads.document(draft, path)
    return {"path": path, "document": found, "form": forms.DocumentForm(path, label, remarks, **kind)}


def _documents(draft: Draft, path: str, label: str, remarks: Remarks) -> dict[str, Any]:
    rows = paths.read(draft.data, path, [])
    received = [{"path": f"{path}[{i}]", "document": uploads.document(draft, f"{path}[{i}]")} for i in range(len(rows))]
    return {"path": path, "received": received, "form": forms.DocumentForm(path, label, remarks, many=True)}


def _applicants(draft: Draft, remarks: Remarks, query: str) -> dict[str, Any]:
    count = max(1, len(paths.read(draft.data, "applicants", [])))
    parties = [forms.PartyForm(draft.data, f"applicants[{i}]", remarks) for i in range(count)]
    abroad = any(party["address__country"].value() not in ("", "FR") for party in parties)
    home = _document(draft, "home_registration", "Preuve de l'enregistrement dans votre pays", remarks)
    return {
        "book": _book(draft),
        "parties": parties,
        "home": home if abroad or home["document"] else None,
        "forms": parties,
    }


def _representation(draft: Draft, remarks: Remarks, query: str) -> dict[str, Any]:
    named = [
        (f"applicants[{i}]", _name(draft, f"applicants[{i}]") or f"Déposant {i + 1}")
        for i in range(len(paths.read(draft.data, "applicants", [])))
    ]
    choice = forms.RepresentationForm(draft.data, len(named) > 1, remarks)
    quality = forms.QualityForm(draft.data, "representative", remarks)
    agent = forms.AgentForm(draft.data, "representative.party", remarks)
    return {
        "book": _book(draft),
        "choice": choice,
        "common": forms.CommonApplicantForm(draft.data, named) if len(named) > 1 else None,
        "quality": quality,
        "agent": agent,
        "power": _document(draft, "representative.power", "Pouvoir", remarks),
        "several": len(named) > 1,
        "forms": [choice, quality, agent],
    }


def _book(draft: Draft) -> list[Contact]:
    """The contacts that the holder may choose from; the book's own page finds the rest."""
    return list(book.of_holder(draft.holder).only("public_id", "name", "first_name", "city")[:CONTACTS])


def _name(draft: Draft, place: str) -> str:
    parts = (paths.read(draft.data, f"{place}.{name}", "") for name in ("first_name", "name"))
    return " ".join(str(part) for part in parts if part)


def _mark(draft: Draft, remarks: Remarks, query: str) -> dict[str, Any]:
    mark, kind = forms.MarkForm(draft.data, "mark", remarks), forms.KindForm(draft.data, "", remarks)
    return {
        "mark": mark,
        "kind": kind,
        "image": _document(draft, "mark.image", "Image de la marque", remarks, image=True),
        "rules": _document(draft, "rules_of_use", "Règlement d'usage", remarks),
        "forms": [mark, kind],
    }


def _goods_services(draft: Draft, remarks: Remarks, query: str) -> dict[str, Any]:
    opened = reading.classes(draft.data)
    lists = [forms.ClassForm(draft.data, nice.heading(number), remarks) for number in opened]
    return {
        "lists": lists,
        "classes": [heading for heading in nice.headings() if heading.nice_class not in opened],
        "query": query,
        "results": nice.search(query, limit=20) if query.strip() else None,
        "nothing": [remark for remark in remarks if remark.field == "goods_services"],
        "forms": lists,
    }


def _priority(draft: Draft, remarks: Remarks, query: str) -> dict[str, Any]:
    places = [f"priority_claims[{i}]" for i in range(len(paths.read(draft.data, "priority_claims", [])))]
    claims = [forms.PriorityForm(draft.data, place, remarks) for place in places]
    copies = [
        _document(draft, f"{place}.document", "Copie officielle (facultatif à ce stade)", remarks) for place in places
    ]
    return {"claims": list(zip(claims, copies, strict=True)), "forms": claims}


def _annexes(draft: Draft, remarks: Remarks, query: str) -> dict[str, Any]:
    use = forms.UseForm(draft.data, "", remarks)
    return {
        "use": use,
        "evidence": _documents(draft, "evidence_of_use", "Ajouter une preuve d'usage", remarks),
        "annexes": _documents(draft, "annexes", "Ajouter une pièce", remarks),
        "forms": [use],
    }


def _review(draft: Draft, remarks: Remarks, query: str) -> dict[str, Any]:
    signature = forms.SignatureForm(draft.data, "", remarks)
    return {"signature": signature, "forms": [signature]}


_CONTENT: dict[str, Callable[[Draft, Remarks, str], dict[str, Any]]] = {
    "deposants": _applicants,
    "mandataire": _representation,
    "marque": _mark,
    "produits-et-services": _goods_services,
    "priorite": _priority,
    "annexes": _annexes,
    "relecture": _review,
}
