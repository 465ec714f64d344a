"""The vocabulary of the domain, French and English: `data/*.yaml` the words, `reader.py` reads them."""
