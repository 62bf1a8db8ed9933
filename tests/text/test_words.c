#include "text/words.h"

#include "check.h"

/* Words, shown by bars between them. */
static void test_words(void)
{
    static const char *const table[][2] = {
        { "研究与试验发展经费", "研究|与|试验|发展|经费" },
        { "呼和浩特", "呼和浩特" },
        { "全省人均可支配收入", "全省|人均|可支配|收入" },
        { "製造業與服務業", "製造業|與|服務業" },
        { "消費者物価指数", "消費者|物価|指数" },
        { "GDP增速", "G|D|P|增速" },
        { "", "" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        glong n;
        g_autofree gunichar *text = g_utf8_to_ucs4_fast(table[i][0], -1, &n);
        bool inside[32];
        jutu_words_find(text, (size_t)n, inside);
        g_autoptr(GString) got = g_string_new(NULL);
        for (glong c = 0; c < n; c++) {
            if (c > 0 && !inside[c])
                g_string_append_c(got, '|');
            g_string_append_unichar(got, text[c]);
        }
        CHECK_STR(table[i][0], got->str, table[i][1]);
    }
}

/* They are looked up by halves. */
static void test_order(void)
{
    static const char *const words[] = {
#define WORD(word) word,
#include "text/words.def"
#undef WORD
    };
    for (size_t i = 1; i < ROWS(words); i++)
        CHECK_(strcmp(words[i - 1], words[i]) < 0, "%s stands before %s", words[i - 1], words[i]);
}

SUITE(words, { "words", test_words }, { "order", test_order });
