"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="inscription-marque",
    title="Inscrire les modifications d'une marque enregistrée",
    block="Marques",
    order=4,
    summary=(
        "Inscrire au Registre national des marques une cession, une licence, un nantissement, un "
        "changement de nom ou d'adresse, pour qu'il soit opposable aux tiers."
    ),
    articles=("L. 714-7", "R. 714-4", "R. 714-6"),
)
