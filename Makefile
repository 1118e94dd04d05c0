# Every target does its own set-up. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run test test-unit test-postgres check bench bench-search endurance lock clean

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
WORKERS ?= 1
THREADS ?= 8
export HOST PORT
BIN := .venv/bin
APART := --numprocesses auto --dist loadfile

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

.venv/run: requirements/run.txt
	@scripts/venv $(PYTHON)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@touch $@

.venv/test: .venv/run requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

.venv/bench: .venv/run requirements/bench.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

# Peers that run under node are left out, and reported as missing, where there is no node.
bench/search/node_modules/.installed: bench/search/package.json bench/search/package-lock.json
	@if command -v npm >/dev/null; then cd bench/search && npm ci --silent --no-fund --no-audit && touch node_modules/.installed; fi \
		|| echo "npm ci failed: the peers that run under node will be missing" >&2

run: .venv/run ## serve the site with the real content on http://127.0.0.1:8000
	@$(BIN)/flask prepare
	@echo "Trang đang chạy ở http://$(HOST):$(PORT)"
	@exec $(BIN)/gunicorn --config scripts/gunicorn.conf.py --bind $(HOST):$(PORT) \
		--workers $(WORKERS) --threads $(THREADS) app:app

test: .venv/test ## run all tests, those in a real browser included
	@scripts/chromium
	$(BIN)/pytest $(APART) --ignore=tests/journeys
	$(BIN)/pytest tests/journeys

test-unit: .venv/test ## run the tests that need no browser
	$(BIN)/pytest $(APART) --ignore=tests/journeys

test-postgres: .venv/test ## run the tests on a throw-away PostgreSQL server of this machine
	@scripts/with-postgres $(BIN)/pytest --ignore=tests/journeys

check: .venv/test ## look at style, formatting and content
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/flask content check

bench: .venv/bench ## measure speed beside a named peer and print the table
	$(BIN)/python -m bench.run

bench-search: .venv/run bench/search/node_modules/.installed ## measure the search beside six named peers and print the tables
	@$(MAKE) --no-print-directory .venv/bench || echo "tantivy will be missing" >&2
	@scripts/with-postgres true || echo "PostgreSQL will be missing" >&2
	$(BIN)/python -m bench.search.run

endurance: .venv/test ## kill the site while staff publish, load it, fill its disk, fuzz its search: half an hour
	$(BIN)/python -m tests.endurance.kill_publishing
	$(BIN)/python -m tests.endurance.many_writers
	scripts/with-small-disk $(BIN)/python -m tests.endurance.full_disk
	$(BIN)/python -m tests.endurance.kill_writers
	$(BIN)/flask prepare
	$(BIN)/python -m tests.endurance.fuzz_queries

lock: ## resolve the packages anew and write requirements/
	scripts/lock

clean: ## remove everything that was built
	rm -rf .venv instance search_index/generation-* search_index/CURRENT bench/search/node_modules
