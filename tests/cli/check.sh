#!/bin/sh
# check.sh JUTU SPEC-DIR...: `check` says of every spec what `render` says, and refuses what it refuses.
set -u
jutu=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
n=0
for dir; do
    mkdir "$work/out"
    "$jutu" check "$dir"/*.vl.json 2>"$work/checked"
    "$jutu" render "$dir"/*.vl.json -o "$work/out" -f svg 2>"$work/rendered"
    diff "$work/checked" "$work/rendered" >"$work/diff" || { echo "of $dir"; head -20 "$work/diff"; failed=1; }
    n=$((n + $(ls "$dir"/*.vl.json | wc -l)))
    rm -r "$work/out"
done

# one by one: what has no picture is refused, and what has one isn't, unless a member is unknown
for what in '"mark": "geoshape"' '"mark": "bar", "transform": [{"calculate": "datum.", "as": "b"}]' \
    '"mark": "bar", "usermeta": {"jutu": {"theme": "reprot"}}' \
    '"mark": "bar", "encoding": {"color": {"field": "a", "scale": {"scheme": "blus"}}}' \
    '"mark": "bar", "encoding": {"x": {"field": "a", "type": "quantitive"}}'; do
    echo "{\"data\": {\"values\": [{\"a\": 1}]}, $what}" >"$work/bad.vl.json"
    "$jutu" render "$work/bad.vl.json" -o "$work/bad.svg" 2>"$work/rendered" && { echo "drawn: $what"; failed=1; }
    "$jutu" check "$work/bad.vl.json" 2>"$work/checked" && { echo "not refused: $what"; failed=1; }
    cmp -s "$work/checked" "$work/rendered" || { echo "said otherwise: $what"; failed=1; }
done
[ "$n" -gt 100 ] || { echo "only $n specs"; failed=1; }
echo "$n specs"
exit $failed
