"""Server-rendered French pages: home, search, inventory, contract, action, evidence, documents."""

from search_api.pages.routes import build_pages

__all__ = ["build_pages"]
