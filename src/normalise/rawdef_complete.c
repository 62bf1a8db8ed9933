/* Channel definitions in full: everything that the spec leaves to be inferred. */
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "base/value.h"
#include "expr/date_time.h"
#include "normalise/rawdef.h"

/* The types by their names and initials, in any case. */
static const struct {
    const char *name;
    char initial;
} types[] = {
    { "quantitative", 'q' }, { "temporal", 't' }, { "ordinal", 'o' },
    { "nominal", 'n' },      { "geojson", 0 },
};

/* The type of a field by the scale that the user chose for it. */
static const struct {
    const char *scale, *type;
} scale_types[] = {
    { "linear", "quantitative" },     { "log", "quantitative" },
    { "pow", "quantitative" },        { "sqrt", "quantitative" },
    { "symlog", "quantitative" },     { "identity", "quantitative" },
    { "sequential", "quantitative" }, { "quantile", "quantitative" },
    { "quantize", "quantitative" },   { "threshold", "quantitative" },
    { "time", "temporal" },           { "utc", "temporal" },
};

static void warn_at(const JutuRawScope *scope, const json_t *node, const char *text)
{
    const char *pointer = jutu_pointer_of(scope->root, node, scope->context->arena);
    jutu_warn(scope->context, JUTU_RULE_no_effect, pointer, "%s", text);
}

static const char *full_type(const char *type)
{
    for (size_t i = 0; type && i < G_N_ELEMENTS(types); i++)
        if (g_ascii_strcasecmp(type, types[i].name) == 0 ||
            (types[i].initial && g_ascii_tolower(type[0]) == types[i].initial && !type[1]))
            return types[i].name;
    return NULL;
}

static const char *type_of_scale(const json_t *scale)
{
    const char *name = json_string_value(json_object_get(scale, "type"));
    for (size_t i = 0; name && i < G_N_ELEMENTS(scale_types); i++)
        if (strcmp(name, scale_types[i].scale) == 0)
            return scale_types[i].type;
    return NULL;
}

static const char *inferred_type(const json_t *def, const JutuChannelType *channel)
{
    const json_t *aggregate = json_object_get(def, "aggregate");
    const char *of_scale = type_of_scale(json_object_get(def, "scale"));
    if (channel && channel->type)
        return channel->type;
    if (json_is_array(json_object_get(def, "sort")))
        return "ordinal";
    if (jutu_json_truthy(json_object_get(def, "timeUnit")))
        return "temporal";
    if (jutu_json_truthy(json_object_get(def, "bin")) ||
        (jutu_json_truthy(aggregate) && !jutu_json_has(aggregate, "argmax") &&
         !jutu_json_has(aggregate, "argmin")))
        return "quantitative";
    return of_scale ? of_scale : "nominal";
}

static bool is_counting(const json_t *aggregate)
{
    static const char *const ops[] = { "count", "valid", "missing", "distinct", NULL };
    return json_is_string(aggregate) && g_strv_contains(ops, json_string_value(aggregate));
}

static bool is_aggregate(const json_t *aggregate)
{
    static const char *const ops[] = {
        "argmax",  "argmin", "average",  "count",     "distinct", "exponential", "exponentialb",
        "product", "max",    "mean",     "median",    "min",      "missing",     "q1",
        "q3",      "ci0",    "ci1",      "stderr",    "stdev",    "stdevp",      "sum",
        "valid",   "values", "variance", "variancep", NULL,
    };
    return json_is_string(aggregate)
               ? g_strv_contains(ops, json_string_value(aggregate))
               : jutu_json_has(aggregate, "argmax") || jutu_json_has(aggregate, "argmin");
}

static json_t *full_bin(const json_t *bin, const JutuChannelType *channel)
{
    bool counted = jutu_json_truthy(json_object_get(bin, "maxbins")) ||
                   jutu_json_truthy(json_object_get(bin, "step"));
    if (json_is_object(bin) && counted)
        return jutu_json_share(bin);
    json_t *full = jutu_json_spread(bin);
    return jutu_json_put_new(full, "maxbins", json_integer(channel ? channel->max_bins : 10));
}

/* {"encoding": "y", "order": "descending"} of "-y"; NULL if the text names no channel. */
static json_t *sort_by_channel(const char *text)
{
    bool down = *text == '-';
    const JutuChannelType *channel = jutu_channel_known(text + down);
    return channel && channel->sorts ? json_pack("{s:s, s:s*}", "encoding", channel->name, "order",
                                                 down ? "descending" : NULL)
                                     : NULL;
}

static void complete_type(json_t *full, const json_t *def, const JutuChannelType *channel)
{
    const json_t *type = json_object_get(def, "type");
    if (type) {
        const char *name = full_type(json_string_value(type));
        if (is_counting(json_object_get(def, "aggregate")))
            name = "quantitative";
        if (!name)
            json_object_del(full, "type");
        else if (strcmp(json_string_value(type), name) != 0)
            jutu_json_put_new(full, "type", json_string(name));
    } else if (!channel || !jutu_is_secondary(jutu_channel_id(channel))) {
        jutu_json_put_new(full, "type", json_string(inferred_type(full, channel)));
    }
}

/* A header's `orient` is short for those of its labels and title. */
static void complete_header(json_t *full)
{
    static const char *const orient_only[] = { "orient", NULL };
    static const char *const orients[] = { "labelOrient", "titleOrient" };
    const json_t *header = json_object_get(full, "header");
    const json_t *orient = json_object_get(header, "orient");
    if (!jutu_json_truthy(orient))
        return;
    json_t *rest = jutu_json_omit(header, orient_only);
    for (size_t i = 0; i < G_N_ELEMENTS(orients); i++)
        if (!jutu_json_truthy(json_object_get(rest, orients[i])))
            jutu_json_put(rest, orients[i], orient);
    jutu_json_put_new(full, "header", rest);
}

static json_t *complete_field(const json_t *def, const JutuChannelType *channel,
                              const JutuRawScope *scope)
{
    const json_t *aggregate = json_object_get(def, "aggregate"), *bin = json_object_get(def, "bin");
    const json_t *field = json_object_get(def, "field"), *sort = json_object_get(def, "sort");
    json_t *full = jutu_json_spread(def), *unit, *by;

    if (!scope->composite && jutu_json_truthy(aggregate) && !is_aggregate(aggregate)) {
        warn_at(scope, aggregate,
                "an unknown aggregate is ignored; use \"mean\", \"sum\", \"count\" …");
        json_object_del(full, "aggregate");
    }
    if ((unit = jutu_rawdef_unit_params(json_object_get(def, "timeUnit"))))
        jutu_json_put_new(full, "timeUnit", unit);
    if (jutu_json_truthy(field) && !json_is_string(field))
        jutu_json_put_new(
            full, "field",
            json_string(jutu_to_text(jutu_value_from_json(field, scope->context->arena),
                                     scope->context->arena)));
    if (jutu_rawdef_bin_is_binning(bin))
        jutu_json_put_new(full, "bin", full_bin(bin, channel));
    complete_type(full, def, channel);
    if (json_is_string(sort) && (by = sort_by_channel(json_string_value(sort))))
        return jutu_json_put_new(full, "sort", by);
    complete_header(full);
    return full;
}

static json_t *complete_datum(const json_t *def)
{
    const json_t *datum = json_object_get(def, "datum");
    const char *type = jutu_is_date_time(datum) ? "temporal" : NULL;
    if (json_is_number(datum) || json_is_string(datum))
        type = json_is_number(datum) ? "quantitative" : "nominal";
    if (jutu_json_truthy(json_object_get(def, "type")) || !type)
        return jutu_json_share(def);
    return jutu_json_put_new(jutu_json_spread(def), "type", json_string(type));
}

/* Formatters of one's own need a program; without config.customFormatTypes they are dropped. */
static json_t *drop_custom_format(const json_t *owner, const JutuRawScope *scope)
{
    static const char *const format[] = { "format", "formatType", NULL };
    const json_t *type = json_object_get(owner, "formatType");
    const char *name = json_string_value(type);
    bool built_in = name && (strcmp(name, "number") == 0 || strcmp(name, "time") == 0);
    if (!jutu_json_truthy(type) || built_in ||
        jutu_json_truthy(json_object_get(scope->config, "customFormatTypes")))
        return NULL;
    warn_at(scope, type, "a format type of one's own is ignored; use \"number\" or \"time\"");
    return jutu_json_omit(owner, format);
}

/* The definition with no custom format of its own or its guide's; NULL if nothing changed. */
static json_t *without_custom_format(const json_t *def, const JutuRawScope *scope)
{
    static const struct {
        const char *tells, *guide;
    } guides[] = {
        { "axis", "axis" },     { "stack", "axis" },    { "impute", "axis" },
        { "legend", "legend" }, { "header", "header" },
    };
    if (jutu_json_has(def, "format") || jutu_json_has(def, "formatType"))
        return drop_custom_format(def, scope);
    for (size_t i = 0; i < G_N_ELEMENTS(guides); i++) {
        if (!jutu_json_has(def, guides[i].tells))
            continue;
        const json_t *guide = json_object_get(def, guides[i].guide);
        json_t *changed = drop_custom_format(guide, scope);
        return changed ? jutu_json_put_new(jutu_json_spread(def), guides[i].guide, changed) : NULL;
    }
    return NULL;
}

static json_t *complete_field_or_datum(const json_t *def, const char *channel,
                                       const JutuRawScope *scope)
{
    json_auto_t *changed = without_custom_format(def, scope);
    const json_t *rest = changed ? changed : def;
    return jutu_rawdef_is_field(rest) ? complete_field(rest, jutu_channel_known(channel), scope)
                                      : complete_datum(rest);
}

json_t *jutu_rawdef_complete(const json_t *def, const char *channel, const JutuRawScope *scope)
{
    if (json_is_string(def) || json_is_number(def) || json_is_boolean(def)) {
        warn_at(scope, def, "a channel needs a definition; {\"value\": …} is understood");
        return json_pack("{s:O}", "value", def);
    }
    if (jutu_rawdef_is_field_or_datum(def))
        return complete_field_or_datum(def, channel, scope);
    const json_t *condition = jutu_rawdef_condition_field_or_datum(def);
    if (!condition)
        return jutu_json_share(def);
    return jutu_json_with(def, "condition", complete_field_or_datum(condition, channel, scope));
}
