#include "scale/ramp.h"

#include <math.h>

struct JutuRamp {
    size_t n; /* spans */
    const JutuColorSpan *spans;
    double start, width; /* the part that is used */
};

const JutuRamp *jutu_ramp_through(const JutuColor *colors, size_t n, const JutuColorSpace *space,
                                  double gamma, JutuArena *arena)
{
    if (!space)
        space = jutu_color_space_find("rgb");
    size_t n_spans = n > 1 ? n - 1 : n; /* one colour is a span to itself */
    JutuColorSpan *spans = jutu_new(arena, JutuColorSpan, n_spans);
    for (size_t i = 0; i < n_spans; i++)
        spans[i] = jutu_color_span(space, colors[i], colors[n > 1 ? i + 1 : i], gamma);
    JutuRamp *ramp = jutu_new(arena, JutuRamp, 1);
    *ramp = (JutuRamp){ n_spans, spans, 0, 1 };
    return ramp;
}

const JutuRamp *jutu_ramp_part(const JutuRamp *ramp, const double extent[2], JutuArena *arena)
{
    JutuRamp *part = jutu_new(arena, JutuRamp, 1);
    *part = *ramp;
    part->start = ramp->start + extent[0] * ramp->width;
    part->width = (extent[1] - extent[0]) * ramp->width;
    return part;
}

JutuColor jutu_ramp_at(const JutuRamp *ramp, double t)
{
    if (ramp->n == 0 || isnan(t))
        return (JutuColor){ 0, 0, 0, 0 };
    double at = (ramp->start + t * ramp->width) * (double)ramp->n;
    double span = fmax(0, fmin((double)ramp->n - 1, floor(at)));
    return jutu_color_span_at(&ramp->spans[(size_t)span], at - span);
}

const JutuColor *jutu_ramp_quantize(const JutuRamp *ramp, size_t n, JutuArena *arena)
{
    JutuColor *colors = jutu_new(arena, JutuColor, n);
    for (size_t i = 0; i < n; i++)
        colors[i] = jutu_ramp_at(ramp, (double)(i + 1) / (double)(n + 1));
    return colors;
}
