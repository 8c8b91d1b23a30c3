"""A correction of asn1crypto 1.5.1, applied at import (its issue #249).

It takes a definite length that ends in 0x80 for an indefinite one and encodes again at each access: half of the
elliptic-curve signatures took 10 to 23 seconds.
"""

from __future__ import annotations

from typing import Any

from asn1crypto import core


def _keep_definite_lengths(cls: Any) -> None:
    original = cls.__dict__["dump"]
    if getattr(original, "keeps_definite_lengths", False):
        return

    def dump(self: Any, force: bool = False) -> bytes:
        header = self._header
        indefinite = getattr(self, "_indefinite", False) or self._trailer != b""
        if not force and header is not None and header[-1:] == b"\x80" and not indefinite:
            return bytes(header + self.contents + self._trailer)
        return bytes(original(self, force))

    dump.keeps_definite_lengths = True  # type: ignore[attr-defined]  # a mark, so that it is applied once
    cls.dump = dump


for _cls in (core.Sequence, core.SequenceOf, core.Asn1Value):
    _keep_definite_lengths(_cls)
