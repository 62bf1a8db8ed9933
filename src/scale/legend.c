#include "scale/legend.h"

#include <math.h>

#include "scale/continuous.h"

typedef struct {
    const JutuValue *values;
    size_t n;
    double max; /* where the last one's step ends; infinite if nothing says */
} Values;

/* The part of the domain below a value, on the scale's own terms: its logarithm, if it is a log. */
static const JutuScale *fraction_scale(const JutuScale *scale, double first, double last)
{
    double domain[] = { first, last };
    JutuScale *fraction = jutu_scale_new(scale->type, scale->context);
    fraction->clamp = scale->clamp;
    fraction->base = scale->base;
    fraction->constant = scale->constant;
    fraction->exponent = scale->exponent;
    jutu_scale_set_domain(fraction, domain, 2);
    jutu_scale_prepare(fraction);
    return fraction;
}

static double fraction_of(const JutuScale *fraction, double value)
{
    return fraction ? jutu_scale_number(fraction, jutu_number(value)) : 0.5;
}

/* NULL where all is one place. */
static const JutuScale *fraction_of_domain(const JutuScale *scale, double extent[2])
{
    jutu_scale_extent(scale, extent);
    double span = extent[1] - extent[0];
    return span != 0 && isfinite(span) ? fraction_scale(scale, extent[0], extent[1]) : NULL;
}

/* Below the first threshold there is a step too. */
static Values steps_of(const double *thresholds, size_t n, JutuArena *arena)
{
    JutuValue *values = jutu_new(arena, JutuValue, n + 1);
    values[0] = jutu_number(-INFINITY);
    for (size_t i = 0; i < n; i++)
        values[i + 1] = jutu_number(thresholds[i]);
    return (Values){ values, n + 1, INFINITY };
}

static Values log_values(const JutuScale *scale, JutuTickCount count, JutuArena *arena)
{
    size_t n, kept = 0;
    const JutuValue *ticks = jutu_scale_ticks(scale, count, arena, &n);
    double digits = jutu_log_digits(scale->base, count.count, n);
    JutuValue *values = jutu_new(arena, JutuValue, n);
    for (size_t i = 0; i < n; i++)
        if (jutu_log_is_labelled(scale->base, jutu_to_number(ticks[i]), digits))
            values[kept++] = ticks[i];
    return (Values){ values, kept, INFINITY };
}

/* Vega's labelValues(). */
static Values values_of(const JutuScale *scale, JutuTickCount count, JutuArena *arena)
{
    size_t n = scale->n_bins;
    if (scale->bins)
        return n == 0 ? (Values){ NULL, 0, INFINITY }
                      : (Values){ jutu_values_of(scale->bins, n - 1, false, arena), n - 1,
                                  scale->bins[n - 1] };
    if (scale->type->logarithmic && !scale->ramp) /* a bar has room for all ticks */
        return log_values(scale, count, arena);
    if (scale->type->thresholds) {
        const double *thresholds = scale->type->thresholds(scale, &n);
        return steps_of(thresholds, n, arena);
    }
    const JutuValue *ticks = jutu_scale_ticks(scale, count, arena, &n);
    return (Values){ ticks, n, INFINITY };
}

static bool is_stepped(const JutuScale *scale)
{
    return scale->bins || scale->type->thresholds;
}

static JutuShown *show_symbols(const JutuScale *scale, const JutuLegendQuery *query, Values values,
                               const JutuLabels *labels, size_t *n)
{
    JutuArena *arena = scale->context->arena;
    bool cut = query->limit > 0 && (double)values.n > query->limit;
    size_t first = 0, kept = cut ? (size_t)fmax(0, query->limit - 1) : values.n;
    if (query->skip_zero && !query->values && kept > 0 &&
        jutu_scale_number(scale, values.values[0]) == 0)
        first = 1;
    *n = kept - first + (cut ? 1 : 0);
    JutuShown *shown = jutu_new(arena, JutuShown, *n);
    double end = cut || first ? INFINITY : values.max; /* a part of the values is open */
    for (size_t i = first; i < kept; i++) {
        JutuValue value = values.values[i];
        double limit = i + 1 < kept ? jutu_to_number(values.values[i + 1]) : end;
        shown[i - first] = (JutuShown){
            .value = value,
            .label = is_stepped(scale)
                         ? jutu_label_range(labels, jutu_to_number(value), limit, arena)
                         : jutu_label(labels, value, arena),
        };
    }
    if (cut)
        shown[*n - 1] = (JutuShown){
            .value = values.values[kept - first],
            .label = jutu_arena_printf(arena, "…%zu entries", values.n - (kept - first)),
            .ellipsis = true,
        };
    return shown;
}

static JutuShown *show_ramp(const JutuScale *scale, const JutuLegendQuery *query, Values values,
                            const JutuLabels *labels, size_t *n)
{
    JutuArena *arena = scale->context->arena;
    double extent[2];
    const JutuScale *fraction = fraction_of_domain(scale, extent);
    if (values.n < 3 && !query->values && extent[0] != extent[1] && scale->n_domain > 1) {
        JutuValue ends[] = { scale->domain[0], scale->domain[scale->n_domain - 1] };
        values = (Values){ jutu_copy(arena, JutuValue, ends, 2), 2, INFINITY };
    }
    *n = values.n;
    JutuShown *shown = jutu_new(arena, JutuShown, *n);
    for (size_t i = 0; i < *n; i++) {
        JutuValue value = values.values[i];
        double at = fraction_of(fraction, jutu_to_number(value));
        shown[i] = (JutuShown){
            .value = value, .label = jutu_label(labels, value, arena), .start = at, .end = at
        };
    }
    return shown;
}

static JutuShown *show_steps(const JutuScale *scale, Values values, const JutuLabels *labels,
                             size_t *n)
{
    JutuArena *arena = scale->context->arena;
    double extent[2];
    jutu_scale_extent(scale, extent);
    if (scale->type->open_ended) { /* the outer steps have no end of their own */
        double gaps = (double)scale->n_domain - 1;
        double adjust = gaps > 0 ? (extent[1] - extent[0]) / gaps : 0.1;
        extent[0] -= adjust;
        extent[1] += adjust;
    }
    double span = extent[1] - extent[0];
    *n = values.n;
    JutuShown *shown = jutu_new(arena, JutuShown, *n);
    for (size_t i = 0; i < *n; i++)
        shown[i] = (JutuShown){
            .value = values.values[i],
            .label = i ? jutu_label(labels, values.values[i], arena) : NULL,
            .start = i ? (jutu_to_number(values.values[i]) - extent[0]) / span : 0,
            .end = i + 1 < *n ? (jutu_to_number(values.values[i + 1]) - extent[0]) / span : 1,
        };
    return shown;
}

const JutuShown *jutu_legend_show(const JutuScale *scale, const JutuLegendQuery *query,
                                  JutuArena *arena, size_t *n, GError **error)
{
    enum { USUAL_COUNT = 5 };
    JutuLabelStyle style = query->style;
    if (!style.count.interval.type && isnan(style.count.count))
        style.count.count = USUAL_COUNT;
    style.count = jutu_tick_count(scale, style.count, query->min_step);
    style.all = query->values || query->show == JUTU_SHOW_SYMBOLS;
    const JutuLabels *labels = jutu_legend_labels(scale, &style, arena, error);
    if (!labels)
        return NULL;
    Values values = query->values ? (Values){ query->values, query->n_values, INFINITY }
                                  : values_of(scale, style.count, arena);
    switch (query->show) {
    case JUTU_SHOW_SYMBOLS:
        return show_symbols(scale, query, values, labels, n);
    case JUTU_SHOW_RAMP:
        return show_ramp(scale, query, values, labels, n);
    case JUTU_SHOW_STEPS:
        break;
    }
    return show_steps(scale, values, labels, n);
}

static JutuColorStop stop_at(const JutuScale *scale, const JutuScale *fraction, double value)
{
    JutuColorStop stop = { .at = fraction_of(fraction, value) };
    jutu_scale_color(scale, jutu_number(value), &stop.color);
    return stop;
}

/* A domain of one value has all its colours all the same. */
static const JutuScale *widened(const JutuScale *scale)
{
    static const double unit[] = { 0, 1 };
    JutuScale *wide = jutu_scale_new(jutu_scale_type_find("linear"), scale->context);
    wide->ramp = scale->ramp;
    wide->range = scale->range;
    wide->n_range = scale->n_range;
    wide->space = scale->space;
    wide->gamma = scale->gamma;
    jutu_scale_set_domain(wide, unit, 2);
    jutu_scale_prepare(wide);
    return wide;
}

const JutuColorStop *jutu_legend_stops(const JutuScale *scale, JutuArena *arena, size_t *n)
{
    enum { USUAL_STOPS = 15 };
    double extent[2];
    const JutuScale *fraction = fraction_of_domain(scale, extent);
    if (!fraction) {
        scale = widened(scale);
        fraction = fraction_of_domain(scale, extent);
    }
    size_t n_ticks = 0;
    const JutuValue *ticks = scale->domain;
    if (scale->type->ticks)
        ticks = scale->type->ticks(scale, jutu_tick_number(USUAL_STOPS), arena, &n_ticks);
    else
        n_ticks = scale->n_domain;
    JutuColorStop *stops = jutu_new(arena, JutuColorStop, n_ticks + 2);
    *n = 0;
    if (n_ticks == 0 || jutu_to_number(ticks[0]) != extent[0])
        stops[(*n)++] = stop_at(scale, fraction, extent[0]);
    for (size_t i = 0; i < n_ticks; i++)
        stops[(*n)++] = stop_at(scale, fraction, jutu_to_number(ticks[i]));
    if (n_ticks == 0 || jutu_to_number(ticks[n_ticks - 1]) != extent[1])
        stops[(*n)++] = stop_at(scale, fraction, extent[1]);
    return stops;
}
