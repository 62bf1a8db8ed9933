#include "base/stats.h"

#include "check.h"

static void test_summaries(void)
{
    static const double values[] = { 3, NAN, -1, 3, 7.5, -1 };
    static const struct {
        const char *row;
        double (*summary)(const double *values, size_t n);
        double all, none, one; /* of all, of none, of the first */
    } table[] = {
        { "median", jutu_median, 3, NAN, 3 },
        { "variance", jutu_variance, 12.45, NAN, NAN },
        { "deviation", jutu_deviation, 3.5284557528754698, NAN, NAN },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        double none = table[i].summary(values + 1, 1), one = table[i].summary(values, 1);
        CHECK_NUM(table[i].row, table[i].summary(values, 6), table[i].all);
        CHECK_TRUE(table[i].row, none == table[i].none || (isnan(none) && isnan(table[i].none)));
        CHECK_TRUE(table[i].row, one == table[i].one || (isnan(one) && isnan(table[i].one)));
        CHECK_TRUE("of nothing", isnan(table[i].none) == isnan(table[i].summary(NULL, 0)));
    }
}

/* Great numbers close together lose nothing. */
static void test_variance(void)
{
    static const double values[] = { 1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16 };
    CHECK_EXACT("variance", jutu_variance(values, 4), 30.0);
}

static void test_quantile(void)
{
    static const double values[] = { 20, 3, 15, 8, 6, 7, 16, 8, 13, 10 };
    static const double table[][2] = {
        { 0, 3 },      { 0.25, 7.25 }, { 0.5, 9 }, { 0.75, 14.5 },
        { 0.9, 16.4 }, { 1, 20 },      { -1, 3 },  { 2, 20 },
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_NUM("quantile", jutu_quantile(values, ROWS(values), table[i][0]), table[i][1]);
    CHECK_TRUE("of NaN", isnan(jutu_quantile(values, ROWS(values), NAN)));
    CHECK_TRUE("of nothing", isnan(jutu_quantile(NULL, 0, 0.5)));
    CHECK_EXACT("of sorted ones", jutu_quantile_sorted((double[]){ -1, 2, 4 }, 3, 0.25), 0.5);
}

static void test_sort(void)
{
    double numbers[] = { 3, -1, 2, -INFINITY, 2 };
    static const double want[] = { -INFINITY, -1, 2, 2, 3 };
    jutu_sort_numbers(numbers, ROWS(numbers));
    for (size_t i = 0; i < ROWS(want); i++)
        CHECK_EXACT("sorted", numbers[i], want[i]);
}

static void test_normal(void)
{
    static const double table[][2] = {
        { 0, 0.5 }, { 1.959963984540054, 0.975 }, { -1, 0.158655253931457 }, { 8, 1 }, { -40, 0 },
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_NUM("share", jutu_normal_share(table[i][0]), table[i][1]);
    CHECK_TRUE("no number", isnan(jutu_normal_share(NAN)));
}

SUITE(stats, { "summaries", test_summaries }, { "variance", test_variance },
      { "quantile", test_quantile }, { "sort", test_sort }, { "normal", test_normal });
