# make run    set up once, then start Kippu and open it
# make test   set up once, then run every test with the real model, a real broker and a real browser
# make check  also formatting, types and the order of imports
# make lock   write requirements/*.txt anew from pyproject.toml
# make docs   write docs/cli.md anew from the program's own help, and what shipped layers quote of docs/

VENV := .venv
BIN := $(VENV)/bin
TEST_MODEL := smollm2-135m-instruct
TEST_WORKERS := 3
export KIPPU_TEST_MODELS := $(CURDIR)/.kippu/models
# The tests start Kippu some hundred times: its modules are compiled once, whatever the environment says.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check lint docs lock clean system model

run: $(VENV)/.run
	@$(BIN)/kippu serve --open

test: $(VENV)/.dev system model
	@$(BIN)/pytest -n $(TEST_WORKERS) --dist loadfile --no-loadscope-reorder

check: lint test

lint: $(VENV)/.dev
	$(BIN)/ruff check src tests bench scripts
	$(BIN)/ruff format --check src tests bench scripts
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/.run: requirements/run.txt requirements/build.txt pyproject.toml
	@scripts/setup run

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@scripts/setup dev

system:
	@scripts/system

model: $(VENV)/.dev
	@KIPPU_DATA=$(CURDIR)/.kippu $(BIN)/kippu models get $(TEST_MODEL) --yes

docs: $(VENV)/.dev
	@$(BIN)/python scripts/docs_cli.py
	@$(BIN)/python scripts/layer_manuals.py

UV := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header
lock: $(VENV)/.dev
	$(UV) pyproject.toml -o requirements/run.txt
	$(UV) --extra dev pyproject.toml -o requirements/dev.txt
	$(UV) -c requirements/dev.txt requirements/build.in -o requirements/build.txt

clean:
	rm -rf $(VENV) dist build
