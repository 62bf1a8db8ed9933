#include "view/channel.h"

#include <string.h>

enum {
    F_POSITION = 1,
    F_POLAR = 2,
    F_OFFSET = 4,
    F_NONPOSITION = 8,
    F_LEGEND = 16,
    F_FACET = 32,
    F_MULTIPLE = 64,
    F_HORIZONTAL = 128,
};

const JutuChannelType jutu_channels[JUTU_N_CHANNELS] = {
/* clang-format off */
#define JUTU_CHANNEL_ROW(id, name_, vega_, range_, flags, main_, secondary_, offset_) \
    [JUTU_##id] = { .name = name_, .vega = vega_, .range = JUTU_RANGE_##range_, \
                    .position = ((flags) & F_POSITION) != 0, .polar = ((flags) & F_POLAR) != 0, \
                    .offset = ((flags) & F_OFFSET) != 0, \
                    .nonposition = ((flags) & F_NONPOSITION) != 0, \
                    .legend = ((flags) & F_LEGEND) != 0, .facet = ((flags) & F_FACET) != 0, \
                    .multiple = ((flags) & F_MULTIPLE) != 0, .main = JUTU_##main_, \
                    .secondary = JUTU_##secondary_, .offset_channel = JUTU_##offset_, \
                    .horizontal = ((flags) & F_HORIZONTAL) != 0 },
#include "view/channels.def"
#undef JUTU_CHANNEL_ROW
    /* clang-format on */
};

JutuChannel jutu_channel_find(const char *name)
{
    for (int i = 0; i < JUTU_N_CHANNELS; i++) {
        if (strcmp(jutu_channels[i].name, name) == 0)
            return (JutuChannel)i;
    }
    return JUTU_NO_CHANNEL;
}
