/* In which order sizes, scales, variables and rows are made, told by what is drawn. */
#include "mark/marks_fixture.h"

static void test_specs(void)
{
    check_marks("../frame/frame.json", 15);
}

SUITE(frame, { "specs", test_specs });
