# Two commands do everything, from nothing: `make site` and `make test`.
# They need python3 (3.11 or newer, with venv), make and git; all else is installed into .venv.

PYTHON ?= python3
VENV   ?= .venv

BIN     := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
DEV     := $(VENV)/.dev
# Releases and their hashes are pinned in .ci/. What is built from source is built with pinned tools, too.
INSTALL := $(BIN)/python -m pip install --disable-pip-version-check --quiet
LOCKED  := $(INSTALL) --require-hashes --no-build-isolation --use-pep517
LOCK    := $(BIN)/uv pip compile --no-config --quiet --universal --generate-hashes --no-header --python-version 3.11

.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help site test lint format coverage bench reference screenshots audit lock clean distclean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

site: $(RUNTIME)  ## build the archive into _site/; options of `jianbao build` go into ARGS
	@$(BIN)/jianbao build $(ARGS)

test: $(DEV)  ## lint, check types and run every test, in a real browser too
	@$(BIN)/python tests/browser/chromium.py
	@$(MAKE) --no-print-directory lint
	PYTHONWARNDEFAULTENCODING=1 $(BIN)/python -m pytest --numprocesses 2

lint: $(DEV)  ## style, types and the import ladder
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(DEV)  ## put the code into its form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

coverage: $(DEV)  ## run every test and show the lines that none of them reaches
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --numprocesses 2
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

bench: $(DEV)  ## measure what is worth measuring
	@for bench in $(notdir $(basename $(wildcard tests/bench/bench_*.py))); do \
	  $(BIN)/python -m tests.bench.$$bench || exit 1; done

reference: $(DEV)  ## write the reference and the API pages from the code; commit content/pages
	$(BIN)/python tools/reference.py
	$(BIN)/python tools/api.py

screenshots: $(DEV)  ## take the pictures of the handbook from the real screens; commit content/pages
	$(BIN)/python -m tools.screenshots

audit: | $(BIN)/pip  ## whether what .ci/ pins has known holes
	$(INSTALL) pip-audit
	$(BIN)/pip-audit --disable-pip --require-hashes $(patsubst %,--requirement %,$(wildcard .ci/*.txt))

lock: $(DEV)  ## pin the newest releases of all dependencies; commit what changes in .ci/
	$(INSTALL) uv
	$(LOCK) --upgrade --all-extras --output-file .ci/requirements-dev.txt pyproject.toml .ci/build.in
	$(LOCK) --constraint .ci/requirements-dev.txt --output-file .ci/requirements-build.txt .ci/build.in
	$(LOCK) --constraint .ci/requirements-dev.txt --output-file .ci/requirements.txt pyproject.toml .ci/build.in

clean:  ## remove what was built; the environment stays
	rm -rf _site .jianbao dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests .ci -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean  ## remove the environment, too
	rm -rf $(VENV)

$(BIN)/pip:
	@command -v $(PYTHON) > /dev/null || { \
	  echo "There is no $(PYTHON). Install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "jianbao needs Python 3.11 or newer; name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { \
	  echo "$(PYTHON) has no venv. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): .ci/requirements-build.txt .ci/requirements.txt pyproject.toml | $(BIN)/pip
	$(LOCKED) --requirement .ci/requirements-build.txt
	$(LOCKED) --requirement .ci/requirements.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): .ci/requirements-dev.txt $(RUNTIME)
	$(LOCKED) --requirement .ci/requirements-dev.txt
	@touch $@
