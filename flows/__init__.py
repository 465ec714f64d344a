"""Prefect flows and the command line: what runs, when, with which retries."""
