# Forwards to CMake; `make charts` and `make test` are all that a fresh Debian machine needs.
.PHONY: all deps charts test install bench format
all: deps
	cmake --preset release && cmake --build --preset release
deps:
	@cmake/deps.sh build
charts: all
	cmake --build --preset release --target charts
test:
	@cmake/deps.sh build test
	cmake --workflow --preset dev
install: all
	cmake --install build/release $(if $(PREFIX),--prefix $(PREFIX))
bench: all
	@cmake/deps.sh bench
	tests/bench/bench.sh build/release/jutu
	cmake --build --preset release --target jutu-bench-transform jutu-bench-expr jutu-bench-csv
	for bench in transform expr csv; do build/release/tests/jutu-bench-$$bench; done
	tests/bench/vega.sh
format:
	git ls-files '*.[ch]' | xargs clang-format -i
