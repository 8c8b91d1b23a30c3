"""What a file of acts may leave out: a sign by its text, items by class, a person or a document by its name."""

from __future__ import annotations

import dataclasses
import hashlib
import types
import typing
from typing import Any

from guichet.rights.codec import from_plain, to_plain
from guichet.rights.parties import Document, Party
from guichet.rights.trademarks.application import Application, GoodsServicesItem, MarkRepresentation

_MEDIA_TYPES = {"pdf": "application/pdf", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png"}


def application(plain: Any, *, base: Application | None = None) -> Application:
    """The application that a few fields describe. With ``base``, they are changes to it. Raises Malformed."""
    filled = expand(Application, plain)
    if base is not None and isinstance(filled, dict):
        filled = {**to_plain(base), **filled}
    elif isinstance(filled, dict):
        filled.setdefault("signature", _signature(filled))
    return from_plain(Application, filled)


def _signature(filled: dict[str, Any]) -> dict[str, str] | None:
    """By default the representative signs, or the first applicant."""
    representative, applicants = filled.get("representative"), filled.get("applicants")
    if isinstance(representative, dict) and isinstance(representative.get("party"), dict):
        return {"name": _name(representative["party"]), "capacity": "representative"}
    if isinstance(applicants, list) and applicants and isinstance(applicants[0], dict):
        return {"name": _name(applicants[0]), "capacity": "applicant"}
    return None


def _name(party: dict[str, Any]) -> str:
    return f"{party.get('first_name', '')} {party.get('name', '')}".strip()


def expand(wanted: Any, plain: Any) -> Any:
    """The plain value with its shorthands written in full, as far as the type ``wanted`` allows to read them."""
    if plain is None:
        return None
    origin = typing.get_origin(wanted)
    if origin in (typing.Union, types.UnionType):
        choices = [choice for choice in typing.get_args(wanted) if choice is not type(None)]
        return expand(choices[0], plain)
    if origin is tuple:
        return _expand_list(typing.get_args(wanted)[0], plain)
    short = _SHORT.get(wanted)
    if short is not None and isinstance(plain, str):
        return short(plain)
    if dataclasses.is_dataclass(wanted) and isinstance(plain, dict):
        hints = typing.get_type_hints(wanted)
        return {name: expand(hints[name], value) if name in hints else value for name, value in plain.items()}
    return plain


def _expand_list(item_type: Any, plain: Any) -> Any:
    if item_type is GoodsServicesItem and isinstance(plain, dict):
        return [
            {"nice_class": nice_class, "term": term}
            for nice_class, terms in plain.items()
            for term in (terms if isinstance(terms, list) else [terms])
        ]
    if isinstance(plain, str):
        return [expand(item_type, plain)]
    return [expand(item_type, item) for item in plain] if isinstance(plain, list) else plain


def document(name: str) -> dict[str, Any]:
    """A document known by its name only; its digest is that of its name."""
    media_type = _MEDIA_TYPES.get(name.rsplit(".", 1)[-1].lower(), "application/pdf")
    return to_plain(Document(hashlib.sha256(name.encode()).hexdigest(), name, media_type, len(name)))  # type: ignore[no-any-return]


def party(name: str) -> dict[str, Any]:
    """« Camille Durand » is a person who lives in France."""
    first_name, _, surname = name.rpartition(" ")
    address = {"street": "1 place de la Mairie", "postcode": "59000", "city": "Lille", "country": "FR"}
    return {"kind": "person", "name": surname, "first_name": first_name, "address": address}


def mark(text: str) -> dict[str, Any]:
    return {"feature": "word", "text": text}


_SHORT: dict[Any, Any] = {Document: document, Party: party, MarkRepresentation: mark}

EXAMPLES: dict[Any, str] = {Document: "pouvoir.pdf", Party: "Camille Durand", MarkRepresentation: "LUMIVELLE"}
"""A short form of each set of fields that has one."""
