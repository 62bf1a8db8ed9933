#!/usr/bin/env python3
"""Writes ../encoding_single.def: the characters of the bytes 80 to FF in sets of one byte each; 0: none.

  encoding_single.py >../encoding_single.def

They come from Python's codecs, which were made from the tables that unicode.org publishes."""
SETS = {"WINDOWS_1252": "cp1252", "ISO_8859_15": "iso8859-15", "MAC_ROMAN": "mac-roman",
        "WINDOWS_1251": "cp1251", "WINDOWS_1250": "cp1250", "ISO_8859_2": "iso8859-2",
        "KOI8_R": "koi8-r", "IBM866": "cp866", "MAC_CYRILLIC": "mac-cyrillic"}

print("/* Characters of the bytes 80 to FF; 0: none. Made by tools/encoding_single.py. */")
for name, codec in SETS.items():
    print(f"JUTU_SINGLE({name},")
    codes = []
    for byte in range(0x80, 0x100):
        try:
            code = ord(bytes([byte]).decode(codec))
        except UnicodeDecodeError:
            code = 0
        codes.append(code if code >= 0xA0 else 0)  # controls are no text
    for i in range(0, 128, 12):
        print("            " + ", ".join(f"0x{code:04x}" for code in codes[i:i + 12])
              + (")" if i + 12 >= 128 else ","))
