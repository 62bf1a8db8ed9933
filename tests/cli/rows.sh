# rows.sh: for the scripts beside: rows that are so or not, in a folder of their own. They call
# `start "$1"` first and `finish` last.
set -u

start() { # start JUTU: the program by its whole path, $jutu; the folder, $work
    jutu=$(realpath "$1")
    tests=$(cd "$(dirname "$0")/.." && pwd)
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    cd "$work" || exit 1
    failed=0
    passed=0
}
ok() { # ok NAME CONDITION...
    row=$1
    shift
    if "$@"; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "not so: $row"
    fi
}
no() { ! "$@"; }
code() { # code WANTED COMMAND...: runs it quietly
    wanted=$1
    shift
    "$@" >out.txt 2>err.txt
    got=$?
    [ "$got" = "$wanted" ] || { echo "exit code $got instead of $wanted: $*"; cat err.txt; return 1; }
}
prints() { grep -qF -- "$1" out.txt || { echo "stdout lacks: $1"; cat out.txt; return 1; }; }
says() { grep -qF -- "$1" err.txt || { echo "stderr lacks: $1"; cat err.txt; return 1; }; }
one_line() { [ "$(wc -l <err.txt)" = 1 ] || { echo "not one message:"; cat err.txt; return 1; }; }
finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}
