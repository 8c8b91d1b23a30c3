"""Entries of the register that reach a patent's file, and restorations (R. 613-53 to R. 613-59, L. 612-16)."""

from __future__ import annotations

from guichet.rights.general.effects import RECORDED, Restored, RulesOfUseRecorded, recorded_acts
from guichet.rights.lifecycle import moves
from guichet.rights.patents.part import Part
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

RESTORED = Source("L. 612-16", "al. 1", "peut présenter un recours en vue d'être restauré dans ses droits")

ENTRIES = tuple(kind for kind in RECORDED if kind is not RulesOfUseRecorded)

PART = Part(
    rows=(
        *moves("application", Restored, "pending", RESTORED, "pending", "refused", "refused_finally"),
        *moves("application", Restored, "pending", RESTORED, "deemed_withdrawn"),
        *moves("application", Restored, "grant_fee_due", RESTORED, "grant_fee_due"),
        *moves("application", Restored, "granted", RESTORED, "granted"),
    ),
    acts=(
        *recorded_acts("R. 613-53", ENTRIES),
        ActKind("restore", "office", Restored, "Tirer les suites d'une restauration", "L. 612-16"),
    ),
    neutral=ENTRIES,
)
