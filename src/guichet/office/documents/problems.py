"""What is wrong with a file, in three parts."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """French sentences: what is wrong, where (file, page, object), how to mend it."""

    what: str
    where: str
    how: str

    def __str__(self) -> str:
        return f"{self.where} : {self.what} {self.how}"


@dataclass
class Report:
    """What an inspection found: ``problems`` refuse the file, ``advice`` does not."""

    problems: list[Problem] = field(default_factory=list)
    advice: list[Problem] = field(default_factory=list)
    pages: int = 0
