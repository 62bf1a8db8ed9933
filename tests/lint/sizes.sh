#!/bin/sh
# sizes.sh SRC: no folder holds more than 13 % of the lines.
set -eu
cd "$1"
find * -name '*.[ch]' | xargs awk '
    { folder = FILENAME; sub("/.*", "", folder); lines[folder]++; all++ }
    END {
        for (folder in lines) {
            share = 100 * lines[folder] / all
            if (share > 13) {
                printf "%s/ holds %.1f %% of the lines, 13 %% are allowed\n", folder, share
                failed = 1
            }
        }
        exit failed
    }
'
