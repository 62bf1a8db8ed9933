/* Encoding channels: one row each in channels.def says all that is known of a channel by itself. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

typedef enum {
#define JUTU_CHANNEL_ROW(id, ...) JUTU_##id,
#define JUTU_UNDRAWN_ROW(id, ...)
#include "normalise/channels.def"
#undef JUTU_UNDRAWN_ROW
#undef JUTU_CHANNEL_ROW
    JUTU_N_CHANNELS, /* of those that are drawn */
    JUTU_NO_CHANNEL = JUTU_N_CHANNELS,
/* known while the spec is JSON, but never in a view's encoding */
#define JUTU_CHANNEL_ROW(id, ...)
#define JUTU_UNDRAWN_ROW(id, ...) JUTU_##id,
#include "normalise/channels.def"
#undef JUTU_UNDRAWN_ROW
#undef JUTU_CHANNEL_ROW
    JUTU_N_KNOWN_CHANNELS,
} JutuChannel;

/* The kind of range a channel's scale has: which types and ranges make sense for it. */
typedef enum {
    JUTU_RANGE_NONE,
    JUTU_RANGE_CONTINUOUS, /* position, size, opacity */
    JUTU_RANGE_DISCRETE,   /* shape, strokeDash */
    JUTU_RANGE_FLEXIBLE,   /* colours */
} JutuRangeKind;

typedef struct {
    const char *name;           /* Vega-Lite's: "xOffset" */
    const char *vega;           /* Vega's encode property: "strokeDash"; "startAngle" for theta */
    JutuRangeKind range;        /* NONE: the channel has no scale */
    bool position;              /* x y x2 y2 */
    bool polar;                 /* theta theta2 radius radius2 */
    bool offset;                /* xOffset yOffset */
    bool nonposition;           /* vega-lite's NONPOSITION_CHANNELS: groups, stacks by */
    bool legend;                /* its scale may have a legend */
    bool facet;                 /* row column facet */
    bool multiple;              /* may hold a list of definitions: detail, order, tooltip */
    JutuChannel main;           /* x of x2, xOffset …; itself elsewhere */
    JutuChannel secondary;      /* x2 of x; JUTU_NO_CHANNEL */
    JutuChannel offset_channel; /* xOffset of x; JUTU_NO_CHANNEL */
    bool horizontal;            /* x, x2, xOffset: its size is the width */
    bool series;                /* its field splits lines and areas */
    bool some_marks;            /* only marks that say so have it */
    bool sorts;                 /* another channel may be sorted by it: "sort": "-y" */
    bool formatted;             /* shows a field as text: formatType is its own */
    const char *type;           /* of a field that gives none, whatever else it says; NULL */
    unsigned max_bins;          /* of `bin: true` */
} JutuChannelType;

/* JUTU_NO_CHANNEL has a row without a name. */
extern const JutuChannelType jutu_channels[JUTU_N_KNOWN_CHANNELS];

/* JUTU_NO_CHANNEL if none of this name is drawn. */
JutuChannel jutu_channel_find(const char *name);

/* The same of all that a spec can write; NULL if there is none, or no name. */
const JutuChannelType *jutu_channel_known(const char *name);

static inline bool jutu_is_xy(JutuChannel channel)
{
    return channel == JUTU_X || channel == JUTU_Y;
}
static inline bool jutu_is_secondary(JutuChannel channel)
{
    const JutuChannelType *type = &jutu_channels[channel];
    return type->main != channel && !type->offset;
}
static inline JutuChannel jutu_channel_id(const JutuChannelType *type)
{
    return (JutuChannel)(type - jutu_channels);
}
