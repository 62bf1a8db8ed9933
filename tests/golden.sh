#!/bin/sh
# golden.sh JUTU [--accept]: the marks stage of every chart against tests/golden; --accept rewrites them.
set -u
jutu=$1
accept=${2-}
cd "$(dirname "$0")/.." || exit 1
mkdir -p tests/golden
passed=0
failed=0
for spec in charts/*.vl.json; do
    name=$(basename "$spec" .vl.json)
    golden=tests/golden/$name.marks.json
    got=$(mktemp)
    "$jutu" explain --stage marks "$spec" >"$got" || { failed=$((failed + 1)); rm -f "$got"; continue; }
    if [ "$accept" = --accept ]; then
        cp "$got" "$golden"
    elif cmp -s "$got" "$golden"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$spec: differs from $golden (or there is none); if it should, run tests/golden.sh JUTU --accept"
        diff -u "$golden" "$got" | head -20
    fi
    rm -f "$got"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
