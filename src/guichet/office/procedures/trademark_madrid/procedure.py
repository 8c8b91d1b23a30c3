"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="extension-marque-internationale",
    title="Etendre sa marque à l'international",
    block="Marques",
    order=2,
    summary=(
        "Demander, à partir d'une marque française, un enregistrement international dans les pays "
        "de l'Union de Madrid : la demande est présentée à l'office, qui la transmet à "
        "l'Organisation mondiale de la propriété intellectuelle."
    ),
    articles=("R. 717-8", "R. 717-1", "R. 717-2"),
)
