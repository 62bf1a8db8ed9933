#!/bin/sh
# install.sh BUILD: installs into a folder of its own; README's program compiles with what pkg-config
# says, and draws what the program does.
. "$(dirname "$0")/rows.sh"
build=$(realpath "$1")
start "$build/jutu"
command -v pkg-config >/dev/null || { echo "0 passed, 0 failed, skipped: no pkg-config"; exit 0; }

ok "installs" code 0 cmake --install "$build" --prefix "$work/prefix"
pc=$(find prefix -name jutu.pc)
PKG_CONFIG_PATH=$work/$(dirname "$pc")
export PKG_CONFIG_PATH
ok "pkg-config finds it" pkg-config --exists jutu
awk '/^```/ { inside = /^```c$/; next } inside' "$tests/../README.md" >chart.c
ok "README has a program" grep -q 'int main' chart.c
# shellcheck disable=SC2046
ok "it compiles and links" code 0 cc -Wall -Werror $(echo "$CFLAGS_OF_BUILD") chart.c \
    $(pkg-config --cflags --libs jutu) -o chart
(cd "$tests/.." && "$work/chart") >chart.svg 2>err.txt
ok "draws" test -s chart.svg
"$work/prefix/bin/jutu" render "$tests/../charts/overview.vl.json" -o want.svg
ok "the same picture" cmp want.svg chart.svg
ok "the manual page is there" test -s prefix/share/man/man1/jutu.1
finish
