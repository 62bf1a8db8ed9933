/* Where values are parsed, binned and grouped, told by what Vega-Lite draws. */
#include "mark/marks_fixture.h"

static void test_specs(void)
{
    check_marks("../flow/flow.json", 37);
}

SUITE(flow, { "specs", test_specs });
