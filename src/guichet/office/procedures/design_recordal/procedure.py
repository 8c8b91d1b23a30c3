"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="inscription-dessin-modele",
    title="Inscrire les modifications de dessins ou modèles",
    block="Dessins & modèles",
    order=3,
    summary=(
        "Inscrire au Registre national des dessins et modèles une cession, une licence, un "
        "nantissement, un changement de nom ou d'adresse."
    ),
    articles=("R. 512-13", "R. 512-15"),
)
