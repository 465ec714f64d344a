"""Text that is not what is printed: fonts without a true table of their letters."""

import pytest

from extractors.layout.garbled import is_garbled

FRENCH = (
    "Le contrat local de santé associe la ville, l'agence régionale de santé et l'État autour des habitants. "
    * 4
)
SHIFT = {code: code + 1 for code in range(ord("a"), ord("z"))}


@pytest.mark.parametrize(
    "text", [FRENCH, "", "12 avenue 3", "\uf0b7 Dépister tôt\n\uf0b7 Orienter les familles"]
)
def test_readable(text: str) -> None:
    assert not is_garbled(text)


@pytest.mark.parametrize(
    "text",
    [
        FRENCH.translate(SHIFT),
        "\ufffd" * 40 + "ARS",
        "".join(chr(0xE000 + ord(c)) for c in "contrat local de santé"),
        "\x07\x08" * 30,
        "ԱԲԳԴԵԶԷԸ" * 8,
    ],
    ids=["shifted letters", "unknown signs", "private signs", "control signs", "another script"],
)
def test_garbled(text: str) -> None:
    assert is_garbled(text)
