#include "normalise/rawchannel.h"

#include <string.h>

const JutuRawChannel jutu_rawchannels[] = {
    { .name = "x", .secondary = "x2", .max_bins = 10, .cartesian = true, .scaled = true },
    { .name = "y", .secondary = "y2", .max_bins = 10, .cartesian = true, .scaled = true },
    { .name = "x2", .main = "x", .max_bins = 10 },
    { .name = "y2", .main = "y", .max_bins = 10 },
    { .name = "theta", .secondary = "theta2", .max_bins = 10, .scaled = true },
    { .name = "theta2", .main = "theta", .max_bins = 10 },
    { .name = "radius", .secondary = "radius2", .max_bins = 10, .scaled = true },
    { .name = "radius2", .main = "radius", .max_bins = 10 },
    { .name = "longitude", .secondary = "longitude2", .type = "quantitative", .max_bins = 10 },
    { .name = "longitude2", .main = "longitude", .max_bins = 10 },
    { .name = "latitude", .secondary = "latitude2", .type = "quantitative", .max_bins = 10 },
    { .name = "latitude2", .main = "latitude", .max_bins = 10 },
    { .name = "xOffset", .max_bins = 10, .scaled = true },
    { .name = "yOffset", .max_bins = 10, .scaled = true },
    { .name = "color", .max_bins = 6, .detail = true, .scaled = true },
    { .name = "fill", .max_bins = 6, .detail = true, .scaled = true },
    { .name = "stroke", .max_bins = 6, .detail = true, .scaled = true },
    { .name = "time", .max_bins = 10, .detail = true, .scaled = true },
    { .name = "opacity", .max_bins = 6, .detail = true, .scaled = true },
    { .name = "fillOpacity", .max_bins = 6, .detail = true, .scaled = true },
    { .name = "strokeOpacity", .max_bins = 6, .detail = true, .scaled = true },
    { .name = "strokeWidth", .max_bins = 6, .detail = true, .scaled = true },
    { .name = "strokeDash", .type = "nominal", .max_bins = 4, .detail = true, .scaled = true },
    { .name = "size", .max_bins = 6, .detail = true, .scaled = true },
    { .name = "angle", .max_bins = 10, .detail = true, .scaled = true },
    { .name = "shape", .type = "nominal", .max_bins = 6, .detail = true, .scaled = true },
    { .name = "order", .type = "ordinal", .max_bins = 10, .detail = true },
    { .name = "text", .max_bins = 10, .detail = true, .formatted = true },
    { .name = "detail", .max_bins = 10, .detail = true },
    { .name = "key", .max_bins = 10, .detail = true },
    { .name = "tooltip", .max_bins = 10, .detail = true, .formatted = true },
    { .name = "href", .max_bins = 10, .detail = true },
    { .name = "url", .max_bins = 10, .detail = true },
    { .name = "description", .max_bins = 10, .detail = true },
    { .name = "row", .type = "nominal", .max_bins = 6 },
    { .name = "column", .type = "nominal", .max_bins = 6 },
    { .name = "facet", .type = "nominal", .max_bins = 10 },
    { 0 },
};

const JutuRawChannel *jutu_rawchannel_find(const char *name)
{
    for (const JutuRawChannel *channel = jutu_rawchannels; channel->name; channel++)
        if (name && strcmp(channel->name, name) == 0)
            return channel;
    return NULL;
}
