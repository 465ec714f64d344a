"""Which date of a text is the contract's own: a signature, a start, an end, a length."""

import pytest

from extractors.dates.extract import Times, extract_times
from models.evidence import EvidenceStatus
from tests.extractors.writing import sentences


def prose(*texts: str) -> Times:
    return extract_times(sentences(*texts), formal=False)


def formal(*texts: str, under: str | None = None) -> Times:
    return extract_times(sentences(*texts, under=under), formal=True)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le contrat local de santé de Dreux a été signé le 12 juin 2015 à l'hôtel de ville.", "2015-06-12"),
        ("Le CLS, signé en novembre 2018, compte quatre axes.", "2018-11"),
        ("Le contrat local de santé a été signé fin 2014.", "2014"),
        ("La signature du CLS a eu lieu le 7 mars 2022.", "2022-03-07"),
    ],
)
def test_a_page_tells_when_the_contract_was_signed(text: str, day: str) -> None:
    found = prose(text)
    assert found.signature_date == day
    (proof,) = found.evidence["signature_date"]
    assert proof.quote == text


@pytest.mark.parametrize(
    "text",
    [
        "Le projet régional de santé 2018-2028 a été signé le 6 juillet 2018.",
        "La délibération du 12 mars 2019 a autorisé le maire à signer le contrat.",
        "Le décret du 3 mai 2010 fixe les conditions de signature des contrats.",
        "Le contrat de ville a été signé le 4 juin 2015.",
        "Le premier contrat local de santé avait été signé le 4 mai 2012.",
        "Les contrats locaux de santé sont signés pour trois ou cinq ans.",
        "Le CLS sera signé en mars 2027.",
        "Le contrat local de santé devrait être signé fin 2026.",
        "Le CLS est signé pour la période du 1er janvier 2020 au 31 décembre 2022.",
    ],
)
def test_other_dates_are_not_its_signature(text: str) -> None:
    assert prose(text).signature_date is None


def test_the_signature_page_wins_over_every_other_date() -> None:
    found = formal(
        "Vu la délibération du conseil communautaire du 12 décembre 2023,",
        "Vu le décret n° 2010-336 du 31 mars 2010 portant création des agences régionales de santé,",
        "Le présent contrat s'inscrit dans le projet régional de santé arrêté le 30 octobre 2023.",
        "Fait à Guéret, en quatre exemplaires, le 17 mai 2024.",
    )
    assert found.signature_date == "2024-05-17"


def test_what_an_earlier_contract_was_is_told_in_the_imperfect() -> None:
    found = formal(
        "Signé le 8 juillet 2015 pour trois ans, ce contrat rassemblait la ville et l'agence.",
        "Le contrat local de santé 2016-2019, signé le 4 février 2016, portait trois axes.",
        "Le contrat est signé pour cinq ans. Il prend effet au jour de sa signature, le 29 novembre 2022.",
        under="1.3 Durée",
    )
    assert (found.signature_date, found.start_date, found.end_date) == ("2022-11-29", "2022-11-29", None)
    assert found.duration_months == 60


def test_a_place_and_a_date_alone_above_the_signatures() -> None:
    assert formal("À Sevran, le 11 avril 2018").signature_date == "2018-04-11"
    assert formal("À Tulle, le mardi 6 février 2024").signature_date == "2024-02-06"
    assert formal("Le 21 novembre 2018, en mairie d'Argenteuil").signature_date == "2018-11-21"
    aux_abymes = "Aux Abymes, ce premier juin deux mille vingt-deux (01/06/2022)"
    assert formal(aux_abymes).signature_date == "2022-06-01"
    assert formal("Document signé à Thann en date du 15 décembre 2020.").signature_date == "2020-12-15"
    assert formal("Mende, novembre 2020").signature_date == "2020-11"


def test_the_article_on_duration_gives_start_end_and_length() -> None:
    found = formal(
        "Le présent contrat est conclu pour une durée de cinq ans. "
        "Il prend effet le 1er janvier 2024 et prend fin le 31 décembre 2028.",
        under="Article 7 – Durée du contrat",
    )
    assert (found.duration_months, found.start_date, found.end_date) == (60, "2024-01-01", "2028-12-31")


def test_a_period_from_one_day_to_another() -> None:
    found = formal(
        "Le présent contrat couvre la période du 1er juillet 2019 au 30 juin 2022.",
        under="Article 5 – Entrée en vigueur",
    )
    assert (found.start_date, found.end_date) == ("2019-07-01", "2022-06-30")


def test_a_contract_that_starts_on_its_signature_has_a_derived_start() -> None:
    found = formal(
        "Le présent contrat est conclu pour une durée de trois ans à compter de sa signature.",
        "Fait à Mende, le 4 mars 2021",
        under="Durée",
    )
    assert (found.start_date, found.duration_months) == ("2021-03-04", 36)
    assert found.evidence["start_date"][0].status is EvidenceStatus.DERIVED
    assert found.end_date is None  # the end is counted later, from the start and the length


@pytest.mark.parametrize(
    "text",
    [
        "Un contrat est généralement conclu pour une durée de trois ans.",
        "Une durée de cinq ans pourrait être retenue.",
        "Le présent contrat peut être dénoncé avec un préavis de six mois.",
        "La coordinatrice est recrutée sur un poste pour une durée de trois ans.",
    ],
)
def test_usual_or_foreign_lengths_are_not_its_own(text: str) -> None:
    assert prose(text).duration_months is None


def test_a_notice_in_the_article_on_duration_is_no_length() -> None:
    found = formal(
        "Le présent contrat est conclu pour quatre ans.",
        "Il peut être résilié par chacune des parties avec un préavis de six mois.",
        under="Article 9 – Durée et résiliation",
    )
    assert found.duration_months == 48


def test_a_contract_tells_its_dates_outside_its_articles() -> None:
    found = formal(
        "Le contrat a été signé le 18 mars 2019. Il prend effet le 1er avril 2019 et se termine le 31 mars 2024.",
        under="Préambule",
    )
    assert (found.signature_date, found.start_date, found.end_date) == (
        "2019-03-18",
        "2019-04-01",
        "2024-03-31",
    )


def test_the_end_of_a_sentence_that_tells_the_signature_is_not_the_signature() -> None:
    found = formal(
        "Signé le 30 juin 2022 pour cinq ans, le contrat court jusqu'au 30 juin 2027.", under="Quand ?"
    )
    assert (found.signature_date, found.end_date, found.duration_months) == ("2022-06-30", "2027-06-30", 60)


def test_years_of_a_period_stand_only_where_nothing_is_more_precise() -> None:
    assert prose("Le contrat couvre la période 2024-2029.").start_date == "2024"
    titled = formal("Contrat local de santé 2019 – 2023", under="")
    assert (titled.start_date, titled.end_date) == ("2019", "2023")
    precise = formal(
        "Contrat local de santé 2019 – 2023", "Le contrat prend effet le 1er avril 2019.", under=""
    )
    assert (precise.start_date, precise.end_date) == ("2019-04-01", None)
    other = formal("Projet régional de santé 2018 – 2028", under="")
    assert other.end_date is None


def test_this_first_contract_is_this_one() -> None:
    found = formal(
        "Ce premier contrat local de santé est conclu pour quatre ans, du 1er février 2019 au 31 janvier 2023.",
        under="Préambule",
    )
    assert (found.start_date, found.end_date, found.duration_months) == ("2019-02-01", "2023-01-31", 48)
    assert formal("Le premier contrat a couvert la période 2012-2015.", under="Préambule").end_date is None


@pytest.mark.parametrize(
    ("text", "start", "end", "months"),
    [
        (
            "Il produit ses effets du 1er avril 2023 au 31 mars 2028, soit cinq années pleines.",
            "2023-04-01",
            "2028-03-31",
            60,
        ),
        (
            "Le contrat est souscrit pour quatre ans et demi (54 mois), avec effet au 1er novembre 2021.",
            "2021-11-01",
            None,
            54,
        ),
        (
            "Sa validité est fixée à quarante-huit mois ; elle court dès le 1er janvier 2023.",
            "2023-01-01",
            None,
            48,
        ),
        (
            "Le contrat vaut pour quatre années, période ouverte le 2 janvier 2019 et close le 31 décembre 2022.",
            "2019-01-02",
            "2022-12-31",
            48,
        ),
        ("Le contrat s'éteint trois ans plus tard, soit le 23 juin 2024.", None, "2024-06-23", 36),
        (
            "Les parties contractent pour cinq ans. Le point de départ est fixé au 1er janvier 2022.",
            "2022-01-01",
            None,
            60,
        ),
    ],
)
def test_periods_in_many_words(text: str, start: str | None, end: str | None, months: int) -> None:
    found = formal(*text.split(". "), under="7. Engagement dans le temps")
    assert (found.start_date, found.end_date, found.duration_months) == (start, end, months)


def test_an_amendment_moves_the_end() -> None:
    text = (
        "Le contrat, qui devait expirer le 14 novembre 2023, demeure en vigueur jusqu'au 30 juin 2025 inclus."
    )
    assert extract_times(sentences(text), formal=True, amendment=True).end_date == "2025-06-30"
