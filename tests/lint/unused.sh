#!/bin/sh
# unused.sh NM SRC PUBLIC-HEADER WAITING OBJECT... -- TEST-OBJECT...: every function that isn't
# static is named by another object of library and program, or is of the public header, or is named
# by a test as well as by its own file. WAITING lists those that a caller is still to come for, one
# a line before a colon and the reason; who is called waits no more.
set -eu
nm=$1 src=$2 header=$3 waiting=$4
shift 4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for object; do
    shift
    [ "$object" = -- ] && break
    echo "$object"
done > "$work/objects"
xargs "$nm" -A < "$work/objects" > "$work/program"
"$nm" "$@" | awk '$1 == "U" { print $2 }' | sort -u > "$work/tested"
grep -o 'jutu_[a-z0-9_]*' "$header" | sort -u > "$work/public"
sed 's/:.*//' "$waiting" | sort > "$work/waiting"

# those of cli/memory.c are called instead of the C library's
awk '$(NF - 1) == "T" && $NF != "main" && !/cli\/memory\.c/ { print $NF }' "$work/program" | sort > "$work/defined"
awk '$(NF - 1) == "U" { print $NF }' "$work/program" | sort -u > "$work/used"
[ -s "$work/defined" ] || { echo "no functions were found"; exit 1; }

failed=0
for function in $(comm -23 "$work/waiting" "$work/defined"; comm -12 "$work/waiting" "$work/used"); do
    echo "$function: waits no more: take it out of $waiting"
    failed=1
done
comm -23 "$work/defined" "$work/used" | comm -23 - "$work/public" | comm -23 - "$work/waiting" > "$work/alone"
for function in $(cat "$work/alone"); do
    named=$(grep -rhw --include='*.c' --include='*.def' "$function" "$src" | wc -l)
    if [ "$named" -lt 2 ]; then
        echo "$function: nothing calls it"
    elif grep -qx "$function" "$work/tested"; then
        continue
    else
        echo "$function: only its own file calls it: it should be static"
    fi
    failed=1
done
exit $failed
