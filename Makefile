# One word per habit. On a fresh machine with Python >= 3.11, git and make, each of them sets up what it needs.

PYTHON ?= python3
UV := $(or $(shell command -v uv 2>/dev/null),.uv/bin/uv)
RUN := $(UV) run --quiet --locked
SET_UP := .venv/.set-up

.DEFAULT_GOAL := help
.PHONY: setup demo test check bench golden clean help

setup: $(SET_UP)  ## set everything up in .venv (uv goes to .uv where it is missing)

demo: setup  ## import the demo network into a folder of its own and answer three needs
	@$(RUN) maarif demo

test: setup  ## run all tests
	@$(RUN) pytest -n 2

check: setup  ## lint, format, types, and who may import whom
	@$(RUN) ruff check --quiet
	@$(RUN) ruff format --check --quiet
	@$(RUN) mypy
	@out=$$($(RUN) lint-imports --no-logo) || { echo "$$out"; exit 1; }

bench: setup  ## measure how fast and how right it is (takes a while)
	@$(RUN) python -m bench

golden: setup  ## write the .expected files beside the golden inputs anew; look at the diff before you commit it
	@$(RUN) pytest tests/sources --golden-update

clean:  ## remove what was built; your home and your data stay
	@rm -rf .venv .uv dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## list these words
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/make \1	\2/p' $(MAKEFILE_LIST) | expand -t 14

$(SET_UP): pyproject.toml uv.lock | $(UV)
	@$(UV) sync --quiet --locked
	@touch $@

.uv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Maarif needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv .uv >/dev/null 2>&1 || { rm -rf .uv; \
		echo "$(PYTHON) cannot make a virtual environment (ensurepip is missing)." >&2; \
		echo "Install it (Debian, Ubuntu: apt install python3-venv) or uv itself, then run make again." >&2; exit 1; }
	@.uv/bin/pip install --quiet --disable-pip-version-check uv
