#include "view/mark.h"

#include <string.h>

const JutuMarkType jutu_mark_types[JUTU_N_MARKS] = {
#define JUTU_MARK(NAME, ...) { .id = JUTU_MARK_ID_##NAME, .name = #NAME, __VA_ARGS__ },
#include "view/marks.def"
#undef JUTU_MARK
};

const JutuMarkType *jutu_mark_find(const char *name)
{
    for (size_t i = 0; name && i < JUTU_N_MARKS; i++) {
        if (strcmp(jutu_mark_types[i].name, name) == 0)
            return &jutu_mark_types[i];
    }
    return NULL;
}

JutuSupport jutu_mark_support(const JutuMarkType *mark, JutuChannel channel)
{
    if (channel == JUTU_X2 || channel == JUTU_Y2)
        return mark->ranged;
    if (!jutu_channels[channel].some_marks)
        return JUTU_SUPPORT_ALWAYS;
    for (size_t i = 0; i < sizeof(mark->has) / sizeof(mark->has[0]) && mark->has[i]; i++) {
        if (mark->has[i] == channel)
            return JUTU_SUPPORT_ALWAYS;
    }
    return JUTU_SUPPORT_NEVER;
}
