#include "text/break.h"

#include "check.h"

/* Where a text may break, shown by bars. */
static void test_breaks(void)
{
    static const char *const table[][2] = {
        { "增长5.3%，其中", "增|长|5.3%，|其|中" },
        { "经费（R&D）投入", "经|费|（R&D）|投|入" },
        { "3.4万亿元的投入", "3.4万亿元的|投|入" },
        { "2015～2024年，从2015—2024年", "2015～2024年，|从|2015—2024年" },
        { "乌鲁木齐·天山", "乌|鲁|木|齐·|天|山" },
        { "−5.3个百分点", "−5.3个百分点" },
        { ">2.5万家企业", ">2.5万家|企|业" },
        { "他说“增长”了", "他|说|“增|长”了" },
        { "100元/人", "100元/人" },
        { "等等……还有——", "等|等……|还|有——" },
        { "《报告》、《年鉴》。", "《报|告》、|《年|鉴》。" },
        { "a long day", "a |long |day" },
        { "it’s state-of-the-art", "it’s |state-|of-|the-|art" },
        { "约1/3的GDP", "约|1/3的|GDP" },
        { "8月31日", "8月|31日" },
        { "", "" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        guint8 breaks[64];
        size_t n = (size_t)g_utf8_strlen(table[i][0], -1), c = 0;
        g_autoptr(GString) got = g_string_new(NULL);
        jutu_breaks(table[i][0], n, breaks);
        for (const char *at = table[i][0]; *at; at = g_utf8_next_char(at), c++) {
            if (breaks[c] != JUTU_BREAK_NEVER)
                g_string_append_c(got, '|');
            g_string_append_unichar(got, g_utf8_get_char(at));
        }
        CHECK_STR(table[i][0], got->str, table[i][1]);
    }
}

SUITE(break, { "breaks", test_breaks });
