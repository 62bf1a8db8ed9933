#include "scale/setup.h"

#include <math.h>

#include "base/tick.h"
#include "scale/band.h"

enum { USUAL_COUNT = 5, MOST_COLORS = 10000, MOST_BINS = 1000000 };

JutuScaleSetup jutu_scale_setup(const JutuScaleType *type)
{
    return (JutuScaleSetup){
        .type = type,
        .nice_count = jutu_tick_default(),
        .bin_start = NAN,
        .bin_stop = NAN,
        .bin_step = NAN,
        .range_step = NAN,
        .scheme_count = NAN,
        .gamma = NAN,
        .exponent = NAN,
        .base = NAN,
        .constant = NAN,
        .padding = NAN,
        .padding_inner = NAN,
        .padding_outer = NAN,
        .align = NAN,
    };
}

static double given(double value, double fallback)
{
    return isnan(value) ? fallback : value;
}

static void set_properties(JutuScale *scale, const JutuScaleSetup *setup)
{
    scale->clamp = setup->clamp;
    scale->unknown = setup->unknown;
    scale->exponent = given(setup->exponent, scale->exponent);
    scale->base = given(setup->base, scale->base);
    scale->constant = given(setup->constant, scale->constant);
    scale->align = given(setup->align, scale->align);
    if (!scale->type->banded)
        return;
    scale->padding_outer = given(setup->padding_outer, given(setup->padding, 0));
    if (!scale->type->thin)
        scale->padding_inner = given(setup->padding_inner, given(setup->padding, 0));
}

static bool all_texts(const JutuValue *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (values[i].type != JUTU_STRING)
            return false;
    return n > 0;
}

/* Vega makes such a scale "sequential-" or "diverging-": colours go through a ramp. */
static bool is_ramp(const JutuScaleSetup *setup)
{
    if (setup->type->always_ramps)
        return true;
    size_t n = setup->domain ? setup->n_domain + !jutu_is_nullish(setup->domain_mid) : 0;
    bool colors = setup->scheme || setup->colors || all_texts(setup->range, setup->n_range);
    return setup->type->ramps && colors && (n == 2 || n == 3);
}

/* Widens the domain to zero, and puts the given ends and middle into it. */
static size_t adjust(JutuValue *domain, size_t n, const JutuScaleSetup *setup, JutuContext *context)
{
    size_t last = n > 1 ? n - 1 : 1;
    bool zero = setup->zero == JUTU_ZERO_YES ||
                (setup->zero == JUTU_ZERO_BY_TYPE && setup->type->zeroed && !is_ramp(setup));
    if (zero && jutu_to_number(domain[0]) > 0)
        domain[0] = jutu_number(0);
    if (zero && n > last && jutu_to_number(domain[last]) < 0)
        domain[last] = jutu_number(0);
    if (!jutu_is_nullish(setup->domain_min))
        domain[0] = setup->domain_min;
    if (!jutu_is_nullish(setup->domain_max)) {
        domain[last] = setup->domain_max;
        n = last + 1;
    }
    if (jutu_is_nullish(setup->domain_mid))
        return n;

    double middle = jutu_to_number(setup->domain_mid);
    size_t at = middle > jutu_to_number(domain[last]) ? last + 1
                : middle < jutu_to_number(domain[0])  ? 0
                                                      : last;
    if (at != last)
        jutu_warn(context, JUTU_RULE_no_effect, setup->pointer ? setup->pointer : "",
                  "domainMid lies outside the domain");
    at = MIN(at, n);
    memmove(domain + at + 1, domain + at, (n - at) * sizeof(JutuValue));
    domain[at] = setup->domain_mid;
    return n + 1;
}

/* Widens the domain so that `padding` pixels are left at each end of the range. */
static void pad(JutuScale *scale, const JutuScaleSetup *setup, JutuValue *domain, size_t n)
{
    const JutuScaleType *type = scale->type;
    double first = jutu_to_number(domain[0]), last = jutu_to_number(domain[n - 1]);
    if (!type->padded || is_ramp(setup) || !(setup->padding != 0) || isnan(setup->padding) ||
        setup->n_range < 2 || first == last)
        return;
    double span = fabs(jutu_to_number(setup->range[setup->n_range - 1]) -
                       jutu_to_number(setup->range[0]));
    double factor = span / (span - 2 * setup->padding);
    scale->domain = domain; /* whose sign a logarithm asks for */
    scale->n_domain = n;
    double from = type->lift ? type->lift(scale, first) : first;
    double to = type->lift ? type->lift(scale, last) : last;
    double middle = (from + to) / 2;
    from = middle + (from - middle) * factor;
    to = middle + (to - middle) * factor;
    domain[0] = jutu_number(type->ground ? type->ground(scale, from) : from);
    domain[n - 1] = jutu_number(type->ground ? type->ground(scale, to) : to);
}

static void check_log(const JutuScale *scale, const JutuScaleSetup *setup)
{
    size_t below = 0, above = 0;
    for (size_t i = 0; i < scale->n_domain; i++) {
        double number = jutu_to_number(scale->domain[i]);
        below += number < 0;
        above += number > 0;
    }
    if (below != scale->n_domain && above != scale->n_domain)
        jutu_warn(scale->context, JUTU_RULE_log_domain, setup->pointer ? setup->pointer : "",
                  "the domain of a log scale includes zero; filter such values, or use symlog");
}

/* @return the count of domain values, which colour schemes ask for; 0: the default domain */
static size_t set_domain(JutuScale *scale, const JutuScaleSetup *setup)
{
    if (!setup->domain || (setup->n_domain == 0 && !scale->type->implicit)) {
        scale->domain_implicit = !setup->domain && jutu_is_nullish(setup->unknown);
        if (setup->domain)
            scale->n_domain = 0;
        return 0;
    }
    enum { ADDED = 2 };
    size_t n = setup->n_domain;
    JutuValue *domain = jutu_new(scale->context->arena, JutuValue, n + ADDED);
    memcpy(domain, setup->domain, n * sizeof(JutuValue));
    if (!scale->type->discrete)
        n = adjust(domain, n, setup, scale->context);
    pad(scale, setup, domain, n);
    scale->domain = domain;
    scale->n_domain = n;
    if (scale->type->logarithmic)
        check_log(scale, setup);
    scale->domain_implicit = setup->domain_implicit;
    if (scale->type->implicit)
        scale->unknown = jutu_undefined();
    if (setup->nice && scale->type->nice) {
        jutu_scale_prepare(scale);
        scale->type->nice(scale, jutu_tick_count(scale, setup->nice_count, NAN));
    }
    return n;
}

/* Boundaries of equal bins within the domain. */
static void make_bins(JutuScale *scale, const JutuScaleSetup *setup)
{
    double extent[2], step = setup->bin_step;
    jutu_scale_extent(scale, extent);
    double start = given(setup->bin_start, extent[0]), stop = given(setup->bin_stop, extent[1]);
    if (start < extent[0])
        start = step * ceil(extent[0] / step);
    if (stop > extent[1])
        stop = step * floor(extent[1] / step);
    double n = ceil((stop + step / 2 - start) / step);
    if (!(n > 0) || n > MOST_BINS)
        n = 0;
    double *bins = jutu_new(scale->context->arena, double, (size_t)n);
    for (size_t i = 0; i < (size_t)n; i++)
        bins[i] = start + (double)i * step;
    scale->bins = bins;
    scale->n_bins = (size_t)n;
}

static size_t set_bins(JutuScale *scale, const JutuScaleSetup *setup, size_t count)
{
    if (setup->bins) {
        scale->bins = setup->bins;
        scale->n_bins = setup->n_bins;
    } else if (setup->bin_step != 0 && !isnan(setup->bin_step)) {
        make_bins(scale, setup);
    }
    if (!scale->type->discretizing || !scale->type->discrete)
        return count;
    if (!scale->bins) { /* the domain is the bins */
        double *bins = jutu_new(scale->context->arena, double, scale->n_domain);
        for (size_t i = 0; i < scale->n_domain; i++)
            bins[i] = jutu_to_number(scale->domain[i]);
        scale->bins = bins;
        scale->n_bins = scale->n_domain;
    } else if (count == 0) { /* the bins are the domain */
        jutu_scale_set_domain(scale, scale->bins, scale->n_bins);
        return scale->n_bins;
    }
    return count;
}

/* As Vega has them: lists in hexadecimals, what comes from ramps as rgb(). */
static const JutuValue *texts_of(const JutuScheme *scheme, JutuArena *arena)
{
    JutuValue *texts = jutu_new(arena, JutuValue, scheme->n);
    for (size_t i = 0; i < scheme->n; i++) {
        char text[JUTU_COLOR_SIZE];
        if (scheme->ramp)
            jutu_color_css(scheme->colors[i], text);
        else
            jutu_color_hex(scheme->colors[i], text);
        texts[i] = jutu_string(jutu_arena_strdup(arena, text));
    }
    return texts;
}

static const JutuColorSpace *space_of(const JutuScaleSetup *setup)
{
    return setup->interpolate ? jutu_color_space_find(setup->interpolate) : NULL;
}

static const JutuRamp *ramp_of(const JutuColor *colors, size_t n, const JutuScaleSetup *setup,
                               JutuArena *arena)
{
    return jutu_ramp_through(colors, n, space_of(setup), given(setup->gamma, 1), arena);
}

/* The colours are turned, not the ramp: with a gamma that isn't the same. */
static const JutuRamp *ramp_of_range(const JutuColor *colors, size_t n, const JutuScaleSetup *setup,
                                     JutuArena *arena)
{
    JutuColor *turned = jutu_new(arena, JutuColor, n);
    for (size_t i = 0; i < n; i++)
        turned[i] = colors[setup->reverse ? n - 1 - i : i];
    return ramp_of(turned, n, setup, arena);
}

static double scheme_count(const JutuScaleSetup *setup, size_t count)
{
    const JutuScaleType *type = setup->type;
    double asked = given(setup->scheme_count, 0);
    if (type->discretizing && type->discrete)
        return count > 0 ? (double)count - 1 : 0;
    if (type->open_ended)
        return (double)count + 1;
    if (type->implicit)
        return asked != 0 ? asked : count > 0 ? (double)count : USUAL_COUNT;
    return !type->discretizing ? (double)count : asked != 0 ? asked : USUAL_COUNT;
}

static bool find_scheme(const JutuScaleSetup *setup, JutuArena *arena, JutuScheme *out,
                        GError **error)
{
    if (setup->colors) {
        JutuColor *colors = jutu_new(arena, JutuColor, setup->n_colors);
        for (size_t i = 0; i < setup->n_colors; i++)
            jutu_color_of(setup->colors[i], &colors[i]);
        *out = (JutuScheme){ .ramp = ramp_of(colors, setup->n_colors, setup, arena) };
        return true;
    }
    if (jutu_scheme_find(setup->scheme, arena, out))
        return true;
    jutu_error_set(error, JUTU_ERROR_SPEC, setup->pointer ? setup->pointer : "",
                   "no colour scheme is named \"%s\"; see the list of Vega's schemes",
                   setup->scheme);
    return false;
}

/* A scheme as the scale's ramp or range. */
static bool set_scheme(JutuScale *scale, const JutuScaleSetup *setup, size_t count, GError **error)
{
    JutuArena *arena = scale->context->arena;
    JutuScheme scheme;
    if (!find_scheme(setup, arena, &scheme, error))
        return false;
    if (scheme.ramp && setup->scheme_extent)
        scheme.ramp = jutu_ramp_part(scheme.ramp, setup->scheme_extent, arena);
    if (is_ramp(setup)) {
        static const double back[] = { 1, 0 };
        if (!scheme.ramp)
            scale->ramp = ramp_of_range(scheme.colors, scheme.n, setup, arena);
        else
            scale->ramp = setup->reverse ? jutu_ramp_part(scheme.ramp, back, arena) : scheme.ramp;
        scale->n_range = 0;
        return true;
    }
    size_t n = (size_t)fmax(0, fmin(scheme_count(setup, count), MOST_COLORS));
    if (scheme.ramp) {
        scheme.colors = jutu_ramp_quantize(scheme.ramp, n, arena);
        scheme.n = n;
    } else if (!scale->type->implicit) {
        scheme.n = MIN(n, scheme.n);
    }
    scale->range = texts_of(&scheme, arena);
    scale->n_range = scheme.n;
    return true;
}

static void set_step_range(JutuScale *scale, const JutuScaleSetup *setup, size_t count)
{
    double space = jutu_band_space((double)count, scale->padding_inner, scale->padding_outer);
    double range[] = { 0, setup->range_step * space };
    jutu_scale_set_range(scale, range, 2);
}

static void reverse_range(JutuScale *scale)
{
    JutuValue *turned_range = jutu_new(scale->context->arena, JutuValue, scale->n_range);
    for (size_t i = 0; i < scale->n_range; i++)
        turned_range[i] = scale->range[scale->n_range - 1 - i];
    scale->range = turned_range;
}

static bool set_range(JutuScale *scale, const JutuScaleSetup *setup, size_t count, GError **error)
{
    JutuArena *arena = scale->context->arena;
    bool ranged = true;
    if (!isnan(setup->range_step) && scale->type->banded) {
        set_step_range(scale, setup, count);
    } else if (setup->scheme || setup->colors) {
        if (!set_scheme(scale, setup, count, error))
            return false;
    } else if (setup->range) {
        scale->range = setup->range;
        scale->n_range = setup->n_range;
    } else {
        ranged = false;
    }
    if (scale->ramp)
        return true;
    if (ranged && is_ramp(setup)) {
        JutuColor *colors = jutu_new(arena, JutuColor, scale->n_range);
        for (size_t i = 0; i < scale->n_range; i++)
            jutu_color_of(scale->range[i], &colors[i]);
        scale->ramp = ramp_of_range(colors, scale->n_range, setup, arena);
        scale->n_range = 0;
        return true;
    }
    bool blended = ranged && setup->interpolate && scale->type->continuous;
    scale->space = blended ? space_of(setup) : NULL;
    scale->gamma = given(setup->gamma, 1);
    scale->round = !blended && setup->round;
    if (ranged && setup->reverse)
        reverse_range(scale);
    return true;
}

JutuScale *jutu_scale_make(const JutuScaleSetup *setup, JutuContext *context, GError **error)
{
    JutuScale *scale = jutu_scale_new(setup->type, context);
    set_properties(scale, setup);
    size_t count = set_bins(scale, setup, set_domain(scale, setup));
    if (!set_range(scale, setup, count, error))
        return NULL;
    jutu_scale_prepare(scale);
    return scale;
}
