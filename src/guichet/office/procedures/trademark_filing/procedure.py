"""How the catalogue presents this procedure, the steps of its wizard and the fields of each."""

from guichet.office.drafts.procedure import Procedure, Signing, Step
from guichet.office.procedures.trademark_filing.signing import lacking
from guichet.office.procedures.trademark_filing.wording import QUALITIES, capacities
from guichet.rights.trademarks import words

_ADDRESS = {
    "street": "rue",
    "complement": "complément d'adresse",
    "postcode": "code postal",
    "city": "ville",
    "country": "pays",
}
_PARTY = {
    "kind": "personne ou organisation",
    "name": "nom",
    "first_name": "prénom",
    "legal_form": "forme juridique",
    "siren": "numéro SIREN",
    "email": "adresse courriel",
    **{f"address.{name}": label for name, label in _ADDRESS.items()},
}
LABELS = {
    **{f"applicants[].{name}": f"Déposant {{0}} : {label}" for name, label in _PARTY.items()},
    "applicants": "Déposants",
    "home_registration": "Preuve d'enregistrement à l'étranger",
    "representation.choice": "Mandataire : oui ou non",
    "representation.applicant": "Mandataire commun parmi les déposants",
    "representative.quality": "Mandataire : qualité",
    **{f"representative.party.{name}": f"Mandataire : {label}" for name, label in _PARTY.items()},
    "representative.power": "Pouvoir du mandataire",
    "kind": "Nature de la marque",
    "mark.feature": "Type de marque",
    "mark.text": "Texte de la marque",
    "mark.image": "Image de la marque",
    "mark.description": "Description de la marque",
    "rules_of_use": "Règlement d'usage",
    "lists.*": "Produits et services, classe {0}",
    "lists": "Produits et services",
    "goods_services": "Produits et services",
    "priority_claims[].kind": "Priorité {0} : nature",
    "priority_claims[].office": "Priorité {0} : pays ou office",
    "priority_claims[].number": "Priorité {0} : numéro",
    "priority_claims[].filed_on": "Priorité {0} : date",
    "priority_claims[].document": "Priorité {0} : copie officielle",
    "priority_claims": "Priorités",
    "distinctiveness_acquired_by_use": "Caractère distinctif acquis par l'usage",
    "evidence_of_use": "Preuves d'usage",
    "annexes": "Autres pièces",
    "signature.name": "Signature : nom",
    "signature.capacity": "Signature : qualité",
    "signature.signed_on": "Signature : date",
    "client_reference": "Référence client",
}
"""Every place of a draft, with what it is called; ``{0}`` is the rank or the name."""

VALUES = {
    "person": "personne physique",
    "organisation": "personne morale",
    "none": "sans mandataire",
    "applicant": "déposant",
    "agent": "un mandataire",
    "representative": "mandataire",
    **{name: label.lower() for name, label in (words.KINDS | words.FEATURES).items()},
    "foreign_filing": "dépôt à l'étranger",
    "exhibition_certificate": "certificat d'exposition",
    **QUALITIES,
}
"""What the values of the choices are called."""

STEPS = (
    Step(
        "deposants", "Déposants", ("applicants", "home_registration"), tuple(f"applicants[].{name}" for name in _PARTY)
    ),
    Step(
        "mandataire",
        "Mandataire",
        ("representative", "representation"),
        (
            "representation.choice",
            "representation.applicant",
            "representative.quality",
            *(f"representative.party.{name}" for name in _PARTY),
        ),
    ),
    Step(
        "marque",
        "La marque",
        ("mark", "kind", "rules_of_use"),
        ("kind", "mark.feature", "mark.text", "mark.description"),
    ),
    Step("produits-et-services", "Produits et services", ("goods_services", "lists"), ("lists.*",)),
    Step(
        "priorite",
        "Priorité",
        ("priority_claims",),
        tuple(f"priority_claims[].{name}" for name in ("kind", "office", "number", "filed_on")),
    ),
    Step(
        "annexes",
        "Annexes",
        ("evidence_of_use", "distinctiveness_acquired_by_use", "annexes"),
        ("distinctiveness_acquired_by_use",),
    ),
    Step(
        "relecture",
        "Relecture et dépôt",
        ("signature", "client_reference"),
        ("signature.name", "signature.capacity", "client_reference"),
    ),
)

PROCEDURE = Procedure(
    slug="depot-marque",
    title="Déposer, gérer, enregistrer sa marque française",
    block="Marques",
    order=1,
    summary=(
        "Déposer une marque verbale ou figurative, payer les redevances, recevoir un accusé de réception scellé, "
        "puis suivre son examen et sa publication jusqu'à l'enregistrement."
    ),
    articles=("R. 712-1", "R. 712-3", "R. 712-7", "L. 712-2"),
    is_open=True,
    start_url_name="depot_marque:start",
    steps=STEPS,
    labels=LABELS,
    values=VALUES,
    title_path="mark.text",
    family="trademark",
    signing=Signing("signature.name", "signature.capacity", "signature.signed_on", capacities, lacking),
)
