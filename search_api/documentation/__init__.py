"""What documentalists need of the published catalogue, worked out once a publication: see `dossier.py`."""
