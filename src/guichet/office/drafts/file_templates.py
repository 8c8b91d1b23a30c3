"""« Modèles »: named sets of a draft's fields, kept by a holder, from which other drafts begin."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from guichet.office.drafts import catalogue, services
from guichet.office.drafts.models import Draft, FileTemplate
from guichet.office.drafts.procedure import NEVER_COPIED
from guichet.office.organisations.acting import Acting


class NameTaken(Exception):
    """Another template of the holder has this name."""

    message = "Un modèle porte déjà ce nom : choisissez-en un autre."


def of_holder(holder: str) -> QuerySet[FileTemplate]:
    """The templates of a holder, by name."""
    return FileTemplate.objects.filter(holder=holder)


def one(holder: str, public_id: UUID) -> FileTemplate | None:
    """This template, if it is this holder's."""
    return of_holder(holder).filter(public_id=public_id).first()


def copied(data: dict[str, Any], procedure: str, steps: Iterable[str] | None = None) -> dict[str, Any]:
    """What of a draft's fields another draft may begin with; of these steps only, when they are given."""
    declared = catalogue.by_slug(procedure)
    wanted = None if steps is None else set(steps)
    kept = {}
    for place, value in data.items():
        step = declared.step_of(place) if declared else None
        if place not in NEVER_COPIED and step and (wanted is None or step.slug in wanted):
            kept[place] = value
    return kept


def create(*, draft: Draft, name: str, steps: Iterable[str], by: str, at: datetime) -> FileTemplate:
    """Keep these steps of a draft as a template of its holder. Raises NameTaken."""
    try:
        with transaction.atomic():
            return FileTemplate.objects.create(
                holder=draft.holder, name=name, procedure=draft.procedure, by=by, updated_at=at,
                data=copied(draft.data, draft.procedure, steps),
            )  # fmt: skip
    except IntegrityError:
        raise NameTaken(NameTaken.message) from None


def start(*, template: FileTemplate, acting: Acting, at: datetime) -> Draft:
    """A new draft that begins with a template."""
    data = copied(template.data, template.procedure)
    return services.create(procedure=template.procedure, acting=acting, data=data, at=at)
