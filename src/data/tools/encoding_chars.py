#!/usr/bin/env python3
"""Writes ../encoding_chars.def: the commonest characters of four scripts, commonest first.

  encoding_chars.py ROOT >../encoding_chars.def

ROOT holds Debian packages laid out by `dpkg -x`: unicode-data (Unihan; Unicode licence) and the
translated catalogues of iso-codes (LGPL-2.1+; place names) and of libreoffice-l10n-ja, -ko, -zh-cn, -zh-tw
(MPL-2.0). Of the catalogues only how often a character occurs is taken. Standard library only."""
import bz2, collections, glob, gettext, math, os, re, sys

ROOT = sys.argv[1]
WANTED = {"SIMPLIFIED": 1000, "TRADITIONAL": 1000, "KANJI": 1000, "HANGUL": 600}


def unihan(*names):
    found = {name: {} for name in names}
    for path in glob.glob(os.path.join(ROOT, "usr/share/unicode/Unihan_*.txt.bz2")):
        for line in bz2.open(path, "rt", encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 3 and cells[1] in found:
                found[cells[1]][chr(int(cells[0][2:], 16))] = cells[2]
    return found


def catalogue(*patterns):
    """Shares of characters; each pattern's files weigh the same."""
    shares = collections.Counter()
    for pattern in patterns:
        counts = collections.Counter()
        for path in glob.glob(os.path.join(ROOT, pattern)):
            with open(path, "rb") as file:
                for key, text in gettext.GNUTranslations(file)._catalog.items():
                    if key:
                        counts.update(text)
        total = sum(n for c, n in counts.items() if ord(c) > 0x2E80) or 1
        for c, n in counts.items():
            shares[c] += n / total / len(patterns)
    return shares


def catalogues_of(country, office):
    return catalogue(f"usr/share/locale/{country}/LC_MESSAGES/iso_3166*.mo",
                     f"usr/lib/libreoffice/program/resource/{office}/LC_MESSAGES/*.mo")


def mixed(parts, allowed):
    total = collections.Counter()
    for weight, shares in parts:
        for c, share in shares.items():
            if c in allowed:
                total[c] += weight * share
    return [c for c, _ in sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))]


def main():
    data = unihan("kHanyuPinlu", "kTraditionalVariant", "kFrequency", "kJoyoKanji", "kGB0",
                  "kBigFive", "kJis0")
    counts = {c: sum(int(n) for n in re.findall(r"\((\d+)\)", text))
              for c, text in data["kHanyuPinlu"].items()}
    total = sum(counts.values())
    simplified = {c: n / total for c, n in counts.items()}
    traditional = collections.Counter()
    for c, share in simplified.items():
        forms = [chr(int(u[2:], 16)) for u in data["kTraditionalVariant"].get(c, "").split()]
        forms = [f for f in forms if f in data["kBigFive"]] or [c]
        best = min(forms, key=lambda f: (int(data["kFrequency"].get(f, "9")), f == c))
        traditional[best] += share
    hangul = {chr(c) for c in range(0xAC00, 0xD7A4)}
    lists = {
        "SIMPLIFIED": mixed([(.7, simplified), (.3, catalogues_of("zh_CN", "zh_CN"))],
                            data["kGB0"]),
        "TRADITIONAL": mixed([(.7, traditional), (.3, catalogues_of("zh_TW", "zh_TW"))],
                             data["kBigFive"]),
        "KANJI": mixed([(1, catalogues_of("ja", "ja"))], data["kJoyoKanji"]),
        "HANGUL": mixed([(1, catalogues_of("ko", "ko"))], hangul),
    }
    print("/* The commonest characters of a script, commonest first. Made by tools/encoding_chars.py "
          "from\n * Unihan (Unicode licence) and counts in the catalogues of iso-codes and "
          "LibreOffice. */")
    for name, chars in lists.items():
        chars = chars[:WANTED[name]]
        print(f"JUTU_SCRIPT({name},")
        for i in range(0, len(chars), 40):
            print('            "' + "".join(chars[i:i + 40]) + '"')
        print(")")


main()
