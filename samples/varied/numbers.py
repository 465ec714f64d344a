"""Numbers and dates as French contracts print them."""

from dataclasses import dataclass

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
)  # fmt: skip
UNITS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
TENS = {2: "vingt", 3: "trente"}
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def words(number: int) -> str:
    """0 to 39 in words: enough for days, years of this century and counts."""
    if number < 20:
        return UNITS[number]
    ten, unit = divmod(number, 10)
    if unit == 0:
        return TENS[ten]
    return f"{TENS[ten]} et un" if unit == 1 else f"{TENS[ten]}-{UNITS[unit]}"


@dataclass(frozen=True)
class Day:
    year: int
    month: int
    day: int

    @property
    def iso(self) -> str:
        return f"{self.year}-{self.month:02d}-{self.day:02d}"

    @property
    def long(self) -> str:
        return f"{'1er' if self.day == 1 else self.day} {MONTHS[self.month - 1]} {self.year}"

    @property
    def numeric(self) -> str:
        return f"{self.day:02d}/{self.month:02d}/{self.year}"

    @property
    def in_words(self) -> str:
        day = "premier" if self.day == 1 else words(self.day)
        return f"{day} {MONTHS[self.month - 1]} deux mille {words(self.year - 2000)}"
