#include "base/closest.h"

#include "check.h"

static void test_distance(void)
{
    static const struct {
        const char *row, *a, *b;
        unsigned want;
    } table[] = {
        { "equal", "mean", "mean", 0 },
        { "case", "Mean", "mEAN", 0 },
        { "a letter more", "sum", "summ", 1 },
        { "a letter less", "median", "medan", 1 },
        { "another", "min", "mix", 1 },
        { "swapped", "maen", "mean", 1 },
        { "nothing", "", "sum", 3 },
        { "too long", "a name that is much longer than forty letters", "sum", 40 },
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_SIZE(table[i].row, jutu_distance(table[i].a, table[i].b), table[i].want);
}

static void test_closest(void)
{
    static const char *const names[] = { "sum", "mean", "median", "min", "max", NULL };
    static const struct {
        const char *word, *want;
    } table[] = {
        { "summ", "sum" }, { "meen", "mean" }, { "mediann", "median" },
        { "mni", "min" },  { "", "none" },     { "kurtosis", "none" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        const char *got = jutu_closest(table[i].word, names);
        CHECK_STR(table[i].word, got ? got : "none", table[i].want);
    }
}

SUITE(closest, { "distance", test_distance }, { "closest", test_closest });
