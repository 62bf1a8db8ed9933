#!/bin/sh
# program.sh JUTU: what a user meets: exit codes, messages, files left and not left.
. "$(dirname "$0")/rows.sh"
start "$1"

cat >a.vl.json <<'SPEC'
{
  "data": {"values": [{"城市": "深圳", "值": 6.46}, {"城市": "杭州", "值": 3.92}]},
  "mark": "bar",
  "encoding": {
    "y": {"field": "城市", "type": "nominal"},
    "x": {"field": "值", "type": "quantitative"}
  }
}
SPEC
ok "renders" code 0 "$jutu" render a.vl.json
ok "quiet where all is well" test ! -s err.txt
ok "an SVG beside" test -s a.svg
ok "three formats" code 0 "$jutu" render a.vl.json -o made/ --format svg,png,pdf
ok "svg" test -s made/a.svg
ok "png" test -s made/a.png
ok "pdf" test -s made/a.pdf
ok "the ending tells the format" code 0 "$jutu" render a.vl.json -o b.png
ok "png by its ending" test -s b.png
"$jutu" render - -o - <a.vl.json >c.svg
ok "a filter gives the same bytes" cmp a.svg c.svg

tells() { # tells TOPIC TEXT: help on the topic has a line with it
    "$jutu" help "$1" | grep -qF -- "$2"
}
ok "help on marks" tells marks "A rectangle from a baseline to a value."
ok "help on transforms" tells transforms "The rows that a predicate holds for."
ok "help on aggregates" tells aggregates "How many rows there are."
ok "help on windows" tells windows "The place; peers share the first's."
ok "help on scales" tells scales "Equal steps of the domain are equal steps of the range."
ok "help on functions" tells functions "abs(x): without its sign."
ok "help on formats" tells formats "Scalable Vector Graphics"
ok "help on themes" tells themes "A page of a book"
ok "help lists its topics" sh -c "'$jutu' help | grep -q '^  aggregates '"
ok "an unknown topic is a usage error" code 2 "$jutu" help markz
ok "with a suggestion" says 'did you mean "marks"'

ok "no spec is a usage error" code 2 "$jutu" render
ok "an unknown command is one" code 2 "$jutu" rendr a.vl.json
ok "with a suggestion" says 'did you mean "render"'
ok "an unknown format is one" code 2 "$jutu" render a.vl.json -f gif
ok "an unknown theme is one" code 2 "$jutu" render a.vl.json --theme reprot
ok "with a suggestion, too" says 'did you mean "report"'
ok "a missing file" code 1 "$jutu" render none.vl.json
ok "its name is told" says none.vl.json

printf '{"mark": "bar",\n "encoding": {"x": {"field": "a", "axis": {"grid": 1}}}}\n' >wrong.vl.json
ok "a wrong kind" code 1 "$jutu" render wrong.vl.json
ok "its place" says 'wrong.vl.json:2:44: error: this must be true or false'
ok "no image of it" test ! -e wrong.svg
printf '{"mark": "bar",\n  oops}\n' >syntax.vl.json
ok "broken JSON" code 1 "$jutu" render syntax.vl.json
ok "its place, too" says 'syntax.vl.json:2:'
printf '{"data": {"url": "none.csv"}, "mark": "bar"}' >nodata.vl.json
ok "a missing data file" code 1 "$jutu" render nodata.vl.json
ok "is named" says none.csv

cp a.svg before.svg
printf '{"data": {"url": "none.csv"}, "mark": "bar"}' >a2.vl.json
cp a.svg a2.svg
ok "a failed run" code 1 "$jutu" render a2.vl.json
ok "leaves the old picture" cmp before.svg a2.svg
ok "and nothing else" test "$(find . -name '*.svg.*' | wc -l)" = 0
mkdir sealed
ok "an output that can't be written" code 1 "$jutu" render a.vl.json -o /proc/none/a.svg
printf '{"mark": {"type": "bar", "cornerRadus": 2}, "data": {"values": [1]}}' >warn.vl.json
ok "a warning" code 0 "$jutu" render warn.vl.json
ok "is said" says 'did you mean "cornerRadius"'
ok "and strict makes it an error" code 1 "$jutu" render --strict warn.vl.json
ok "as check does" code 1 "$jutu" check warn.vl.json
ok "check is content" code 0 "$jutu" check a.vl.json
ok "eval" code 0 "$jutu" eval '1 + 1'
ok "its value" test "$(cat out.txt)" = 2
ok "version" code 0 "$jutu" --version

# A system with Latin fonts alone, and a folder with others.
latin=/usr/share/fonts/truetype/dejavu
han=/usr/share/fonts/opentype/noto
printf '<fontconfig><dir>%s</dir><cachedir>%s/cache</cachedir></fontconfig>' $latin "$PWD" >latin.conf
bare() { FONTCONFIG_FILE=$PWD/latin.conf "$jutu" "$@"; }
ok "without a Chinese font" code 1 bare render a.vl.json -o latin.svg
ok "its package is named" says fonts-noto-cjk
ok "no image of it" test ! -e latin.svg
ok "with a folder that has one" code 0 bare render --font-dir $han a.vl.json -o latin.svg
ok "fonts" code 0 "$jutu" fonts --text 深圳
ok "says which face" prints "Noto Sans CJK SC Regular"
ok "a missing character" code 1 bare fonts --text 深
ok "is told" prints "no font has U+6DF1"
mkdir fontless
ok "a folder without fonts" code 1 "$jutu" fonts --font-dir fontless
ok "a folder that isn't there" code 2 "$jutu" fonts --font-dir one.none
printf '{"mark": "bar", "title": "\364\217\277\275", "data": {"values": [1]}}' >box.vl.json
ok "a box" code 0 "$jutu" render box.vl.json
ok "is said" says 'U+10FFFD'
ok "and strict makes it an error" code 1 "$jutu" render --strict box.vl.json

# explain prints what render draws, or what the estimate gives.
width() { "$jutu" explain --stage scene "$@" a.vl.json | sed -n 's/^ "width": \([0-9]*\).*/\1/p'; }
ok "the scene has the picture's width" grep -q " width=\"$(width)\"" a.svg
ok "with --fonts, too" test "$(width --fonts)" = "$(width)"
ok "the estimate is another" test "$(width --estimate)" != "$(width)"
ok "both at once are a usage error" code 2 "$jutu" explain --fonts --estimate a.vl.json

# Same bytes, whatever surrounds it.
cp a.vl.json b.vl.json
sed 's/深圳/北京/' a.vl.json >d.vl.json
mkdir one two three
"$jutu" render a.vl.json b.vl.json d.vl.json -o one -f svg,png,pdf --jobs 1
LC_ALL=de_DE.UTF-8 TZ=Asia/Tokyo "$jutu" render d.vl.json b.vl.json a.vl.json -o two -f svg,png,pdf --jobs 3
env -i "$jutu" render b.vl.json a.vl.json d.vl.json -o three -f svg,png,pdf --jobs 2
for file in one/*; do
    ok "$file: another order, locale and zone" cmp "$file" "two/$(basename "$file")"
    ok "$file: no environment" cmp "$file" "three/$(basename "$file")"
done
finish
