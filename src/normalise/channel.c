#include "normalise/channel.h"

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
    F_SERIES = 256,
    F_SOME_MARKS = 512,
    F_SORTS = 1024,
    F_FORMATTED = 2048,
};

const JutuChannelType jutu_channels[JUTU_N_KNOWN_CHANNELS] = {
/* clang-format off */
#define JUTU_CHANNEL_ROW(id, name_, vega_, range_, flags, main_, secondary_, offset_, \
                         type_, bins_) \
    [JUTU_##id] = { .name = name_, .vega = vega_, .range = JUTU_RANGE_##range_, \
                    .position = ((flags) & F_POSITION) != 0, .polar = ((flags) & F_POLAR) != 0, \
                    .offset = ((flags) & F_OFFSET) != 0, \
                    .nonposition = ((flags) & F_NONPOSITION) != 0, \
                    .legend = ((flags) & F_LEGEND) != 0, .facet = ((flags) & F_FACET) != 0, \
                    .multiple = ((flags) & F_MULTIPLE) != 0, .main = JUTU_##main_, \
                    .secondary = JUTU_##secondary_, .offset_channel = JUTU_##offset_, \
                    .horizontal = ((flags) & F_HORIZONTAL) != 0, \
                    .series = ((flags) & F_SERIES) != 0, \
                    .some_marks = ((flags) & F_SOME_MARKS) != 0, \
                    .sorts = ((flags) & F_SORTS) != 0, \
                    .formatted = ((flags) & F_FORMATTED) != 0, .type = type_, \
                    .max_bins = bins_ },
#define JUTU_UNDRAWN_ROW JUTU_CHANNEL_ROW
    [JUTU_NO_CHANNEL] = { .main = JUTU_NO_CHANNEL, .secondary = JUTU_NO_CHANNEL,
                          .offset_channel = JUTU_NO_CHANNEL },
#include "normalise/channels.def"
#undef JUTU_UNDRAWN_ROW
#undef JUTU_CHANNEL_ROW
    /* clang-format on */
};

const JutuChannelType *jutu_channel_known(const char *name)
{
    for (int i = 0; i < JUTU_N_KNOWN_CHANNELS; i++) {
        if (name && jutu_channels[i].name && strcmp(jutu_channels[i].name, name) == 0)
            return &jutu_channels[i];
    }
    return NULL;
}

JutuChannel jutu_channel_find(const char *name)
{
    const JutuChannelType *type = jutu_channel_known(name);
    return type && type - jutu_channels < JUTU_N_CHANNELS ? jutu_channel_id(type) : JUTU_NO_CHANNEL;
}
