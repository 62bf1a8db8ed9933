/* Which channels a unit really has: initEncoding and what goes with it. */
#include "view/encoding.h"

#include <math.h>
#include <string.h>

#include "base/json.h"

/* Marks without a bar's extent take x2 and y2 only where their x and y come in bins. */
static bool channel_fits(const JutuView *unit, const json_t *encoding, JutuChannel channel)
{
    JutuSupport support = jutu_mark_support(unit->mark, channel);
    if (support != JUTU_SUPPORT_BINNED)
        return support == JUTU_SUPPORT_ALWAYS;
    const json_t *own = json_object_get(encoding, jutu_channels[channel].name);
    const JutuChannelDef *main = unit->encoding.defs[jutu_channels[channel].main];
    return jutu_is_binned(main) && json_object_get(own, "field");
}

/* A discrete offset within a continuous position has no meaning. */
static bool offset_fits(const JutuView *unit, const json_t *def, JutuChannel channel)
{
    const JutuChannelDef *main = unit->encoding.defs[jutu_channels[channel].main];
    bool continuous = main && main->is_field &&
                      (main->type == JUTU_QUANTITATIVE || main->type == JUTU_TEMPORAL);
    return !continuous || !json_object_get(def, "field") || jutu_has_time_unit(main);
}

/* Whether something else that is encoded makes this channel idle. */
static bool is_superseded(const JutuView *unit, const json_t *encoding, JutuChannel channel)
{
    bool filled = json_is_true(json_object_get(unit->mark_def, "filled"));
    if (channel == JUTU_COLOR)
        return json_object_get(encoding, filled ? "fill" : "stroke") != NULL;
    const json_t *size = json_object_get(encoding, "size");
    return channel == JUTU_SIZE && unit->mark->path && !unit->mark->varying_size &&
           unit->mark->kind == JUTU_ITEM_LINE && json_object_get(size, "aggregate");
}

static void read_list(JutuView *unit, const json_t *json, JutuChannel channel)
{
    JutuArena *arena = unit->chart->arena;
    size_t n = json_is_array(json) ? json_array_size(json) : 1;
    const JutuChannelDef **defs = jutu_new(arena, const JutuChannelDef *, n + 1);
    size_t n_defs = 0;
    for (size_t i = 0; i < n; i++) {
        const json_t *item = json_is_array(json) ? json_array_get(json, i) : json;
        const JutuChannelDef *def = jutu_channel_def(item, channel, unit->chart);
        bool plain = channel == JUTU_ORDER && !json_is_array(json);
        if (def && (def->is_field || (plain && (def->is_value || def->sort || def->condition))))
            defs[n_defs++] = def;
        else
            jutu_chart_warn(unit->chart, JUTU_RULE_no_effect, item,
                            "this has no field; it is ignored");
    }
    unit->encoding.defs[channel] = n_defs ? defs[0] : NULL;
    unit->encoding.list[channel] = defs;
    unit->encoding.n_list[channel] = n_defs;
}

static void read_channel(JutuView *unit, const json_t *encoding, JutuChannel channel)
{
    const json_t *json = json_object_get(encoding, jutu_channels[channel].name);
    const char *name = jutu_channels[channel].name;
    if (!jutu_json_truthy(json))
        return;
    if (jutu_channels[channel].offset && !offset_fits(unit, json, channel)) {
        jutu_chart_warn(unit->chart, JUTU_RULE_no_effect, json,
                        "%s has no effect within a continuous position", name);
        return;
    }
    if (channel == JUTU_ANGLE && unit->mark->kind == JUTU_ITEM_ARC &&
        !unit->encoding.defs[JUTU_THETA])
        channel = JUTU_THETA; /* older specs say angle of a pie's theta */
    if (!channel_fits(unit, encoding, channel)) {
        jutu_chart_warn(unit->chart, JUTU_RULE_no_effect, json,
                        "a %s mark has no %s; it is ignored", unit->mark->name, name);
        return;
    }
    if (is_superseded(unit, encoding, channel))
        return;
    /* what a tooltip shows isn't drawn, but its fields group what is aggregated */
    bool single = channel == JUTU_TOOLTIP && !json_is_array(json);
    if (channel == JUTU_ORDER && json_is_array(json)) {
        jutu_chart_warn(unit->chart, JUTU_RULE_no_effect, json,
                        "Vega-Lite ignores lists of orders; give one field, or sort by a column "
                        "that is calculated");
        return;
    }
    if (jutu_channels[channel].multiple && !single) {
        read_list(unit, json, channel);
        return;
    }
    unit->encoding.defs[channel] = jutu_channel_def(json, channel, unit->chart);
    if (!unit->encoding.defs[channel])
        jutu_chart_warn(unit->chart, JUTU_RULE_no_effect, json,
                        "%s has neither field, datum nor value; it is ignored", name);
}

void jutu_encoding_read(JutuView *unit)
{
    const json_t *encoding = json_object_get(unit->spec, "encoding");
    for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
        if (!jutu_channels[channel].facet)
            read_channel(unit, encoding, (JutuChannel)channel);
    }
}

const JutuChannelDef *jutu_next_field(const JutuEncoding *encoding, JutuFieldWalk *walk)
{
    while (walk->channel < JUTU_N_CHANNELS) {
        const JutuChannelDef *const *list = encoding->list[walk->channel];
        size_t n = list ? encoding->n_list[walk->channel] : 1, i = walk->item++;
        if (i >= n) {
            walk->channel++;
            walk->item = 0;
            continue;
        }
        const JutuChannelDef *def = jutu_field_def(list ? list[i] : encoding->defs[walk->channel]);
        if (def && def->is_field)
            return def;
    }
    return NULL;
}

bool jutu_encoding_is_aggregate(const JutuEncoding *encoding)
{
    const JutuChannelDef *def;
    for (JutuFieldWalk walk = { 0 }; (def = jutu_next_field(encoding, &walk));) {
        if (def->aggregate)
            return true;
    }
    return false;
}

static const char *column_unless_aggregate(const JutuChannelDef *def)
{
    def = jutu_field_def(def);
    return def && !def->aggregate ? def->path.value : NULL;
}

/* A field as offset splits a line also by its main position, unless that is the same field. */
static const char *offset_column(const JutuView *unit, JutuChannel channel)
{
    const JutuChannelDef *offset = unit->encoding.defs[channel];
    const JutuChannelDef *main = unit->encoding.defs[jutu_channels[channel].main];
    if (!offset || !offset->is_field || !main || !main->is_field)
        return NULL;
    const char *column = column_unless_aggregate(main);
    const char *other = column_unless_aggregate(offset);
    return column && other && strcmp(column, other) != 0 ? column : NULL;
}

static bool groups_series(const JutuView *unit, JutuChannel channel)
{
    if (!jutu_channels[channel].series)
        return false;
    if (channel == JUTU_ORDER)
        return unit->mark->kind == JUTU_ITEM_AREA;
    return channel != JUTU_SIZE || !unit->mark->varying_size;
}

const char *const *jutu_view_series_columns(const JutuView *unit)
{
    JutuArena *arena = unit->chart->arena;
    g_autoptr(GPtrArray) columns = g_ptr_array_new();
    for (int i = 0; i < JUTU_N_CHANNELS; i++) {
        JutuChannel channel = (JutuChannel)i;
        const JutuEncoding *encoding = &unit->encoding;
        if (jutu_channels[i].offset && unit->mark->path) {
            const char *column = offset_column(unit, channel);
            if (column)
                g_ptr_array_add(columns, (char *)column);
        }
        if (!groups_series(unit, channel))
            continue;
        size_t n = encoding->list[i] ? encoding->n_list[i] : encoding->defs[i] != NULL;
        for (size_t d = 0; d < n; d++) {
            const char *column = column_unless_aggregate(encoding->list[i] ? encoding->list[i][d]
                                                                           : encoding->defs[i]);
            if (column)
                g_ptr_array_add(columns, (char *)column);
        }
    }
    g_ptr_array_add(columns, NULL);
    return (const char *const *)jutu_copy(arena, char *, columns->pdata, columns->len);
}

double jutu_band_position(const JutuView *unit, const JutuChannelDef *def,
                          const JutuChannelDef *def2)
{
    if (!def)
        return NAN;
    if ((def->is_field || def->is_datum) && !isnan(def->band_position))
        return def->band_position;
    if (!def->is_field)
        return NAN;
    if (jutu_has_time_unit(def) && !def2) {
        const json_t *band = jutu_mark_config(unit, "timeUnitBandPosition", NULL);
        return json_is_number(band) ? json_number_value(band) : NAN;
    }
    return def->binning == JUTU_BIN ? 0.5 : NAN;
}

bool jutu_has_band_end(const JutuView *unit, const JutuChannelDef *def, const JutuChannelDef *def2)
{
    if (!def)
        return false;
    bool banded = def->binning == JUTU_BIN ||
                  (jutu_has_time_unit(def) && def->is_field && def->type == JUTU_TEMPORAL);
    return banded && !isnan(jutu_band_position(unit, def, def2));
}
