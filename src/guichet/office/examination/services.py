"""One act of the desk: the law judges it, the ledger keeps it; letters follow from the ledger."""

from __future__ import annotations

from guichet.office.ledger.acts import perform
from guichet.rights.trademarks.acts import Act


def do(*, act: Act, stream: str, by: str, expected: int) -> None:
    """Do an act on a file as the examiner saw it. Raises Refused or Stale, and leaves no trace then."""
    perform(act, stream=stream, by=by, expected=expected)
