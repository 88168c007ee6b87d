.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
# Everything but the locked, hash-checked list is refused: what you run is what was tested.
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes
ITSELF := $(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
# Four for two cores: tests of delays, kills and leases mostly wait, and each turn of a conversation waits a little.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(os.cpu_count() * 2)')

# Whatever the shell says: without it each worker, and each process that a test starts, compiles the whole program anew.
unexport PYTHONDONTWRITEBYTECODE

# Where docs/decisions/0018 leaves something out of `make test`.
SOAKED := $(addprefix tests/,conversations secrecy importing kept handlers messages timed demo faults delivery year/test_quarter_by_phone.py)

.PHONY: help venv demo run test soak bench lint format lock clean

help: ## show these lines
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

.venv/run.stamp: requirements.txt pyproject.toml
	@echo "Setting up .venv (once; about half a minute) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Steget needs Python 3.11 or later: try make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	@$(INSTALL) -r requirements.txt
	@$(ITSELF)
	@touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.txt
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

.venv-bench/stamp: tests/bench/competitors/requirements.txt
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/pip install --quiet --disable-pip-version-check --require-hashes -r tests/bench/competitors/requirements.txt
	@touch $@

venv: .venv/run.stamp ## make .venv from the locked list

demo: .venv/run.stamp ## a whole city on one page, no token and no internet needed
	@$(BIN)/steget demo

run: .venv/run.stamp ## run the bot with the settings in .env
	@$(BIN)/steget run

test: .venv/dev.stamp ## the tests, on all cores (what they leave to soak: docs/decisions/0018)
	$(BIN)/pytest -n $(WORKERS) --dist worksteal

soak: .venv/dev.stamp ## everything on both databases, the whole country's size, a year with 50 kills, long random walks (two hours)
	cd tests/calendars/ical_js && npm ci --silent
	STEGET_ICAL_JS=1 $(BIN)/pytest tests/calendars
	STEGET_EVERYTHING=1 $(BIN)/pytest -n $(WORKERS) --dist worksteal $(SOAKED)
	STEGET_SCALE=full $(BIN)/pytest --timeout 1800 tests/scale tests/importing/test_slices.py
	STEGET_KILLS=50 $(BIN)/pytest tests/year -k killed
	STEGET_WALKS=100 $(BIN)/pytest -n $(WORKERS) tests/conversations/test_random_walks.py

bench: .venv/dev.stamp .venv-bench/stamp ## measure beside others, into docs/performance.md (half an hour; PARTS="answers start" for some)
	$(BIN)/python -m tests.bench $(PARTS) $(MORE)

lint: .venv/dev.stamp ## style, types, and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/dev.stamp ## put the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## renew the locked lists from pyproject.toml
	@test -x $(BIN)/uv || $(MAKE) .venv/dev.stamp
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock" --group run -o requirements.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock" --constraint requirements.txt --group dev -o requirements-dev.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock" -o tests/bench/competitors/requirements.txt tests/bench/competitors/requirements.in

clean: ## remove .venv and what the tools leave behind
	rm -rf .venv .venv-bench build *.egg-info .pytest_cache .mypy_cache .ruff_cache
