#!/bin/sh
# links.sh NM STAGES OBJECT...: no object calls or names what an object of a later stage defines
# (STAGES has them, lowest first, one a line; an object's folder is its stage). cli/memory.c stands in
# for the C library's functions, which all may call.
set -eu
nm=$1 stages=$2
shift 2
"$nm" -A "$@" | awk '
    function stage(path) { sub("/[^/]*$", "", path); sub(".*/", "", path); return path }
    NR == FNR { rank[$1] = FNR; next }
    { file = $1; sub(/:.*/, "", file) }
    $(NF - 1) ~ /^[A-TV-Z]$/ && file !~ /cli\/memory\.c/ { where[$NF] = file }
    $(NF - 1) == "U" { user[++n] = file; used[n] = $NF }
    END {
        for (i = 1; i <= n; i++) {
            if (!(used[i] in where) || rank[stage(where[used[i]])] <= rank[stage(user[i])])
                continue
            print user[i] ": names " used[i] " of " where[used[i]] ", a later stage"
            failed = 1
        }
        if (!n) {
            print "no symbols were found"
            failed = 1
        }
        exit failed
    }
' "$stages" -
