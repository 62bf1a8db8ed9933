/* Formatted texts, as Vega-Lite has them. */
#include "mark/marks_fixture.h"

static void test_specs(void)
{
    check_marks("format.json", 19);
}

SUITE(mark_format, { "format of specs", test_specs });
