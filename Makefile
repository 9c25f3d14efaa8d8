# Thin: what these lines do is written out in README.md for people without make.
NEW_ENOUGH = $(shell $(1) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(1))
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11,$(call NEW_ENOUGH,$(p))) python3)
CORPUS ?= seeds
BIN := .venv/bin

.PHONY: run test test-all lint bench

run: .venv/ready
	$(BIN)/python -m lib.views.serve "$(CORPUS)"

test: .venv/ready-for-tests
	$(BIN)/python -m tests.chromium
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --max-worker-restart 0 --dist loadfile -m "not heavy"

test-all: .venv/ready-for-tests
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.tesseract
	RAWI_EXAMPLES=new $(BIN)/python -m pytest --timeout 5400

lint: .venv/ready-for-tests
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: .venv/ready-for-tests
	$(BIN)/python -m tests.benchmarks

.venv/ready: requirements.txt constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Rawi needs Python 3.11 or newer; $(PYTHON) is older or missing. On Debian or Ubuntu: apt install python3.11 python3.11-venv, then make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
	  echo "Python's venv module is missing. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --requirement requirements.txt --constraint constraints.txt
	$(BIN)/python -m compileall -q lib pages
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m lib.enrich.lists
	@touch $@

.venv/ready-for-tests: .venv/ready tests/requirements.txt
	$(BIN)/python -m pip install --quiet --requirement tests/requirements.txt --constraint constraints.txt
	@touch $@
