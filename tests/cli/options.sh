#!/bin/sh
# options.sh JUTU: what options are given is checked, and what is meant is asked for.
. "$(dirname "$0")/rows.sh"
start "$1"
printf '{"data": {"values": [1]}, "mark": "point"}' >a.vl.json
printf '{}' >config.json
printf '{"config":' >broken.json

refuses() { # refuses TEXT ARGUMENT...: a usage error that says this; nothing is written
    text=$1
    shift
    code 2 "$jutu" "$@" && says "$text" && [ ! -e a.svg ]
}
for value in -1 0 0.001 101 1e9 nan inf x "" 2x "2 "; do
    ok "--scale $value" refuses "it must be a number from 0.01 to 100" render a.vl.json --scale="$value"
done
for value in -1 0 0.5 9601 x; do
    ok "--ppi $value" refuses "it must be a number from 1 to 9600" render a.vl.json --ppi="$value"
done
for value in -1 0 1.5 1025 many; do
    ok "--jobs $value" refuses "it must be a whole number from 1 to 1024" render a.vl.json --jobs="$value"
done
for value in -1 0 86401 soon; do
    ok "--timeout $value" refuses "it must be a number from 0.01 to 86400" check a.vl.json --timeout="$value"
done
for option in output format depfile base lang theme config timezone allow-read encoding font-dir; do
    ok "--$option without a value" refuses "it is empty" render a.vl.json --$option=
done
for value in none a.vl.json; do
    ok "--base $value" refuses "there is no such folder" render a.vl.json --base $value
done
ok "--allow-read of nothing" refuses "there is no such folder or file" render a.vl.json --allow-read none
for value in 中文 z zh_CN zh- -h zh--Hans; do
    ok "--lang $value" refuses "that is no language's tag" render a.vl.json --lang=$value
done
for value in Mars ../../etc/passwd UTC+8; do
    ok "--timezone $value" refuses "unknown time zone" render a.vl.json --timezone $value
done
ok "--encoding" refuses "there is no such encoding" render a.vl.json --encoding latin-99
for value in -1 0 1.5 1000001; do
    ok "--header $value" refuses "it must be a whole number from 1 to 1000000" render a.vl.json --header=$value
done
ok "--font-dir" refuses "there is no such folder" render a.vl.json --font-dir none
ok "--stage" refuses 'did you mean "tables"' explain a.vl.json --stage table
ok "--stage of no such name" refuses "there is none of that name, but view, " explain a.vl.json --stage nonsense
ok "check --format" refuses 'did you mean "json"' check a.vl.json --format jsn
ok "render --format" refuses 'did you mean "svg"' render a.vl.json --format sgv
ok "--config of nothing" refuses none.json render a.vl.json --config none.json
ok "--config that is broken" code 1 "$jutu" render a.vl.json --config broken.json
ok "SOURCE_DATE_EPOCH" code 2 env SOURCE_DATE_EPOCH=today "$jutu" render a.vl.json
ok "is named" says "SOURCE_DATE_EPOCH"

ok "an unknown option" refuses 'there is no option "--dpi"; did you mean "--ppi"' render a.vl.json --dpi 300
ok "with its value" refuses 'did you mean "--scale"' render a.vl.json --scael=2
ok "that is like none" refuses 'there is no option "--nonsense"; see `jutu render --help`' render --nonsense a.vl.json
ok "of another command" refuses 'there is no option "--stage"' data --stage=a a.vl.json
ok "an unknown letter" refuses "-x" render -x a.vl.json
ok "a value that is missing" refuses "--scale" render a.vl.json --scale

for value in 0.01 1 100; do
    ok "--scale $value" code 0 "$jutu" render a.vl.json --scale $value -o -
done
for option in --ppi=1 --ppi=300 --ppi=9600 --jobs=1 --jobs=1024 --lang=zh-Hant-TW --lang=ja --timezone=UTC \
    --timezone=Asia/Shanghai --base=. --allow-read=/ --allow-read=a.vl.json --config=config.json --timeout=60 \
    --encoding=gbk --encoding=ISO-8859-1 --encoding=utf-16le --header=3; do
    ok "$option" code 0 "$jutu" render a.vl.json $option -o -
done
ok "a date" code 0 env SOURCE_DATE_EPOCH=1700000000 "$jutu" render a.vl.json -o -

for command in render check explain data eval help; do
    "$jutu" $command --help >want.txt
    ok "help $command" code 0 "$jutu" help $command
    ok "is that of --help" cmp out.txt want.txt
    ok "and names it" grep -q "jutu $command" want.txt
done
ok "help of two" code 2 "$jutu" help render check
ok "help of a misspelt command" refuses 'did you mean "render"' help rendr
finish
