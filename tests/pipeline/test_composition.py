"""Whole contracts out of a formal text, a municipal page and a regional page, each value with its proof."""

import pytest

from models.evidence import EvidenceStatus, MissingReason
from models.layout import Block, Layout, Page
from models.records import Contract, ContractKind, Modality, TerritoryType
from pipeline.extraction import Extraction, extract_layout
from tests.extractors.writing import bullet, grid, heading, paragraph, web_layout

PARTIES = (
    heading("Entre les soussignés"),
    paragraph("L'Agence régionale de santé Bretagne, représentée par son directeur général, M. Luc Tanguy,"),
    paragraph("La préfecture du Finistère, représentée par Mme Rose Vasseur, préfète,"),
    paragraph("La ville de Landivisiau, représentée par sa maire, Mme Anne Le Goff,"),
    paragraph("Il est convenu ce qui suit :"),
)


def formal(*blocks: Block, title: str = "Contrat local de santé de Landivisiau") -> Extraction:
    """A paged document with a title and three parties."""
    whole = (heading(title, 1), *PARTIES, *blocks)
    paged = tuple(block.model_copy(update={"page": 1}) for block in whole)
    layout = Layout(pages=(Page(number=1, width=595, height=842, blocks=paged),), reader="test")
    return extract_layout(layout, document="contrat.pdf")


def page(*blocks: Block, title: str | None = None) -> Extraction:
    return extract_layout(web_layout(*blocks, title=title), document="page.html")


def only(found: Extraction) -> Contract:
    (contract,) = found.contracts
    return contract


@pytest.fixture(scope="module")
def signed() -> Contract:
    return only(
        formal(
            heading("Article 3 – Durée du contrat"),
            paragraph(
                "Le présent contrat est conclu pour une durée de cinq ans. Il prend effet le 1er avril 2021."
            ),
            heading("Axe 1 : Accès aux soins"),
            heading("Fiche action 1 : Car de santé", 3),
            grid(("Pilote", "CCAS"), ("Objectifs", "Rapprocher les soins"), ("Budget", "5 000 €")),
            heading("Axe 2 : Prévention"),
            paragraph("Fait à Landivisiau, en trois exemplaires, le 17 mars 2021"),
        )
    )


def test_a_signed_contract(signed: Contract) -> None:
    assert (signed.kind, signed.modality) == (ContractKind.CLS, Modality.SIGNED)
    assert (signed.territory.name, signed.territory.type, signed.departments, signed.region) == (
        "Landivisiau",
        TerritoryType.COMMUNE,
        ("29",),
        "53",
    )
    assert (signed.signature_date, signed.start_date, signed.duration_months) == (
        "2021-03-17",
        "2021-04-01",
        60,
    )
    assert [signatory.name for signatory in signed.signatories] == [
        "Agence régionale de santé Bretagne",
        "Préfecture du Finistère",
        "Ville de Landivisiau",
    ]
    assert [axis.title for axis in signed.axes] == ["Accès aux soins", "Prévention"]
    assert [(action.title, action.axis) for action in signed.actions] == [("Car de santé", "Accès aux soins")]


def test_what_a_contract_tells_beyond_its_parties() -> None:
    contract = only(
        formal(
            heading("Préambule"),
            paragraph("Le contrat décline le projet régional de santé 2018-2028."),
            paragraph("Le diagnostic local de santé a été réalisé en 2020 par l'ORS Bretagne."),
            heading("Gouvernance"),
            paragraph("Le comité de pilotage réunit les signataires et la CPAM deux fois par an."),
        )
    )
    assert contract.title == "Contrat local de santé de Landivisiau"
    assert [(body.name, body.frequency) for body in contract.committees] == [
        ("Comité de pilotage", "deux fois par an")
    ]
    assert contract.health_assessment is not None
    assert (contract.health_assessment.date, contract.health_assessment.authors) == (
        "2020",
        ("ORS Bretagne",),
    )
    assert [link.name for link in contract.plan_links] == ["projet régional de santé 2018-2028"]
    assert contract.evidence["title"][0].page == contract.committees[0].evidence[0].page == 1


def test_a_page_about_one_contract_tells_them_too() -> None:
    told = paragraph("Le contrat local de santé décline le projet régional de santé 2018-2028.")
    signed = paragraph(
        "Le contrat local de santé de Dreux a été signé en 2021 entre l'ARS Centre-Val de Loire et la ville de Dreux."
    )
    alone = only(page(heading("Le contrat local de santé de Dreux", 1), signed, told))
    assert [link.kind.value for link in alone.plan_links] == ["prs"]


def test_what_is_not_there_is_said_to_be_missing(signed: Contract) -> None:
    assert signed.missing == {"end_date": MissingReason.ABSENT}


def test_every_value_is_proved_or_derived(signed: Contract) -> None:
    for name in (
        "kind",
        "territory",
        "signatories",
        "signature_date",
        "start_date",
        "duration_months",
        "axes",
    ):
        assert signed.evidence[name], name
        assert all(proof.page == 1 for proof in signed.evidence[name])
    assert signed.evidence["region"][0].status is EvidenceStatus.DERIVED
    assert len(signed.evidence["signatories"]) == len(signed.signatories)


def test_a_draft_without_a_date_is_not_called_signed() -> None:
    assert only(formal(paragraph("Fait à Landivisiau, le"))).modality is Modality.UNKNOWN


def test_a_protocol_is_not_yet_a_contract() -> None:
    contract = only(
        formal(
            paragraph("Fait à Landivisiau, le 17 mars 2021"),
            title="Protocole d'accord préalable au contrat local de santé de Landivisiau",
        )
    )
    assert (contract.kind, contract.modality) == (ContractKind.PROTOCOLE, Modality.PROTOCOL)
    assert contract.signature_date == "2021-03-17"


def test_an_amendment() -> None:
    contract = only(formal(title="Avenant n° 1 au contrat local de santé de Landivisiau"))
    assert contract.kind is ContractKind.AVENANT


def test_a_contract_of_another_kind_gives_none_and_says_why() -> None:
    found = formal(title="Contrat de ville de Landivisiau 2015-2020")
    assert (found.contracts, found.no_contract_reason) == ((), "C'est un contrat de ville.")


def test_a_municipal_page() -> None:
    contract = only(
        page(
            heading("Le contrat local de santé de Gennevilliers", 1),
            paragraph(
                "Le contrat local de santé de Gennevilliers a été signé fin 2014 entre l'ARS Île-de-France, "
                "la préfecture des Hauts-de-Seine et la ville de Gennevilliers."
            ),
            paragraph("Il porte sur deux thématiques :"),
            bullet("L'accès aux soins"),
            bullet("La santé mentale"),
        )
    )
    assert (contract.modality, contract.signature_date) == (Modality.SIGNED, "2014")
    assert (contract.territory.name, contract.territory.code) == ("Gennevilliers", "92036")
    assert [axis.title for axis in contract.axes] == ["L'accès aux soins", "La santé mentale"]
    assert [signatory.name for signatory in contract.signatories][2] == "Ville de Gennevilliers"


def test_to_be_the_first_to_sign_is_not_to_have_signed() -> None:
    contract = only(
        page(
            heading("Santé à Gennevilliers", 1),
            paragraph(
                "Le contrat local de santé de Gennevilliers sera le premier à être signé, en 2026, "
                "entre l'ARS Île-de-France et la ville de Gennevilliers."
            ),
        )
    )
    assert contract.modality is Modality.ANNOUNCED
    assert contract.signature_date is None


@pytest.fixture(scope="module")
def regional() -> Extraction:
    def stated(name: str, department: str, day: str) -> Block:
        return paragraph(
            f"Le contrat local de santé de {name} a été signé le {day} entre l'ARS, "
            f"la préfecture {department} et la ville de {name}."
        )

    return page(
        heading("Les contrats locaux de santé en Île-de-France", 1),
        paragraph("3 contrats ont été signés en Île-de-France : Gennevilliers, Sevran et Nanterre."),
        heading("Gennevilliers (Hauts-de-Seine)"),
        stated("Gennevilliers", "des Hauts-de-Seine", "3 mars 2020"),
        bullet("accès aux soins"),
        heading("Sevran (Seine-Saint-Denis)"),
        stated("Sevran", "de la Seine-Saint-Denis", "11 avril 2018"),
        heading("Nanterre (Hauts-de-Seine)"),
        paragraph(
            "Le protocole d'accord de Nanterre a été signé le 5 mai 2021 entre l'ARS, "
            "la préfecture des Hauts-de-Seine et la ville de Nanterre."
        ),
    )


def test_a_regional_page_gives_each_contract_its_own_values(regional: Extraction) -> None:
    assert [(c.territory.name, c.departments, c.signature_date) for c in regional.contracts] == [
        ("Gennevilliers", ("92",), "2020-03-03"),
        ("Sevran", ("93",), "2018-04-11"),
        ("Nanterre", ("92",), "2021-05-05"),
    ]


def test_a_bare_name_of_an_institution_is_completed_by_the_place(regional: Extraction) -> None:
    assert "Île-de-France" in regional.contracts[0].signatories[0].name
    assert regional.contracts[0].evidence["signatories"][0].status is EvidenceStatus.DERIVED


def test_a_list_that_contradicts_the_text_is_told(regional: Extraction) -> None:
    assert regional.contracts[2].kind is ContractKind.PROTOCOLE
    (issue,) = [issue for issue in regional.issues if issue.code == "contract.contradiction"]
    assert "Nanterre" in issue.message
    assert issue.quote is not None


def test_an_explanation_has_no_contract_and_says_why() -> None:
    found = page(
        heading("Qu'est-ce qu'un contrat local de santé ?", 1),
        paragraph("Les contrats locaux de santé sont signés par l'ARS et les communes pour 3 ou 5 ans."),
    )
    assert found.contracts == ()
    assert found.no_contract_reason


def test_a_contract_told_in_short_sentences_without_its_name() -> None:
    contract = only(
        page(
            heading("Nous nous engageons", 1),
            paragraph("Ce contrat s'appelle : contrat local de santé."),
            paragraph("La ville de Landivisiau a signé avec l'ARS Bretagne."),
            paragraph("Nous avons signé le 10 décembre 2021."),
        )
    )
    assert contract.territory.name == "Landivisiau"
    assert contract.signature_date == "2021-12-10"


@pytest.mark.parametrize(
    "texts",
    [
        ("Le contrat territorial de Douai", "Signé à Douai le 5 mai 2022. Il diffère du contrat local de santé."),
        ("La ville de Landivisiau", "La ville de Landivisiau et l'ARS Bretagne souhaitent un contrat local de santé."),
        ("Santé à Landivisiau", "Ce volet pourra, à terme, être repris dans un contrat local de santé."),
    ],
)  # fmt: skip
def test_a_contract_that_is_only_wished_for_or_told_apart_is_none(texts: tuple[str, str]) -> None:
    assert page(heading(texts[0], 1), paragraph(texts[1]), paragraph("Contact : la mairie.")).contracts == ()


def test_questions_and_answers_in_a_table_about_one_town() -> None:
    contract = only(
        page(
            heading("Le CLS en une page", 1),
            paragraph("Note à l'attention des nouveaux élus de Villeurbanne."),
            grid(
                ("On a signé quand ?", "le 24 novembre 2022"),
                ("Avec qui ?", "l'ARS Auvergne-Rhône-Alpes, la préfecture du Rhône"),
                ("Jusqu'à quand ?", "31 octobre 2027"),
            ),
        )
    )
    assert contract.territory.name == "Villeurbanne"
    assert (contract.signature_date, contract.end_date) == ("2022-11-24", "2027-10-31")
    assert [s.kind.value for s in contract.signatories] == ["ars", "etat"]


def test_a_press_release_on_paper_is_no_contract_of_its_own() -> None:
    found = formal(
        paragraph("Ils ont signé ce mercredi le contrat local de santé."), title="Communiqué de presse"
    )
    assert [contract.kind for contract in found.contracts] == [ContractKind.CLS]
    assert found.contracts[0].signature_date is None


def test_a_contract_that_is_named_with_a_grouping() -> None:
    contract = only(
        page(
            heading("Un potager pour apaiser", 1),
            paragraph(
                "Financée au titre du contrat local de santé de la Communauté d'agglomération de Haguenau, la "
                "réalisation est l'œuvre du centre hospitalier."
            ),
        )
    )
    assert (contract.territory.name, contract.territory.type) == ("Haguenau", TerritoryType.EPCI)


def test_an_explanation_that_names_a_hospital_is_no_contract() -> None:
    found = page(
        heading("Contrat local de santé - Définition", 1),
        paragraph("Le contrat local de santé porte sur la prévention, les soins et le médico-social."),
        heading("Ses axes"),
        bullet("la promotion de la santé"),
        bullet("les soins à L'Hôpital et en ville"),
    )
    assert found.contracts == ()
