#!/bin/sh
# bench.sh JUTU: one bar chart with Chinese text, whole process, against gnuplot's svg, pngcairo and
# pdfcairo terminals with the same content; the median of several runs each, in turn, and their ratio.
set -eu
jutu=$(realpath "$1")
runs=${RUNS:-15}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >data.csv <<'CSV'
城市,值
深圳,6.46
北京,6.58
上海,4.34
杭州,3.92
南京,3.98
广州,3.22
苏州,4.11
成都,3.74
CSV
cat >bar.vl.json <<'SPEC'
{"title": {"text": "研发投入强度", "subtitle": "研发经费占地区生产总值比重，%"},
 "width": 1000, "height": 700, "data": {"url": "data.csv", "format": {"parse": {"值": "number"}}},
 "layer": [{"mark": "bar"}, {"mark": {"type": "text", "align": "left", "dx": 5}, "encoding": {"text": {"field": "值"}}}],
 "encoding": {"y": {"field": "城市", "type": "nominal", "sort": null}, "x": {"field": "值", "type": "quantitative"}},
 "config": {"font": "Noto Sans CJK SC"}}
SPEC
for terminal in svg:svg pngcairo:png pdfcairo:pdf; do
    case $terminal in
    pdf*) size='size 12in,9.2in' ;;
    *) size='size 1200,920' ;;
    esac
    cat >"${terminal#*:}.gp" <<PLOT
set terminal ${terminal%:*} $size font "Noto Sans CJK SC,12"
set output "gnuplot.${terminal#*:}"
set datafile separator ","
set title "研发投入强度\n研发经费占地区生产总值比重，%"
set style fill solid
set boxwidth 0.8
set xrange [0:*]
unset key
plot "data.csv" every ::1 using (\$2/2.0):0:(\$2/2.0):(0.4):ytic(1) with boxxyerror, \
     "data.csv" every ::1 using (\$2+0.2):0:2 with labels left
PLOT
done

now() { date +%s%N; }
median() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

for format in svg png pdf; do
    : >ours
    : >theirs
    i=0
    while [ $i -le "$runs" ]; do # the first run warms up
        start=$(now)
        "$jutu" render bar.vl.json -o jutu.$format
        middle=$(now)
        gnuplot $format.gp
        end=$(now)
        if [ $i -gt 0 ]; then
            echo $((middle - start)) >>ours
            echo $((end - middle)) >>theirs
        fi
        i=$((i + 1))
    done
    a=$(median <ours)
    b=$(median <theirs)
    awk -v f=$format -v a="$a" -v b="$b" \
        'BEGIN { printf "%s: jutu %.1f ms, gnuplot %.1f ms, gnuplot/jutu %.2f\n", f, a / 1e6, b / 1e6, b / a }'
done
