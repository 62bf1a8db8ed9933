#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/stats.h"
#include "probe.h"

/* What d3-array has and no chart asks for. NaN is no number: it is skipped. */
static double sum_of(const double *values, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += isnan(values[i]) ? 0 : values[i];
    return sum;
}

static double mean_of(const double *values, size_t n)
{
    size_t count = 0;
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        if (isnan(values[i]))
            continue;
        sum += values[i];
        count++;
    }
    return count > 0 ? sum / (double)count : NAN;
}

static double min_of(const double *values, size_t n)
{
    double min = NAN;
    for (size_t i = 0; i < n; i++)
        min = fmin(min, values[i]); /* the number of the two, if one is NaN */
    return min;
}

static double max_of(const double *values, size_t n)
{
    double max = NAN;
    for (size_t i = 0; i < n; i++)
        max = fmax(max, values[i]);
    return max;
}

static double mode_of(const double *values, size_t n)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_double_hash, g_double_equal);
    for (size_t i = 0; i < n; i++) {
        if (isnan(values[i]))
            continue;
        gsize count = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, &values[i]));
        g_hash_table_insert(counts, (gpointer)&values[i], GSIZE_TO_POINTER(count + 1));
    }
    double mode = NAN;
    gsize most = 0;
    for (size_t i = 0; i < n; i++) {
        gsize count = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, &values[i]));
        if (count <= most)
            continue;
        most = count;
        mode = values[i];
    }
    return mode;
}

static const double *cumulate(const double *values, size_t n, JutuArena *arena)
{
    double *sums = jutu_new(arena, double, n), sum = 0;
    for (size_t i = 0; i < n; i++)
        sums[i] = sum += isnan(values[i]) ? 0 : values[i];
    return sums;
}

static const struct {
    const char *fn;
    double (*summary)(const double *values, size_t n);
} summaries[] = {
    { "sum", sum_of },
    { "mean", mean_of },
    { "median", jutu_median },
    { "min", min_of },
    { "max", max_of },
    { "variance", jutu_variance },
    { "deviation", jutu_deviation },
    { "mode", mode_of },
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
        return probe_json_numbers(cumulate(values, n, context->arena), n);
    if (strcmp(fn, "extent") == 0)
        return json_pack("[oo]", write_number(min_of(values, n)), write_number(max_of(values, n)));
    return probe_skip(error, "no such function");
}
