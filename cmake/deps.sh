#!/bin/sh
# deps.sh [build] [test] [bench] [fuzz] [tidy]: installs the Debian packages that are missing, if any are.
set -eu

packages() {
    case $1 in
    build) echo gcc cmake ninja-build pkg-config libcairo2-dev libpango1.0-dev libharfbuzz-dev \
        libfontconfig-dev libglib2.0-dev libcsv-dev libjansson-dev libpng-dev libdeflate-dev \
        libpcre2-dev libcunit1-dev fonts-noto-cjk tzdata ;;
    test) echo g++ poppler-utils libxml2-utils pngcheck qpdf ;;
    bench) echo gnuplot-nox ;;
    fuzz) echo clang libclang-rt-dev ;;
    tidy) echo clang clang-tidy ;;
    esac
}

missing=
for set in "$@"; do
    for package in $(packages "$set"); do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            missing="$missing $package"
    done
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    root=
elif command -v sudo >/dev/null; then
    root=sudo
else
    root=none
fi
if [ "$root" = none ] || ! command -v apt-get >/dev/null; then
    echo "jutu needs these Debian packages, and can't install them (no root, sudo or apt-get):" >&2
    echo " $missing" >&2
    exit 1
fi
echo "Installing:$missing"
$root apt-get update -qq
# shellcheck disable=SC2086
$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
