/* Fill, stroke and the other channels without a position, as Vega-Lite has them. */
#include "mark/marks_fixture.h"

static void test_specs(void)
{
    check_marks("paint.json", 15);
}

SUITE(mark_paint, { "paint of specs", test_specs });
