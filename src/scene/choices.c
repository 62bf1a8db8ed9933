#include "scene/choices.h"

#include <string.h>

#include "scene/scene.h"

const char *const jutu_cap_names[] = {
    [JUTU_CAP_BUTT] = "butt",
    [JUTU_CAP_ROUND] = "round",
    [JUTU_CAP_SQUARE] = "square",
    NULL,
};
const char *const jutu_join_names[] = {
    [JUTU_JOIN_MITER] = "miter",
    [JUTU_JOIN_ROUND] = "round",
    [JUTU_JOIN_BEVEL] = "bevel",
    NULL,
};
const char *const jutu_align_names[] = {
    [JUTU_ALIGN_LEFT] = "left",
    [JUTU_ALIGN_CENTER] = "center",
    [JUTU_ALIGN_RIGHT] = "right",
    NULL,
};
const char *const jutu_baseline_names[] = {
    [JUTU_BASELINE_ALPHABETIC] = "alphabetic",
    [JUTU_BASELINE_TOP] = "top",
    [JUTU_BASELINE_MIDDLE] = "middle",
    [JUTU_BASELINE_BOTTOM] = "bottom",
    [JUTU_BASELINE_LINE_TOP] = "line-top",
    [JUTU_BASELINE_LINE_BOTTOM] = "line-bottom",
    NULL,
};

int jutu_choice(const char *const *names, const char *name)
{
    for (int i = 0; name && names[i]; i++) {
        if (strcmp(names[i], name) == 0)
            return i;
    }
    return 0;
}
