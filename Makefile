# run · test · check · bench · fix · messages: the six words a newcomer needs. CI says the same ones.
# Everything is installed under .venv/ and node_modules/; data lie under $DONGHANH_DATA (default var/).

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run test check bench fix messages setup setup-dev test-postgres journeys

BIN := .venv/bin
DONGHANH_DATA ?= var
VENDOR := donghanh/web/static/vendor
CATALOGUES := $(wildcard donghanh/*/locale/vi/LC_MESSAGES/django.po)
STATIC := $(shell find donghanh -path '*/static/*' -type f)
TEMPLATES = $$(find donghanh -name '*.html')
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
PYTEST := $(BIN)/pytest -n 2 --dist loadscope

help:
	@echo 'make run       set up and start the site with demo data (PORT=8000)'
	@echo 'make test      set up and run every test on SQLite'
	@echo 'make check     lint, types, architecture, templates, translations, migrations'
	@echo 'make bench     print the measured figures'
	@echo 'make fix       format the code and mend what a tool can mend'
	@echo 'make messages  bring the Vietnamese catalogues to the strings in use'

# --- The six words ---------------------------------------------------------------------------

run: export DONGHANH_DEMO ?= 1
run: export DONGHANH_SECOND_FACTOR ?= waived
run: setup
	@$(BIN)/donghanh upgrade
	@$(BIN)/donghanh demo
	@$(BIN)/donghanh law load
	@exec $(BIN)/donghanh serve

test: setup-dev
	@DONGHANH_TEST_DATABASE_URL= $(PYTEST) --cov

check: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy donghanh scripts
	$(BIN)/lint-imports --no-logo
	$(BIN)/djade --check $(TEMPLATES)
	$(BIN)/djlint --lint --quiet donghanh
	$(BIN)/python -m donghanh.core.catalogue check
	DJANGO_SETTINGS_MODULE=donghanh.settings.test $(BIN)/python -m django makemigrations --check --dry-run

bench: setup
	@$(BIN)/donghanh bench

fix: setup-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade $(TEMPLATES)

messages: setup-dev
	@$(BIN)/python -m donghanh.core.catalogue update
	@$(BIN)/python -m donghanh.core.catalogue compile
	@$(BIN)/python -m donghanh.core.catalogue check

# --- What they need --------------------------------------------------------------------------

test-postgres: setup-dev
	@$(BIN)/python scripts/postgres.py $(PYTEST)

journeys: setup-dev
	@command -v chromium >/dev/null || { echo 'The journeys drive Chromium: install the package chromium.'; exit 1; }
	@$(BIN)/pytest -m journey

setup: .venv/run.installed $(VENDOR)/.copied .venv/catalogues.compiled $(DONGHANH_DATA)/static/staticfiles.json
setup-dev: .venv/dev.installed $(VENDOR)/.copied .venv/catalogues.compiled

.venv/made:
	@sh scripts/venv.sh
	@touch $@

.venv/run.installed .venv/dev.installed: .venv/%.installed: requirements/%.txt pyproject.toml | .venv/made
	@echo 'Installing the locked packages of $< …'
	@$(PIP) install -qq --require-hashes -r $<
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

node_modules/.fetched: package-lock.json scripts/assets.py | .venv/made
	@echo 'Fetching the front-end packages …'
	@$(BIN)/python scripts/assets.py fetch
	@touch $@

$(VENDOR)/.copied: node_modules/.fetched donghanh/core/icons.txt scripts/assets.py
	@$(BIN)/python scripts/assets.py copy
	@touch $@

.venv/catalogues.compiled: $(CATALOGUES) donghanh/core/catalogue.py | .venv/made
	@$(BIN)/python -m donghanh.core.catalogue compile
	@touch $@

$(DONGHANH_DATA)/static/staticfiles.json: .venv/run.installed $(VENDOR)/.copied $(STATIC)
	@echo 'Gathering the static files …'
	@DJANGO_SETTINGS_MODULE=donghanh.settings.production $(BIN)/python -m django collectstatic --noinput --verbosity 0
