/* Positions of points and ranges, as Vega-Lite has them. */
#include "mark/marks_fixture.h"

static void test_specs(void)
{
    check_marks("position.json", 18);
}

SUITE(mark_position, { "position of specs", test_specs });
