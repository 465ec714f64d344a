"""`/inventaire/regions`: the country by region, and each region with its map, its figures and its contracts."""

from typing import Literal

from fastapi import APIRouter, HTTPException

from models.catalogue import InventoryRow
from pipeline.regional.perimeter import population_of
from search_api.documentation.dossier import Dossier, DossierCache
from search_api.documentation.regions import region_codes, region_summary, rows_of
from search_api.pages.map import by_number, by_share, by_status, department_map
from search_api.pages.render import render
from search_api.pages.territory_map import region_map
from search_api.services import Services
from search_api.views import counted

Colour = Literal["nombre", "statut", "part"]
#: What the map of the country can show, and what its drawing is called.
COLOURS: dict[Colour, str] = {
    "nombre": "Nombre de contrats par département",
    "statut": "Statut des contrats par département",
    "part": "Part de la population sous contrat en vigueur, par département",
}


def region_pages(router: APIRouter, services: Services, dossiers: DossierCache) -> None:
    @router.get("/inventaire/regions")
    def regions(couleur: Colour = "nombre") -> str:
        dossier = dossiers.get()
        return render(
            "documentation/regions.html",
            regions=[region_summary(dossier, code) for code in region_codes(dossier)],
            country=dossier.coverage.country,
            map=dossier.drawn(couleur, lambda: _country_map(dossier, couleur)),
            colour=couleur,
            colours=COLOURS,
        )

    @router.get("/inventaire/regions/{code}")
    def region(code: str) -> str:
        dossier = dossiers.get()
        if code not in dossier.coverage.regions:
            raise HTTPException(404, f"Aucune région de code « {code} ».")
        summary, rows = region_summary(dossier, code), rows_of(dossier, code)
        departments = [department.code for department in summary.departments]
        return render(
            "documentation/region.html",
            region=summary,
            contracts=[(row, _communes(dossier, row), _population(dossier, row)) for row in rows],
            map=dossier.drawn(
                code,
                lambda: region_map(
                    departments, rows, dossier.perimeters, f"Contrats de la région {summary.name}"
                ),
            ),
            vintage=dossier.census.vintage,
        )


def _country_map(dossier: Dossier, colour: Colour) -> str:
    rows = list(dossier.catalogue.rows.values())
    if colour == "statut":
        shades = by_status(rows)
    elif colour == "part":
        shades = by_share(dossier.coverage.departments)
    else:
        shades = by_number(counted(rows, "department"))
    return department_map(shades, COLOURS[colour])


def _communes(dossier: Dossier, row: InventoryRow) -> int | None:
    perimeter = dossier.perimeters[row.contract_id]
    return None if perimeter.unknown else len(perimeter.communes) + len(perimeter.parts)


def _population(dossier: Dossier, row: InventoryRow) -> int | None:
    return population_of(dossier.perimeters[row.contract_id], dossier.census)
