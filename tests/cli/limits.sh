#!/bin/sh
# limits.sh JUTU: each limit that `jutu help limits` prints, reached and passed by one. Those of rows,
# cells, marks, a PNG's pixels and a file's bytes are lowered in unit tests.
. "$(dirname "$0")/rows.sh"
start "$1"

limit() { "$jutu" help limits | awk -v name="$1" '$1 == name { print $2 }'; }
repeat() { awk -v text="$1" -v n="$2" 'BEGIN { for (; n > 0; n--) printf "%s", text }'; } # repeat TEXT N
at_and_beyond() { # at_and_beyond NAME FUNCTION TEXT: FUNCTION N makes and does it; TEXT is its message
    most=$(limit "$1")
    ok "$1: $most" code 0 "$2" "$most"
    ok "$1: $((most + 1))" code 1 "$2" $((most + 1))
    ok "$1 is told" grep -qF -- "$3" out.txt err.txt
}

expression_bytes() { "$jutu" eval "$(printf "%$1s" 1)"; }
expression_depth() { "$jutu" eval "$(repeat '(' "$1")1$(repeat ')' "$1")"; }
expression_terms() { "$jutu" eval --datum '{}' "datum.a$(repeat +1 "$1")"; }
text_bytes() { "$jutu" eval "length(pad('a', $1, 'b'))"; }
items() { "$jutu" eval "length(sequence($1))"; }
json_depth() { "$jutu" eval --datum "$(repeat '[' "$1")$(repeat ']' "$1")" 1; }
at_and_beyond expression-bytes expression_bytes "an expression of 65537 bytes is longer"
at_and_beyond expression-depth expression_depth "nested more than 256 deep"
at_and_beyond expression-terms expression_terms "more than 4096 terms"
at_and_beyond text-bytes text_bytes "a text of 1048577 bytes is longer"
at_and_beyond items items "an array of 1000001 items is longer"
at_and_beyond json-depth json_depth "nested deeper than 2048 levels"
ok "match-steps: enough for a pattern over a long text" code 0 "$jutu" eval \
    "test(/(a|b)*c/, pad('c', 10000, 'ab', 'left'))"
ok "match-steps: too few for one that tries all ways" code 1 "$jutu" eval "test(/(a+)+\$/, pad('', 60, 'a') + 'c')"
ok "match-steps is told" grep -q "takes too long" out.txt

unit='{"mark": "point"}'
views() { # the whole is one of them
    { printf '{"hconcat": [%s' "$unit"; repeat ", $unit" $(($1 - 2)); printf ']}'; } >v.vl.json
    "$jutu" explain --stage view v.vl.json
}
view_depth() {
    { repeat '{"hconcat": [' "$1"; printf '%s' "$unit"; repeat ']}' "$1"; } >v.vl.json
    "$jutu" explain --stage view v.vl.json
}
facets() {
    printf '{"data": {"sequence": {"start": 0, "stop": %s, "as": "a"}}, "mark": "point",
        "encoding": {"facet": {"field": "a", "columns": 100}}}' "$1" >v.vl.json
    "$jutu" explain --stage tables v.vl.json
}
steps() {
    printf '{"data": {"values": [{"a": 1}, {"a": 2}]}, "mark": "point", "encoding": {"y": {"field": "n"}},
        "transform": [{"density": "a", "steps": %s}, {"aggregate": [{"op": "count", "as": "n"}]}]}' "$1" >v.vl.json
    "$jutu" explain --stage tables v.vl.json
}
keys() {
    printf '{"data": {"values": [{"a": 1, "b": 1}]}, "mark": "point", "encoding": {"y": {"field": "n"}},
        "transform": [{"impute": "b", "key": "a", "value": 0, "keyvals": {"start": 0, "stop": %s}},
        {"aggregate": [{"op": "count", "as": "n"}]}]}' "$1" >v.vl.json
    "$jutu" explain --stage tables v.vl.json
}
picture() { # picture FORMAT WIDTH
    printf '{"data": {"values": [{}]}, "mark": "rect", "width": %s, "height": 10, "padding": 0,
        "config": {"view": {"stroke": null}}}' "$2" >v.vl.json
    "$jutu" render v.vl.json -f "$1" -o /dev/null
}
svg() { picture svg "$1"; }
pdf() { picture pdf "$1"; }
png() { picture png "$1"; }
image() { # a PNG's first and last bytes; 64 million pixels are 8000 × 8000
    { printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\037\100\0\0\037'
        # shellcheck disable=SC2059
        [ "$1" = 64000000 ] && printf '\100' || printf '\101'
        printf '\010\002\0\0\0\0\0\0\0\0\0\0\0IEND\256B\140\202'; } >i.png
    printf '{"data": {"values": [{}]}, "mark": {"type": "image", "url": "i.png", "width": 9, "height": 9}}' >v.vl.json
    "$jutu" render --strict v.vl.json -o /dev/null
}
at_and_beyond views views "are more than 10000"
at_and_beyond view-depth view_depth "views nest deeper than 64"
at_and_beyond facets facets "10001 cells are more than 10000"
at_and_beyond steps steps "more than a million steps"
at_and_beyond steps keys "more than a million keys"
at_and_beyond px svg "a view is at most 1000000 px wide"
at_and_beyond pdf-px pdf "its sides must be from 1 to 19200 px"
at_and_beyond png-side png "its sides must be from 1 to 32767 px"
at_and_beyond image-pixels image "and may have 64 million"

truncate -s $(($(limit file-bytes) + 1)) large.vl.json
ok "file-bytes: a spec" code 1 "$jutu" render large.vl.json -o /dev/null
ok "is told" says "it has more than 1073741824 bytes"
ln large.vl.json large.csv
printf '{"data": {"url": "large.csv"}, "mark": "point"}' >v.vl.json
ok "file-bytes: data" code 1 "$jutu" render v.vl.json -o /dev/null
ok "is told, too" says "1073741825 bytes are more than 1073741824"

# The program's clock.
pattern=$(printf '{"data": {"sequence": {"start": 0, "stop": 1000000, "as": "a"}}, "mark": "point",
    "transform": [{"calculate": "test(/(a+)+[bc]d/, pad(%s, 14, %s))", "as": "b"}]}' "''" "'a'")
printf '%s' "$pattern" >slow.vl.json
ok "a timeout" code 1 "$jutu" render slow.vl.json -o late.svg --timeout 0.5
ok "is told" says "not done after 0.5 s"
ok "once" one_line
ok "and leaves nothing" test ! -e late.svg
ok "in time" code 0 "$jutu" eval --timeout 60 1
ok "of no time" code 2 "$jutu" eval --timeout 0 1
finish
