# Atlas CLS. `make` alone lists the commands.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

DOCS ?= samples/documents
HOST ?= 127.0.0.1
PORT ?= 8000
NER_MODEL ?= data/ner
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
PY := .venv/bin/python
STAMP := .venv/.setup-done
DEV_STAMP := .venv/.setup-dev-done
# Idle OpenMP threads of OCR and NLP eat the cores that other documents need (12 s -> 1.4 s a page).
export OMP_THREAD_LIMIT := 1
export OMP_NUM_THREADS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo screenshots test test-slow test-extras setup setup-dev system lint format types serve evaluate calibrate train-ner clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

demo: setup ## Build the inventory from DOCS (default: the sample documents) and serve it on PORT (8000)
	@$(PY) -m flows.cli run --docs "$(DOCS)" --only; code=$$?; \
	if [ $$code -ne 0 ] && [ $$code -ne 3 ]; then exit $$code; fi
	@$(PY) -m flows.cli serve --host "$(HOST)" --port "$(PORT)"

screenshots: setup-dev ## Take the pictures of the README and of the user guide (docs/images) from the samples
	@$(PY) scripts/screenshots.py

test: setup-dev lint ## Lint, check the types and run the tests
	$(PY) -m pytest -n 2 --dist loadgroup -m "not slow"

test-slow: setup-dev ## Run the tests that take minutes: a cluster of three nodes that loses one
	$(PY) -m pytest -m slow

test-extras: setup-dev ## Install the transformers extra (torch, 5.6 GB) and run its tests
	$(PY) -m pip install -q -e '.[transformers]'
	$(PY) -m pytest -m transformers

lint: setup-dev ## Style, types and the floors' borders
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports

format: setup-dev ## Format the code
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

setup: $(STAMP) ## Create .venv with .venv/bin/atlas-cls, and what it needs

setup-dev: $(DEV_STAMP) ## The same, with the tools for the tests

system:
	@scripts/system-packages.sh python3-venv tesseract-ocr tesseract-ocr-fra

$(STAMP): pyproject.toml requirements/spacy-model.txt scripts/system-packages.sh
	@$(MAKE) --no-print-directory system
	@test -n "$(PYTHON)" || { echo "Il faut Python 3.11 ou plus : sudo apt-get install -y python3 python3-venv" >&2; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@echo "Installation des bibliothèques Python (quelques minutes la première fois)…"
	@$(PY) -m pip install -q --require-hashes --no-deps -r requirements/spacy-model.txt
	@$(PY) -m pip install -q -e .
	@touch $@

$(DEV_STAMP): $(STAMP)
	@$(PY) -m pip install -q -e '.[dev]'
	@touch $@

serve: setup ## Serve the pages of the last run
	@$(PY) -m flows.cli serve --host "$(HOST)" --port "$(PORT)"

# GOLD and PRED compare predictions that are there; else the corpora of the repository are extracted and judged.
evaluate: setup ## Scores per field over the corpora; fails under a floor; report in build/evaluation
ifdef PRED
	@$(PY) -m flows.cli evaluate "$(GOLD)" "$(PRED)"
else
	@$(PY) -m flows.cli evaluate --ratchet --out build/evaluation $(EVALUATE)
endif

calibrate: setup-dev ## Fit the confidences again on the corpora of the repository and of ATLAS_CORPORA
	@$(PY) -m flows.cli calibrate $(CALIBRATE)

train-ner: setup ## Train the model of names into NER_MODEL (data/ner), on CORPUS (docs/ and gold/) too if given
	@$(PY) -m flows.cli train-ner "$(NER_MODEL)" $(if $(CORPUS),--corpus "$(CORPUS)")

clean: ## Delete the environment and the caches, never the data
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache build *.egg-info
