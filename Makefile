# Guichet PI. Two commands are enough: make demo, make test. The others: make help.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --only-binary :all:
PORT ?= 8000
EXIT ?=
TESTS ?=

.PHONY: help demo run test quality fix bench law lock chromium clean

help: ## cette aide
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/office ## installer, charger un petit office, y raconter deux histoires, laisser le site ouvert (EXIT=1 : s'arrêter ensuite)
	@$(BIN)/guichet demo --port $(PORT) $(if $(EXIT),--exit)

run: .venv/office ## lancer l'office, vide la première fois, sur http://127.0.0.1:8000 (PORT=…)
	@$(BIN)/guichet run --port $(PORT)

test: .venv/dev chromium ## tous les essais, y compris dans un vrai navigateur (TESTS=… pour en choisir)
	$(BIN)/pytest -q -n 2 --dist loadfile $(TESTS)

quality: .venv/dev ## lint, mise en forme, types, directions des imports, migrations
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	GUICHET_VAR=var/tests $(BIN)/python -W ignore::RuntimeWarning -m django makemigrations --check --dry-run --settings guichet.office.settings.test

fix: .venv/dev ## corriger ce que les outils savent corriger
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: .venv/dev ## mesures ; les résultats vont dans bench/results.md
	@$(BIN)/guichet bench

law: .venv/office ## écrire l'état de chaque article et docs/law, d'après les règles qui les citent
	@$(BIN)/python scripts/article_status.py
	@$(BIN)/python scripts/write_law_docs.py

lock: .venv/dev ## réécrire les fichiers de versions d'après ce qui est installé
	@$(BIN)/python scripts/lock.py

clean: ## effacer l'environnement et les données de cette machine (l'office doit être arrêté)
	rm -rf .venv var

.venv/bin/pip:
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Guichet PI demande Python 3.11 ou plus récent. Sur Debian 12 : apt-get install python3.11 python3.11-venv"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Il manque le module venv de Python. Sur Debian 12 : apt-get install python3.11-venv"; exit 1; }
	@echo "Création de l'environnement .venv…"
	@$(PYTHON) -m venv .venv

.venv/office: .venv/bin/pip requirements.lock pyproject.toml
	@echo "Installation (une minute la première fois)…"
	@$(PIP) -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/office requirements-dev.lock
	@echo "Installation des outils de développement…"
	@$(PIP) -r requirements-dev.lock
	@touch $@

chromium:
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installation de Chromium…"; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	  else \
	    echo "Les essais demandent Chromium. Sur Debian : sudo apt-get install chromium"; \
	    exit 1; \
	  fi; }
