"""The office's letters about a trademark: from events of the ledger to letters in the inbox."""

from guichet.office.procedures.trademark_filing.letters.issuing import LETTERS

__all__ = ["LETTERS"]
