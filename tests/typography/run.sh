#!/bin/sh
# run.sh JUTU [--accept]: every case's picture, byte for byte; --accept draws them anew, and README.md.
# Pictures depend on the fonts (fonts.txt): with others it ends with 77, skipped.
set -u
jutu=$(realpath "$1")
accept=${2-}
cd "$(dirname "$0")" || exit 1
got=$(mktemp -d)
trap 'rm -rf "$got"' EXIT
failed=0
fonts() {
    for style in sans-serif serif monospace 'DejaVu Sans' 'DejaVu Serif'; do "$jutu" fonts --font "$style"; done |
        sed -n 's/.*\t//p' | sort -u | xargs sha256sum
}
[ "$accept" = --accept ] && fonts >fonts.txt
fonts | cmp -s - fonts.txt || { echo "other fonts than those of fonts.txt"; exit 77; }
"$jutu" render --scale 2 -f png -o "$got" ./*.vl.json >"$got/messages" 2>&1 || { cat "$got/messages"; failed=1; }
[ "$accept" = --accept ] && {
    echo "# Typographic cases"
    echo
    echo "Drawn by \`run.sh JUTU --accept\`, and looked at; \`ctest -R typography\` draws them anew and compares."
    echo
    echo "| case | what to see | picture |"
    echo "|---|---|---|"
} >README.md
for spec in *.vl.json; do
    name=${spec%.vl.json}
    if [ "$accept" = --accept ]; then
        mv "$got/$name.png" "$name.png"
        look=$(sed -n 's/^ *{"description": "\([^"]*\)".*/\1/p' "$spec")
        echo "| $name | $look | ![$name]($name.png) |" >>README.md
    elif ! cmp -s "$got/$name.png" "$name.png"; then
        echo "$spec: another picture than $name.png; if it should be, look at it and run run.sh JUTU --accept"
        failed=$((failed + 1))
    fi
done
[ "$failed" = 0 ]
