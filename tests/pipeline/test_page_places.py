"""What a web page says of the region around the contracts that it tells of."""

import pytest

from pipeline.page_places import page_surroundings
from tests.extractors.writing import paragraph

START = [
    paragraph("Le contrat local de santé en dix questions."),
    paragraph("Qui signe ?"),
    paragraph("Pourquoi ?"),
]


@pytest.mark.parametrize(
    ("sentence", "region"),
    [
        ("D'une part, en Bourgogne, les inégalités sociales de santé sont majeures.", "27"),
        ("Le projet de l'agence régionale de santé de Normandie court jusqu'en 2028.", "28"),
        ("En Bourgogne comme en Bretagne, les médecins partent.", None),
        ("Les vins de Bourgogne sont renommés.", None),
    ],
)
def test_the_one_region_that_a_page_names(sentence: str, region: str | None) -> None:
    assert page_surroundings([*START, paragraph(sentence)], None).where.region == region


@pytest.mark.parametrize(
    ("sentence", "departments"),
    [
        ("Le Pays sera le premier territoire nivernais à signer un contrat.", ("58",)),
        ("Les communes mosellanes et les communes vosgiennes se sont réunies.", ()),
        ("Un chef girondin a préparé le repas.", ()),
        ("Dans le Gers, les territoires landais sont voisins.", ("32",)),
    ],
)
def test_an_adjective_tells_the_department_that_no_name_tells(
    sentence: str, departments: tuple[str, ...]
) -> None:
    assert page_surroundings([*START, paragraph(sentence)], None).where.departments == departments
