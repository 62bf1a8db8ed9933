#include "data/text.h"

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
        { "GB2312 is GB18030", "\x81\x30\x84\x36", 4, "gb2312", "¥" },
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
          "x.csv:1: this isn't UTF-16LE text; name the file's real encoding" },
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

/* The text, then each message with its place and rule. */
static char *read_text(const char *bytes, size_t length, const char *encoding)
{
    JutuArena *arena = jutu_arena_new();
    JutuContext *context = jutu_context_new(arena);
    g_autoptr(GBytes) file = g_bytes_new(bytes, length);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) text = jutu_text_read(file, encoding, "x.csv", "/data", context, &error);
    size_t size = 0;
    const char *data = text ? g_bytes_get_data(text, &size) : NULL;
    GString *out = text ? g_string_new_len(data ? data : "", (gssize)size)
                        : g_string_new(error->message);
    for (guint i = 0; i < context->messages->len; i++) {
        const JutuMessage *message = context->messages->pdata[i];
        g_string_append_printf(out, " | %zu:%zu %s", message->place.line, message->place.column,
                               message->text);
        CHECK_STR("file", message->place.file, "x.csv");
    }
    jutu_context_free(context);
    jutu_arena_free(arena);
    return g_string_free(out, false);
}

static void test_read(void)
{
    static const struct {
        const char *row, *bytes;
        size_t length;
        const char *encoding, *want; /* text, or error, and messages */
    } table[] = {
        { "UTF-8", "年,值", 7, NULL, "年,值" },
        { "UTF-8 with a mark", "\xef\xbb\xbf年", 6, NULL, "年" },
        { "GBK", "a\n\xb3\xc7\xca\xd0,\xc8\xcb\xbf\xda\n\xba\xbc\xd6\xdd,1193\n", 22, NULL,
          "a\n城市,人口\n杭州,1193\n | 0:0 isn't UTF-8; read as GB18030" },
        { "GB18030 with a mark", "\x84\x31\x95\x33\xc4\xea", 6, NULL,
          "年 | 0:0 read as GB18030, as its byte order mark says" },
        { "UTF-16 with a mark", "\xff\xfe\x74\x5e\x2c\x00", 6, NULL,
          "年, | 0:0 read as UTF-16LE, as its byte order mark says" },
        { "UTF-16 without", "a\0,\0b\0\n\0001\0,\0002\0\n\0", 16, NULL,
          "a,b\n1,2\n | 0:0 read as UTF-16LE, by its NULs" },
        { "UTF-16 without, the other way", "\0a\0,\0b\0\n\0001\0,\x5e\x74\0\n", 16, NULL,
          "a,b\n1,年\n | 0:0 read as UTF-16BE, by its NULs" },
        { "NULs, but not of UTF-16", "a,b\n1\0,2\n", 9, NULL, "a,b\n1" },
        { "UTF-32", "\xff\xfe\0\0\x74\x5e\0\0", 8, NULL,
          "年 | 0:0 read as UTF-32LE, as its byte order mark says" },
        { "a word of two letters", "a\n\xba\xbc\n", 5, NULL,
          "a\n볼\n | 2:1 read as EUC-KR (\"볼\"), but it may be GB18030 (\"杭\"); name the file's "
          "encoding by --encoding, or \"encoding\" in \"format\"" },
        { "one bad byte in UTF-8", "城市,人口\n杭\xff州,1193\n台州,662\n", 38, NULL,
          "城市,人口\n杭\xef\xbf\xbd州,1193\n台州,662\n | 2:2 the byte 0xff isn't UTF-8; "
          "\"\xef\xbf\xbd\" "
          "stands for it" },
        { "what is named wins", "\xef\xbb\xbf\xe5\xb9\xb4x", 7, "gbk",
          "锘垮勾x | 1:1 begins with the byte order mark of UTF-8, but is read as gbk, as it was "
          "said to be" },
        { "the euro of windows-936", "\xbc\xdb\x80", 3, "gbk", "价€" },
        { "a bad byte where one is named", "\xc4\xea,\xff\n\xc4\xea,\xff\n", 10, "gbk",
          "年,\xef\xbf\xbd\n年,\xef\xbf\xbd\n | 1:3 the byte 0xff isn't gbk; \"\xef\xbf\xbd\" "
          "stands for it; 1 more alike" },
        { "too many of them", "\xff\xff\xff\xff\xff", 5, "gbk",
          "x.csv:1: this isn't gbk text; name the file's real encoding" },
        { "a bad byte after a mark", "\xef\xbb\xbf\xe5\xb9\xb4\n\xff", 8, NULL,
          "年\n\xef\xbf\xbd | 2:1 the byte 0xff isn't UTF-8; \"\xef\xbf\xbd\" stands for it" },
        { "an encoding of iconv's", "\xc1\xe8\xde\xed\xe1", 5, "iso-8859-7", "Αθήνα" },
        { "ISO-2022-JP", "a\n\033$B;E\033(B\n", 12, NULL,
          "x.csv: this looks like ISO-2022-JP; save the file as UTF-8, or name its encoding, "
          "\"iso-2022-jp\"" },
        { "ISO-2022-JP, named", "\033$B;E\033(B", 8, "iso-2022-jp", "仕" },
        { "UTF-8 that may be something else", "name\n\xc9\xb1\xcf\xa9\n", 10, NULL,
          "name\nɱϩ\n | 2:1 read as UTF-8 (\"ɱϩ\"), but it may be GB18030 (\"杀烯\"); name the "
          "file's encoding by --encoding, or \"encoding\" in \"format\"" },
        { "no text at all", "\x89\x01\x02\x03\xff\xff\xff", 7, NULL,
          "x.csv:1: the byte 0x89 isn't UTF-8, and no other encoding fits; is this a text file? "
          "Save it as UTF-8, or name its encoding" },
        { "no such encoding", "a", 1, "klingon",
          "x.csv: no encoding \"klingon\" is known; use \"utf-8\", \"gbk\", \"big5\", "
          "\"shift_jis\", \"euc-kr\", \"utf-16le\" or \"windows-1252\"" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = read_text(table[i].bytes, table[i].length, table[i].encoding);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

static void test_nul(void)
{
    g_autoptr(GBytes) bytes = g_bytes_new("a\0b", 3);
    g_autoptr(GBytes) text = jutu_text_decode(bytes, NULL, "x.csv", NULL);
    CHECK_TRUE("a NUL is a character", text && g_bytes_equal(text, bytes));
}

SUITE(text, { "decode", test_decode }, { "read", test_read }, { "nul", test_nul });
