"""The address book of a holder, and its passage to and from the fields of a party in a draft."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from guichet.office.drafts import paths
from guichet.office.drafts.models import Contact

OF_PARTY = {
    "kind": "kind",
    "name": "name",
    "first_name": "first_name",
    "legal_form": "legal_form",
    "siren": "siren",
    "email": "email",
    "address.street": "street",
    "address.complement": "complement",
    "address.postcode": "postcode",
    "address.city": "city",
    "address.country": "country",
}
"""For each field of a party in a draft, the column of the address book."""
COLUMNS = tuple(OF_PARTY.values())


def of_holder(holder: str, words: str = "") -> QuerySet[Contact]:
    """The contacts of a holder, by name; those that contain every word."""
    rows = Contact.objects.filter(holder=holder)
    for word in words.split()[:8]:
        rows = rows.filter(
            Q(name__icontains=word) | Q(first_name__icontains=word) | Q(city__icontains=word)
            | Q(siren__startswith=word) | Q(email__icontains=word)
        )  # fmt: skip
    return rows


def one(holder: str, public_id: str) -> Contact | None:
    """This contact, if it is this holder's."""
    try:
        return Contact.objects.filter(holder=holder, public_id=UUID(public_id)).first()
    except ValueError:
        return None


def fields(contact: Contact, place: str) -> dict[str, str]:
    """The values of a party at a place of a draft (``applicants[0]``), by path; what it lacks empties the field."""
    return {f"{place}.{path}": str(getattr(contact, column)) for path, column in OF_PARTY.items()}


def keep_party(*, holder: str, data: Mapping[str, Any], place: str, at: datetime) -> Contact | None:
    """Put the party of a draft into the book; the contact of the same name and kind is brought up to date.

    None when the party has no name yet.
    """
    typed = {column: str(paths.read(data, f"{place}.{path}", "")).strip() for path, column in OF_PARTY.items()}
    values = {column: text[: _longest(column)] for column, text in typed.items()}
    if not values["name"]:
        return None
    values["kind"] = values["kind"] if values["kind"] in Contact.Kind.values else Contact.Kind.PERSON
    values["country"] = values["country"] or "FR"
    same = {column: values.pop(column) for column in ("kind", "name", "first_name")}
    found = Contact.objects.filter(holder=holder, **same).first() or Contact(holder=holder, **same)
    for column, text in values.items():
        setattr(found, column, text)
    found.updated_at = at
    found.save()
    return found


def _longest(column: str) -> int:
    return int(getattr(Contact._meta.get_field(column), "max_length", 0) or 0)
