#!/bin/sh
# regenerate.sh JUTU: one cell of a CSV changes, and exactly the charts that read it are drawn anew.
set -eu
jutu=$1
command -v ninja >/dev/null || { echo "0 passed, 0 failed, 1 skipped: no ninja"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for name in a b; do
    printf 'city,value\n深圳,1\n杭州,2\n' >$name.csv
    printf '{"data": {"url": "%s.csv"}, "mark": "bar", "encoding": {"y": {"field": "city"}, "x": {"field": "value", "type": "quantitative"}}}' $name >$name.vl.json
done
cat >build.ninja <<RULES
rule draw
  command = $jutu render \$in -o \$out --depfile \$out.d
  depfile = \$out.d
build a.svg: draw a.vl.json
build b.svg: draw b.vl.json
RULES
ninja >/dev/null
ninja | grep -q 'no work to do' || { echo "drawn again though nothing changed"; exit 1; }
cp a.svg a.old
cp b.svg b.old
sleep 1
sed -i 's/杭州,2/杭州,3/' a.csv
ninja >log
grep -q '1/1' log || { echo "not exactly one chart was drawn anew:"; cat log; exit 1; }
cmp -s a.svg a.old && { echo "the chart didn't change with its data"; exit 1; }
cmp b.svg b.old
echo "3 passed, 0 failed"
