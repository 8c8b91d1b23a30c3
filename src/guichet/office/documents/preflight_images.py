"""JPEG and PNG, read to the last pixel."""

from __future__ import annotations

import io
import warnings

from PIL import Image, UnidentifiedImageError

from guichet.office.documents.limits import NAMES, Limits
from guichet.office.documents.problems import Problem, Report

_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG"}


def inspect(content: bytes, name: str, media_type: str, limits: Limits) -> Report:
    """The size is checked before the pixels are decoded, so that a decompression bomb is never opened."""
    report = Report()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # our own limit on pixels is below
            with Image.open(io.BytesIO(content), formats=[_FORMATS[media_type]]) as image:
                _check_size(image.size, name, limits, report)
                if not report.problems:
                    image.load()
                _advise(image, name, report)
    except Image.DecompressionBombError:  # Pillow's own limit, twice 89 million pixels, met at opening
        report.problems.append(_too_many_pixels(name, limits))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        report.problems.append(_broken(name, media_type))
    return report


def _check_size(size: tuple[int, int], name: str, limits: Limits, report: Report) -> None:
    width, height = size
    where = f"{name} ({width} × {height} pixels)"
    if width * height > limits.most_pixels or max(size) > limits.greatest_side:
        report.problems.append(_too_many_pixels(where, limits))
    if min(size) < limits.smallest_side:
        what = f"L'image a moins de {limits.smallest_side} pixels de côté : ses détails ne seraient pas lisibles."
        report.problems.append(Problem(what, where, "Exportez-la de nouveau en plus grand depuis l'original."))


def _advise(image: Image.Image, name: str, report: Report) -> None:
    if image.mode == "CMYK":
        what = "L'image est en quadrichromie (CMJN) : ses couleurs peuvent paraître autres à l'écran."
        report.advice.append(Problem(what, name, "Préférez une image en RVB si les couleurs comptent."))
    if getattr(image, "n_frames", 1) > 1:
        what = "L'image contient plusieurs vues ; seule la première est montrée."
        report.advice.append(Problem(what, name, "Joignez une image fixe."))


def _too_many_pixels(where: str, limits: Limits) -> Problem:
    millions = limits.most_pixels // 1_000_000
    what = f"L'image dépasse {limits.greatest_side} pixels de côté ou {millions} millions de pixels."
    return Problem(what, where, "Réduisez ses dimensions, puis joignez-la de nouveau.")


def _broken(name: str, media_type: str) -> Problem:
    what = f"L'image {NAMES[media_type]} est tronquée ou abîmée : elle ne peut être lue en entier."
    return Problem(what, name, "Ouvrez l'original, enregistrez-le de nouveau, puis joignez-le.")
