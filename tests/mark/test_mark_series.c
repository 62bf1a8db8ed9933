/* Series, order, invalid rows, as Vega-Lite has them. */
#include "mark/marks_fixture.h"

static void test_specs(void)
{
    check_marks("series.json", 19);
}

SUITE(mark_series, { "series of specs", test_specs });
