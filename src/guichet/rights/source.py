"""Where in the law a statement comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """An article, the place in it, and the words (verbatim French) that carry the rule.

    article: as cited, e.g. ``"R. 712-8"``. place: e.g. ``"al. 2"`` or ``"1° a"``.
    quote: found verbatim in the text of the article by a test.
    """

    article: str
    place: str
    quote: str

    def __str__(self) -> str:
        return f"{self.article}, {self.place}" if self.place else self.article
