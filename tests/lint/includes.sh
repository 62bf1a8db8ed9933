#!/bin/sh
# includes.sh SRC STAGES: a stage includes what is below it (STAGES has them, lowest first, one a
# line), and no header includes itself by a detour.
set -eu
stages=$(realpath "$2")
cd "$1"

edges=$(mktemp)
trap 'rm -f "$edges"' EXIT
find * -name '*.[ch]' | sort |
    xargs awk -F'"' '/^#include "/ { print FILENAME, $2 }' > "$edges"

awk '
    function stage(path) { sub("/.*", "", path); return path }
    NR == FNR { rank[$1] = FNR; next }
    $2 ~ /^jutu\// { next }
    !(stage($1) in rank) || !(stage($2) in rank) {
        print $1 ": includes \"" $2 "\": no rank is given for one of their folders"
        failed = 1
        next
    }
    rank[stage($2)] > rank[stage($1)] {
        print $1 ": includes \"" $2 "\", a later stage"
        failed = 1
    }
    END { exit failed }
' "$stages" "$edges"

awk '$1 ~ /\.h$/ && $2 ~ /\.h$/' "$edges" | tsort > /dev/null
