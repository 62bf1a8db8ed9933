#!/bin/sh
# output.sh JUTU FAULTS: where images go, what is never overwritten, and what a failed write leaves.
# FAULTS makes calls fail: see faults.c.
. "$(dirname "$0")/rows.sh"
faults=$(realpath "$2")
start "$1"

cat >a.vl.json <<'SPEC'
{"data": {"values": [{"k": "甲", "v": 3}, {"k": "乙", "v": 5}]}, "mark": "bar",
 "encoding": {"x": {"field": "k"}, "y": {"field": "v", "type": "quantitative"}}}
SPEC
cp a.vl.json b.vl.json
"$jutu" render a.vl.json -o - >want.svg

same() { cmp -s want.svg "$1" || { echo "$1 isn't the picture"; return 1; }; }
is() { case $(head -c 4 "$1") in "$2"*) ;; *) echo "$1 is no $2"; return 1 ;; esac; }
mode() { [ "$(stat -c %a "$1")" = "$2" ] || { echo "$1 has mode $(stat -c %a "$1")"; return 1; }; }
is_empty() { [ ! -s "$1" ] || { echo "$1 isn't empty"; return 1; }; }
left() { # left FOLDER NAME...: what is in a folder
    folder=$1
    shift
    [ "$(ls -A "$folder" | xargs)" = "$*" ] || { echo "in $folder: $(ls -A "$folder" | xargs)"; return 1; }
}

# The rule.
ok "another ending is a usage error" code 2 "$jutu" render a.vl.json -o x/out.gif
ok "with the formats there are" says 'there is no format "gif"; there are svg, png, pdf'
ok "a near one is suggested" sh -c "! '$jutu' render a.vl.json -o out.pmg 2>err.txt"
ok "by its name" says 'did you mean "png"'
ok "jpg" code 2 "$jutu" render a.vl.json -o out.jpg
ok "no folder of that name" test ! -e out.jpg
ok "a dot at the end" code 2 "$jutu" render a.vl.json -o out.
ok "an ending in capitals" code 0 "$jutu" render a.vl.json -o out.PNG
ok "is a file" is out.PNG "$(printf '\211PNG')"
ok "an empty name" code 2 "$jutu" render a.vl.json -o ""
ok "a name that could be either" code 2 "$jutu" render a.vl.json -o made
ok "is asked about" says 'End it in / or in .svg'
ok "nothing is made" test ! -e made
ok "a folder is made" code 0 "$jutu" render a.vl.json -o made/
ok "with the image" same made/a.svg
ok "it is one from then on" code 0 "$jutu" render b.vl.json -o made
ok "with the other image" same made/b.svg
mkdir v1.2
ok "a folder with a dot in its name" code 0 "$jutu" render a.vl.json -o v1.2
ok "is a folder" same v1.2/a.svg
ok "a folder below none" code 1 "$jutu" render a.vl.json -o none/deep/
ok "what to do" says "--mkdir"
ok "a file below none" code 1 "$jutu" render a.vl.json -o none/a.svg
ok "what to do, too" says "--mkdir"
ok "neither makes it" test ! -e none
ok "--mkdir does for a folder" code 0 "$jutu" render a.vl.json -o none/deep/ --mkdir
ok "the image is there" same none/deep/a.svg
ok "--mkdir does for a file" code 0 "$jutu" render a.vl.json -o other/deep/x.svg --mkdir
ok "that is there, too" same other/deep/x.svg
ok "a file for a folder" code 2 "$jutu" render a.vl.json -o a.vl.json/
printf '{"mark": 1}' >bad.vl.json
ok "a run that fails" code 1 "$jutu" render bad.vl.json -o gone/er/ --mkdir
ok "leaves no folder" test ! -e gone
: >plain
ok "a file without an ending, that is there" code 0 "$jutu" render a.vl.json -o plain
ok "is SVG" same plain
ok "ending and format that differ" code 2 "$jutu" render a.vl.json -o x.png -f svg
ok "ending and format that agree" code 0 "$jutu" render a.vl.json -o x.png -f png
ok "the rule is in the help" sh -c "'$jutu' help render | grep -q 'pipes, devices'"

# Several images.
ok "two specs into one file" code 2 "$jutu" render a.vl.json b.vl.json -o one.svg
ok "no file, no folder" test ! -e one.svg
ok "two formats into one file" code 2 "$jutu" render a.vl.json -o one.svg -f svg,png
ok "one format twice" code 2 "$jutu" render a.vl.json -f svg,svg
mkdir p q
cp a.vl.json p/z.vl.json
cp a.vl.json q/z.vl.json
ok "two images of one name" code 2 "$jutu" render p/z.vl.json q/z.vl.json -o fresh/
ok "both are named" says q/z.vl.json
ok "nothing is made of it" test ! -e fresh
mkdir same
: >same/b.svg
ln -s b.svg same/a.svg
ok "two names of one file" code 2 "$jutu" render a.vl.json b.vl.json -o same
ok "isn't written" is_empty same/b.svg
ok "an image for the depfile" code 2 "$jutu" render a.vl.json -o d.svg --depfile ./d.svg

# What is there.
cp want.svg kept.svg
chmod 640 kept.svg
ok "a file is replaced" code 0 "$jutu" render a.vl.json -o kept.svg
ok "its mode is kept" mode kept.svg 640
(umask 027 && "$jutu" render a.vl.json -o masked.svg)
ok "a new one has the usual mode" mode masked.svg 640
mkdir far
echo old >far/real.svg
chmod 604 far/real.svg
ln -s far/real.svg link.svg
ok "through a link" code 0 "$jutu" render a.vl.json -o link.svg
ok "the link stays" test -L link.svg
ok "its file is written" same far/real.svg
ok "with its mode" mode far/real.svg 604
ln -s far/new.svg dangling.svg
ok "through a link to nothing" code 0 "$jutu" render a.vl.json -o dangling.svg
ok "is written where it leads" same far/new.svg
ln -s round.svg round.svg
ok "a link to itself" code 1 "$jutu" render a.vl.json -o round.svg
ok "is told" says "circle"
ok "nothing else in that folder" left far new.svg real.svg
mkfifo pipe pipe.svg
for name in pipe pipe.svg; do
    cat $name >got.svg &
    ok "a FIFO, $name" code 0 "$jutu" render a.vl.json -o $name
    ok "stays one" test -p $name
    wait
    ok "and has passed it on" same got.svg
done
"$jutu" render a.vl.json -o /dev/stdout | cat >got.svg
ok "/dev/stdout" same got.svg
"$jutu" render a.vl.json -o /dev/stdout >got.svg
ok "/dev/stdout that is a file" same got.svg
"$jutu" render a.vl.json -o /dev/fd/3 3>got.svg
ok "another open file" same got.svg
if mknod null c 1 3 2>/dev/null && (: >null) 2>/dev/null; then
    ok "a device" code 0 "$jutu" render a.vl.json -o null
    ok "stays one" test -c null
fi
long=$(printf '%0251d' 0)
ok "a name of 255 bytes" code 0 "$jutu" render a.vl.json -o "$long.svg"
ok "is there" same "$long.svg"
ok "one of 256" code 1 "$jutu" render a.vl.json -o "0$long.svg"
ok "is too long" says "the name is too long"

# Inputs.
refused() { # refused COMMAND: as a usage error that names what is read
    sh -c "$1" 2>err.txt
    [ $? = 2 ] && says "is read, and would be overwritten"
}
printf 'k,v\n甲,3\n乙,5\n' >rows.csv
cp rows.csv rows.bak
sed 's/"values": .*\]}, "m/"url": "rows.csv"}, "m/' a.vl.json >data.vl.json
cp a.vl.json spec.svg
ok "a spec by its own name" code 2 "$jutu" render spec.svg -o ./spec.svg
ok "is untouched" cmp a.vl.json spec.svg
cp a.vl.json named.vl.json
ln -s named.vl.json named.svg
ok "a spec through a link" code 2 "$jutu" render named.vl.json
ok "is untouched" cmp a.vl.json named.vl.json
ln -s named.svg again.svg
ok "through two" code 2 "$jutu" render named.vl.json -o again.svg
ln named.vl.json hard.svg
ok "by a hard link" code 2 "$jutu" render named.vl.json -o hard.svg
ok "from standard input" refused "'$jutu' render - -o spec.svg <spec.svg"
ok "is untouched" cmp a.vl.json spec.svg
ok "onto standard output" refused "'$jutu' render spec.svg -o - >>spec.svg"
ok "is untouched" cmp a.vl.json spec.svg
printf '{}' >config.svg
ok "the config" code 2 "$jutu" render a.vl.json --config config.svg -o config.svg
ok "the theme" code 2 "$jutu" render a.vl.json --theme config.svg -o config.svg
ok "the data's file draws" code 0 "$jutu" render data.vl.json
ln -sf rows.csv data.svg
ok "the data through a link" code 1 "$jutu" render data.vl.json
ok "are untouched" cmp rows.csv rows.bak
ok "and said to be read" says "is read, and would be overwritten"
ok "the depfile" code 1 "$jutu" render data.vl.json -o d.svg --depfile rows.csv
ok "is none of them" cmp rows.csv rows.bak
rm data.svg
ln -sf rows.csv a.svg
for order in "a.vl.json data.vl.json" "data.vl.json a.vl.json"; do
    # shellcheck disable=SC2086
    ok "the data of another spec: $order" code 1 "$jutu" render $order --jobs 1 -o .
    ok "are untouched" cmp rows.csv rows.bak
done
rm a.svg

# Writes that fail: one message, exit 1, nothing left.
mkdir safe
cp want.svg safe/a.svg
ok "a limit of files' sizes" code 1 sh -c "ulimit -f 1; exec '$jutu' render a.vl.json -o safe/a.svg"
ok "is told" says "larger than files may be"
ok "once" one_line
ok "and leaves what was there" same safe/a.svg
ok "and nothing else" left safe a.svg
ok "that of standard output" code 1 sh -c "ulimit -f 1; '$jutu' render a.vl.json -o - >cut.svg"
ok "is told, too" says "larger than files may be"
ok "a full device" code 1 sh -c "'$jutu' render a.vl.json -o - >/dev/full"
ok "is told" says "the disk is full"
ok "once" one_line
ok "by its name" code 1 "$jutu" render a.vl.json -o /dev/full
ok "stays a device" test -c /dev/full
ok "a closed descriptor" code 1 sh -c "'$jutu' render a.vl.json -o - >&-"
ok "is told" says "it is closed"
mkfifo gone
sh -c 'exec 3<gone; exec 3<&-' &
ok "a reader that went away" code 1 sh -c "exec 4>gone; sleep 1; '$jutu' render a.vl.json -o - >&4"
ok "is told" says "nobody reads it any more"
ok "once" one_line
for command in "help" "help render" "render --help" "help marks" "--version" "explain a.vl.json" "data rows.csv" \
    "eval 1"; do
    # shellcheck disable=SC2086
    ok "$command onto a full device" code 1 sh -c "'$jutu' $command >/dev/full"
    ok "is told" says "standard output can't be written"
    ok "once" one_line
done
for fault in write:EIO write:ENOSPC write:EDQUOT close:EIO fsync:EIO; do
    for name in a.svg new.svg; do
        ok "$fault, $name" code 1 env FAULT=$fault LD_PRELOAD="$faults" "$jutu" render a.vl.json -o safe/$name
        ok "is told" says "safe/$name can't be written"
        ok "once" one_line
        ok "what was there stays" same safe/a.svg
        ok "with nothing else" left safe a.svg
        [ $fault != fsync:EIO ] || break # what is new isn't synchronised
    done
done
ok "where files have names from the first" code 0 env FAULT=open:EOPNOTSUPP LD_PRELOAD="$faults" \
    "$jutu" render b.vl.json -o safe/a.svg
ok "nothing else is left" left safe a.svg
ok "nor by a failure" code 1 env FAULT=open:EOPNOTSUPP,write:EIO LD_PRELOAD="$faults" \
    "$jutu" render a.vl.json -o safe/a.svg
ok "there" left safe a.svg
finish
