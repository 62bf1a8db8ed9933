#include <math.h>
#include <string.h>

#include "../scale/scale_json.h"
#include "base/format.h"
#include "probe.h"
#include "scale/labels.h"
#include "scale/log.h"
#include "scale/steps.h"
#include "scale/ticks.h"

/* One case: an operation on a scale. */
typedef struct {
    const json_t *args;
    JutuScale *scale; /* NULL: d3.tickFormat() takes all as arguments */
    JutuArena *arena;
    GError **error;
} Case;

static const json_t *argument(const Case *given, size_t i)
{
    return json_array_get(given->args, i);
}

/* d3 takes no count for its default, but NaN for none at all. */
static JutuTickCount read_count(const json_t *json, JutuArena *arena)
{
    JutuValue count = probe_value(json, arena);
    if (jutu_is_nullish(count))
        return jutu_tick_default();
    double number = jutu_to_number(count);
    return jutu_tick_number(isnan(number) ? 0 : number);
}

static json_t *list(const JutuValue *values, size_t n, JutuArena *arena)
{
    return probe_json(jutu_array(values, n), arena);
}

static json_t *answer_map(const Case *given)
{
    JutuValue value = probe_value(argument(given, 0), given->arena);
    return probe_json(jutu_scale_map(given->scale, value), given->arena);
}

static json_t *answer_invert(const Case *given)
{
    double place = probe_number(argument(given, 0), given->arena);
    return probe_json(given->scale->type->invert(given->scale, place, given->arena), given->arena);
}

static json_t *answer_nice(const Case *given)
{
    given->scale->type->nice(given->scale, read_count(argument(given, 0), given->arena));
    return list(given->scale->domain, given->scale->n_domain, given->arena);
}

static const JutuValue *ticks_of(const Case *given, JutuTickCount count, size_t *n)
{
    return given->scale->type->ticks(given->scale, count, given->arena, n);
}

static json_t *answer_ticks(const Case *given)
{
    size_t n;
    const JutuValue *ticks = ticks_of(given, read_count(argument(given, 0), given->arena), &n);
    return list(ticks, n, given->arena);
}

/* d3's labels of numbers: Vega's are others. */
static const char *number_label(const Case *given, const double extent[2], double count,
                                const char *specifier, double value)
{
    JutuFormatSpec format;
    bool prefix;
    double reference;
    if (!jutu_format_ticks(extent, count, specifier, &format, &prefix, &reference, given->error))
        return NULL;
    return prefix ? jutu_format_prefix(&format, reference, value, NULL, given->arena)
                  : jutu_format_number(&format, value, NULL, given->arena);
}

static const char *log_label(const Case *given, double count, const char *specifier, double value)
{
    const JutuScale *scale = given->scale;
    JutuFormatSpec format;
    bool whole = scale->base == floor(scale->base);
    if (!specifier)
        specifier = scale->base == 10 ? "s" : ",";
    if (!jutu_format_parse(specifier, &format, given->error))
        return NULL;
    format.trim |= whole && format.precision < 0;
    size_t n;
    ticks_of(given, jutu_tick_default(), &n);
    double digits = jutu_log_digits(scale->base, count, n);
    double power = floor(jutu_log_exponent(scale, value) + 0.5);
    double digit = value / jutu_log_power(scale, power);
    if (digit * scale->base < scale->base - 0.5)
        digit *= scale->base;
    bool shown = isinf(count) || digit <= digits;
    return shown ? jutu_format_number(&format, value, NULL, given->arena) : "";
}

static const char *label(const Case *given, double count, const char *specifier, JutuValue value)
{
    const JutuScale *scale = given->scale;
    double number = jutu_to_number(value), extent[2];
    if (scale->type->temporal)
        return specifier ? jutu_time_format(specifier, number, scale->zone, NULL, given->arena)
                         : jutu_time_format_multi(number, scale->zone, NULL, NULL, given->arena);
    if (scale->type->logarithmic)
        return log_label(given, count, specifier, number);
    jutu_scale_extent(scale, extent);
    return number_label(given, extent, count, specifier, number);
}

static double count_or_ten(const json_t *json, JutuArena *arena)
{
    JutuValue count = probe_value(json, arena);
    return jutu_is_nullish(count) ? 10 : jutu_to_number(count);
}

static json_t *json_label(const char *text)
{
    return text ? json_string(text) : NULL;
}

/* [[count, specifier], value]: scale.tickFormat(count, specifier)(value) */
static json_t *answer_format(const Case *given)
{
    const json_t *format = argument(given, 0);
    double count = count_or_ten(json_array_get(format, 0), given->arena);
    const char *specifier = json_string_value(json_array_get(format, 1));
    return json_label(
        label(given, count, specifier, probe_value(argument(given, 1), given->arena)));
}

static json_t *answer_labels(const Case *given)
{
    size_t n;
    double count = count_or_ten(argument(given, 0), given->arena);
    const JutuValue *ticks = ticks_of(given, read_count(argument(given, 0), given->arena), &n);
    json_t *labels = json_array();
    for (size_t i = 0; i < n; i++) {
        const char *text = label(given, count, json_string_value(argument(given, 1)), ticks[i]);
        if (!text) {
            json_decref(labels);
            return NULL;
        }
        json_array_append_new(labels, json_string(text));
    }
    return labels;
}

static json_t *answer_step(const Case *given)
{
    return probe_json_number(given->scale->step);
}

static json_t *answer_bandwidth(const Case *given)
{
    return probe_json_number(given->scale->bandwidth);
}

static json_t *answer_layout(const Case *given)
{
    const JutuScale *scale = given->scale;
    json_t *positions = json_array();
    for (size_t i = 0; i < scale->n_domain; i++)
        json_array_append_new(positions,
                              probe_json_number(jutu_scale_number(scale, scale->domain[i])));
    return json_pack("{so so so}", "positions", positions, "step", probe_json_number(scale->step),
                     "bandwidth", probe_json_number(scale->bandwidth));
}

static json_t *answer_thresholds(const Case *given)
{
    size_t n;
    const double *thresholds = given->scale->type->thresholds(given->scale, &n);
    json_t *array = json_array();
    for (size_t i = 0; i < n; i++) /* of no data there are none: d3 has undefined there */
        json_array_append_new(array, isnan(thresholds[i]) ? json_null()
                                                          : probe_json_number(thresholds[i]));
    return array;
}

static const struct {
    const char *op;
    json_t *(*answer)(const Case *given);
} ops[] = {
    { "map", answer_map },
    { "invert", answer_invert },
    { "nice", answer_nice },
    { "ticks", answer_ticks },
    { "tickFormat", answer_format },
    { "tickLabels", answer_labels },
    { "step", answer_step },
    { "bandwidth", answer_bandwidth },
    { "layout", answer_layout },
    { "thresholds", answer_thresholds },
    { "quantiles", answer_thresholds },
};

/* d3.tickFormat(start, stop, count, specifier)(value) */
static json_t *answer_bare_format(const Case *given, const json_t *value)
{
    double extent[] = { probe_number(argument(given, 0), given->arena),
                        probe_number(argument(given, 1), given->arena) };
    return json_label(number_label(given, extent, probe_number(argument(given, 2), given->arena),
                                   json_string_value(argument(given, 3)),
                                   probe_number(value, given->arena)));
}

json_t *probe_scale(const json_t *given, JutuContext *context, GError **error)
{
    const json_t *state = json_object_get(given, "scale");
    Case one = { json_object_get(given, "args"), NULL, context->arena, error };
    if (!json_is_object(state))
        return answer_bare_format(&one, json_object_get(given, "value"));
    one.scale = read_scale(state, probe_value, context);
    if (!one.scale)
        return probe_skip(error, "no such scale");
    if (one.scale->type->banded) { /* d3's bands, not Vega's */
        one.scale->least_steps = 1;
        jutu_scale_prepare(one.scale);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(ops); i++)
        if (strcmp(ops[i].op, jutu_json_string(given, "op", "")) == 0)
            return ops[i].answer(&one);
    return probe_skip(error, "no such operation");
}
