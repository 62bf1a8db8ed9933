#include "data/typed_hint.h"

#include "check.h"

static void test_hints(void)
{
    static const struct {
        const char *text;
        bool wants_date, typed;
        const char *want;
    } table[] = {
        { "", false, false, NULL },
        { "—", false, true, NULL },
        { "—", false, false, "a mark for what is missing; leave the cell empty" },
        { "#DIV/0!", false, true, "an error of the program that the file comes from" },
        { "1,234", false, false, "a number with thousands separators; leave them out" },
        { "6.58%", false, false,
          "a number with a percent or per mille sign; write the number alone" },
        { "￥500", false, false, "a number with a unit; write the number alone" },
        { "3万", false, false, "a number with a unit; write the number alone" },
        { "(300)", false, false, "a number in brackets, which mean a minus; write -1" },
        { "１２", false, false, "a number in full-width characters; write it in plain ones" },
        { "300-", false, false, "a number with another minus than -; write -1" },
        { "3:30", false, false, "a duration; write it in seconds, minutes or hours" },
        { "12%", false, true, "a number of %, unlike the others of its column" },
        { "12", false, true, "a number of no unit, unlike the others of its column" },
        { "3,14", false, true,
          "a number with another decimal mark, or with thousands separators in odd places" },
        { "1.234,5", false, true, "a number with a comma as decimal mark; write a point" },
        { "1 234", false, true, "a number with spaces as thousands separators; leave them out" },
        { "约200", false, true, "a number with a word beside it; write the number alone" },
        { "3.5吨", false, true, "a number with a word beside it; write the number alone" },
        { "5-10", false, true, "a range, no number" },
        { "2024年3月", false, true, "a date, no number" },
        { "北京", false, true, "no number" },
        { "45292", true, true, "an Excel serial number, 45292 is 2024-01-01; write the date" },
        { "5/3/2024", true, true,
          "a date in another order; write year, month and day: 2024-03-05" },
        { "2024年3月", true, false,
          "a date that programs can't read; write 2024-03-05, or 2024-03" },
        { "03:30", true, true, "a time of day or a duration without a date" },
        { "春天", true, true, "no date; write 2024-03-05, or 2024-03" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        const char *got = jutu_typed_hint(table[i].text, table[i].wants_date, table[i].typed,
                                          arena);
        CHECK_STR(table[i].text, got ? got : "(none)", table[i].want ? table[i].want : "(none)");
    }
    jutu_arena_free(arena);
}

SUITE(typed_hint, { "hints", test_hints });
