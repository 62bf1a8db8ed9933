#include "data/encoding.h"

#include "check.h"

static void test_find(void)
{
    static const struct {
        const char *name, *want;
    } table[] = {
        { "GB2312", "GB18030" },      { "gbk", "GB18030" },         { "cp936", "GB18030" },
        { "Big5", "Big5" },           { "big5-hkscs", "Big5" },     { "cp950", "Big5" },
        { "SJIS", "Shift-JIS" },      { "Shift_JIS", "Shift-JIS" }, { "windows-31j", "Shift-JIS" },
        { "euc-jp", "EUC-JP" },       { "EUC-KR", "EUC-KR" },       { "cp949", "EUC-KR" },
        { "latin1", "windows-1252" }, { "macintosh", "Mac Roman" }, { "utf8", "UTF-8" },
        { "utf-16", "UTF-16LE" },     { "latin-9", "ISO-8859-15" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuEncoding encoding = jutu_encoding_find(table[i].name);
        CHECK_TRUE(table[i].name, encoding < JUTU_N_ENCODINGS);
        if (encoding < JUTU_N_ENCODINGS)
            CHECK_STR(table[i].name, jutu_encoding_name(encoding), table[i].want);
    }
    CHECK_SIZE("no such", jutu_encoding_find("klingon"), JUTU_N_ENCODINGS);
}

/* Where iconv's encodings are narrower than files, or read characters otherwise. */
static void test_traps(void)
{
    static const struct {
        const char *row;
        JutuEncoding encoding;
        const char *bytes, *want;
        size_t n_bad;
    } table[] = {
        { "the euro of windows-936", JUTU_GB18030, "\x80", "€", 0 },
        { "the euro of GB18030", JUTU_GB18030, "\xa2\xe3", "€", 0 },
        { "what GBK lacks", JUTU_GB18030, "\xa8\xbf\xa6\xd9\xfe\x59\xfe\x51", "ǹ︐龴𠂇", 0 },
        { "four bytes", JUTU_GB18030, "\x95\x32\xb7\x3c\x81\x30\x84\x36",
          "\xef\xbf\xbd"
          "2\xef\xbf\xbd<¥",
          2 },
        { "beyond the first plane", JUTU_GB18030, "\x95\x32\x82\x36", "𠀀", 0 },
        { "a dash and a dot", JUTU_GB18030, "\xa1\xaa\xa1\xa4", "—·", 0 },
        { "a lead before a line end", JUTU_GB18030, "\xc4\nx", "\xef\xbf\xbd\nx", 1 },
        { "a lead at the end", JUTU_GB18030, "\xc4\xea\xc4", "年\xef\xbf\xbd", 1 },
        { "Taiwan's €, ￣ and 十", JUTU_BIG5, "\xa3\xe1\xa1\xc3\xa2\xcc", "€￣十", 0 },
        { "Taiwan's ‧ and ￥", JUTU_BIG5, "\xa1\x45\xa2\x44", "‧￥", 0 },
        { "Hong Kong's ① and 啲", JUTU_BIG5, "\xc6\xa1\x9d\xf8\x9d\xef", "①啲嘅", 0 },
        { "one code, two characters", JUTU_BIG5, "\x88\x62", "Ê̄", 0 },
        { "Japanese ①, 髙 and \\", JUTU_SHIFT_JIS, "\x87\x40\xfb\xfc\x5c\x81\x5c", "①髙\\―", 0 },
        { "half-width katakana", JUTU_SHIFT_JIS, "\xc3\xde\xb0\xc0", "ﾃﾞｰﾀ", 0 },
        { "① in EUC-JP", JUTU_EUC_JP, "\xad\xa1\x8e\xb1\x8f\xb0\xa1", "①ｱ丂", 0 },
        { "a control isn't EUC-JP", JUTU_EUC_JP, "\x81\x41",
          "\xef\xbf\xbd"
          "A",
          1 },
        { "Korean syllables beyond KS X 1001", JUTU_EUC_KR, "\x8c\x63\xb0\xa1", "똠가", 0 },
        { "windows-1252", JUTU_WINDOWS_1252, "\x80\x92\xe9\x81", "€’é\xef\xbf\xbd", 1 },
        { "ISO-8859-15", JUTU_ISO_8859_15, "\xa4\xbd\xe9", "€œé", 0 },
        { "Mac Roman", JUTU_MAC_ROMAN, "\x8e\xdb\xd5", "é€’", 0 },
        { "windows-1251", JUTU_WINDOWS_1251, "\xc3\xee\xe4\xb9", "Год№", 0 },
        { "a lone surrogate", JUTU_UTF_16LE, "\x3d\xd8\x41\x41", "\xef\xbf\xbd䅁", 1 },
        { "a pair of surrogates", JUTU_UTF_16LE, "\x3d\xd8\x01\xde", "😁", 0 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(JutuDecoder) decoder = jutu_decoder_new(table[i].encoding);
        CHECK_TRUE(table[i].row, decoder != NULL);
        if (!decoder)
            continue;
        JutuBadBytes bad;
        g_autoptr(GBytes)
            text = jutu_decoder_text(decoder, table[i].bytes, strlen(table[i].bytes), &bad);
        g_autofree char *got = g_strndup(g_bytes_get_data(text, NULL), g_bytes_get_size(text));
        CHECK_STR(table[i].row, got, table[i].want);
        CHECK_SIZE(table[i].row, bad.n_bad, table[i].n_bad);
    }
}

static void test_convert(void)
{
    JutuBadBytes bad;
    g_autoptr(GBytes) text = jutu_encoding_convert("iso-8859-7", "a\xd2\xc1", 3, &bad);
    CHECK_TRUE("the rest is read", text && g_bytes_get_size(text) == 6);
    CHECK_SIZE("bad", bad.n_bad, 1);
    CHECK_SIZE("where", bad.first_bad, 1);
    CHECK_TRUE("unknown", !jutu_encoding_convert("klingon", "a", 1, &bad));
}

SUITE(encoding, { "find", test_find }, { "traps", test_traps }, { "convert", test_convert });
