#include "base/space.h"

#include "check.h"

static void test_space(void)
{
    static const struct {
        const char *row, *text;
        size_t space, blank;
    } table[] = {
        { "space", " x", 1, 1 },
        { "tab", "\tx", 1, 1 },
        { "line feed", "\n", 1, 1 },
        { "no-break space", "\u00a0x", 2, 2 },
        { "ideographic space", "\u3000", 3, 3 },
        { "byte order mark", "\ufeff", 3, 3 },
        { "line separator", "\u2028", 3, 0 },
        { "zero width space", "\u200b", 0, 0 },
        { "letter", "x ", 0, 0 },
        { "Han", "年", 0, 0 },
        { "no UTF-8", "\xe3\x80", 0, 0 },
        { "end", "", 0, 0 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        CHECK_SIZE(table[i].row, jutu_space_at(table[i].text), table[i].space);
        CHECK_SIZE(table[i].row, jutu_blank_at(table[i].text), table[i].blank);
    }
}

static void test_take(void)
{
    const char *at = ",x";
    CHECK_TRUE("there", jutu_take(&at, ','));
    CHECK_STR("stepped over", at, "x");
    CHECK_TRUE("not there", !jutu_take(&at, ','));
    CHECK_STR("stays", at, "x");
}

SUITE(space, { "space", test_space }, { "take", test_take });
