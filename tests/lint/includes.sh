#!/bin/sh
# includes.sh SRC: a stage includes what is below it, and no header includes itself by a detour.
set -eu
cd "$1"

# Lowest first; those on one line may know each other.
stages='
base
data scene expr
scale
transform spec
view flow mark guide layout
backend
chart
cli
'

edges=$(mktemp)
trap 'rm -f "$edges"' EXIT
find * -name '*.[ch]' | sort |
    xargs awk -F'"' '/^#include "/ { print FILENAME, $2 }' > "$edges"

awk -v stages="$stages" '
    function stage(path) { sub("/.*", "", path); return path }
    BEGIN {
        n = split(stages, lines, "\n")
        for (i = 1; i <= n; i++) {
            m = split(lines[i], names, " ")
            for (j = 1; j <= m; j++)
                rank[names[j]] = i
        }
    }
    $2 ~ /^jutu\// { next }
    !(stage($1) in rank) || !(stage($2) in rank) {
        print $1 ": includes \"" $2 "\": this script has no rank for one of their folders"
        failed = 1
        next
    }
    rank[stage($2)] > rank[stage($1)] {
        print $1 ": includes \"" $2 "\", a later stage"
        failed = 1
    }
    END { exit failed }
' "$edges"

awk '$1 ~ /\.h$/ && $2 ~ /\.h$/' "$edges" | tsort > /dev/null
