"""Countries and territories by their two-letter code of WIPO Standard ST.3, with their French short name."""

from __future__ import annotations

_TABLE = """
AD Andorre|AE Émirats arabes unis|AF Afghanistan|AG Antigua-et-Barbuda|AI Anguilla|AL Albanie|AM Arménie|AO Angola
AR Argentine|AT Autriche|AU Australie|AW Aruba|AZ Azerbaïdjan|BA Bosnie-Herzégovine|BB Barbade|BD Bangladesh
BE Belgique|BF Burkina Faso|BG Bulgarie|BH Bahreïn|BI Burundi|BJ Bénin|BM Bermudes|BN Brunei|BO Bolivie
BQ Bonaire, Saint-Eustache et Saba|BR Brésil|BS Bahamas|BT Bhoutan|BW Botswana|BY Biélorussie|BZ Belize|CA Canada
CD Congo (République démocratique)|CF République centrafricaine|CG Congo|CH Suisse|CI Côte d'Ivoire|CK Îles Cook
CL Chili|CM Cameroun|CN Chine|CO Colombie|CR Costa Rica|CU Cuba|CV Cap-Vert|CW Curaçao|CY Chypre|CZ Tchéquie
DE Allemagne|DJ Djibouti|DK Danemark|DM Dominique|DO République dominicaine|DZ Algérie|EC Équateur|EE Estonie
EG Égypte|EH Sahara occidental|ER Érythrée|ES Espagne|ET Éthiopie|FI Finlande|FJ Fidji|FK Îles Malouines|FO Îles Féroé
FR France|GA Gabon|GB Royaume-Uni|GD Grenade|GE Géorgie|GG Guernesey|GH Ghana|GI Gibraltar|GL Groenland|GM Gambie
GN Guinée|GQ Guinée équatoriale|GR Grèce|GT Guatemala|GW Guinée-Bissau|GY Guyana|HK Hong Kong|HN Honduras|HR Croatie
HT Haïti|HU Hongrie|ID Indonésie|IE Irlande|IL Israël|IM Île de Man|IN Inde|IQ Iraq|IR Iran|IS Islande|IT Italie
JE Jersey|JM Jamaïque|JO Jordanie|JP Japon|KE Kenya|KG Kirghizistan|KH Cambodge|KI Kiribati|KM Comores
KN Saint-Christophe-et-Niévès|KP Corée du Nord|KR Corée du Sud|KW Koweït|KY Îles Caïmans|KZ Kazakhstan|LA Laos
LB Liban|LC Sainte-Lucie|LI Liechtenstein|LK Sri Lanka|LR Libéria|LS Lesotho|LT Lituanie|LU Luxembourg|LV Lettonie
LY Libye|MA Maroc|MC Monaco|MD Moldavie|ME Monténégro|MG Madagascar|MK Macédoine du Nord|ML Mali|MM Birmanie
MN Mongolie|MO Macao|MR Mauritanie|MS Montserrat|MT Malte|MU Maurice|MV Maldives|MW Malawi|MX Mexique|MY Malaisie
MZ Mozambique|NA Namibie|NE Niger|NG Nigeria|NI Nicaragua|NL Pays-Bas|NO Norvège|NP Népal|NR Nauru|NZ Nouvelle-Zélande
OM Oman|PA Panama|PE Pérou|PG Papouasie-Nouvelle-Guinée|PH Philippines|PK Pakistan|PL Pologne|PT Portugal|PW Palaos
PY Paraguay|QA Qatar|RO Roumanie|RS Serbie|RU Russie|RW Rwanda|SA Arabie saoudite|SB Îles Salomon|SC Seychelles
SD Soudan|SE Suède|SG Singapour|SH Sainte-Hélène, Ascension et Tristan da Cunha|SI Slovénie|SK Slovaquie
SL Sierra Leone|SM Saint-Marin|SN Sénégal|SO Somalie|SR Suriname|SS Soudan du Sud|ST Sao Tomé-et-Principe|SV Salvador
SX Saint-Martin (partie néerlandaise)|SY Syrie|SZ Eswatini|TC Îles Turques-et-Caïques|TD Tchad|TG Togo|TH Thaïlande
TJ Tadjikistan|TL Timor oriental|TM Turkménistan|TN Tunisie|TO Tonga|TR Turquie|TT Trinité-et-Tobago|TV Tuvalu
TW Taïwan|TZ Tanzanie|UA Ukraine|UG Ouganda|US États-Unis|UY Uruguay|UZ Ouzbékistan|VA Vatican
VC Saint-Vincent-et-les-Grenadines|VE Venezuela|VG Îles Vierges britanniques|VN Viêt Nam|VU Vanuatu|WS Samoa|YE Yémen
ZA Afrique du Sud|ZM Zambie|ZW Zimbabwe
"""

NAMES: dict[str, str] = {
    entry[:2]: entry[3:].strip() for line in _TABLE.strip().splitlines() for entry in line.strip().split("|")
}
"""French overseas territories are written with the code of France, as ST.3 does not list them."""

_SORT_AS = str.maketrans("ÉÎéïîèôêçã", "EIeiieoeca")


def choices() -> list[tuple[str, str]]:
    """France first, then every country in the order of its French name."""
    others = sorted((code for code in NAMES if code != "FR"), key=lambda code: NAMES[code].translate(_SORT_AS))
    return [(code, f"{NAMES[code]} ({code})") for code in ("FR", *others)]
