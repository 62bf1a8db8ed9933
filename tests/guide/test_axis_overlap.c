/* Which of labels in a row are dropped: '+' is shown. */
#include "guide/guide.h"

#include "check.h"

static void test_drop(void)
{
    static const struct {
        const char *row;
        JutuOverlap overlap;
        double starts[8], width;
        size_t n;
        const char *want;
    } table[] = {
        { "room enough", { .given = true }, { 0, 10, 20, 30 }, 9, 4, "++++" },
        { "touching isn't overlapping", { .given = true }, { 0, 10, 20, 30 }, 10, 4, "++++" },
        { "every other one", { .given = true }, { 0, 10, 20, 30, 40 }, 11, 5, "+-+-+" },
        { "and again", { .given = true }, { 0, 10, 20, 30, 40 }, 21, 5, "+---+" },
        { "the last one stays", { .given = true }, { 0, 10, 20, 30 }, 21, 4, "+--+" },
        { "two may overlap", { .given = true }, { 0, 10 }, 30, 2, "++" },
        { "one after the other",
          { .given = true, .greedy = true },
          { 0, 5, 11, 30, 35 },
          10,
          5,
          "+-++-" },
        { "apart", { .given = true, .separation = 2 }, { 0, 10, 20, 30, 40 }, 9, 5, "+-+-+" },
        { "not asked for", { .given = false }, { 0, 1, 2, 3 }, 10, 4, "++++" },
        { "empty ones don't count", { .given = true }, { 0, 1, 2, 3 }, 0, 4, "++++" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuRect boxes[8];
        bool shown[8];
        char got[9] = "";
        for (size_t k = 0; k < table[i].n; k++) {
            boxes[k] = (JutuRect){ table[i].starts[k], 0, table[i].width, 10 };
            shown[k] = true;
        }
        jutu_drop_overlaps(&table[i].overlap, boxes, table[i].n, shown);
        for (size_t k = 0; k < table[i].n; k++)
            got[k] = shown[k] ? '+' : '-';
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

SUITE(axis_overlap, { "drop", test_drop });
