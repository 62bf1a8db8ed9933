#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/tick.h"
#include "probe.h"

/* A number member of the case or its options; 0 if there is none. */
static double read_member(const json_t *object, const char *name, JutuContext *context)
{
    const json_t *member = json_object_get(object, name);
    return member ? probe_number(member, context->arena) : 0;
}

json_t *probe_ticks(const json_t *given, JutuContext *context, GError **error)
{
    (void)error;
    size_t n;
    const double *ticks = jutu_ticks(read_member(given, "start", context),
                                     read_member(given, "stop", context),
                                     read_member(given, "count", context), context->arena, &n);
    return probe_json_numbers(ticks, n);
}

/* d3.nice(): widens the span to multiples of its step; a wider span may have a wider step, so
 * again.
 */
static void widen(double *start, double *stop, double count)
{
    for (double step, before = NAN;; before = step) {
        step = jutu_tick_increment(*start, *stop, count);
        if (step == before || step == 0 || !isfinite(step))
            return;
        if (step > 0) {
            double first = ceil(*start / step), last = floor(*stop / step);
            *start = (first - (first * step > *start)) * step;
            *stop = (last + (last * step < *stop)) * step;
        } else {
            double first = ceil(*start * -step), last = floor(*stop * -step);
            *start = (first - (first / -step > *start)) / -step;
            *stop = (last + (last / -step < *stop)) / -step;
        }
    }
}

json_t *probe_nice(const json_t *given, JutuContext *context, GError **error)
{
    (void)error;
    double domain[] = { read_member(given, "start", context), read_member(given, "stop", context) };
    widen(&domain[0], &domain[1], read_member(given, "count", context));
    return probe_json_numbers(domain, 2);
}

json_t *probe_tickstep(const json_t *given, JutuContext *context, GError **error)
{
    (void)error;
    bool increment = strcmp(jutu_json_string(given, "fn", ""), "tickIncrement") == 0;
    double (*step)(double, double, double) = increment ? jutu_tick_increment : jutu_tick_step;
    return probe_json_number(step(read_member(given, "start", context),
                                  read_member(given, "stop", context),
                                  read_member(given, "count", context)));
}

static const double *read_list(const json_t *options, const char *name, JutuContext *context,
                               size_t *n)
{
    const json_t *list = json_object_get(options, name);
    *n = json_array_size(list);
    double *numbers = jutu_new(context->arena, double, *n);
    for (size_t i = 0; i < *n; i++)
        numbers[i] = probe_number(json_array_get(list, i), context->arena);
    return list ? numbers : NULL;
}

json_t *probe_bin(const json_t *given, JutuContext *context, GError **error)
{
    (void)error;
    const json_t *options = json_object_get(given, "options");
    size_t n;
    const double *extent = read_list(options, "extent", context, &n);
    JutuBinOptions bin = {
        .extent = { extent[0], extent[1] },
        .maxbins = read_member(options, "maxbins", context),
        .base = read_member(options, "base", context),
        .step = read_member(options, "step", context),
        .minstep = read_member(options, "minstep", context),
        .span = read_member(options, "span", context),
        .exact = !jutu_json_bool(options, "nice", true),
    };
    bin.steps = read_list(options, "steps", context, &bin.n_steps);
    bin.divide = read_list(options, "divide", context, &bin.n_divide);
    JutuBins bins = jutu_bins(&bin);
    return json_pack("{so so so}", "start", probe_json_number(bins.start), "stop",
                     probe_json_number(bins.stop), "step", probe_json_number(bins.step));
}
