"""Collect, store, compose the extraction, link, take the inventory, evaluate. Plain functions; no Prefect."""
