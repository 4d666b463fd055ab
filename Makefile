# Verben för den som arbetar med natverk. Bara `make` skriver ut dem.

# Väljer Python när .venv skapas: make build PYTHON=python3.12
PYTHON ?= python3
# Skickas vidare till verktyget: make check ARGS="--format github"
ARGS ?=

VENV := .venv
PY := $(VENV)/bin/python
PIP_INSTALL := $(PY) -m pip install -qq --progress-bar off

# Inga notiser från pip, och inga från Material om MkDocs 2: de säger läsaren ingenting.
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
export PIP_NO_INPUT := 1
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help build test serve check bench bless lock

help:
	@printf '%s\n' \
	  'make build   bygg webbplatsen i site/' \
	  'make serve   bygg och visa webbplatsen medan du ändrar' \
	  'make check   granska innehållet i networks/ och minutes/' \
	  'make test    granska koden och kör alla tester' \
	  'make bench   mät hur lång tid ett bygge tar' \
	  'make bless   godkänn testernas nya facit' \
	  'make lock    lås beroendena på nytt'

build: $(VENV)/.installerat
	@$(PY) -m mkdocs build --strict $(ARGS)
	@printf '%s\n' '' \
	  'Webbplatsen ligger i site/. Titta på den så här:' \
	  '  $(PY) -m http.server --directory site 8000' \
	  'och öppna http://localhost:8000/ i webbläsaren.'

test: $(VENV)/.testverktyg
	@tests/skaffa-webblasare $(PY)
	@tests/skaffa-granskare
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@$(PY) -m pytest -q $(ARGS)

serve: $(VENV)/.installerat
	@$(PY) -m mkdocs serve $(ARGS)

check: $(VENV)/.installerat
	@$(VENV)/bin/natverk check $(ARGS)

bench: $(VENV)/.installerat
	@$(PY) bench/ $(ARGS)

bless: $(VENV)/.testverktyg
	@$(PY) -m pytest -q tests/test_golden.py --bless $(ARGS)

# Behåller låsta versioner som duger. Höj allt: make lock ARGS=--upgrade
LOCK := $(PY) -m uv --quiet pip compile --universal --python-version 3.11 \
  --generate-hashes --no-emit-index-url --no-header --no-annotate
# Behöver bara uv, så att låsta versioner som inte går ihop också går att låsa på nytt.
lock: $(PY)
	@$(PY) -m uv --version >/dev/null 2>&1 || $(PIP_INSTALL) uv
	@$(LOCK) $(ARGS) requirements.in -o requirements.txt
	@$(LOCK) $(ARGS) requirements-test.in -o requirements-test.txt
	@echo 'Låst. Kör make test innan du sparar ändringen.'

# Punktfilerna i .venv minns vad som är installerat, så att det görs om bara när något ändrats.

$(PY):
	@command -v $(PYTHON) >/dev/null || { \
	  echo 'Hittar inte $(PYTHON). Installera Python 3.11 eller senare.' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 eller senare behövs, men $(PYTHON) är $$($(PYTHON) -V 2>&1)." >&2; \
	  echo 'Peka ut en nyare så här: make build PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) >/dev/null || { \
	  rm -rf $(VENV); \
	  echo 'Det gick inte att skapa $(VENV). I Debian och Ubuntu: apt install python3-venv' >&2; \
	  exit 1; }

$(VENV)/.installerat: requirements.txt pyproject.toml $(PY)
	@echo 'Installerar det som behövs (en gång) ...'
	@$(PIP_INSTALL) --require-hashes -r requirements.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.testverktyg: requirements-test.txt $(VENV)/.installerat
	@echo 'Installerar det som testerna behöver (en gång) ...'
	@$(PIP_INSTALL) --require-hashes -r requirements.txt -r requirements-test.txt
	@touch $@
