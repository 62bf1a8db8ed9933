#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/stats.h"
#include "probe.h"

static const struct {
    const char *fn;
    double (*summary)(const double *values, size_t n);
} summaries[] = {
    { "sum", jutu_sum },
    { "mean", jutu_mean },
    { "median", jutu_median },
    { "min", jutu_min },
    { "max", jutu_max },
    { "variance", jutu_variance },
    { "deviation", jutu_deviation },
    { "mode", jutu_mode },
};

/* NaN stands for d3's undefined, what it says of no numbers. */
static json_t *write_number(double number)
{
    return isnan(number) ? json_null() : probe_json_number(number);
}

/* Numbers of the case; what isn't there at all is none, not 0. */
static const double *read_numbers(const json_t *list, JutuArena *arena)
{
    double *values = jutu_new(arena, double, json_array_size(list));
    for (size_t i = 0; i < json_array_size(list); i++) {
        JutuValue value = probe_value(json_array_get(list, i), arena);
        values[i] = jutu_is_nullish(value) ? NAN : jutu_to_number(value);
    }
    return values;
}

json_t *probe_stats(const json_t *given, JutuContext *context, GError **error)
{
    const char *fn = jutu_json_string(given, "fn", "");
    const json_t *args = json_object_get(given, "args"), *list = json_array_get(args, 0);
    size_t n = json_array_size(list);
    const double *values = read_numbers(list, context->arena);
    for (size_t i = 0; i < G_N_ELEMENTS(summaries); i++) {
        if (strcmp(fn, summaries[i].fn) == 0)
            return write_number(summaries[i].summary(values, n));
    }
    if (strcmp(fn, "quantile") == 0)
        return write_number(
            jutu_quantile(values, n, probe_number(json_array_get(args, 1), context->arena)));
    if (strcmp(fn, "cumsum") == 0)
        return probe_json_numbers(jutu_cumulate(values, n, context->arena), n);
    if (strcmp(fn, "extent") == 0)
        return json_pack("[oo]", write_number(jutu_min(values, n)),
                         write_number(jutu_max(values, n)));
    return probe_skip(error, "no such function");
}
