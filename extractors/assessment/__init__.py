"""The local health assessment that a contract rests on: when, by whom, what it found."""
