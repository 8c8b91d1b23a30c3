"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="indication-geographique",
    title="Indication géographique",
    block="Autres démarches",
    order=2,
    summary=(
        "Demander l'homologation ou la modification du cahier des charges d'une indication géographique industrielle "
        "ou artisanale. Le régime national a pris fin le 1er décembre 2025 : depuis, le règlement européen 2023/2411 "
        "s'applique."
    ),
    articles=("L. 721-2", "R. 721-1"),
)
