# One door to everything: `make` alone lists what there is. Needs only make and a Python of 3.11 or newer.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help story test check coverage bench lock clean browser

BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
# A lock names everything there is to install, so nothing is left for pip to work out: the pip that a new .venv brings, however
# old, would look for the newest release of what it works out, and refuse it for its hash.
LOCKED := --require-hashes --no-deps
NEWEST_FIRST := python3.14 python3.13 python3.12 python3.11 python3 python
# Older than 3.11, or without the means to make a virtual environment: not for us.
FITS := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

story: .venv/.runtime ## tell a story: set up what unmask needs to run, then tell the bundled world "helmet"
	@$(BIN)/unmask tell helmet --seed 7

test: check browser ## all checks, then all tests: what CI runs
	$(BIN)/pytest -n auto --dist worksteal

check: .venv/.dev ## style, formatting, types and the import contract
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

coverage: .venv/.dev browser ## tests, with the lines that no test reaches; fails below 95 %
	$(BIN)/pytest -n auto --cov --cov-report=term-missing:skip-covered --cov-fail-under=95

bench: .venv/.dev ## measure how fast it is
	$(BIN)/python benchmarks/run.py

clean: ## remove all that was made
	rm -rf .venv .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist htmlcov mutants
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# --- The environment. Stamps tell what is done, so that a second call is instant and needs no network. ------------------
# Set-up talks on stderr only: stdout belongs to the story.

.venv/bin/python:
	@for python in $(PYTHON) $(NEWEST_FIRST); do \
	  if "$$python" -c '$(FITS)' >/dev/null 2>&1; then \
	    echo "Setting up .venv with $$("$$python" --version 2>&1) ..." >&2; \
	    exec "$$python" -m venv --clear .venv >&2; \
	  fi; \
	done; \
	echo "unmask needs Python 3.11 or newer, with its venv module, and none was found." >&2; \
	echo "Install one (on Debian or Ubuntu the venv module is a package of its own, python3-venv)," >&2; \
	echo "or name one: make story PYTHON=/path/to/python3" >&2; \
	exit 1

.venv/.runtime: .venv/bin/python requirements.lock requirements-build.lock pyproject.toml
	@echo "Installing unmask and what it needs to run ..." >&2
	@$(PIP) install $(LOCKED) -r requirements.lock -r requirements-build.lock >&2
	@$(PIP) install --no-deps --no-build-isolation --editable . >&2
	@touch $@

.venv/.dev: .venv/.runtime requirements-dev.lock
	@echo "Installing the tools for tests and checks ..." >&2
	@$(PIP) install $(LOCKED) -r requirements-dev.lock >&2
	@touch $@

# The page is tested in a real browser. Only root may install one, and only where there is apt-get; elsewhere the tests say how.
browser:
	@for name in "$$CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable; do \
	  if command -v "$$name" >/dev/null 2>&1; then exit 0; fi; \
	done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	  echo "Installing Chromium, for the tests of the page ..." >&2; \
	  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium; } >&2 || true; \
	fi

# The lock files hold exact versions and hashes, for every system and Python from 3.11 on. Remake them after a change of
# dependencies in pyproject.toml, or to move to newer versions.
COMPILE := build/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
  --no-strip-extras --no-emit-index-url --no-annotate --no-header

lock: .venv/bin/python ## remake the lock files with the newest versions that fit
	$(BIN)/python -m venv --clear build/lock
	build/lock/bin/python -m pip -qq install uv
	$(COMPILE) pyproject.toml -o requirements.lock
	$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' \
	  | $(COMPILE) - -o requirements-build.lock
	$(COMPILE) pyproject.toml --extra dev -c requirements.lock -c requirements-build.lock -o requirements-dev.lock
