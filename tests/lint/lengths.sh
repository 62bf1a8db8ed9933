#!/bin/sh
# lengths.sh DIR...: functions have 60 lines at most, files 500. A function's braces stand alone.
set -eu
find "$@" -name '*.[ch]' | sort | xargs awk '
    function complain(text) { print FILENAME ":" text; failed = 1 }
    FNR == 1 && NR > 1 { if (lines > 500) print file ": " lines " lines, 500 are allowed" }
    FNR == 1 { file = FILENAME; start = 0 }
    { lines = FNR; if (FNR == 501) failed = 1 }
    /^{/ { start = FNR }
    /^}/ && start {
        if (FNR - start + 1 > 60)
            complain(start ": a function of " FNR - start + 1 " lines, 60 are allowed")
        start = 0
    }
    END {
        if (lines > 500)
            print file ": " lines " lines, 500 are allowed"
        exit failed
    }
'
