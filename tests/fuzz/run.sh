#!/bin/sh
# run.sh SECONDS: every fuzz target of the preset `fuzz` for so long; fails on the first finding.
set -eu
seconds=$1
cd "$(dirname "$0")/../.."
cmake --workflow --preset fuzz >/dev/null
for target in build/fuzz/tests/fuzz/fuzz-*; do
    [ -x "$target" ] || continue
    name=${target##*/fuzz-}
    corpus=build/fuzz/tests/fuzz/corpus/$name
    mkdir -p "$corpus"
    echo "fuzz-$name: $seconds s"
    "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -verbosity=0 \
        -artifact_prefix=build/fuzz/ "$corpus" 2>build/fuzz/"$name".log || {
        tail -40 build/fuzz/"$name".log
        exit 1
    }
done
echo "fuzz: clean"
