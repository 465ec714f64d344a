import pytest

from models.records import OrganisationKind as Kind
from models.vocabularies.organisations import normalise_organisation, organisation_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Agence régionale de santé de Basse-Normandie", Kind.ARS),
        ("l’ARS Île-de-France", Kind.ARS),
        ("Délégation départementale de l'ARS", Kind.ARS),
        ("l'État, représenté par le préfet du Var", Kind.ETAT),
        ("Sous-préfecture de Die", Kind.ETAT),
        ("Rectorat de l'académie de Lille", Kind.ETAT),
        ("Région académique Occitanie", Kind.ETAT),
        ("Direction départementale de la cohésion sociale", Kind.ETAT),
        ("Ville de Sevran", Kind.COMMUNE),
        ("Millau", Kind.COMMUNE),
        ("Communauté de communes du Grand Autunois Morvan", Kind.EPCI),
        ("Flers Agglo", Kind.EPCI),
        ("Ardenne Métropole", Kind.EPCI),
        ("Métropole de Lyon", Kind.EPCI),
        ("PETR Gâtinais montargois", Kind.EPCI),
        ("Pays de Redon", Kind.EPCI),
        ("Syndicat mixte du Pays d'Arles", Kind.EPCI),
        ("Conseil général de l'Orne", Kind.DEPARTEMENT),
        ("Département du Nord", Kind.DEPARTEMENT),
        ("Région Pays de la Loire", Kind.REGION),
        ("Conseil régional Centre-Val de Loire", Kind.REGION),
        ("CGSS Martinique", Kind.ASSURANCE_MALADIE),
        ("MSA Mayenne-Orne-Sarthe", Kind.ASSURANCE_MALADIE),
        ("Centre hospitalier du Pays de Sault", Kind.ETABLISSEMENT),
        ("Hôpital Lozère", Kind.ETABLISSEMENT),
        ("CPTS du pays d'Arles", Kind.PROFESSIONNELS),
        ("Conseil départemental de l'ordre des médecins", Kind.PROFESSIONNELS),
        ("URPS infirmiers", Kind.PROFESSIONNELS),
        ("UNAFAM de l'Oise", Kind.ASSOCIATION),
        ("Mutualité française", Kind.ASSOCIATION),
        ("Association des maires du Lot", Kind.ASSOCIATION),
        ("Département de médecine générale", Kind.AUTRE),
        ("Conseil local de santé mentale", Kind.AUTRE),
        ("Université de Lille", Kind.AUTRE),
    ],
)
def test_the_head_of_the_name_tells_the_kind(name: str, kind: Kind) -> None:
    assert organisation_kind(name) is kind


@pytest.mark.parametrize(
    "names",
    [
        (
            "ARS Grand Est",
            "Agence régionale de santé du Grand Est",
            "Agence régionale de santé (ARS) Grand Est",
        ),
        ("Préfecture du Var", "Préfet du Var", "l'État représenté par le préfet du Var", "La préfète du Var"),
        ("CPAM du Var", "Caisse primaire d’assurance maladie du Var"),
        ("Ville du Mans", "Commune du Mans", "Mairie du Mans"),
        ("Conseil départemental de l'Orne", "Département de l'Orne", "Conseil général de l'Orne"),
        ("MSA de Bourgogne", "Mutualité sociale agricole de Bourgogne"),
        ("CC du Thouarsais", "Communauté de communes du Thouarsais"),
        ("CH de Laval", "Centre hospitalier de Laval"),
        ("Région Bretagne", "Conseil régional de Bretagne"),
    ],
)
def test_writings_of_one_organisation_share_a_key(names: tuple[str, ...]) -> None:
    assert len({normalise_organisation(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ARS Grand Est", "ARS de Lorraine"),
        ("CPAM du Var", "MSA du Var"),
        ("Préfecture du Var", "Préfecture du Gard"),
        ("Ville de Laval", "Laval Agglomération"),
        ("Ville de Die", "Sous-préfecture de Die"),
        ("Croix-Rouge française", "Mutualité française"),
    ],
)
def test_different_organisations_do_not(one: str, other: str) -> None:
    assert normalise_organisation(one) != normalise_organisation(other)
