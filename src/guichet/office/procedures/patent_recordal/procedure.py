"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="inscription-brevet",
    title="Inscrire les modifications d'un brevet délivré",
    block="Brevets",
    order=3,
    summary=(
        "Inscrire au Registre national des brevets une cession, une licence, un gage, un "
        "changement de nom ou d'adresse."
    ),
    articles=("L. 613-9", "R. 613-55", "R. 613-58"),
)
