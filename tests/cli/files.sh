#!/bin/sh
# files.sh JUTU: data files of any encoding and layout, as render, check, explain and data read them.
. "$(dirname "$0")/rows.sh"
start "$1"

cat >a.vl.json <<'SPEC'
{"data": {"url": "gbk.csv"}, "mark": "bar",
 "encoding": {"y": {"field": "省", "type": "nominal"}, "x": {"field": "产值", "type": "quantitative"}}}
SPEC
sed 's/gbk.csv/-/' a.vl.json >input.vl.json
sed 's/"gbk.csv"/"gbk.csv", "format": {"encoding": "gbk"}/' a.vl.json >named.vl.json
sed 's/gbk.csv/title.csv/' a.vl.json >title.vl.json
sed 's/"gbk.csv"/"title.csv", "format": {"header": 3}/' a.vl.json >told.vl.json
printf '省,产值\n浙江,8.2\n江苏,12.8\n广东,13.5\n' >utf8.csv
iconv -f UTF-8 -t GB18030 utf8.csv >gbk.csv
printf '2023年各省生产总值\n\n省,产值\n单位,万亿元\n浙江,8.2\n江苏,12.8\n广东,13.5\n资料来源：国家统计局\n' >title.csv
gzip -kn utf8.csv

ok "GBK is read" code 0 "$jutu" render a.vl.json
ok "and said" says 'gbk.csv: note: isn'
ok "a note counts for nothing" code 0 "$jutu" render --strict a.vl.json
ok "check says it, too" code 0 "$jutu" check --strict a.vl.json
ok "in the same words" says 'gbk.csv: note: isn'
ok "an encoding by hand" code 0 "$jutu" render --encoding gbk a.vl.json
ok "needs no words" test ! -s err.txt
ok "one in the spec" code 0 "$jutu" check --strict named.vl.json
ok "needs none either" test ! -s err.txt
ok "by hand goes first" code 1 "$jutu" check --strict --encoding utf-16le named.vl.json
ok "an unknown one" code 2 "$jutu" render --encoding klingon a.vl.json
ok "is told" says 'there is no such encoding'

ok "data from standard input" sh -c "'$jutu' render input.vl.json -o in.svg <gbk.csv 2>err.txt"
"$jutu" render --encoding gbk a.vl.json -o file.svg 2>/dev/null
ok "give the same picture" cmp in.svg file.svg
ok "packed ones, too" sh -c "'$jutu' render input.vl.json -o in.svg <utf8.csv.gz 2>err.txt"
ok "and the same picture again" cmp in.svg file.svg
ok "for two specs at once" sh -c "'$jutu' check input.vl.json input.vl.json <utf8.csv 2>err.txt"
ok "a spec from there leaves none" sh -c "! '$jutu' render - -o x.svg <input.vl.json 2>err.txt"
ok "which is said" says 'there are no data on standard input'
ok "data reads it" sh -c "'$jutu' data - <gbk.csv | grep -q 浙江"

ok "a title is a warning" code 1 "$jutu" check --strict title.vl.json
ok "that names the line of names" says 'line 3 like the names of the columns'
ok "told by hand" code 0 "$jutu" check --strict --header 3 title.vl.json
ok "told by the spec" code 0 "$jutu" check --strict told.vl.json
"$jutu" render --header 3 title.vl.json -o title.svg 2>/dev/null
ok "title, units and footer are left out" cmp title.svg file.svg
ok "data says so, too" sh -c "'$jutu' data --header 3 title.csv | grep -q footer"
ok "a line that isn't there" code 1 "$jutu" render --header 30 title.vl.json
ok "is told, too" says "can't be on line 30"

printf 'PK\003\004xl/workbook.xml' >gbk.csv
ok "a workbook is refused" code 1 "$jutu" render a.vl.json
ok "with what to do" says 'save the sheet as "CSV UTF-8"'
finish
