#include "data/typed_number.h"

#include "check.h"

static void test_read(void)
{
    static const struct {
        const char *text;
        double number;
        JutuCounts counts;
        unsigned forms;
    } table[] = {
        { "1200", 1200, 0, 0 },
        { "-3.5", -3.5, 0, 0 },
        { ".5", 0.5, 0, 0 },
        { "1.2E+03", 1200, 0, 0 },
        { "+7", 7, 0, 0 },
        { "900 ", 900, 0, 0 },
        { "\u3000900\u00a0", 900, 0, 0 },
        { "1,234", 1234, 0, JUTU_FORM_GROUPS },
        { "12,345.6", 12345.6, 0, JUTU_FORM_GROUPS },
        { "1,234,567", 1234567, 0, JUTU_FORM_GROUPS },
        { "-1,234", -1234, 0, JUTU_FORM_GROUPS },
        { "(1,234)", -1234, 0, JUTU_FORM_GROUPS | JUTU_FORM_BRACKETS },
        { "（300）", -300, 0, JUTU_FORM_BRACKETS | JUTU_FORM_WIDE },
        { "(￥1,234.50)", -1234.5, JUTU_COUNTS_YUAN,
          JUTU_FORM_GROUPS | JUTU_FORM_BRACKETS | JUTU_FORM_UNIT },
        { "1,234-", -1234, 0, JUTU_FORM_GROUPS | JUTU_FORM_SIGN },
        { "−5", -5, 0, 0 },
        { "－1.2%", -1.2, JUTU_COUNTS_PERCENT, JUTU_FORM_PERCENT | JUTU_FORM_WIDE },
        { "１２，３４５．６", 12345.6, 0, JUTU_FORM_GROUPS | JUTU_FORM_WIDE },
        { "6.58%", 6.58, JUTU_COUNTS_PERCENT, JUTU_FORM_PERCENT },
        { "6.58 ％", 6.58, JUTU_COUNTS_PERCENT, JUTU_FORM_PERCENT | JUTU_FORM_WIDE },
        { "(12)%", -12, JUTU_COUNTS_PERCENT, JUTU_FORM_PERCENT | JUTU_FORM_BRACKETS },
        { "3‰", 3, JUTU_COUNTS_PERMILLE, JUTU_FORM_PERCENT },
        { "￥500", 500, JUTU_COUNTS_YUAN, JUTU_FORM_UNIT },
        { "¥ 1,234", 1234, JUTU_COUNTS_YUAN, JUTU_FORM_UNIT | JUTU_FORM_GROUPS },
        { "-￥5", -5, JUTU_COUNTS_YUAN, JUTU_FORM_UNIT },
        { "￥-5", -5, JUTU_COUNTS_YUAN, JUTU_FORM_UNIT },
        { "500元", 500, JUTU_COUNTS_YUAN, JUTU_FORM_UNIT },
        { "1.2万", 12000, 0, JUTU_FORM_UNIT },
        { "1.1万", 11000, 0, JUTU_FORM_UNIT },
        { "3 萬元", 30000, JUTU_COUNTS_YUAN, JUTU_FORM_UNIT },
        { "2.5亿", 250000000, 0, JUTU_FORM_UNIT },
        { "1.3万亿元", 1.3e12, JUTU_COUNTS_YUAN, JUTU_FORM_UNIT },
        { "3千", 3000, 0, JUTU_FORM_UNIT },
        { "$1,200", 1200, JUTU_COUNTS_DOLLARS, JUTU_FORM_UNIT | JUTU_FORM_GROUPS },
        { "5万美元", 50000, JUTU_COUNTS_DOLLARS, JUTU_FORM_UNIT },
        { "00:03:30", 210, JUTU_COUNTS_SECONDS, JUTU_FORM_CLOCK },
        { "03:30", 210, JUTU_COUNTS_SECONDS, JUTU_FORM_CLOCK },
        { "1:02:03", 3723, JUTU_COUNTS_SECONDS, JUTU_FORM_CLOCK },
        { "100:00", 6000, JUTU_COUNTS_SECONDS, JUTU_FORM_CLOCK },
        { "0:01.5", 1.5, JUTU_COUNTS_SECONDS, JUTU_FORM_CLOCK },
        { "-0:30", -30, JUTU_COUNTS_SECONDS, JUTU_FORM_CLOCK },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuTypedNumber got;
        bool read = jutu_typed_number(table[i].text, strlen(table[i].text), false, &got);
        CHECK_TRUE(table[i].text, read);
        CHECK_EXACT(table[i].text, got.number, table[i].number);
        CHECK_SIZE(table[i].text, got.counts, table[i].counts);
        CHECK_SIZE(table[i].text, got.forms, table[i].forms);
    }
}

static void test_refuse(void)
{
    static const char *const table[] = {
        "",      " ",         "-",      "—",        "约200", "200余",      "1,23",     "1,2345",
        ",123",  "12,34,567", "1 234",  "3,14",     "5-10",  "0x1f",       "Infinity", "NaN",
        "1.2.3", "(12",       "12)",    "-(12)",    "--5",   "5--",        "-5-",      "￥5%",
        "￥$5",  "1万2千",    "1万万",  "e5",       "1e",    "3:5",        "3:75",     "1:2:3:4",
        "12:",   "3:301",     "12345a", "12345:00", "3:30.", "２０２４年", "#DIV/0!",  "￥",
        "%",     "+",         "元",     "2024-03",
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuTypedNumber got;
        CHECK_TRUE(table[i], !jutu_typed_number(table[i], strlen(table[i]), false, &got));
    }
}

static void test_decimal_comma(void)
{
    static const struct {
        const char *text;
        double number; /* NaN: none */
    } table[] = {
        { "3,14", 3.14 },  { "1,234", 1.234 },   { "-0,5", -0.5 },
        { "12,5%", 12.5 }, { "1,2万", 12000 },   { "1.234,5", NAN },
        { "3.14", NAN },   { "1,234,567", NAN }, { "42", 42 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuTypedNumber got;
        bool read = jutu_typed_number(table[i].text, strlen(table[i].text), true, &got);
        CHECK_TRUE(table[i].text, read == !isnan(table[i].number));
        CHECK_TRUE(table[i].text, !read || got.number == table[i].number);
    }
}

static void test_identifiers(void)
{
    static const struct {
        const char *text;
        bool identifier;
    } table[] = {
        { "007", true },
        { "000973", true },
        { "００７", true },
        { "00.5", true },
        { "0", false },
        { "0.5", false },
        { "-0.5", false },
        { "123456789012345", false },
        { "1234567890123456", true },
        { "100000000000220008", true },
        { "1,234,567,890,123,456", false },
        { "1234567890123456.5", false },
        { "00:03:30", false },
        { "1.0", false },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuTypedNumber got;
        CHECK_TRUE(table[i].text,
                   jutu_typed_number(table[i].text, strlen(table[i].text), false, &got));
        CHECK_SIZE(table[i].text, got.identifier, table[i].identifier);
    }
}

SUITE(typed_number, { "read", test_read }, { "refuse", test_refuse },
      { "decimal comma", test_decimal_comma }, { "identifiers", test_identifiers });
