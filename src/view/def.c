/* Channel definitions: what their JSON in full says, typed. */
#include "view/def.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/time_unit.h"
#include "base/weeks.h"
#include "normalise/rawdef.h"
#include "view/view.h"

static const json_t *member(const json_t *json, const char *name)
{
    return json_object_get(json, name);
}

static bool is_text(const json_t *json, const char *text)
{
    return json_is_string(json) && strcmp(json_string_value(json), text) == 0;
}

static JutuFieldType type_of(const json_t *full)
{
    static const struct {
        const char *name;
        JutuFieldType type;
    } types[] = {
        { "quantitative", JUTU_QUANTITATIVE }, { "temporal", JUTU_TEMPORAL },
        { "ordinal", JUTU_ORDINAL },           { "nominal", JUTU_NOMINAL },
        { "geojson", JUTU_GEOJSON },
    };
    const json_t *name = member(full, "type");
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        if (is_text(name, types[i].name))
            return types[i].type;
    }
    return JUTU_UNTYPED;
}

/* A time unit as a string or as {"unit", "step", "utc", "maxbins", "binned"}. */
static JutuTimeUnitDef read_time_unit(const json_t *json)
{
    JutuTimeUnitDef def = { 0 };
    const char *unit = json_is_string(json) ? json_string_value(json)
                                            : jutu_json_string(json, "unit", NULL);
    if (unit)
        def.units = jutu_time_unit_parse(unit, &def.utc, &def.binned);
    def.utc |= json_is_true(member(json, "utc"));
    def.binned |= json_is_true(member(json, "binned"));
    def.step = jutu_json_number(json, "step", 0);
    def.maxbins = jutu_json_number(json, "maxbins", 0);
    return def;
}

/* {"argmin": field} and {"argmax": field} besides the plain ops. */
static void read_aggregate(JutuChannelDef *def)
{
    static const char *const args[] = { "argmin", "argmax" };
    const json_t *json = member(def->full, "aggregate");
    def->aggregate = json_string_value(json);
    for (size_t i = 0; i < G_N_ELEMENTS(args); i++) {
        if (json_is_string(member(json, args[i]))) {
            def->aggregate = args[i];
            def->argument = json_string_value(member(json, args[i]));
        }
    }
}

static void read_field(JutuChannelDef *def)
{
    const json_t *bin = member(def->full, "bin");
    def->field = jutu_json_string(def->full, "field", NULL);
    read_aggregate(def);
    if (jutu_rawdef_bin_is_binned(bin)) {
        def->binning = JUTU_BINNED;
    } else if (jutu_rawdef_bin_is_binning(bin)) {
        def->binning = JUTU_BIN;
        def->bin = bin;
    }
    def->time_unit = read_time_unit(member(def->full, "timeUnit"));
}

/* The guide that suits the channel; a definition that was copied to another keeps its own. */
static const json_t *guide_of(const JutuChannelDef *def)
{
    static const char *const names[] = { "axis", "legend", "header" };
    const JutuChannelType *channel = &jutu_channels[def->channel];
    const json_t *guide = member(def->full, names[channel->facet         ? 2
                                                  : channel->nonposition ? 1
                                                                         : 0]);
    for (size_t i = 0; i < G_N_ELEMENTS(names) && !guide; i++)
        guide = member(def->full, names[i]);
    return guide;
}

static void read_common(JutuChannelDef *def)
{
    const json_t *full = def->full, *band = member(full, "bandPosition");
    def->sort = member(full, "sort");
    def->descending = is_text(def->sort, "descending");
    def->scale = member(full, "scale");
    def->stack = member(full, "stack");
    def->impute = member(full, "impute");
    def->title = member(full, "title");
    def->format = member(full, "format");
    def->format_type = member(full, "formatType");
    def->condition = member(full, "condition");
    def->value = member(full, "value");
    def->datum = member(full, "datum");
    def->band_position = json_is_number(band) ? json_number_value(band) : NAN;
    def->guide = guide_of(def);
    def->type = type_of(full);
}

const JutuChannelDef *jutu_channel_def(const json_t *json, JutuChannel channel,
                                       const JutuChart *chart)
{
    JutuChannelDef *def = jutu_new(chart->arena, JutuChannelDef, 1);
    JutuRawScope scope = { .config = chart->config,
                           .root = chart->source,
                           .context = chart->context };
    json_t *full = jutu_rawdef_complete(json, jutu_channels[channel].name, &scope);
    *def = (JutuChannelDef){ .channel = channel,
                             .json = json,
                             .full = jutu_json_own(chart->arena, full) };
    read_common(def);
    def->is_field = jutu_rawdef_is_field(full);
    def->is_datum = !def->is_field && def->datum;
    def->is_value = !def->is_field && !def->is_datum && def->value;
    if (def->is_field)
        read_field(def);
    else if (!def->is_datum && jutu_rawdef_is_field_or_datum(def->condition))
        def->of_condition = jutu_channel_def(def->condition, channel, chart);
    if (!def->is_field && !def->is_datum && !def->is_value && !def->condition &&
        !(channel == JUTU_ORDER && def->sort))
        return NULL;
    if (!def->time_unit.binned)
        def->time_unit.units = jutu_local_units(def->time_unit.units, chart->context);
    jutu_def_name_columns(def, chart->arena);
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

bool jutu_facet_sorts_by_rows(const JutuChannelDef *def)
{
    const json_t *sort = json_is_object(def->sort) ? def->sort : NULL;
    const char *op = jutu_json_string(sort, "op", NULL);
    return jutu_json_string(sort, "field", NULL) || (op && strcmp(op, "count") == 0);
}

bool jutu_def_has_own_order(const JutuChannelDef *def, const JutuContext *context)
{
    bool named = def->type == JUTU_NOMINAL || def->type == JUTU_ORDINAL;
    return jutu_rule_acts(context, JUTU_RULE_own_order) && named && def->is_field && def->field &&
           !def->sort && !def->aggregate && !jutu_has_time_unit(def) &&
           def->binning == JUTU_NOT_BINNED;
}
