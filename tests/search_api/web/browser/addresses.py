"""The pages to look at, taken from the routes of the application: a new page is tested without a line here.

A page whose address has parameters needs an example in EXAMPLES; `test_every_page_has_an_example` says so.
"""

from datetime import date

from fastapi.responses import HTMLResponse
from fastapi.routing import APIRoute, iter_route_contexts

from pipeline.store.memory import MemoryStore
from search_api.app import create_app
from search_api.coordination.collections import key_of
from search_api.engines.memory import MemoryEngine
from search_api.services import Services

PDF = "a" * 64
#: Examples of addresses with parameters (required), and further views of those without (added to the bare one).
EXAMPLES: dict[str, tuple[str, ...]] = {
    "/recherche": (
        "/recherche?q=bus+sant%C3%A9",
        "/recherche?q=rien+du+tout",
        "/recherche?theme=addictions",
        "/recherche?q=sant%C3%A9&group=contract&department=28",
    ),
    "/inventaire": ("/inventaire?department=29&sort=end", "/inventaire?q=rien+du+tout"),
    "/inventaire/silences": (
        "/inventaire/silences?region=24&state=found",
        "/inventaire/silences?q=rien+du+tout",
    ),
    "/a-verifier/contradictions": ("/a-verifier/contradictions?severity=error&sort=territory",),
    "/a-verifier/fiches": ("/a-verifier/fiches?level=weak&sort=confidence",),
    "/inventaire/regions": ("/inventaire/regions?couleur=part", "/inventaire/regions?couleur=statut"),
    "/inventaire/regions/{code}": ("/inventaire/regions/24",),
    "/echeances": ("/echeances?region=24",),
    "/inventaire/chronologie": ("/inventaire/chronologie?region=24", "/inventaire/chronologie?department=01"),
    "/territoires/{key:path}": ("/territoires/28134",),
    "/contrats/{contract_id}": ("/contrats/c-dreux", "/contrats/c-hostile"),
    "/actions/{action_id}": ("/actions/a-bus", "/actions/a-formule"),
    "/preuve/{what}/{record_id}/{field}": (
        "/preuve/contracts/c-dreux/signature_date",
        "/preuve/contracts/c-dreux/territory",
        "/preuve/contracts/c-dreux/end_date",
        "/preuve/contracts/c-dreux/committees.1",
    ),
    "/actions-types/{archetype_id}": ("/actions-types/mise-en-place-d-un-bus-sante-mobile",),
    "/indicateurs": ("/indicateurs?q=passages", "/indicateurs?q=rien"),
    "/territoires/{key:path}/jumeaux": ("/territoires/28134/jumeaux",),
    "/panier": (f"/panier?fiches={key_of('a-bus')}.{key_of('c-dreux')}",),
    "/comparer": ("/comparer?action=a-bus&action=a-tabac", "/comparer?action=a-bus"),
    "/documents/{sha256}": (f"/documents/{PDF}",),
}
#: Answers to bad addresses are pages too.
WRONG = ("/contrats/absent", "/rien", "/recherche?page=x")


def page_paths() -> list[str]:
    """The path of every route that answers a GET with a page."""
    services = Services(MemoryStore(), MemoryEngine(), lambda _: None, lambda _: None, date.today)
    return sorted(
        {
            context.path
            for context in iter_route_contexts(create_app(services).routes)
            if isinstance(context.original_route, APIRoute)
            and "GET" in (context.methods or ())
            and _response_class(context.response_class) is HTMLResponse
        }
    )


def _response_class(declared: object) -> object:
    return getattr(declared, "value", declared)  # FastAPI wraps a router's default


def page_addresses() -> list[str]:
    """One or more addresses of every page; those that need an example and have none are left out."""
    found = []
    for path in page_paths():
        found += [*([] if "{" in path else [path]), *EXAMPLES.get(path, ())]
    return found
