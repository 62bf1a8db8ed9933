/* band: a stretch of the page for each category. */
#include "scale/band.h"

#include <math.h>

#include "base/number.h"
#include "base/tick.h"
#include "scale/categories.h"

typedef struct {
    JutuCategories *categories;
    double start; /* of the band at the low end of the range */
    bool falls;   /* the first category is at the high end */
} Bands;

static double unit(double padding)
{
    return fmax(0, fmin(1, padding));
}

void jutu_band_prepare(JutuScale *scale)
{
    Bands *bands = jutu_new(scale->context->arena, Bands, 1);
    bands->categories = jutu_categories_new(scale);
    double n = (double)scale->n_domain, inner = unit(scale->padding_inner);
    double r0 = scale->n_range > 0 ? jutu_to_number(scale->range[0]) : NAN;
    double r1 = scale->n_range > 1 ? jutu_to_number(scale->range[1]) : NAN;
    bands->falls = r1 < r0;
    double start = bands->falls ? r1 : r0, stop = bands->falls ? r0 : r1;
    double outer = unit(scale->padding_outer), space = jutu_band_space(n, inner, outer);
    if (scale->least_steps > 0)
        space = fmax(scale->least_steps, n - inner + outer * 2);

    scale->step = (stop - start) / (space > 0 ? space : 1);
    if (scale->round)
        scale->step = floor(scale->step);
    start += (stop - start - scale->step * (n - inner)) * unit(scale->align);
    scale->bandwidth = scale->step * (1 - inner);
    if (scale->round) {
        start = jutu_round(start);
        scale->bandwidth = jutu_round(scale->bandwidth);
    }
    bands->start = start;
    scale->prepared = bands;
}

static double band_place(const JutuScale *scale, size_t at)
{
    const Bands *bands = scale->prepared;
    double i = (double)(bands->falls ? scale->n_domain - 1 - at : at);
    return bands->start + scale->step * i;
}

JutuValue jutu_band_map(const JutuScale *scale, JutuValue value)
{
    const Bands *bands = scale->prepared;
    size_t at = jutu_categories_find(bands->categories, value);
    return at == SIZE_MAX ? jutu_undefined() : jutu_number(band_place(scale, at));
}

/* The category whose band a place is in; undefined outside and in the gaps between. */
JutuValue jutu_band_invert(const JutuScale *scale, double out, JutuArena *arena)
{
    (void)arena;
    const Bands *bands = scale->prepared;
    double n = (double)scale->n_domain, i = floor((out - bands->start) / scale->step);
    double stop = fmax(jutu_to_number(scale->range[0]), jutu_to_number(scale->range[1]));
    if (!(scale->step > 0) || !(i >= 0) || out > stop || n == 0)
        return jutu_undefined();
    i = fmin(i, n - 1);
    if (out - (bands->start + scale->step * i) > scale->bandwidth + 1e-10)
        return jutu_undefined();
    return scale->domain[(size_t)(bands->falls ? n - 1 - i : i)];
}

const JutuScaleType jutu_scale_band = {
    .name = "band",
    .doc = "A stretch of the page for each category.",
    .precedence = 11,
    .takes = JUTU_TAKES_BANDED " paddingInner",
    .discrete = true,
    .banded = true,
    .prepare = jutu_band_prepare,
    .map = jutu_band_map,
    .invert = jutu_band_invert,
};
