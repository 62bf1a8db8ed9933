/* Selections in the state that the spec gives them, as Vega-Lite draws them. */
#include "mark/marks_fixture.h"

static void test_specs(void)
{
    check_marks("selection.json", 30);
}

SUITE(view_selection, { "specs", test_specs });
