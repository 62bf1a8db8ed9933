/* Channel definitions: reading, types, titles and formats. */
#include "view/def.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "scale/scale.h"
#include "transform/aggregates.h"

typedef struct {
    const char *name;
    JutuFieldType type;
} TypeName;

/* Full names and the one-letter short forms, in any case. */
static JutuFieldType type_find(const char *name)
{
    static const TypeName types[] = {
        { "quantitative", JUTU_QUANTITATIVE }, { "q", JUTU_QUANTITATIVE },
        { "temporal", JUTU_TEMPORAL },         { "t", JUTU_TEMPORAL },
        { "ordinal", JUTU_ORDINAL },           { "o", JUTU_ORDINAL },
        { "nominal", JUTU_NOMINAL },           { "n", JUTU_NOMINAL },
        { "geojson", JUTU_GEOJSON },
    };
    for (size_t i = 0; name && i < G_N_ELEMENTS(types); i++) {
        if (g_ascii_strcasecmp(name, types[i].name) == 0)
            return types[i].type;
    }
    return JUTU_UNTYPED;
}

static const json_t *member(const json_t *json, const char *name)
{
    return json_object_get(json, name);
}

static bool is_text(const json_t *json, const char *text)
{
    return json_is_string(json) && strcmp(json_string_value(json), text) == 0;
}

/* {"argmin": field} and {"argmax": field} besides the plain ops. */
static void read_aggregate(JutuChannelDef *def, const json_t *json, const json_t *where,
                           JutuContext *context)
{
    static const char *const args[] = { "argmin", "argmax" };
    if (json_is_string(json) && jutu_aggregate_known(json_string_value(json))) {
        def->aggregate = json_string_value(json);
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(args); i++) {
        if (json_is_string(member(json, args[i]))) {
            def->aggregate = args[i];
            def->argument = json_string_value(member(json, args[i]));
            return;
        }
    }
    if (json)
        jutu_warn(context, jutu_pointer_of(where, json, context->arena),
                  "this is no aggregate operation; it is ignored");
}

/* Facets, colours and sizes shouldn't have too many bins (vega-lite's autoMaxBins). */
static int auto_max_bins(JutuChannel channel)
{
    if (channel == JUTU_STROKEDASH)
        return 4;
    bool few = jutu_channels[channel].legend || channel == JUTU_FILLOPACITY ||
               channel == JUTU_STROKEOPACITY || channel == JUTU_ROW || channel == JUTU_COLUMN;
    return few ? 6 : 10;
}

static void read_bin(JutuChannelDef *def, const json_t *json, JutuArena *arena)
{
    if (is_text(json, "binned") || json_is_true(member(json, "binned"))) {
        def->binning = JUTU_BINNED;
        return;
    }
    if (!json_is_true(json) && !json_is_object(json))
        return;
    def->binning = JUTU_BIN;
    def->bin = json;
    if (json_number_value(member(json, "maxbins")) == 0 &&
        json_number_value(member(json, "step")) == 0) {
        json_t *bin = json_is_object(json) ? json_copy((json_t *)json) : json_object();
        json_object_set_new(bin, "maxbins", json_integer(auto_max_bins(def->channel)));
        def->bin = jutu_json_own(arena, bin);
    }
}

/* The type that vega-lite infers where none is given (defaultType). */
static JutuFieldType default_type(const JutuChannelDef *def)
{
    const JutuChannelType *channel = &jutu_channels[def->channel];
    if (channel->facet || def->channel == JUTU_SHAPE || def->channel == JUTU_STROKEDASH)
        return JUTU_NOMINAL;
    if (def->channel == JUTU_ORDER || json_is_array(def->sort))
        return JUTU_ORDINAL;
    if (jutu_has_time_unit(def))
        return JUTU_TEMPORAL;
    if (def->binning != JUTU_NOT_BINNED || (def->aggregate && !def->argument))
        return JUTU_QUANTITATIVE;
    const char *scale = jutu_json_string(def->scale, "type", NULL);
    const JutuScaleType *type = scale ? jutu_scale_type_find(scale) : NULL;
    if (type && type->temporal)
        return JUTU_TEMPORAL;
    if (type && (type->continuous || type->discretizing))
        return JUTU_QUANTITATIVE;
    return JUTU_NOMINAL;
}

/* "x" and "-x" are short for {"encoding": "x", "order": …}. */
static const json_t *normal_sort(const json_t *sort, JutuArena *arena)
{
    static const char *const channels[] = {
        "x",     "y",    "color",       "fill",    "stroke",      "size",
        "shape", "text", "strokeWidth", "opacity", "fillOpacity", "strokeOpacity"
    };
    const char *text = json_string_value(sort);
    if (!text)
        return sort;
    bool descending = text[0] == '-';
    for (size_t i = 0; i < G_N_ELEMENTS(channels); i++) {
        if (strcmp(text + descending, channels[i]) != 0)
            continue;
        json_t *by = json_pack("{s:s}", "encoding", channels[i]);
        if (descending)
            json_object_set_new(by, "order", json_string("descending"));
        return jutu_json_own(arena, by);
    }
    return sort;
}

static void read_guide(JutuChannelDef *def, const json_t *json)
{
    const JutuChannelType *channel = &jutu_channels[def->channel];
    static const char *const names[] = { "axis", "legend", "header" };
    size_t first = channel->facet ? 2 : channel->nonposition ? 1 : 0;
    def->guide = member(json, names[first]);
    for (size_t i = 0; i < G_N_ELEMENTS(names) && !def->guide; i++)
        def->guide = member(json, names[i]);
}

static void read_field(JutuChannelDef *def, const json_t *json, JutuContext *context)
{
    const json_t *field = member(json, "field");
    def->field = json_is_string(field) ? json_string_value(field) : NULL;
    if (json_is_number(field)) {
        JutuValue number = jutu_number(json_number_value(field));
        def->field = jutu_to_text(number, context->arena);
    }
    read_aggregate(def, member(json, "aggregate"), json, context);
    read_bin(def, member(json, "bin"), context->arena);
    if (json_is_string(member(json, "timeUnit")) || json_is_object(member(json, "timeUnit")))
        def->time_unit = jutu_time_unit_def(member(json, "timeUnit"), context->arena);
    def->type = type_find(json_string_value(member(json, "type")));
    bool typed = def->type != JUTU_UNTYPED;
    if (typed && def->type != JUTU_QUANTITATIVE && def->aggregate &&
        jutu_aggregate_counts(def->aggregate))
        def->type = JUTU_QUANTITATIVE;
    if (!typed && !jutu_is_secondary(def->channel))
        def->type = default_type(def);
    def->sort = normal_sort(def->sort, context->arena);
}

/* A datum's type is that of its value; a date time is {"year": …}. */
static void read_datum(JutuChannelDef *def, const json_t *json)
{
    const json_t *datum = def->datum = member(json, "datum");
    def->type = type_find(json_string_value(member(json, "type")));
    if (def->type == JUTU_UNTYPED)
        def->type = json_is_number(datum)   ? JUTU_QUANTITATIVE
                    : json_is_string(datum) ? JUTU_NOMINAL
                    : json_is_object(datum) && !member(datum, "expr") && !member(datum, "signal")
                        ? JUTU_TEMPORAL
                        : JUTU_UNTYPED;
}

static void read_common(JutuChannelDef *def, const json_t *json)
{
    def->sort = member(json, "sort");
    def->scale = member(json, "scale");
    def->stack = member(json, "stack");
    def->impute = member(json, "impute");
    def->title = member(json, "title");
    def->format = member(json, "format");
    def->format_type = member(json, "formatType");
    def->condition = member(json, "condition");
    def->value = member(json, "value");
    const json_t *band = member(json, "bandPosition");
    def->band_position = json_is_number(band) ? json_number_value(band) : NAN;
    read_guide(def, json);
}

const JutuChannelDef *jutu_channel_def(const json_t *json, JutuChannel channel,
                                       const json_t *config, JutuContext *context)
{
    JutuChannelDef *def = jutu_new(context->arena, JutuChannelDef, 1);
    *def = (JutuChannelDef){ .channel = channel, .json = json, .band_position = NAN };
    if (json_is_string(json) || json_is_number(json) || json_is_boolean(json)) {
        def->is_value = true; /* color: "red" is short for {"value": "red"} */
        def->value = json;
        return def;
    }
    read_common(def, json);
    def->is_field = member(json, "field") || is_text(member(json, "aggregate"), "count");
    def->is_datum = !def->is_field && member(json, "datum");
    def->is_value = !def->is_field && !def->is_datum && def->value;
    if (def->is_field)
        read_field(def, json, context);
    else if (def->is_datum)
        read_datum(def, json);
    else if (json_is_object(def->condition) &&
             (member(def->condition, "field") || member(def->condition, "datum") ||
              is_text(member(def->condition, "aggregate"), "count")))
        def->of_condition = jutu_channel_def(def->condition, channel, config, context);
    if (!def->is_field && !def->is_datum && !def->is_value && !def->condition &&
        !(channel == JUTU_ORDER && def->sort))
        return NULL;
    return def;
}

const JutuChannelDef *jutu_field_def(const JutuChannelDef *def)
{
    if (!def || def->is_field)
        return def;
    return def->of_condition && def->of_condition->is_field ? def->of_condition : NULL;
}

const JutuChannelDef *jutu_field_or_datum_def(const JutuChannelDef *def)
{
    if (!def || def->is_field || def->is_datum)
        return def;
    return def->of_condition;
}

bool jutu_def_is_discrete(const JutuChannelDef *def)
{
    return def->type == JUTU_NOMINAL || def->type == JUTU_ORDINAL || def->type == JUTU_GEOJSON ||
           (def->type == JUTU_QUANTITATIVE && def->is_field && def->binning != JUTU_NOT_BINNED);
}

bool jutu_def_is_continuous(const JutuChannelDef *def)
{
    if (!def)
        return false;
    if (def->is_field)
        return def->type != JUTU_UNTYPED && !jutu_def_is_discrete(def);
    return def->is_datum && json_is_number(def->datum);
}

bool jutu_def_is_measure(const JutuChannelDef *def)
{
    if (!def)
        return false;
    if (def->is_field)
        return def->type == JUTU_QUANTITATIVE && def->binning == JUTU_NOT_BINNED;
    return def->is_datum && json_is_number(def->datum);
}

void jutu_def_format(const JutuChannelDef *def, const json_t **format, const json_t **format_type)
{
    bool own = def->format || def->format_type;
    *format = own ? def->format : member(def->guide, "format");
    *format_type = own ? def->format_type : member(def->guide, "formatType");
}

bool jutu_def_is_time_format(const JutuChannelDef *def)
{
    const json_t *format, *format_type;
    jutu_def_format(def, &format, &format_type);
    if (format_type)
        return is_text(format_type, "time");
    return def->type == JUTU_TEMPORAL || (def->is_field && jutu_has_time_unit(def));
}
