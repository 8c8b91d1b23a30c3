"""Is this file fit for its purpose? Says what is wrong, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath

from guichet.office.documents import preflight_images, preflight_pdf
from guichet.office.documents.limits import LIMITS, MEGABYTE, NAMES, Limits
from guichet.office.documents.problems import Problem
from guichet.office.documents.signatures import recognise

__all__ = ["Checked", "Problem", "Unacceptable", "check"]


class Unacceptable(Exception):
    """The file is refused and not kept; ``problems`` are for the person who sent it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(" ".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class Checked:
    """A file that may be received. advice: what could be better, without being a reason to refuse."""

    media_type: str
    advice: list[Problem] = field(default_factory=list)
    pages: int = 0


def check(content: bytes, *, name: str, purpose: str) -> Checked:
    """Raises Unacceptable with every problem found."""
    limits = LIMITS[purpose]
    media_type = _recognised(content, name, limits)
    if media_type == "application/pdf":
        report = preflight_pdf.inspect(content, name, limits)
    else:
        report = preflight_images.inspect(content, name, media_type, limits)
    if report.problems:
        raise Unacceptable(report.problems)
    return Checked(media_type, report.advice, report.pages)


def _recognised(content: bytes, name: str, limits: Limits) -> str:
    """The real media type, when it is one of those accepted and the name says the same."""
    if not content:
        raise Unacceptable(
            [Problem("Le fichier est vide.", name, "Vérifiez le fichier sur votre poste et joignez-le de nouveau.")]
        )
    if len(content) > limits.largest:
        raise Unacceptable([too_large(name, len(content), limits)])
    media_type, description = recognise(content)
    if media_type not in limits.media_types:
        how = f"Convertissez-le, puis joignez-le de nouveau. Formats acceptés pour {limits.label} : {limits.formats}."
        raise Unacceptable([Problem(f"Ce fichier est {description} ; il n'est pas accepté ici.", name, how)])
    ending = PurePath(name).suffix.lower()
    if ending not in limits.media_types[media_type]:
        proper = PurePath(name).stem + limits.media_types[media_type][0]
        what = f"Le nom du fichier ne correspond pas à son contenu, qui est au format {NAMES[media_type]}."
        raise Unacceptable([Problem(what, name, f"Renommez-le « {proper} » s'il s'agit bien du bon fichier.")])
    return media_type


def too_large(name: str, size: int, limits: Limits) -> Problem:
    what = f"Le fichier pèse {_megabytes(size)} Mo ; {limits.label} ne peut dépasser {_megabytes(limits.largest)} Mo."
    several = ", ou répartissez les pages en plusieurs fichiers" if "application/pdf" in limits.media_types else ""
    return Problem(what, name, f"Réduisez la résolution des images{several}.")


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f}".replace(".", ",").removesuffix(",0")
