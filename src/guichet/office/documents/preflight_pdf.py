"""PDF: no password, nothing active, nothing hidden inside, readable to the last page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from guichet.office.documents.limits import Limits
from guichet.office.documents.problems import Problem, Report

_FORBIDDEN_ACTIONS = {
    "/JavaScript": "un programme JavaScript",
    "/Launch": "une action qui lance un programme",
    "/ImportData": "une action qui importe des données",
    "/SubmitForm": "une action qui envoie des données ailleurs",
    "/Rendition": "une action multimédia",
    "/GoToE": "un renvoi vers un fichier incorporé",
}
_ACTIVE_ANNOTATIONS = {"/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"}
_PRINT_AGAIN = "Ouvrez-le, puis « imprimez » dans un nouveau PDF (ou exportez en PDF/A), et joignez ce nouveau fichier."


def inspect(content: bytes, name: str, limits: Limits) -> Report:
    report = Report()
    try:
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True, attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                report.problems.append(_locked(name))
            report.pages = _read_every_page(pdf)
            _check_pages(report, name, limits)
            _check_objects(pdf, report, name)
    except pikepdf.PasswordError:
        report.problems.append(_locked(name))
    except (pikepdf.PdfError, ValueError, KeyError, TypeError, RecursionError, RuntimeError):
        what = "Le document PDF est tronqué ou abîmé : il ne peut être lu en entier."
        report.problems.append(Problem(what, name, "Exportez-le de nouveau depuis l'original, puis joignez-le."))
    return report


def _read_every_page(pdf: pikepdf.Pdf) -> int:
    """Number of pages; decodes each page's content, so that a cut stream shows."""
    for page in pdf.pages:
        contents = page.obj.get("/Contents")
        streams = contents if isinstance(contents, pikepdf.Array) else [contents]
        for stream in streams:  # type: ignore[union-attr]  # a pikepdf Array is iterable at run time
            if isinstance(stream, pikepdf.Stream):
                stream.read_bytes()
    return len(pdf.pages)


def _check_pages(report: Report, name: str, limits: Limits) -> None:
    if report.pages == 0:
        report.problems.append(Problem("Le document PDF n'a aucune page.", name, "Joignez le document complet."))
    if report.pages > limits.most_pages:
        what = f"Le document a {report.pages} pages ; {limits.most_pages} au plus sont acceptées par fichier."
        report.problems.append(Problem(what, name, "Répartissez-le en plusieurs fichiers."))


def _check_objects(pdf: pikepdf.Pdf, report: Report, name: str) -> None:
    active: set[str] = set()
    fonts: set[str] = set()
    attached = False
    for item in _dictionaries(pdf):
        active |= _active_content(item)
        attached = attached or _holds_a_file(item)
        fonts |= _font_left_outside(item)
    for description in sorted(active):
        what = f"Le document contient {description} ; un document remis à l'office doit être inerte."
        report.problems.append(Problem(what, name, _PRINT_AGAIN))
    if attached:
        what = "Le document contient un autre fichier, incorporé à l'intérieur."
        report.problems.append(Problem(what, name, "Enregistrez ce fichier à part et joignez-le séparément."))
    if fonts:
        named = ", ".join(sorted(fonts)[:5])
        what = f"Des polices ne sont pas incorporées ({named}) : le texte peut s'afficher autrement."
        report.advice.append(Problem(what, name, "Exportez de préférence en PDF/A, qui incorpore les polices."))


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary, indirect or nested: pdf.objects gives only the indirect ones."""
    waiting: list[tuple[Any, int]] = [(item, 0) for item in [*pdf.objects, pdf.trailer]]
    while waiting:
        item, depth = waiting.pop()
        if depth > 100:
            raise ValueError("nested too deep")
        if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            yield item
            children = [item.get(key) for key in item.keys()]  # noqa: SIM118 - iterating gives keys only for some types
        elif isinstance(item, pikepdf.Array):
            children = list(item)  # type: ignore[call-overload]  # iterable at run time
        else:
            continue
        waiting += [(child, depth + 1) for child in children if not getattr(child, "is_indirect", True)]


def _active_content(item: Any) -> set[str]:
    found = set()
    action = item.get("/S")
    if isinstance(action, pikepdf.Name) and str(action) in _FORBIDDEN_ACTIONS:
        found.add(_FORBIDDEN_ACTIONS[str(action)])
    if "/JS" in item or "/JavaScript" in item:
        found.add(_FORBIDDEN_ACTIONS["/JavaScript"])
    if "/XFA" in item:
        found.add("un formulaire dynamique (XFA)")
    if str(item.get("/Subtype", "")) in _ACTIVE_ANNOTATIONS:
        found.add("un élément multimédia")
    return found


def _holds_a_file(item: Any) -> bool:
    return (
        "/EmbeddedFiles" in item
        or (str(item.get("/Type", "")) == "/Filespec" and "/EF" in item)
        or (str(item.get("/Type", "")) == "/EmbeddedFile")
    )


def _font_left_outside(item: Any) -> set[str]:
    if str(item.get("/Type", "")) != "/Font" or str(item.get("/Subtype", "")) in ("/Type0", "/Type3"):
        return set()
    descriptor = item.get("/FontDescriptor")
    if descriptor is not None and any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        return set()
    return {str(item.get("/BaseFont", "/inconnue"))[1:]}


def _locked(name: str) -> Problem:
    what = "Le document PDF est protégé (mot de passe ou restrictions)."
    return Problem(what, name, "Enregistrez-en une copie sans mot de passe ni restriction, puis joignez-la.")
