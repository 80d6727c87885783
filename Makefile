# The recipes that people use; make help lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: docs bench-extraction help install test test-browser lint format record build demo bench bench-statements bench-events bench-stories bench-search bench-million bench-mentions evaluate bench-text fuzz fuzz-readings quantity-probe bench-numbers bench-dates clean bench-names bench-watch bench-backtest bench-gather

PORT ?= 8080
SOURCES := Package.swift Sources Tests
RELEASE := .build-release/release/marsad
# Swift's runtime goes into the program: it runs where no Swift is, and faster.
RELEASE_BUILD := swift build -c release --static-swift-stdlib --scratch-path .build-release
# With all at once, tests that talk to servers wait for the others to leave them a processor.
TESTS_AT_ONCE ?= 4
# What the browser test needs; make test runs it where these are there.
BROWSER := chromium chromium-driver python3-selenium
# Where the data that the benchmark and the evaluation need are; they are not part of the repository.
SHARED ?= ../shared
ARTICLES ?= $(SHARED)/data/saudinewsnet/articles.jsonl.gz

help: ## List the recipes.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 20

install: ## Install the system packages that building and testing need.
	@.ci/install

test: install ## Run all tests; make test F=Folding runs those whose name holds Folding.
	swift build --build-tests
	swift test --skip-build --experimental-maximum-parallelization-width $(TESTS_AT_ONCE) $(if $(F),--filter $(F))
	$(if $(F),,@if dpkg -s $(BROWSER) > /dev/null 2>&1; then /usr/bin/python3 Tests/Browser/pages.py; \
	  else echo "no browser test: make test-browser installs Chromium and runs it"; fi)

test-browser: install ## Install Chromium, and open every page in it.
	@.ci/install $(BROWSER) fonts-noto-core
	swift build --product marsad
	/usr/bin/python3 Tests/Browser/pages.py

lint: ## Check the form of the sources.
	swift format lint --strict --recursive --parallel $(SOURCES)

format: ## Put the sources into form.
	swift format --in-place --recursive --parallel $(SOURCES)

record: ## Rewrite expected test results (then review the difference): make record F=Pages.
	MARSAD_RECORD=1 swift test $(if $(F),--filter $(F))

build: install ## Build the program in release mode.
	$(RELEASE_BUILD) --product marsad

demo: build ## Fill an archive with the sample articles and show it in the browser; make demo PORT=9000.
	@.ci/install fonts-noto-core
	$(RELEASE) add --archive .build-release/demo.archive Samples/articles.jsonl
	$(RELEASE) serve --archive .build-release/demo.archive --port $(PORT)

bench: build ## Measure speed, memory, size and search latency.
	python3 Benchmarks/run.py --program $(RELEASE) --articles $(ARTICLES)

evaluate: build ## Score the readings against all annotated articles, and measure their speed.
	python3 Benchmarks/reading.py --program $(RELEASE) --shared $(SHARED)

bench-statements: build ## The same for statements and outlooks only.
	python3 Benchmarks/reading.py --program $(RELEASE) --shared $(SHARED) --kinds statements,outlooks

bench-events: build ## The same for events only.
	python3 Benchmarks/reading.py --program $(RELEASE) --shared $(SHARED) --kinds events

bench-stories: build ## Measure copies and stories against datasketch and rensa (pip install datasketch rensa).
	python3 Benchmarks/Stories/bench_stories.py --program $(RELEASE) --articles $(ARTICLES) --labels Evaluation/same-dispatch.tsv

bench-search: build ## Measure search against SQLite, tantivy (pip install tantivy) and PostgreSQL (psycopg2).
	python3 Benchmarks/Search/bench_search.py --program $(RELEASE) --shared $(SHARED)

bench-million: build ## Measure how adding, stories and search grow with the archive, up to N articles (1,000,000); KINDS=none unread.
	python3 Benchmarks/Million/bench_million.py --program $(RELEASE) --shared $(SHARED) $(if $(N),--articles $(N)) \
	  $(if $(KINDS),--kinds $(KINDS)) $(if $(MINUTES),--minutes $(MINUTES)) $(if $(ROWS),--rows $(ROWS))

bench-mentions: build ## Measure the names found, on ANERcorp and AQMAR, and links; on one file: CONLL=FILE.
	$(RELEASE_BUILD) --product MentionWorkshop
	python3 Benchmarks/Mentions/bench_mentions.py --workshop .build-release/release/MentionWorkshop \
	  --shared $(SHARED) $(if $(CONLL),--conll $(CONLL)) $(if $(FOLDS),--folds)
	$(if $(CONLL),,python3 Benchmarks/Mentions/linking.py --program $(RELEASE) --shared $(SHARED))

bench-gather: build ## Gather from a site here, killed 50 times; read WARC and feeds beside fastwarc, warcio and feedparser (PyPI).
	python3 Benchmarks/Gathering/crash.py --program $(RELEASE)
	python3 Benchmarks/Gathering/warc_peers.py --program $(RELEASE)
	python3 Benchmarks/Gathering/feed_peers.py --program $(RELEASE)

bench-watch: build ## Measure detectors and scores against R, scikit-learn and planted outbreaks; RATES=FILE keeps the error rates.
	python3 Benchmarks/Watching/watching.py --program $(RELEASE) --references $(SHARED)/data/surveillance-ref \
	  $(if $(RATES),--write-rates $(RATES))

bench-backtest: build ## Print the alarms of 21 July to 11 August 2015 with their evidence, to be judged by eye.
	python3 Benchmarks/Watching/backtest.py --program $(RELEASE) --articles $(ARTICLES)

bench-text: ## Measure ArabicText on real text, side by side with other libraries from PyPI.
	Benchmarks/ArabicText/run $(ARTICLES)

fuzz: ## Feed random bytes to one entry: make fuzz T=fold SECONDS=60 (or T=words, T=forms).
	Fuzz/run $(or $(T),fold) $(or $(SECONDS),60)

fuzz-readings: build ## Read real articles that are spoilt in many ways: make fuzz-readings SEED=1 ROUNDS=5.
	python3 Fuzz/readings.py --program $(RELEASE) --articles $(ARTICLES) --seed $(or $(SEED),1) --rounds $(or $(ROUNDS),5)

PROBE := Benchmarks/Quantities/.build/release/QuantityProbe

quantity-probe:
	swift build -c release --package-path Benchmarks/Quantities

bench-numbers: quantity-probe ## Measure the reading of numbers against others' specs.
	python3 Benchmarks/Quantities/bench_numbers.py $(PROBE) --data $(SHARED)/data

bench-dates: quantity-probe ## Measure dates and the Hijri calendar (needs hijridate).
	python3 Benchmarks/Quantities/bench_dates.py $(PROBE) --data $(SHARED)/data
	python3 Benchmarks/Quantities/bench_hijri.py $(PROBE) --data $(SHARED)/data

bench-names: ## Measure names across scripts, with the baseline of edit distance on ALA-LC.
	swift build -c release --package-path Benchmarks/Names
	Benchmarks/Names/.build/release/NameProbe $(addprefix $(SHARED)/data/names/,wd_arabic_16.txt wd_arabic_64.txt google_ar2en_train.txt)

bench-extraction: build ## Measure article extraction beside its peers (PyPI: trafilatura resiliparse readability-lxml newspaper4k).
	python3 Benchmarks/Extraction/bench_extraction.py --program $(RELEASE) --data $(SHARED)/data/trafilatura-eval

# DocC comes with the toolchain; no plugin, so that the ordinary build is not slowed.
docs: ## Build the DocC pages of ArabicText into .build-docs.
	set -e; for module in ArabicScript ArabicWords ArabicQuantities ArabicNames; do \
	  swift build --target $$module; \
	  mkdir -p .build-docs/$$module; \
	  swift symbolgraph-extract -module-name $$module -minimum-access-level public -output-dir .build-docs/$$module \
	    -I .build/debug/Modules -Xcc -fmodule-map-file=.build/debug/CArabicLexicon.build/module.modulemap -target $$(uname -m)-unknown-linux-gnu; \
	  docc convert Sources/Language/$$module/$$module.docc --fallback-display-name $$module \
	    --fallback-bundle-identifier marsad.$$module --additional-symbol-graph-dir .build-docs/$$module \
	    --output-dir .build-docs/$$module.doccarchive; \
	done

clean: ## Remove what was built.
	rm -rf .build .build-release .build-docs
