/* ordinal: each category has its own value of the range, in turn. */
#include "scale/categories.h"

static void prepare(JutuScale *scale)
{
    scale->prepared = jutu_categories_new(scale);
}

/* With an implicit domain, what is looked up becomes part of it. */
static size_t pick(const JutuScale *scale, JutuValue value)
{
    size_t at = scale->domain_implicit
                    ? jutu_categories_add(scale->prepared, value, scale->context->arena)
                    : jutu_categories_find(scale->prepared, value);
    return at == SIZE_MAX || scale->n_range == 0 ? SIZE_MAX : at % scale->n_range;
}

static JutuValue map(const JutuScale *scale, JutuValue value)
{
    size_t at = pick(scale, value);
    if (at != SIZE_MAX)
        return scale->range[at];
    bool known = jutu_categories_find(scale->prepared, value) != SIZE_MAX;
    return known ? jutu_undefined() : scale->unknown; /* known, but the range is empty */
}

static void init(JutuScale *scale)
{
    scale->n_range = 0;
    scale->domain_implicit = true;
}

const JutuScaleType jutu_scale_ordinal = {
    .name = "ordinal",
    .doc = "Each category has its own value of the range, in turn.",
    .takes = "scheme interpolate",
    .discrete = true,
    .implicit = true,
    .init = init,
    .prepare = prepare,
    .map = map,
    .pick = pick,
};
