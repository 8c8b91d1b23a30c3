"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="opposition-marque",
    title="S'opposer à l'enregistrement d'une marque française",
    block="Marques",
    order=3,
    summary=(
        "Demander, dans les deux mois de la publication d'une demande de marque, qu'elle ne soit "
        "pas enregistrée parce qu'elle porte atteinte à un droit antérieur."
    ),
    articles=("L. 712-4", "R. 712-13", "R. 712-14", "R. 712-16-1"),
)
