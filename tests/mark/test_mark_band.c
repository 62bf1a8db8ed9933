/* Sides in bands and bins, as Vega-Lite has them. */
#include "mark/marks_fixture.h"

static void test_specs(void)
{
    check_marks("band.json", 29);
}

SUITE(mark_band, { "band of specs", test_specs });
