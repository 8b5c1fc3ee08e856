# Everything on a fresh machine: `make site` builds and says how to open it, `make test` checks all.
# Set-up is done once: a stamp remembers which lock it was made from.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

SITE_STAMP := $(VENV)/.site-ready
TEST_STAMP := $(VENV)/.test-ready
PIP := $(BIN)/pip --disable-pip-version-check --quiet
NPM := npm ci --ignore-scripts --no-audit --no-fund --loglevel error

.PHONY: help site demo serve check test test-all fast lint types lock messages screenshots pictures bench mutants clean

help:
	@echo "make site      construye el sitio en site/ y dice cómo abrirlo"
	@echo "make demo      construye el plan ficticio, con su historia, en .build/demo/ y lo abre"
	@echo "make serve     vista previa que se rehace con cada cambio de plan/ o commitments/"
	@echo "make check     revisa el plan y explica cada hallazgo"
	@echo "make test      lint, tipos y pruebas, con navegador"
	@echo "make test ROOM=metrics  sólo las pruebas de un cuarto del programa"
	@echo "make test-all  lo mismo que make test, con los corpus grandes enteros"
	@echo "make fast      lo mismo sin las pruebas en navegador ni las de flujos de la forja"
	@echo "make mutants SEED=1  pone errores pequeños en una copia y dice cuáles no ve ninguna prueba"
	@echo "make bench     mide tiempos y tamaños, y los escribe en docs/benchmarks.md"

site: $(SITE_STAMP)
	@$(BIN)/plan build

demo: $(SITE_STAMP)
	@rm -rf .build/demo
	@$(BIN)/plan demo .build/demo --history
	@if [ -t 1 ]; then open=--open; fi; $(BIN)/plan build --root .build/demo $$open

serve: $(SITE_STAMP)
	@$(BIN)/mkdocs serve

check: $(SITE_STAMP)
	@$(BIN)/plan check

# What belongs to one room or several, ROOM="metrics model": their tests, and what the architecture asks of all.
ifdef ROOM
test: $(TEST_STAMP)
	@$(BIN)/pytest -n 2 $(ROOM:%=tests/%) tests/architecture
else
test: lint types
	@$(BIN)/pytest -n 2
endif

# Weekly and before a release: large corpora are not drawn from (tests/corpora.py) but tried whole.
test-all: lint types
	@WHOLE_CORPORA=1 $(BIN)/pytest -n 2

fast: lint types
	@$(BIN)/pytest -n 2 --ignore tests/site --ignore tests/workflows

# Small mistakes in a copy of the rooms whose figures and rulings are public: SEED is a number, or week.
SEED ?= 1
COUNT ?= 100
mutants: $(TEST_STAMP)
	@PYTHONPATH=tests $(BIN)/python -m mutation.run --seed $(SEED) --count $(COUNT)

# Comparisons for docs/benchmarks.md, which it writes; they take half an hour, and a quiet machine tells more.
# PARTS="check site" runs only those; SMALLER=10 makes all sizes ten times smaller, and leaves the page as it is.
SMALLER ?= 1
bench: $(TEST_STAMP)
	@$(BIN)/python -m compileall -q actionplan scripts hooks
	@PYTHONPATH=tests $(BIN)/python -m bench.run --smaller $(SMALLER) $(PARTS)

lint: $(TEST_STAMP)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: $(TEST_STAMP)
	@$(BIN)/mypy

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Hace falta Python 3.11 o posterior.")'
	$(PYTHON) -m venv $(VENV)

# The project installs itself as a path, so that an edit needs no new installation.
# Without npm the site is whole but its charts do not move.
$(SITE_STAMP): requirements/site.txt pyproject.toml package-lock.json | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/site.txt
	$(PIP) install --no-build-isolation --no-deps -e .
	$(BIN)/python -m compileall -q actionplan scripts
	@if command -v npm >/dev/null; then $(NPM); else echo "Sin npm: las gráficas quedan sin interacción."; fi
	@touch $@

$(TEST_STAMP): requirements/test.txt $(SITE_STAMP) scripts/setup_tests.sh
	$(PIP) install --require-hashes -r requirements/test.txt
	sh scripts/setup_tests.sh
	@touch $@

# For developers: new locks from pyproject.toml, new messages for the translators.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --extra setup
lock: $(SITE_STAMP)
	$(PIP) install "uv>=0.9"
	$(LOCK) pyproject.toml -o requirements/site.txt
	$(LOCK) --extra test -c requirements/site.txt pyproject.toml -o requirements/test.txt

# Sorted and without places, so that the diff of a catalogue is what changed in it.
CATALOGUES := actionplan/language/catalogues
messages: $(SITE_STAMP)
	$(BIN)/pybabel extract -F pyproject.toml -k msg -k _ --no-location --omit-header --sort-output -o $(VENV)/new.pot .
	for po in $(CATALOGUES)/*.po; do cp $$po $(VENV)/new.po && \
	$(BIN)/pybabel update --no-fuzzy-matching --ignore-obsolete --omit-header -i $(VENV)/new.pot \
		-l $$(basename $$po .po) -o $(VENV)/new.po && \
	{ sed '/^$$/q' $$po; sed '$${/^$$/d}' $(VENV)/new.po; } > $(VENV)/joined.po && mv $(VENV)/joined.po $$po || exit 1; done

# Pictures of every kind of page in .build/screenshots/, to be looked at.
screenshots: $(TEST_STAMP) site
	@$(BIN)/python tests/screenshots.py site .build/screenshots

# The pictures of the guides, from an invented plan whose forge is invented too.
pictures: $(TEST_STAMP)
	@$(BIN)/python tests/guide_pictures.py actionplan/pages/guides/img

clean:
	rm -rf $(VENV) node_modules site .build .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
