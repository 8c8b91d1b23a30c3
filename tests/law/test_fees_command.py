"""``guichet law fee``: any amount explained in French, with its articles, and the same as JSON."""

from __future__ import annotations

import json

import pytest

from guichet.cli import main
from guichet.law import fees


def said(capsys: pytest.CaptureFixture[str], arguments: str) -> str:
    assert main(["law", "fee", *arguments.split()]) == 0
    return capsys.readouterr().out


def test_a_reduced_annuity_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "patent.annuity --year 7 --on 2024-05-01 --reduced natural_person")
    assert text.startswith("Maintien en vigueur (annuité), 7e année, le 1er mai 2024 : 72\u202f€\n")
    assert (
        "Tarif réduit (personne physique) : 72\u202f€ au lieu de 96\u202f€. [R.\u00a0613-63,\u00a0al.\u00a01]" in text
    )
    assert "[R.\u00a0613-46]" in text
    assert "Confiance du montant : haute." in text


def test_a_late_annuity_adds_its_surcharge(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "patent.annuity --year 10 --late")
    assert text.startswith(
        "Maintien en vigueur (annuité), 10e année, avec supplément de retard, le 16 avril 2024 : 330"
    )
    assert "Retard : 50 % de 220\u202f€. [R.\u00a0613-47,\u00a0I]" in text


def test_claims_are_counted_from_the_eleventh(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "patent.claim_over_ten --count 12")
    assert "12 revendications, dont 10 sans supplément : 2 à payer." in text
    assert "42\u202f€ × 2 = 84\u202f€" in text
    assert "Rien n'est dû : tout est compris." in said(capsys, "patent.claim_over_ten --count 10")


def test_a_limit_on_titles_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert "12 titres, payés dans la limite de 10 : 10 à payer." in said(capsys, "trademark.recordal --count 12")


def test_an_amount_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    answer = json.loads(said(capsys, "patent.annuity --year 19 --late --json"))
    assert (answer["total_cents"], answer["year"], answer["on"]) == (73000 + 36500, 19, "2024-04-16")
    assert [line["head"] for line in answer["fees"]] == ["patent.annuity", "patent.annuity_late_surcharge"]
    assert [line["confidence"] for line in answer["fees"]] == ["medium", "high"]
    assert all(step["quote"] for line in answer["fees"] for step in line["because"])


def test_an_act_without_fee_is_free_and_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "trademark.withdrawal")
    assert text.startswith("Retrait d'une demande d'enregistrement de marque : gratuit\n")
    assert "[R.\u00a0712-21,\u00a0al.\u00a01]" in text and "limitative" in text
    answer = json.loads(said(capsys, "attorney.list --json"))
    assert (answer["total_cents"], answer["because"][0]["article"]) == (0, "R. 422-3")


def test_the_list_names_every_head(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(said(capsys, "--list").splitlines()) == len(fees.fees())
    lines = said(capsys, "--list international").splitlines()
    assert lines[0].startswith(
        "international.transmittal : Transmission d'une demande internationale, montant non connu"
    )
    assert all("[R. 411-17, I, 3°]" in line or "[R. 614-27, al. 1]" in line for line in lines)
    answer = json.loads(said(capsys, "--list gi --json"))
    assert [line["refunded_when_inadmissible"] for line in answer["fees"]] == [True, True]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("", "il manque : --classes N, une redevance (patent.annuity) ou --list"),
        ("patent.filing --classes 2", "choisissez entre --list, une redevance et --classes"),
        ("patent.coffee", "Aucune redevance « patent.coffee »"),
        ("patent.annuity", "précisez laquelle (option --year)"),
        ("patent.annuity --year 1", "La redevance de dépôt couvre la première annuité"),
        ("international.transmittal", "arrêté conjoint du ministre chargé de la propriété industrielle"),
        ("patent.filing --reduced rich", "'rich' n'est pas admis"),
        ("patent.filing --on 2001-01-01", "le barème commence le 31 décembre 2020"),
        ("patent.grant --late", "n'a pas de supplément de retard"),
        ("--list soup", "Droits connus : trademark, patent"),
    ],
)
def test_what_cannot_be_answered_is_told_in_french(
    capsys: pytest.CaptureFixture[str], arguments: str, message: str
) -> None:
    with pytest.raises(SystemExit) as ending:
        main(["law", "fee", *arguments.split()])
    assert ending.value.code == 2
    assert message in capsys.readouterr().err
