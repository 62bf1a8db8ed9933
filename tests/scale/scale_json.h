/* Scales written as JSON, for tests and the probe: {"type": "log", "domain": [1, 100], …} with d3's
 * names of properties. */
#pragma once
#include <math.h>

#include "base/json.h"
#include "scale/scale.h"

typedef JutuValue ReadValue(const json_t *json, JutuArena *arena);

static inline const JutuValue *read_values(const json_t *list, ReadValue *read, JutuArena *arena)
{
    size_t n = json_array_size(list);
    JutuValue *values = jutu_new(arena, JutuValue, n);
    for (size_t i = 0; i < n; i++)
        values[i] = read(json_array_get(list, i), arena);
    return values;
}

/* @return a prepared scale, or NULL if there is no such type */
static inline JutuScale *read_scale(const json_t *json, ReadValue *read, JutuContext *context)
{
    const JutuScaleType *type = jutu_scale_type_find(jutu_json_string(json, "type", "linear"));
    const json_t *domain = json_object_get(json, "domain"), *range = json_object_get(json, "range");
    if (!type)
        return NULL;
    JutuScale *scale = jutu_scale_new(type, context);
    if (domain) {
        scale->domain = read_values(domain, read, context->arena);
        scale->n_domain = json_array_size(domain);
    }
    if (range) {
        scale->range = read_values(range, read, context->arena);
        scale->n_range = json_array_size(range);
    }
    scale->clamp = jutu_json_bool(json, "clamp", false);
    scale->round = jutu_json_bool(json, "round", false) ||
                   strcmp(jutu_json_string(json, "interpolate", ""), "round") == 0;
    scale->space = jutu_color_space_find(jutu_json_string(json, "interpolate", ""));
    scale->gamma = jutu_json_number(json, "gamma", 1);
    scale->base = jutu_json_number(json, "base", scale->base);
    scale->exponent = jutu_json_number(json, "exponent", scale->exponent);
    scale->constant = jutu_json_number(json, "constant", scale->constant);
    scale->align = jutu_json_number(json, "align", scale->align);
    double padding = jutu_json_number(json, "padding", 0);
    scale->padding_outer = jutu_json_number(json, "paddingOuter", padding);
    if (!type->thin)
        scale->padding_inner = jutu_json_number(json, "paddingInner", padding);
    scale->least_steps = jutu_json_number(json, "leastSteps", 0);
    if (jutu_json_has(json, "unknown")) {
        scale->unknown = read(json_object_get(json, "unknown"), context->arena);
        scale->domain_implicit = false;
    }
    scale->domain_implicit = jutu_json_bool(json, "implicit", scale->domain_implicit);
    jutu_scale_prepare(scale);
    return scale;
}
