"""Themes, determinants, populations, types of action and settings of actions and contracts."""

from extractors.themes.extract import code_action, code_contract

__all__ = ["code_action", "code_contract"]
