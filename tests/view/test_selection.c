/* Selections in the state that the spec gives them, as Vega-Lite draws them. */
#include "mark/marks_fixture.h"

static void test_specs(void)
{
    check_marks("../view/selection.json", 33);
}

SUITE(view_selection, { "specs", test_specs });
