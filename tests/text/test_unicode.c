#include "text/unicode.h"

#include "check.h"

/* Places of each kind, counted in characters. */
static void test_seams(void)
{
    static const struct {
        const char *text, *lines, *words, *graphemes;
    } table[] = {
        { "ab cd", "3 5", "0 2 3 5", "0 1 2 3 4 5" },
        { "字，字", "2 3", "0 1 2 3", "0 1 2 3" },
        { "3.5%", "4", "0 3 4", "0 1 2 3 4" },
        { "e\u0301a", "3", "0 3", "0 2 3" },
        { "ภาษาไทย", "4 7", "0 1 2 3 4 5 6 7", "0 1 2 3 4 5 6 7" },
        { "/ไทย", "1 4", "0 1 2 3 4", "0 1 2 3 4" },
        { "", "", "0", "0" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuSeam seams[16];
        size_t n = (size_t)g_utf8_strlen(table[i].text, -1);
        g_autoptr(GString) lines = g_string_new(NULL), words = g_string_new(NULL),
                           graphemes = g_string_new(NULL);
        jutu_unicode_seams(table[i].text, n, seams);
        for (size_t s = 0; s <= n; s++) {
            if (seams[s].line)
                g_string_append_printf(lines, "%s%zu", lines->len ? " " : "", s);
            if (seams[s].word)
                g_string_append_printf(words, "%s%zu", words->len ? " " : "", s);
            if (seams[s].grapheme)
                g_string_append_printf(graphemes, "%s%zu", graphemes->len ? " " : "", s);
        }
        CHECK_STR(table[i].text, lines->str, table[i].lines);
        CHECK_STR(table[i].text, words->str, table[i].words);
        CHECK_STR(table[i].text, graphemes->str, table[i].graphemes);
    }
}

SUITE(unicode, { "seams", test_seams });
