# Everything sets itself up in .venv; nothing needs root.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test faults bench check lock renderings
help:
	@echo "make demo   an alert on the screen, with no account and no configuration"
	@echo "make test   the tests"
	@echo "make faults kills, fills, hangs and lies to it on loopback; a table of what held"
	@echo "make bench measures everything against its public peers; a table"
	@echo "make check  the tests, ruff, mypy, import-linter and the docs"

.venv/ready: pyproject.toml Makefile
	@echo "setting up .venv (once; a minute or two)"
	@rm -f $@
	@test -x $(BIN)/python && $(BIN)/python -m pip --version >/dev/null 2>&1 \
	  || $(PYTHON) -m venv --clear .venv 2>/dev/null \
	  || { $(PYTHON) -m venv --clear --without-pip .venv && $(PYTHON) -m pip -q --python $(BIN)/python install pip; } \
	  || { echo "cannot make a virtual environment: install Debian's python3-venv, or set PYTHON=" >&2; exit 1; }
	@$(BIN)/python -m pip install -q "pip>=25.1"
	@$(BIN)/python -m pip install -q --editable . --group dev
	@touch $@

demo: .venv/ready
	@$(BIN)/tocsin demo

test: .venv/ready
	$(BIN)/python -m pytest -n auto

# Some of them: make faults ONLY="1 9"; keep the figures: WRITE="--write docs/faults.md".
faults: .venv/ready
	PYTHONPATH=tests $(BIN)/python -m faults $(WRITE) $(ONLY)

# What people see of the newsroom's day, for docs/renderings; the pictures need Chromium.
renderings: .venv/ready
	PYTHONPATH=tests $(BIN)/python -m renderings

# Some of them: make bench ONLY="path soak"; keep the figures: WRITE="--write docs/performance.md".
bench: .venv/ready
	@$(BIN)/python -m pip install -q --group bench
	$(BIN)/python -m benchmarks $(WRITE) $(ONLY)

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto

# Run by who changes a dependency; uv is used for the lock alone.
lock: .venv/ready
	@$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --upgrade pyproject.toml --extra apprise --output-file requirements.lock
	echo "hatchling" | $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --upgrade - --output-file requirements.build.lock
