"""Giving up a title or an application: all of its owners, a special power, the consent of those who hold rights in it.

The patents' words, which R. 617-2 and R. 622-6 apply to SPCs and topographies.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, Protocol

from guichet.law.answers import Finding
from guichet.law.dossier import Dossier
from guichet.law.rules import Check
from guichet.law.saying import no
from guichet.law.sources import Source, cite
from guichet.rights.general.effects import LicenceEnded, LicenceRecorded, PledgeRecorded, PledgeReleased

What = Literal["withdrawal", "renunciation"]

_ALL = {
    "withdrawal": cite("R. 612-38", "al. 3", "son retrait ne peut être effectué que s'il est requis par l'ensemble"),
    "renunciation": cite("R. 613-45", "1°", "que si elle est requise par l'ensemble de celles-ci"),
}
_POWER = {
    "withdrawal": cite("R. 612-38", "al. 2", "doit joindre à la déclaration un pouvoir spécial de retrait"),
    "renunciation": cite("R. 613-45", "1°", "doit joindre à la requête un pouvoir spécial de renonciation"),
}
_CONSENT = {
    "withdrawal": cite("R. 612-38", "al. 4", "que si elle est accompagnée du consentement écrit des titulaires"),
    "renunciation": cite("R. 613-45", "4°", "du consentement des titulaires de ces droits"),
}


class GivingUp(Protocol):
    @property
    def by_all(self) -> bool: ...
    @property
    def representative(self) -> str: ...
    @property
    def special_power(self) -> bool: ...


def rights_holders(dossier: Dossier) -> list[str]:
    """Names of those whose licence or pledge stands in the register."""
    ended = {each.ended for each in dossier.all(LicenceEnded)} | {each.pledge for each in dossier.all(PledgeReleased)}
    found = [(each.entry, each.licensee) for each in dossier.all(LicenceRecorded)]
    found += [(each.entry, each.creditor) for each in dossier.all(PledgeRecorded)]
    return [party.full_name for entry, party in found if entry not in ended]


def joint_act(what: What) -> Check:
    """The check of a withdrawal or a renunciation."""

    def check(act: GivingUp, dossier: Dossier, on: date) -> Iterator[Finding]:
        if not act.by_all:
            yield no("Tous les propriétaires doivent le demander ensemble.", _ALL[what], field="by_all")
        if act.representative == "other" and not act.special_power:
            yield no("Joignez un pouvoir spécial du mandataire.", _POWER[what], field="special_power")
        yield from consents(getattr(act, "consents", ()), dossier, _CONSENT[what])

    return check


def consents(given: tuple[str, ...], dossier: Dossier, source: Source) -> Iterator[Finding]:
    """Refused while someone whose right is registered has not agreed."""
    silent = [name for name in rights_holders(dossier) if name not in given]
    if silent:
        yield no(f"Joignez le consentement de {' et de '.join(silent)}.", source, field="consents")
