"""Fifteen ways to say the same: a signature, a period, a length, in prose and in the text of a contract."""

import pytest

from extractors.dates.extract import FIELDS, extract_times
from models.evidence import EvidenceStatus
from tests.extractors.writing import sentences

Expected = dict[str, str | int]


def told(*texts: str, formal: bool = False, under: str | None = None, amendment: bool = False) -> Expected:
    found = extract_times(sentences(*texts, under=under), formal=formal, amendment=amendment)
    return {name: value for name in FIELDS if (value := getattr(found, name)) is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le contrat local de santé de Retz, d'une durée de cinq ans, a été signé ce lundi 14 mars 2022.",
            {"signature_date": "2022-03-14", "duration_months": 60},
        ),
        (
            "C'est hier que les partenaires ont apposé leur signature au bas du CLS, le vendredi 8 avril 2022.",
            {"signature_date": "2022-04-08"},
        ),
        (
            "Les élus ont paraphé le contrat local de santé le 12 mai 2021.",
            {"signature_date": "2021-05-12"},
        ),
        (
            "Le CLS de Nevers, signé par l'ARS et la ville le 3 mars 2019, court jusqu'au 31 décembre 2023.",
            {"signature_date": "2019-03-03", "end_date": "2023-12-31"},
        ),
        (
            "Signé en 2018 pour une durée de 3 ans, le CLS a été prolongé d'un an.",
            {"signature_date": "2018", "duration_months": 36},
        ),
        (
            "Le jeudi 20 octobre 2022, le maire et le directeur de l'ARS ont signé le contrat local de santé.",
            {"signature_date": "2022-10-20"},
        ),
        (
            "En décembre 2019, l'agglomération et l'ARS signaient leur premier contrat local de santé, pour trois ans.",
            {"signature_date": "2019-12", "duration_months": 36},
        ),
        (
            "Depuis le 1er avril 2019, date de sa signature, le contrat local de santé mobilise tous les acteurs.",
            {"signature_date": "2019-04-01"},
        ),
        (
            "La ville et l'ARS sont liées par un contrat local de santé depuis le 18 octobre 2021.",
            {"signature_date": "2021-10-18"},
        ),
        (
            "Le CLS doit permettre à chacun, groupes de travail compris, de proposer des actions pour 3 ans.",
            {"duration_months": 36},
        ),
        ("Le projet territorial de santé mentale réunit des actions pour cinq ans.", {}),
        ("Date de signature : 15/06/2017", {"signature_date": "2017-06-15"}),
        ("Durée du contrat : cinq années", {"duration_months": 60}),
        ("Un contrat local de santé quinquennal unit la ville et l'ARS.", {"duration_months": 60}),
        (
            "Le CLS 2 est en vigueur depuis le 1er janvier 2020 et s'achèvera le 31 décembre 2024.",
            {"start_date": "2020-01-01", "end_date": "2024-12-31"},
        ),
        ("Le contrat local de santé engage la ville et l'ARS jusqu'en 2028.", {"end_date": "2028"}),
        (
            "Le contrat est signé pour 2021-2025.",
            {"start_date": "2021", "end_date": "2025", "duration_months": 60},
        ),
        (
            "Le CLS de Trappes (2014-2017) a été le premier du département.",
            {"start_date": "2014", "end_date": "2017", "duration_months": 48},
        ),
        (
            "Depuis le 1er janvier 2020 et jusqu'au 31 décembre 2023, un contrat local de santé lie la ville et l'ARS.",
            {"start_date": "2020-01-01", "end_date": "2023-12-31"},
        ),
        (
            "Le contrat local de santé que la communauté a passé en 2022 avec l'ARS finance un bus.",
            {"signature_date": "2022"},
        ),
        ("Il lie la ville et l'ARS, tous signataires le 17 décembre 2019.", {"signature_date": "2019-12-17"}),
        ("Signé le : 11/2020", {"signature_date": "2020-11"}),
        (
            "La ville est engagée depuis 2012 dans un contrat local de santé. Celui de deuxième génération a été "
            "signé en mai 2018.",
            {"signature_date": "2018-05"},
        ),
    ],
)  # fmt: skip
def test_prose(text: str, expected: Expected) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "La signature est prévue le 5 mai 2027.",
        "Le conseil municipal a adopté le contrat local de santé le 14 décembre 2020.",
        "La convention de financement est signée le 2 mars 2020.",
        "La journée de signature de la charte s'est tenue le 8 mars 2020.",
        "Un bilan à mi-parcours a été présenté le 12 juin 2021.",
        "Les signataires se réunissent tous les six mois.",
        "Fruit de dix-huit mois de concertation, le contrat local de santé compte quatre axes.",
        "La communauté voisine dispose déjà d'un contrat local de santé signé le 4 avril 2018.",
    ],
)
def test_prose_about_something_else(text: str) -> None:
    assert told(text) == {}


def test_an_earlier_contract_gives_way_to_the_one_told_of() -> None:
    found = told(
        "Le premier contrat local de santé, signé en 2013, s'est terminé en 2016. "
        "Le deuxième a été signé le 18 octobre 2018 pour cinq ans."
    )
    assert found == {"signature_date": "2018-10-18", "duration_months": 60}


def test_the_pluperfect_of_the_only_contract_is_its_signature() -> None:
    text = "Son contrat local de santé, lui, avait été signé le 24 septembre 2013 pour trois ans."
    assert told(text)["signature_date"] == "2013-09-24"


def test_the_line_of_a_press_release_dates_what_happened_today() -> None:
    found = told(
        "Vaulx-en-Velin, le 9 février 2022",
        "Ce mercredi, la ville et l'ARS ont signé le contrat local de santé.",
    )
    assert found == {"signature_date": "2022-02-09"}


@pytest.mark.parametrize(
    ("under", "text", "expected"),
    [
        (
            "Article 9 : Durée, révision",
            "Le contrat est établi pour une période de 5 années à compter du 15 septembre 2020.",
            {"start_date": "2020-09-15", "duration_months": 60},
        ),
        (
            "Article 12. Durée du contrat",
            "Le CLS est conclu pour trois (3) ans, renouvelable une fois pour une durée d'un an.",
            {"duration_months": 36},
        ),
        (
            "Durée et révision du contrat",
            "Les parties fixent la durée du contrat à cinq ans, soit du 1er janvier 2021 au 31 décembre 2025.",
            {"start_date": "2021-01-01", "end_date": "2025-12-31", "duration_months": 60},
        ),
        ("Article 6 - Durée", "Le contrat arrivera à son terme le 30 juin 2025.", {"end_date": "2025-06-30"}),
        (
            "Article 6 - Durée",
            "Le présent contrat couvre les années 2016 à 2018 incluses.",
            {"start_date": "2016", "end_date": "2018", "duration_months": 36},
        ),
        (
            "Durée",
            "Cinq ans, du 1er janvier 2022 au 31 décembre 2026, sauf dénonciation avec un préavis de six mois.",
            {"start_date": "2022-01-01", "end_date": "2026-12-31", "duration_months": 60},
        ),
        (
            "Article 8",
            "Par dérogation, les parties conviennent de porter la durée du présent contrat à quatre ans (4 ans).",
            {"duration_months": 48},
        ),
        ("Article 8 – Suivi", "Le comité de pilotage se réunit tous les six mois pendant une durée de trois ans.", {}),
        ("Préambule", "La charte Ville-santé a été signée le 4 mai 2012.", {}),
        ("Le contexte", "Le pacte territorial, valable du 1er mai 2019 au 30 mai 2021, n'est plus en vigueur.", {}),
        ("Signatures", "Fait et signé en six exemplaires à Foix ce 3 octobre 2023", {"signature_date": "2023-10-03"}),
        ("Signatures", "Fait à Foix, le douze juin deux mille dix-huit.", {"signature_date": "2018-06-12"}),
        ("Signatures", "Date : 12/06/2018", {"signature_date": "2018-06-12"}),
        ("", "2022-2026 Signé le dix septembre deux mille vingt et un", {"signature_date": "2021-09-10"}),
    ],
)  # fmt: skip
def test_the_text_of_a_contract(under: str, text: str, expected: Expected) -> None:
    found = told(text, formal=True, under=under)
    if under == "":  # a cover: its years are a title of their own
        found = {name: value for name, value in found.items() if name == "signature_date"}
    assert found == expected


def test_an_amendment_moves_the_end_and_does_not_take_the_dates_of_what_it_amends() -> None:
    found = told(
        "Vu le contrat local de santé signé le 12 décembre 2018 pour une durée de cinq ans,",
        "La durée du contrat est prolongée de dix-huit mois. "
        "Son terme, initialement fixé au 11 décembre 2023, est reporté au 11 juin 2025.",
        "Tarare, le 4 décembre 2023.",
        formal=True,
        amendment=True,
    )
    assert found == {"signature_date": "2023-12-04", "end_date": "2025-06-11"}


def test_an_amendment_tells_the_length_it_gives() -> None:
    text = "Par un avenant signé le 30 juin 2022, la ville et l'ARS portent sa durée totale à six ans."
    assert told(text, amendment=True) == {"signature_date": "2022-06-30", "duration_months": 72}


def test_a_length_that_is_only_counted_is_derived_from_both_ends() -> None:
    found = extract_times(sentences("Le contrat local de santé est signé pour 2021-2025."), formal=False)
    assert {proof.status for proof in found.evidence["duration_months"]} == {EvidenceStatus.DERIVED}


def test_a_term_that_is_carried_to_another_day() -> None:
    text = "Le terme du contrat, initialement fixé au 3 juillet 2021, est porté au 3 janvier 2023."
    assert told(text, under="Prolongation", formal=True, amendment=True)["end_date"] == "2023-01-03"
