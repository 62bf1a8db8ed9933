#include "scale/scale.h"

#include <math.h>
#include <string.h>

#define JUTU_SCALE(name) extern const JutuScaleType jutu_scale_##name;
#include "scale/scales.def"
#undef JUTU_SCALE

const JutuScaleType *const jutu_scale_types[] = {
#define JUTU_SCALE(name) &jutu_scale_##name,
#include "scale/scales.def"
#undef JUTU_SCALE
    NULL,
};

const JutuScaleType *jutu_scale_type_find(const char *name)
{
    for (size_t i = 0; jutu_scale_types[i]; i++)
        if (g_ascii_strcasecmp(jutu_scale_types[i]->name, name) == 0)
            return jutu_scale_types[i];
    return NULL;
}

static const JutuValue *numbers(const double *values, size_t n, JutuArena *arena)
{
    JutuValue *copy = jutu_new(arena, JutuValue, n);
    for (size_t i = 0; i < n; i++)
        copy[i] = jutu_number(values[i]);
    return copy;
}

void jutu_scale_set_domain(JutuScale *scale, const double *values, size_t n)
{
    scale->domain = numbers(values, n, scale->context->arena);
    scale->n_domain = n;
}

void jutu_scale_set_range(JutuScale *scale, const double *values, size_t n)
{
    scale->range = numbers(values, n, scale->context->arena);
    scale->n_range = n;
}

JutuScale *jutu_scale_new(const JutuScaleType *type, JutuContext *context)
{
    JutuScale *scale = jutu_new(context->arena, JutuScale, 1);
    *scale = (JutuScale){
        .type = type,
        .context = context,
        .gamma = 1,
        .exponent = 1,
        .base = 10,
        .constant = 1,
        .align = 0.5,
    };
    static const double unit[] = { 0, 1 };
    jutu_scale_set_range(scale, unit, 2);
    if (!type->discrete)
        jutu_scale_set_domain(scale, unit, 2);
    if (type->init)
        type->init(scale);
    return scale;
}

/* The colours of a list of texts; NULL if one of them is no colour. */
static const JutuColor *read_colors(const JutuValue *texts, size_t n, JutuArena *arena)
{
    JutuColor *colors = jutu_new(arena, JutuColor, n);
    for (size_t i = 0; i < n; i++)
        if (texts[i].type != JUTU_STRING || !jutu_color_parse(texts[i].string, &colors[i]))
            return NULL;
    return colors;
}

void jutu_scale_prepare(JutuScale *scale)
{
    bool texts = scale->n_range > 0 && scale->range[0].type == JUTU_STRING;
    scale->colors = texts ? read_colors(scale->range, scale->n_range, scale->context->arena) : NULL;
    scale->type->prepare(scale);
}

static double number_of(JutuValue value)
{
    return jutu_is_nullish(value) ? NAN : jutu_to_number(value);
}

double jutu_scale_number(const JutuScale *scale, JutuValue value)
{
    return number_of(jutu_scale_map(scale, value));
}

bool jutu_color_of(JutuValue value, JutuColor *out)
{
    *out = (JutuColor){ 0, 0, 0, 0 };
    return value.type == JUTU_STRING && jutu_color_parse(value.string, out);
}

bool jutu_scale_color(const JutuScale *scale, JutuValue value, JutuColor *out)
{
    const JutuScaleType *type = scale->type;
    if (type->pick && scale->colors) {
        size_t at = type->pick(scale, value);
        if (at == SIZE_MAX)
            return jutu_color_of(scale->unknown, out);
        *out = scale->colors[at];
        return true;
    }
    if (type->color && (scale->ramp || scale->colors)) {
        double number = number_of(value);
        if (isnan(number))
            return jutu_color_of(scale->unknown, out);
        *out = type->color(scale, number);
        return true;
    }
    return jutu_color_of(jutu_scale_map(scale, value), out);
}

void jutu_scale_map_numbers(const JutuScale *scale, const double *in, double *out, size_t n)
{
    if (scale->type->map_numbers) {
        scale->type->map_numbers(scale, in, out, n);
        return;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = jutu_scale_number(scale, jutu_number(in[i]));
}

double jutu_scale_bandwidth(const JutuScale *scale)
{
    return scale->type->banded ? scale->bandwidth : 0;
}

void jutu_scale_extent(const JutuScale *scale, double out[2])
{
    size_t n = scale->n_domain;
    out[0] = n ? number_of(scale->domain[0]) : NAN;
    out[1] = n ? number_of(scale->domain[n - 1]) : NAN;
}

bool jutu_scale_takes(const JutuScaleType *type, const char *property)
{
    size_t length = strlen(property);
    if (strcmp(property, "reverse") == 0)
        return true; /* any scale can be turned */
    for (const char *at = type->takes; (at = strstr(at, property)); at += length) {
        bool begins = at == type->takes || at[-1] == ' ';
        if (begins && (at[length] == ' ' || !at[length]))
            return true;
    }
    return false;
}
