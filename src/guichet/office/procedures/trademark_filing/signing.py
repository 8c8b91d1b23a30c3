"""What a draft must hold before anyone is asked to sign it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guichet.law import trademarks as law
from guichet.office.procedures.trademark_filing import reading
from guichet.office.toolbox import clock


def lacking(data: Mapping[str, Any]) -> list[str]:
    """What stops filing it now (R. 712-7), each in a sentence; a signature is given to a whole text."""
    read = reading.read(data)
    unreadable = [problem.message for problem in read.problems if problem.unreadable]
    found = law.review(read.application, on=clock.today())
    return unreadable + [finding.message for finding in found if finding.severity == "blocking"]
