"""docs/security.md answers every requirement of OWASP ASVS 5.0.0, levels 1 and 2, once, with a proof that exists."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
STATES = {"held", "partly", "operator", "not met", "nothing here"}
SECTIONS = """
1.1:2 1.2:9 1.3:11 1.4:3 1.5:2  2.1:3 2.2:3 2.3:4 2.4:1  3.2:2 3.3:4 3.4:6 3.5:5 3.7:2  4.1:3 4.2:1 4.3:2 4.4:4
5.1:1 5.2:3 5.3:2 5.4:3  6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4  7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
8.1:2 8.2:3 8.3:1 8.4:1  9.1:3 9.2:4  10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3
11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1  12.1:3 12.2:2 12.3:4  13.1:1 13.2:5 13.3:2 13.4:5
14.1:2 14.2:4 14.3:3  15.1:3 15.2:3 15.3:7  16.1:1 16.2:5 16.3:4 16.4:3 16.5:3  17.1:1 17.2:4 17.3:2
"""
"""Section and how many of its requirements are of these levels: they are its first ones."""


def expected() -> list[str]:
    pairs = (entry.split(":") for entry in SECTIONS.split())
    return [f"{section}.{rank}" for section, count in pairs for rank in range(1, int(count) + 1)]


def rows() -> list[list[str]]:
    """Requirements, what holds, state, proof."""
    lines = (ROOT / "docs/security.md").read_text().splitlines()
    cells = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines if re.match(r"\| \d", line)]
    assert cells
    return cells


def test_every_requirement_is_answered_once():
    wanted = expected()
    assert len(wanted) == 253
    answered = [one for row in rows() for one in row[0].split(", ")]
    assert Counter(answered) == Counter(wanted)


def test_every_answer_has_a_known_state_and_a_proof_that_exists():
    wrong = []
    for requirement, holds, state, proof in rows():
        place = proof.strip("`")
        if state not in STATES or not holds or not (ROOT / place).exists():
            wrong.append((requirement, state, place))
    assert wrong == []


def test_what_is_held_by_tests_is_the_greater_part():
    proved = [row for row in rows() if row[2] == "held" and row[3].strip("`").startswith("tests/")]
    assert len(proved) > 70
