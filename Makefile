# qbsyncd: everything one does with the project. `make help` lists it.
#
# Each target does its own set-up (packaging/setup.sh): it looks for Swift, installs from apt what is
# missing, says so, and is silent when there is nothing to do.

SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# The compiler: the first in PATH, else where a tarball is usually unpacked, else SWIFT=/path/to/swift.
ifndef SWIFT
SWIFT := $(shell PATH="$$PATH:/opt/swift/usr/bin" command -v swift)
endif

PREFIX ?= /usr
DESTDIR ?=

# What is built for use and installed. Developers' tools are not among it.
PROGRAMS := qbsyncd qbsyncctl qbsim
DIST := .build/dist
RELEASE := -c release --static-swift-stdlib -Xlinker -s
SWIFT_FILES := Package.swift Sources Tests

.PHONY: help
help: ## show this list
	@echo "qbsyncd: what make can do"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r target text; do \
		printf '  %-16s %s\n' "$$target" "$$text"; done

.PHONY: demo
demo: setup ## pair two simulated companies, sync them, show the dots (KEEP=1: leave it running)
	@echo "make demo: building (the first time takes some minutes)"
	@$(SWIFT) build
	@bash packaging/demo.sh $(if $(KEEP),--keep) "$$($(SWIFT) build --show-bin-path)"

.PHONY: test
test: setup ## build and run all tests, those of the package too (FILTER=SyncTests: only these, without it)
	@start=$$SECONDS; found=$$(mktemp -d); trap 'rm -rf "$$found"' EXIT; \
	if $(SWIFT) test $(if $(FILTER),--filter $(FILTER)) --xunit-output "$$found/tests.xml" </dev/null \
		$(if $(FILTER),,&& $(MAKE) test-package); then \
		echo "make test: passed, in $$(( SECONDS - start )) s"; \
	else \
		awk -F'"' '/<testcase/ { test = $$2 "." $$4 } /<failure/ { print "FAIL  " test ": " $$2 }' \
			"$$found"/*.xml 2>/dev/null | sed 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&#8594;/→/g; s/&amp;/\&/g' >&2 || true; \
		echo "make test: FAILED, after $$(( SECONDS - start )) s; lines with ✘, FAIL or 'error:' above say where" >&2; exit 1; \
	fi

.PHONY: sim
sim: setup ## live CONVERSATIONS=1000000 with requests and faults, from seed FIRST=1 (SEED=n: the tests' weeks with it)
	@if [[ -n "$(SEED)" ]]; then QBSYNC_SEED="$(SEED)" $(SWIFT) test --filter SimulationTests </dev/null; exit; fi; \
	$(SWIFT) build -c release --product qbweeks; \
	"$$($(SWIFT) build -c release --show-bin-path)"/qbweeks --first $(or $(FIRST),1) \
		--writes $(or $(CONVERSATIONS),1000000)

.PHONY: kill-rounds
kill-rounds: setup ## kill the daemon with -9 in ROUNDS=200 rounds of requests over real HTTP (SEED=1)
	@QBSYNC_KILL_ROUNDS="$(or $(ROUNDS),200)" QBSYNC_SEED="$(or $(SEED),1)" \
		$(SWIFT) test --filter KillRoundTests </dev/null

.PHONY: weeks
weeks: setup ## live WEEKS=2000 seeded office weeks, and compare mirror and company file after each (FIRST=seed)
	@$(SWIFT) build -c release --product qbweeks
	@"$$($(SWIFT) build -c release --show-bin-path)"/qbweeks --first $(or $(FIRST),1) --weeks $(or $(WEEKS),2000)

.PHONY: catalog
catalog: setup ## derive the catalog's data from SCHEMA=folder with schema files, and say what changed
	@[[ -n "$(SCHEMA)" ]] || { echo "make catalog: from which schema files? For example: make catalog SCHEMA=../schema" >&2; exit 2; }
	@$(SWIFT) run qbwitness derive --schema "$(SCHEMA)" --output Sources/QBXML/Catalog/Data </dev/null

.PHONY: witness
witness: setup ## hold the catalog against outside witnesses in full (SCHEMA=dir, FUZZ_SECONDS=600; 12 minutes)
	@$(SWIFT) build $(RELEASE) --product qbwitness
	@schema="$(SCHEMA)"; [[ -n $$schema || ! -d ../shared/reference/qbxml-schema ]] || schema=../shared/reference/qbxml-schema; \
	"$$($(SWIFT) build $(RELEASE) --show-bin-path)"/qbwitness all $${schema:+--schema "$$schema"} \
		$(if $(SEED),--seed "$(SEED)") --seconds $(or $(FUZZ_SECONDS),600)

.PHONY: views
views: setup ## write packaging/doc/views.md anew from the catalog
	@QBSYNC_WRITE_VIEWS=1 $(SWIFT) test --filter ViewDocumentTests </dev/null

# Where the tests look for the validators that others wrote.
VALIDATORS := .build/openapi

.PHONY: openapi-check
openapi-check: setup ## ask outside validators about /v1/openapi.json and the JSON Schemas (from PyPI, into .build)
	@[[ -x $(VALIDATORS)/bin/openapi-spec-validator ]] || { \
		command -v python3 >/dev/null || { echo "make openapi-check: python3 is missing; from apt: python3 python3-venv" >&2; exit 1; }; \
		echo "make openapi-check: installing openapi-spec-validator into $(VALIDATORS)"; \
		python3 -m venv $(VALIDATORS); \
		$(VALIDATORS)/bin/pip install --quiet --disable-pip-version-check openapi-spec-validator==0.9.0; }
	@QBSYNC_WITNESS=full $(SWIFT) test --filter 'OpenAPIValidatorTests|SchemaWitnessTests|SchemaLeniencyTests' </dev/null

.PHONY: build
build: setup ## build the three programs for use, into .build/dist (Swift's runtime inside)
	@for program in $(PROGRAMS); do $(SWIFT) build $(RELEASE) --product $$program; done
	@mkdir -p $(DIST)
	@bin=$$($(SWIFT) build $(RELEASE) --show-bin-path); \
	for program in $(PROGRAMS); do install -m 755 "$$bin/$$program" $(DIST)/; done
	@bash packaging/pages.sh $(DIST)
	@echo "make build: the programs are in $(CURDIR)/$(DIST):"
	@cd $(DIST) && du -h --apparent-size $(PROGRAMS)

.PHONY: bench
bench: build ## measure speed against yardsticks of the same run (some minutes; nothing else should run)
	@$(SWIFT) run -c release --package-path Tests/Benchmarks --scratch-path .build/bench Bench \
		--programs $(CURDIR)/$(DIST) --directory $(CURDIR)/.build/bench/store
	@$(SWIFT) build $(RELEASE) --product qbwitness
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)"/qbwitness speed \
		--qbsyncctl $(CURDIR)/$(DIST)/qbsyncctl --directory $(CURDIR)/.build/bench/catalog

# What a package is made with, beside what a build needs.
DEB_TOOLS := dpkg-dev libicu-dev perl xz-utils
# What it is tried with, by root alone: the page for administrators says sudo, and a certificate is made.
TRIAL_TOOLS := $(if $(filter 0,$(shell id -u)),e2fsprogs openssl sudo)

.PHONY: deb
deb: build ## build the Debian package, into .build/dist (VERSION=1.2.3: with that version)
	@bash packaging/setup.sh "$(SWIFT)" $(DEB_TOOLS)
	@bash packaging/deb.sh $(DIST) .build/checkouts "$(SWIFT)" $(DIST) $(VERSION)

.PHONY: lintian
lintian: deb ## ask Debian's own checker about the package
	@bash packaging/setup.sh "$(SWIFT)" lintian
	@lintian --fail-on error,warning --tag-display-limit 0 $(DIST)/qbsyncd_*.deb

# The program that boots a throw-away machine; another one understands what the head of ours tells.
# SYSTEMD_BOX= uses this machine itself.
SYSTEMD_BOX ?= packaging/box.sh

# $(call on-systemd,PROGRAMS): packs and tries them; 77 is said by a script that finds no place for it.
define on-systemd
	@export SYSTEMD_BOX="$(abspath $(SYSTEMD_BOX))"; \
	for script in test-systemd install-page; do \
		status=0; bash packaging/$$script.sh $(1) .build/checkouts "$(SWIFT)" || status=$$?; \
		if [[ $$status -eq 77 ]]; then echo "$@: $$script was skipped"; \
		elif [[ $$status -ne 0 ]]; then exit $$status; fi; \
	done
endef

.PHONY: test-systemd
test-systemd: deb ## install the package on a real systemd and try all of it, power cuts too (root; some minutes)
	@bash packaging/setup.sh "$(SWIFT)" $(TRIAL_TOOLS)
	$(call on-systemd,$(DIST))

# A release build takes as long as all the tests, and a package of what the tests ran shows the same of it.
.PHONY: test-package
test-package: setup ## the same with the debug programs that the tests run, after a look at their package
	@if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then $(MAKE) try-package; \
	else echo "make test-package: skipped, since this is neither Debian nor Ubuntu"; fi

.PHONY: try-package
try-package:
	@bash packaging/setup.sh "$(SWIFT)" $(DEB_TOOLS) $(TRIAL_TOOLS)
	@bash packaging/test-package.sh "$$($(SWIFT) build --show-bin-path)" .build/checkouts "$(SWIFT)" .build/package
	$(call on-systemd,.build/package/programs)

.PHONY: lint
lint: setup ## check the formatting
	@$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_FILES)
	@echo "make lint: clean"

.PHONY: format
format: setup ## put the formatting right
	@$(SWIFT) format format --in-place --parallel --recursive $(SWIFT_FILES)

.PHONY: install
install: ## put programs, unit and sample configuration in place (PREFIX, DESTDIR; after make build)
	@[[ -x $(DIST)/qbsyncd ]] || { echo "make install: nothing is built yet; first: make build" >&2; exit 1; }
	@bash packaging/install.sh install "$(DIST)" "$(DESTDIR)" "$(PREFIX)"

.PHONY: uninstall
uninstall: ## take away what install put there; configuration and data stay
	@bash packaging/install.sh uninstall "$(DIST)" "$(DESTDIR)" "$(PREFIX)"

.PHONY: clean
clean: ## remove everything that was built
	@rm -rf .build .build-* .build_*

.PHONY: setup
setup:
	@bash packaging/setup.sh "$(SWIFT)"
