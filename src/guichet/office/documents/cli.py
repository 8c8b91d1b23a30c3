"""``guichet verify``: checks a document of the office and its files, without server or database."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "verify",
        help="vérifier un document scellé de l'office et ses pièces",
        description="Vérifie le cachet et l'horodatage d'un document de l'office, puis que chaque pièce donnée est, à "
        "l'octet près, l'une de celles qu'il énumère. Ne demande ni serveur ni base de données.",
    )
    parser.add_argument("document", metavar="DOCUMENT", type=Path, help="le PDF reçu de l'office")
    parser.add_argument("files", metavar="PIÈCE", type=Path, nargs="*", help="les fichiers remis à l'office")
    parser.add_argument("--trust", metavar="CERTIFICAT", type=Path, help="certificat racine de l'office (PEM)")
    parser.add_argument("--json", action="store_true", help="répondre en JSON")
    parser.set_defaults(run=verify, needs_database=False)


def verify(arguments: argparse.Namespace) -> int:
    """Status 0 when everything is authentic, 1 when something is not, 2 when a file cannot be read."""
    from guichet.office.documents.authenticity import examine

    try:
        roots = _roots(arguments.trust)
        document = arguments.document.read_bytes()
        files = [(path.name, path.read_bytes()) for path in arguments.files]
    except OSError as error:
        print(f"{error.filename} : ce fichier ne peut être lu ({error.strerror}). Vérifiez son chemin.")
        return 2
    except ValueError:
        print(f"{arguments.trust} : ce n'est pas un certificat.")
        print("Téléchargez celui de l'office, à l'adresse /documents/certificat.pem de son site.")
        return 2
    if not roots:
        print("Aucun certificat de l'office n'est connu ici : donnez-le par --trust (à télécharger sur le site de")
        print("l'office, à l'adresse /documents/certificat.pem).")
        return 2
    found = examine(document, files, roots=roots)
    print(json.dumps(_as_data(found), ensure_ascii=False, indent=2) if arguments.json else _as_text(found, arguments))
    return 0 if found.authentic else 1


def _roots(trusted: Path | None) -> list[Any]:
    from guichet.office.toolbox import authority, trust

    return authority.certificates(trusted) if trusted else trust.known_roots()


def _as_text(found: Any, arguments: argparse.Namespace) -> str:
    lines = [f"{arguments.document.name} : " + ("AUTHENTIQUE" if found.verdict.valid else "REFUSÉ")]
    if found.verdict.valid:
        lines += [f"  {found.title}"] if found.title else []
        lines.append(f"  scellé par {found.verdict.sealed_by}, horodaté le {_instant(found.verdict.sealed_at)}")
        for file in found.files:
            lines.append(
                f"{file.name} : " + ("CONFORME, pièce « " + file.listed_as + " »" if file.listed else "REFUSÉ")
            )
        if not found.files and found.listed:
            lines.append(f"  {len(found.listed)} pièce(s) énumérée(s) ; donnez-les à la suite pour les vérifier.")
    return "\n".join([*lines, *(f"  {problem}" for problem in found.problems)])


def _as_data(found: Any) -> dict[str, Any]:
    sealed_at = found.verdict.sealed_at
    return {
        "authentic": found.authentic,
        "title": found.title,
        "sealed_by": found.verdict.sealed_by,
        "sealed_at": sealed_at.isoformat() if sealed_at else None,
        "files": [{"name": file.name, "sha256": file.sha256, "listed_as": file.listed_as} for file in found.files],
        "problems": found.problems,
        "data": found.verdict.data,
    }


def _instant(moment: Any) -> str:
    from zoneinfo import ZoneInfo

    return f"{moment.astimezone(ZoneInfo('Europe/Paris')):%d/%m/%Y à %H:%M:%S} (heure de Paris)"
