# `make demo` and `make test` are all a newcomer needs: each sets up its own environment in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo serve test test-e2e faults fuzz sbom check bench understanding screenshots docs lock clean

help:  ## Say what can be made
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

demo: $(VENV)/.installed  ## A council's week in your browser
	$(BIN)/milepost demo

serve: $(VENV)/.installed  ## Serve Slack and Teams with the settings in .env
	$(BIN)/milepost serve

test: $(VENV)/.for-development  ## Run the tests
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

test-e2e: $(VENV)/.for-development  ## Run the tests that drive real clients in a browser
	$(BIN)/pytest -m e2e

faults: $(VENV)/.for-development  ## Break Milepost in every way the tests know, at full size (hours)
	MILEPOST_FAULTS=large $(BIN)/pytest tests/faults

fuzz: $(VENV)/.for-development  ## Send requests made wrong at random for ten minutes, and print what came of them
	$(BIN)/python -m tests.inbound

sbom: $(VENV)/.for-development  ## Write what Milepost is made of to build/milepost.cdx.json (CycloneDX)
	$(BIN)/python -m tests.bill_of_materials

check: $(VENV)/.for-development  ## Lint, types, import rules, migrations, known vulnerabilities
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.check_migrations
	$(BIN)/python -m tests.check_vulnerabilities
	$(BIN)/python -m tests.check_release

bench: $(VENV)/.for-development  ## Print how fast Milepost is beside a bare baseline
	$(BIN)/python -m benchmarks

understanding: $(VENV)/.for-development  ## Print how well updates in plain words are understood
	$(BIN)/python -m tests.understanding

screenshots: $(VENV)/.for-development  ## Take the documentation's pictures anew (needs Chromium)
	$(BIN)/python -m tests.e2e.pictures

docs: $(VENV)/.installed  ## Write the documentation as a site to build/docs
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/docs.lock
	$(BIN)/mkdocs build -q -f docs_site/mkdocs.yml

lock: $(VENV)/.for-development  ## Pin every dependency anew
	$(BIN)/python -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url pyproject.toml -o requirements/run.lock
	$(BIN)/python -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --extra dev -c requirements/run.lock pyproject.toml -o requirements/dev.lock
	$(BIN)/python -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --extra docs -c requirements/dev.lock pyproject.toml -o requirements/docs.lock

clean:  ## Remove the environment and the demo's data
	rm -rf $(VENV) milepost-demo.*

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Milepost needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements/run.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.for-development: requirements/dev.lock $(VENV)/.installed
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@
