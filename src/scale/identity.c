/* identity: data that already are what the range would say. */
#include <math.h>

#include "scale/continuous.h"

static void prepare(JutuScale *scale)
{
    scale->range = scale->domain;
    scale->n_range = scale->n_domain;
}

static JutuValue map(const JutuScale *scale, JutuValue value)
{
    double number = jutu_is_nullish(value) ? NAN : jutu_to_number(value);
    return isnan(number) ? scale->unknown : jutu_number(number);
}

static JutuValue invert(const JutuScale *scale, double out, JutuArena *arena)
{
    (void)arena;
    return map(scale, jutu_number(out));
}

const JutuScaleType jutu_scale_identity = {
    .name = "identity",
    .doc = "Data that already are pixels, or whatever the channel takes.",
    .precedence = 1,
    .takes = "zero",
    .spanned = true,
    .prepare = prepare,
    .map = map,
    .invert = invert,
    .nice = jutu_linear_nice,
    .ticks = jutu_linear_ticks,
};
