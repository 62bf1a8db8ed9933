#!/bin/sh
# reading.sh JUTU: which files a spec may read: those of its project, and what flags allow.
. "$(dirname "$0")/rows.sh"
start "$1"

# A home with a repository in it (as some keep their settings), projects of each kind, and strangers.
mkdir -p home/u/.git home/u/.ssh home/u/loose home/u/repo/charts/deep home/u/repo/datasets home/u/worktree/charts \
    home/u/outer/inner/charts home/u/outer/data home/u/build/charts elsewhere
for folder in home home/u home/u/.ssh home/u/loose home/u/loose/below home/u/repo home/u/repo/datasets home/u/worktree \
    home/u/outer home/u/outer/inner home/u/outer/data home/u/build elsewhere .; do
    mkdir -p $folder
    printf 'k,v\n甲,3\n乙,5\n' >$folder/x.csv
done
mkdir home/u/repo/.git
: >home/u/worktree/.git
package='{"resources": [{"name": "none", "path": "none.csv"}]}'
echo "$package" >home/u/outer/datapackage.json
echo "$package" >home/u/outer/inner/datapackage.json
: >home/u/build/CMakeLists.txt
ln -s ../../../x.csv home/u/repo/datasets/link.csv
ln -s ../datasets/x.csv home/u/repo/charts/link.csv
HOME=$work/home/u
export HOME

spec() { # spec FILE URL
    printf '{"data": {"url": "%s"}, "mark": "bar", "encoding": {"x": {"field": "k"}}}' "$2" >"$1"
}
reads() { # reads SPEC-FOLDER URL OPTION...: from the folder elsewhere
    spec "$1/s.vl.json" "$2"
    from=$1
    shift 2
    (cd elsewhere && "$jutu" render "$work/$from/s.vl.json" -o - "$@") >out.txt 2>err.txt ||
        { cat err.txt; return 1; }
}
refuses() {
    if reads "$@" >/dev/null; then echo "it was read"; return 1; fi
    says "--allow-read"
}

ok "beside the spec" reads home/u/loose x.csv
ok "below it" reads home/u/loose below/x.csv
ok "above it, where there is no project" refuses home/u/loose ../x.csv
ok "a repository" reads home/u/repo/charts ../datasets/x.csv
ok "from deep in it" reads home/u/repo/charts/deep ../../datasets/x.csv
ok "its own folder" reads home/u/repo datasets/x.csv
ok "a link in it" reads home/u/repo/charts link.csv
ok "a link out of it" refuses home/u/repo/charts ../datasets/link.csv
ok "what is above it" refuses home/u/repo/charts ../../x.csv
ok "a repository whose .git is a file" reads home/u/worktree/charts ../x.csv
ok "the outermost data package" reads home/u/outer/inner/charts ../../data/x.csv
ok "and no more" refuses home/u/outer/inner/charts ../../../x.csv
ok "a folder that is built" reads home/u/build/charts ../x.csv
ok "never the home folder, though it has a .git" refuses home/u/loose ../.ssh/x.csv
ok "beside a spec in the home folder" reads home/u x.csv
ok "nothing below it" refuses home/u .ssh/x.csv
ok "nor above" refuses home/u ../x.csv
ok "beside a spec above the home folder" reads home x.csv
ok "nothing below, either" refuses home u/x.csv
ok "by its whole path" refuses home/u/loose "$work/home/u/x.csv"
ok "as a URL" refuses home/u/loose "file://$work/home/u/x.csv"
ok "the system's files" refuses home/u/loose /etc/passwd
ok "the current folder" reads home/u/loose "$work/elsewhere/x.csv"
ok "a folder that is allowed" reads home/u/loose ../x.csv --allow-read="$work/home"
ok "a file that is" reads home/u/loose ../x.csv --allow-read="$work/home/u/x.csv"
ok "not those beside it" refuses home/u/loose ../.ssh/x.csv --allow-read="$work/home/u/x.csv"
ok "several" reads home/u/loose ../x.csv --allow-read="$work/elsewhere" --allow-read="$work/home"
ok "all of them" reads home/u/loose "$work/x.csv" --allow-read=/
ok "the base" reads home/u/loose x.csv --base "$work/home"
ok "nothing above it" refuses home/u/loose ../x.csv --base "$work/home"

spec web.vl.json "https://example.org/x.csv"
ok "URLs are never fetched" code 1 "$jutu" render web.vl.json --allow-read=/
ok "whatever is allowed" says "data come from local files only"
spec s.vl.json x.csv
ok "standard input: the current folder" code 0 "$jutu" render - -o - <s.vl.json
cd elsewhere || exit 1
spec s.vl.json ../x.csv
ok "and no more there" code 1 "$jutu" render - -o - <s.vl.json
ok "names the flag" says "--allow-read"
cd ..

# The other commands, and what else is read; from the folder elsewhere.
loose=../home/u/loose
cp "$tests/../charts/out/overview.png" home/u/x.png
cd elsewhere || exit 1
spec $loose/s.vl.json ../x.csv
ok "check" code 1 "$jutu" check $loose/s.vl.json
ok "names the flag" says "--allow-read"
ok "explain" code 1 "$jutu" explain $loose/s.vl.json
ok "names the flag" says "--allow-read"
ok "data, of any file" code 0 "$jutu" data ../home/u/repo/datasets/link.csv
printf '{"data": {"values": [1]}, "mark": {"type": "image", "url": "../x.png"}}' >$loose/i.vl.json
"$jutu" render $loose/i.vl.json -o - >with.svg 2>err.txt
ok "images" says "--allow-read"
ok "aren't drawn" no grep -q base64 with.svg
"$jutu" render $loose/i.vl.json -o - --allow-read ../home/u >with.svg
ok "are where they may be read" grep -q base64 with.svg
finish
