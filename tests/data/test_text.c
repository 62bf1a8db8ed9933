#include "data/text.h"

#include "base/error.h"
#include "check.h"

static void test_decode(void)
{
    static const struct {
        const char *row, *bytes;
        size_t length;
        const char *encoding, *want; /* text or message */
    } table[] = {
        { "UTF-8", "年,值", 7, NULL, "年,值" },
        { "UTF-8 with a mark", "\xef\xbb\xbf年", 6, NULL, "年" },
        { "a mark beats the name", "\xef\xbb\xbf年", 6, "gbk", "年" },
        { "UTF-16 by its mark", "\xff\xfe\x74\x5e\x2c\x00", 6, NULL, "年," },
        { "UTF-16 the other way", "\xfe\xff\x5e\x74\x00\x2c", 6, NULL, "年," },
        { "UTF-16 by name", "\x74\x5e", 2, "UTF-16LE", "年" },
        { "GBK", "\xc4\xea,1", 4, "GBK", "年,1" },
        { "GB2312 is GB18030", "\x81\x30\x81\x30", 4, "gb2312", "\xc2\x80" },
        { "Shift_JIS is CP932", "\x87\x40", 2, "shift_jis", "①" },
        { "Latin 1 is CP1252", "\x80", 1, "iso-8859-1", "€" },
        { "empty", "", 0, NULL, "" },
        { "empty, by name", "", 0, "windows-1252", "" },
        { "nothing but a mark", "\xef\xbb\xbf", 3, NULL, "" },
        { "long ASCII, then not", "0123456789abcdef\xe5\xb9\xb4", 19, NULL, "0123456789abcdef年" },
        { "GBK taken for UTF-8", "a,b\n1,2\n\xc4\xea,3\n", 13, NULL,
          "x.csv:3: the byte 0xc4 isn't UTF-8; save the file as UTF-8 or name its encoding, such "
          "as \"gbk\"" },
        { "half a character", "a\xe5\xb9", 3, NULL,
          "x.csv:1: the byte 0xe5 isn't UTF-8; save the file as UTF-8 or name its encoding, such "
          "as \"gbk\"" },
        { "surrogates in UTF-8", "\xed\xa0\xbd", 3, NULL,
          "x.csv:1: the byte 0xed isn't UTF-8; save the file as UTF-8 or name its encoding, such "
          "as \"gbk\"" },
        { "not GBK either", "a\n\xff\xff", 4, "gbk",
          "x.csv:2: this isn't gbk text; name the file's real encoding" },
        { "half a UTF-16 unit", "\xff\xfe\x74", 3, NULL,
          "x.csv:1: this isn't utf-16le text; name the file's real encoding" },
        { "no such encoding", "a", 1, "klingon",
          "x.csv: no encoding \"klingon\" is known; use \"utf-8\", \"gbk\", \"big5\", "
          "\"shift_jis\", \"euc-kr\", \"utf-16le\" or \"windows-1252\"" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(GBytes) bytes = g_bytes_new(table[i].bytes, table[i].length);
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) text = jutu_text_decode(bytes, table[i].encoding, "x.csv", &error);
        size_t length = 0;
        const char *data = text ? g_bytes_get_data(text, &length) : NULL;
        g_autofree char *got = text ? g_strndup(data ? data : "", length)
                                    : g_strdup(error->message);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

static void test_mark(void)
{
    static const char *const table[][2] = {
        { "\xef\xbb\xbfx", "utf-8" },
        { "\xff\xfex", "utf-16le" },
        { "\xfe\xffx", "utf-16be" },
        { "\xef\xbb", "none" },
        { "x", "none" },
        { "", "none" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(GBytes) bytes = g_bytes_new(table[i][0], strlen(table[i][0]));
        const char *mark = jutu_text_mark(bytes);
        CHECK_STR(table[i][1], mark ? mark : "none", table[i][1]);
    }
}

static void test_nul(void)
{
    g_autoptr(GBytes) bytes = g_bytes_new("a\0b", 3);
    g_autoptr(GBytes) text = jutu_text_decode(bytes, NULL, "x.csv", NULL);
    CHECK_TRUE("a NUL is a character", text && g_bytes_equal(text, bytes));
}

SUITE(text, { "decode", test_decode }, { "mark", test_mark }, { "nul", test_nul });
