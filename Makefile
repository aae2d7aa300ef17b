# Two commands on a fresh machine with Python >= 3.11: `make site` and `make test`. Each sets up what it needs.

override VENV := .venv
PY   := $(VENV)/bin/python
PIP  := $(PY) -m pip -qq --no-input --disable-pip-version-check install --no-deps
LOCK  = $(UV) pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' pyproject.toml
LOCALE := site_builder/language/locale
EXTRACT = $(PY) -m babel.messages.frontend --quiet extract --omit-header --no-location --no-wrap --sort-output
UV    = $(or $(shell command -v uv),$(PY) -m uv)

# An environment whose Python is gone (upgraded, removed) is none.
$(shell test -x $(PY) || rm -rf $(VENV))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help site serve test lint bless shots messages schema bench lock

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

site: $(VENV)/.site ## build the archive into site/
	@$(PY) -m site_builder build

serve: $(VENV)/.site ## preview the archive, reload on a saved record
	@$(PY) -m site_builder serve

test: lint ## run all checks and tests; ARGS="-k dates" goes to pytest
	@sh tests/chromium.sh $(PY)
	@$(PY) -m $(if $(ARGS),pytest $(ARGS),tests)

lint: $(VENV)/.test ## check style and types only
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy

bless: $(VENV)/.test ## accept changed pages of the golden archive
	@$(PY) -m tests.golden

shots: $(VENV)/.test ## take pictures of every kind of page into shots/
	@sh tests/chromium.sh $(PY)
	@$(PY) -m tests.browser.shots

messages: $(VENV)/.test ## bring the catalogs up to date with the code
	@$(EXTRACT) --mapping pyproject.toml --output $(LOCALE)/claims.pot .
	@$(EXTRACT) --mapping site_builder/language/readers.toml --output $(LOCALE)/readers.pot .
	@$(PY) -m babel.messages.frontend --quiet update --domain claims --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date \
	  --no-wrap --input-file $(LOCALE)/claims.pot --output-dir $(LOCALE)

schema: $(VENV)/.site ## bring the editors' schemas up to date with the model
	@$(PY) -m site_builder.check.schema_writer

bench: $(VENV)/.site ## measure speed and size on invented archives
	@$(PY) -m benchmarks $(ARGS)

lock: | $(PY) ## lock the newest versions that pyproject.toml allows, with hashes
	@command -v uv >/dev/null || $(PY) -m pip -qq --disable-pip-version-check install uv
	@$(LOCK) --group build --extra cards --extra sources --output-file site_builder/start/requirements.txt >/dev/null
	@$(LOCK) --group test --extra cards --extra sources --constraint site_builder/start/requirements.txt --output-file requirements-test.txt >/dev/null

# requirements-test.txt holds all of requirements.txt, so the second stamp stands for both.
$(VENV)/.site: site_builder/start/requirements.txt pyproject.toml | $(PY)
	@echo 'Installing what the archive needs · 필요한 패키지 설치 중'
	@$(PIP) --require-hashes --requirement requirements.txt
	@$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: site_builder/start/requirements.txt requirements-test.txt pyproject.toml | $(PY)
	@echo 'Installing what the tests need · 시험에 필요한 패키지 설치 중'
	@$(PIP) --require-hashes --requirement requirements-test.txt
	@$(PIP) --no-build-isolation --editable .
	@touch $(VENV)/.site $@

$(PY):
	@new='import sys; sys.exit(sys.version_info < (3, 11))'; bare=; \
	for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  "$$python" -c "$$new" >/dev/null 2>&1 || continue; \
	  "$$python" -c 'import ensurepip, venv' >/dev/null 2>&1 || { bare=$${bare:-$$python}; continue; }; \
	  exec "$$python" -m venv --clear $(VENV); \
	done; \
	if [ "$$bare" ]; then \
	  echo "$$bare cannot make a virtual environment. On Debian or Ubuntu: apt install python3-venv, then try again."; \
	  echo "이 Python으로는 가상 환경을 만들 수 없습니다: $$bare. Debian이나 Ubuntu라면 apt install python3-venv를 실행한 뒤 다시 하십시오."; \
	else \
	  echo "No Python 3.11 or newer was found. Install one, or name yours: make site PYTHON=…"; \
	  echo "Python 3.11 이상을 찾지 못했습니다. 설치하거나 위치를 알려 주십시오: make site PYTHON=…"; \
	fi >&2; exit 1
