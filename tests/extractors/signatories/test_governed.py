"""Who signs and who does not, by what governs the organisations of a sentence."""

import pytest

from extractors.signatories.prose import items_of

SIGNED = [
    (
        "Le contrat local de santé du Haut-Béarn réunit quatre signataires : la communauté de communes du "
        "Haut-Béarn, l'ARS Nouvelle-Aquitaine, l'État et la CPAM Pau-Pyrénées.",
        [
            ("communauté de communes du Haut-Béarn", None),
            ("ARS Nouvelle-Aquitaine", None),
            ("État", None),
            ("CPAM Pau-Pyrénées", None),
        ],
    ),
    (
        "Signataires : Ville de Lens (Mme Sophie Delattre, maire) ; ARS Hauts-de-France (M. Marc Vilain, "
        "directeur général) ; préfecture du Pas-de-Calais (M. Louis Kerbrat, préfet).",
        [
            ("Ville de Lens", "Sophie Delattre"),
            ("ARS Hauts-de-France", "Marc Vilain"),
            ("préfecture du Pas-de-Calais", "Louis Kerbrat"),
        ],
    ),
    (
        "Ont apposé leur signature : Paul Durand, maire de Vierzon ; Claire Petit, directrice "
        "départementale de l'ARS Centre-Val de Loire ; Jean Morel, sous-préfet de Vierzon.",
        [
            ("Ville de Vierzon", "Paul Durand"),
            ("ARS Centre-Val de Loire", "Claire Petit"),
            ("Sous-préfecture de Vierzon", "Jean Morel"),
        ],
    ),
    (
        "L'ARS Bretagne, la préfecture du Finistère et Quimper Bretagne Occidentale sont cosignataires du "
        "contrat local de santé.",
        [("ARS Bretagne", None), ("préfecture du Finistère", None), ("Quimper Bretagne Occidentale", None)],
    ),
    (
        "Le document porte quatre signatures : celle de la maire, Jeanne Aubry, celle du préfet du Cher, "
        "Louis Kerbrat, celle de la directrice générale de l'ARS, Odile Ferrand, et celle du président de "
        "la CPAM, Yves Roux.",
        [
            ("Ville", "Jeanne Aubry"),
            ("Préfecture du Cher", "Louis Kerbrat"),
            ("ARS", "Odile Ferrand"),
            ("CPAM", "Yves Roux"),
        ],
    ),
    (
        "Aux côtés de la Ville de Nîmes, l'ARS Occitanie, le Département du Gard et la CPAM du Gard "
        "s'engagent par leur signature jusqu'en 2027.",
        [
            ("Ville de Nîmes", None),
            ("ARS Occitanie", None),
            ("Département du Gard", None),
            ("CPAM du Gard", None),
        ],
    ),
    (
        "Il lie la commune de Méru à l'ARS Hauts-de-France et à la préfecture de l'Oise.",
        [("commune de Méru", None), ("ARS Hauts-de-France", None), ("préfecture de l'Oise", None)],
    ),
    (
        "La signature du contrat entre la Ville de Melun, l'ARS Île-de-France et la préfecture de "
        "Seine-et-Marne a eu lieu le 3 mai 2021.",
        [("Ville de Melun", None), ("ARS Île-de-France", None), ("préfecture de Seine-et-Marne", None)],
    ),
    (
        "Le contrat local de santé de la ville de Guéret, cosigné avec le conseil départemental de la "
        "Creuse et la MSA du Limousin, court sur cinq ans.",
        [("ville de Guéret", None), ("conseil départemental de la Creuse", None), ("MSA du Limousin", None)],
    ),
    (
        "La Ville de Dole, l'ARS Bourgogne-Franche-Comté et l'État sont parties au contrat local de santé.",
        [("Ville de Dole", None), ("ARS Bourgogne-Franche-Comté", None), ("État", None)],
    ),
    (
        "Le contrat associe la communauté de communes du Clunisois, l'ARS et le Département de Saône-et-Loire.",
        [
            ("communauté de communes du Clunisois", None),
            ("ARS", None),
            ("Département de Saône-et-Loire", None),
        ],
    ),
    (
        "La ville de Niort s'est engagée avec l'ARS Nouvelle-Aquitaine et la préfecture des Deux-Sèvres "
        "dans un contrat local de santé.",
        [("ville de Niort", None), ("ARS Nouvelle-Aquitaine", None), ("préfecture des Deux-Sèvres", None)],
    ),
    (
        "Le contrat local de santé a été contresigné par la maire de Sète, le préfet de l'Hérault et le "
        "directeur général de l'ARS Occitanie.",
        [("Ville de Sète", None), ("Préfecture de l'Hérault", None), ("ARS Occitanie", None)],
    ),
    (
        "Trois institutions ont signé le contrat local de santé : la Ville de Tarbes, l'ARS Occitanie et "
        "la CPAM des Hautes-Pyrénées.",
        [("Ville de Tarbes", None), ("ARS Occitanie", None), ("CPAM des Hautes-Pyrénées", None)],
    ),
    (
        "M. Jean Dupont, maire d'Agen, Mme Anne Roy, sous-préfète de Nérac, et M. Luc Bastide, délégué "
        "départemental de l'ARS Nouvelle-Aquitaine, ont signé le contrat local de santé.",
        [
            ("Ville d'Agen", "Jean Dupont"),
            ("Sous-préfecture de Nérac", "Anne Roy"),
            ("ARS Nouvelle-Aquitaine", "Luc Bastide"),
        ],
    ),
    (
        "La communauté de communes Cœur de Loire (CCCL) et l'ARS Bourgogne-Franche-Comté ont officialisé "
        "leur partenariat en signant un contrat local de santé.",
        [("communauté de communes Cœur de Loire (CCCL", None), ("ARS Bourgogne-Franche-Comté", None)],
    ),
    (
        "Au bas du contrat figurent les signatures de la Ville de Bourges, de l'ARS Centre-Val de Loire "
        "et de la préfecture du Cher.",
        [("Ville de Bourges", None), ("ARS Centre-Val de Loire", None), ("préfecture du Cher", None)],
    ),
    (
        "Revêtu des signatures du maire de Laon, du préfet de l'Aisne et du directeur général de l'ARS "
        "Hauts-de-France, le contrat local de santé entre en vigueur.",
        [("Ville de Laon", None), ("Préfecture de l'Aisne", None), ("ARS Hauts-de-France", None)],
    ),
    (
        "Le contrat local de santé liant la communauté d'agglomération du Grand Cahors, l'ARS Occitanie "
        "et la préfecture du Lot a été signé le 2 mars 2020.",
        [
            ("communauté d'agglomération du Grand Cahors", None),
            ("ARS Occitanie", None),
            ("préfecture du Lot", None),
        ],
    ),
    (
        "La communauté de communes du Clermontois a contractualisé avec l'ARS Hauts-de-France, la CPAM de "
        "l'Oise et le Département de l'Oise un contrat local de santé.",
        [
            ("communauté de communes du Clermontois", None),
            ("ARS Hauts-de-France", None),
            ("CPAM de l'Oise", None),
            ("Département de l'Oise", None),
        ],
    ),
    (
        "Le CLS engage cinq partenaires : la commune de Creil, l'ARS, la préfecture de l'Oise, le conseil "
        "départemental de l'Oise et la CPAM de l'Oise.",
        [
            ("commune de Creil", None),
            ("ARS", None),
            ("préfecture de l'Oise", None),
            ("conseil départemental de l'Oise", None),
            ("CPAM de l'Oise", None),
        ],
    ),
    (
        "Le président de la communauté de communes du Pays de Mormal, Guy Lambert, a signé mardi le "
        "contrat local de santé avec Hélène Costa, directrice de l'offre de soins à l'ARS "
        "Hauts-de-France, et Paul Rey, sous-préfet d'Avesnes-sur-Helpe.",
        [
            ("communauté de communes du Pays de Mormal", "Guy Lambert"),
            ("ARS Hauts-de-France", "Hélène Costa"),
            ("Sous-préfecture d'Avesnes-sur-Helpe", "Paul Rey"),
        ],
    ),
    (
        "C'est la maire de Lens, Sophie Delattre, qui a signé le contrat avec le directeur général de "
        "l'ARS, Marc Vilain, et la sous-préfète, Anne Roy.",
        [("Ville de Lens", "Sophie Delattre"), ("ARS", "Marc Vilain"), ("Sous-préfecture", "Anne Roy")],
    ),
    (
        "Le contrat local de santé a été validé et signé conjointement par l'ARS Normandie, la Ville "
        "d'Alençon et le Centre hospitalier d'Alençon-Mamers.",
        [("ARS Normandie", None), ("Ville d'Alençon", None), ("Centre hospitalier d'Alençon-Mamers", None)],
    ),
    (
        "Parmi les signataires figurent la communauté urbaine d'Alençon, l'ARS Normandie, la région "
        "Normandie et la MSA Mayenne-Orne-Sarthe.",
        [
            ("communauté urbaine d'Alençon", None),
            ("ARS Normandie", None),
            ("région Normandie", None),
            ("MSA Mayenne-Orne-Sarthe", None),
        ],
    ),
    (
        "Les signataires du contrat local de santé, à savoir la Ville de Roanne, l'ARS et la préfecture "
        "de la Loire, se réunissent chaque année.",
        [("Ville de Roanne", None), ("ARS", None), ("préfecture de la Loire", None)],
    ),
    (
        "Y ont souscrit la Ville de Dax, l'ARS Nouvelle-Aquitaine et le centre hospitalier de Dax.",
        [("Ville de Dax", None), ("ARS Nouvelle-Aquitaine", None), ("centre hospitalier de Dax", None)],
    ),
    (
        "Autour de la table, mardi, pour signer le contrat local de santé : Marie Leroux, maire d'Elbeuf, "
        "Farid Benali, directeur général adjoint de l'ARS Normandie, et Claude Perrin, sous-préfet.",
        [
            ("Ville d'Elbeuf", "Marie Leroux"),
            ("ARS Normandie", "Farid Benali"),
            ("Sous-préfecture", "Claude Perrin"),
        ],
    ),
    (
        "Conclu par la Ville d'Épinal et l'ARS Grand Est, en présence du préfet des Vosges et du "
        "président du conseil départemental, ce contrat local de santé porte sur quatre axes.",
        [("Ville d'Épinal", None), ("ARS Grand Est", None)],
    ),
    (
        "Le contrat est signé de la main du maire de Gap, Roger Didot, et de la directrice de l'ARS PACA, "
        "Inès Laurent.",
        [("Ville de Gap", "Roger Didot"), ("ARS PACA", "Inès Laurent")],
    ),
    (
        "Ville, ARS, préfecture, CPAM : tous ont signé le contrat local de santé le 4 mai 2022.",
        [("Ville", None), ("ARS", None), ("préfecture", None), ("CPAM", None)],
    ),
    (
        "Le contrat local de santé est porté par la communauté de communes et cosigné par l'ARS "
        "Normandie, le Département de la Manche et la CPAM de la Manche.",
        [
            ("la communauté de communes et cosigné par l'ARS Normandie", None),
            ("le Département de la Manche", None),
            ("la CPAM de la Manche", None),
            ("l'ARS Normandie", None),
        ],
    ),
    (
        "Ils étaient trois à sortir le stylo : Rémi Castellot, président de la Communauté d'agglomération du Grand "
        "Saint-Dizier, Der et Vallées, Anne Pichavant, directrice de l'ARS Grand Est, et Luc Roy, sous-préfet.",
        [
            ("Communauté d'agglomération du Grand Saint-Dizier, Der et Vallées", "Rémi Castellot"),
            ("ARS Grand Est", "Anne Pichavant"),
            ("Sous-préfecture", "Luc Roy"),
        ],
    ),
    (
        "La Ville de Moulins, l'ARS Auvergne-Rhône-Alpes et la CPAM de l'Allier viennent de reconduire leur contrat.",
        [("Ville de Moulins", None), ("ARS Auvergne-Rhône-Alpes", None), ("CPAM de l'Allier", None)],
    ),
    (
        "Il a été conclu entre, d'une part, la Ville de Brive et, d'autre part, l'ARS Nouvelle-Aquitaine.",
        [("Ville de Brive", None), ("ARS Nouvelle-Aquitaine", None)],
    ),
    (
        "Une convention tripartite : Dinan Agglomération, l'ARS Bretagne et la préfecture des "
        "Côtes-d'Armor ont conclu leur contrat local de santé.",
        [("Dinan Agglomération", None), ("ARS Bretagne", None), ("préfecture des Côtes-d'Armor", None)],
    ),
]
NOT_SIGNED = [
    "Le comité de pilotage du contrat local de santé réunit la Ville de Gap, l'ARS, la préfecture et la CPAM.",
    "Le contrat est financé par l'ARS et la Région.",
    "L'animation est assurée par la Ville avec l'ARS et la CPAM.",
    "Le contrat local de santé s'appuie sur de nombreux partenaires : la CPAM, la MSA, le centre "
    "hospitalier et les associations.",
    "Une réunion publique a rassemblé la Ville de Gap, l'ARS et la CPAM autour du contrat local de santé.",
    "Le diagnostic a été réalisé par l'ORS avec la CPAM du Rhône et l'ARS.",
]


@pytest.mark.parametrize(("text", "names"), SIGNED)
def test_the_verb_says_who_signs(text: str, names: list[tuple[str, str | None]]) -> None:
    assert [(item.name, item.person.name if item.person else None) for item in items_of(text)] == names


@pytest.mark.parametrize("text", NOT_SIGNED)
def test_who_meets_pays_or_works_does_not_sign(text: str) -> None:
    assert items_of(text) == []
