#!/bin/sh
# memory.sh JUTU FAULTS: without memory the program ends with a message that tells the size, and
# leaves nothing behind.
. "$(dirname "$0")/rows.sh"
faults=$(realpath "$2")
start "$1"
if ! nm -D "$jutu" | grep -q ' T malloc$'; then
    echo "0 passed, 0 failed, skipped: a sanitizer has its own allocator"
    exit 0
fi
if nm "$jutu" | grep -q __gcov_exit; then
    echo "0 passed, 0 failed, skipped: a coverage build allocates at its end, when the image is written"
    exit 0
fi
cp "$tests/../charts/rd_intensity.vl.json" s.vl.json
mkdir data out
cp "$tests/../datasets/rd_intensity.csv" "$tests/../datasets/datapackage.json" data
sed -i 's,\.\./datasets/,,' s.vl.json
ok "draws" code 0 "$jutu" render s.vl.json --base data -o want.png

# Every so many allocations one fails, wherever that is.
ends() { # ends N: the N-th allocation fails; 1 and a message, or 0 if there are fewer
    FAULT=$1 LD_PRELOAD=$faults "$jutu" render s.vl.json --base data -o out/s.png >out.txt 2>err.txt
    got=$?
    [ $got = 0 ] && return 0
    [ $got = 1 ] && grep -qE '^jutu: out of memory: [0-9]+ bytes were asked for$' err.txt && [ "$(ls -A out)" = "" ] && return 0
    echo "allocation $1: exit code $got"
    cat err.txt
    return 1
}
n=1
while [ $n -lt 200000 ]; do
    ok "allocation $n" ends $n
    [ ! -e out/s.png ] || break
    n=$((n * 5 / 4 + 1))
done
ok "the last is reached" cmp want.png out/s.png

# A limit of the address space, from too little for the libraries to enough.
rm -f out/s.png
for kilobytes in 30000 40000 50000 60000 80000 100000 150000 200000 400000; do
    (ulimit -v $kilobytes; exec "$jutu" render s.vl.json --base data -o out/s.png --scale 15) >out.txt 2>err.txt
    got=$?
    case $got in
    0) ok "$kilobytes KiB do" test -s out/s.png ;;
    1) ok "$kilobytes KiB are too little" says "out of memory" ;;
    127) ok "the loader can't with $kilobytes KiB" says "shared" ;;
    *) ok "$kilobytes KiB: exit code $got" false ;;
    esac
    rm -f out/s.png
    ok "nothing is left" test "$(ls -A out)" = ""
done
finish
