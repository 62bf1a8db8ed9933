/* Inline transforms moved out of an encoding, so that a composite mark can group by them. */
#include <string.h>

#include "base/fieldpath.h"
#include "base/json.h"
#include "base/rewrite.h"
#include "normalise/composite.h"
#include "normalise/rawdef.h"

/* An aggregate's column; @return the field that the channel reads, owned */
static json_t *extract_aggregate(JutuComposite *composite, const json_t *def, const char *column)
{
    static const char *const extremes[] = { "argmax", "argmin" };
    static const char *const composites[] = { "boxplot", "errorbar", "errorband", NULL };
    const json_t *aggregate = json_object_get(def, "aggregate");
    const json_t *field = json_object_get(def, "field");
    const char *op = json_string_value(aggregate);
    json_t *read = json_string(column);

    for (size_t i = 0; i < G_N_ELEMENTS(extremes); i++) {
        const char *by = json_string_value(json_object_get(aggregate, extremes[i]));
        if (!by)
            continue;
        op = extremes[i];
        column = jutu_fieldpath_flat(jutu_arena_printf(composite->arena, "%s_%s", op, by),
                                     composite->arena);
        json_decref(read);
        read = json_sprintf("%s.%s", column, json_is_string(field) ? json_string_value(field) : "");
    }
    if (op && !g_strv_contains(composites, op)) {
        json_t *entry = json_pack("{s:s, s:s}", "op", op, "as", column);
        if (jutu_json_truthy(field))
            jutu_json_put(entry, "field", field);
        json_array_append_new(composite->aggregate, entry);
    }
    return read;
}

static void group_by(JutuComposite *composite, const json_t *def, const char *part)
{
    const JutuRawName name = { .part = part };
    json_array_append_new(composite->groupby,
                          json_string(jutu_rawdef_name(def, &name, composite->arena)));
}

static void extract_bin(JutuComposite *composite, const json_t *def, const char *column,
                        const JutuChannelType *channel, json_t *read)
{
    const char *type = jutu_json_string(def, "type", "");
    bool discrete = strcmp(type, "ordinal") == 0 || strcmp(type, "nominal") == 0;
    json_array_append_new(composite->bins,
                          json_pack("{s:O, s:O*, s:s}", "bin", json_object_get(def, "bin"), "field",
                                    json_object_get(def, "field"), "as", column));
    group_by(composite, def, "end");
    if (channel && channel->range != JUTU_RANGE_NONE && discrete)
        group_by(composite, def, "range"); /* labels of discrete bins show their range */
    if (channel && jutu_is_xy(jutu_channel_id(channel)))
        jutu_json_put_new(composite->rest, jutu_channels[channel->secondary].name,
                          json_pack("{s:o}", "field", json_sprintf("%s_end", column)));
    jutu_json_put_new(read, "bin", json_string("binned"));
    if (!channel || !jutu_is_secondary(jutu_channel_id(channel)))
        jutu_json_put_new(read, "type", json_string("quantitative"));
}

/* Sets the formatter of a definition or of its guide, unless that has one. */
static void format_as_time(json_t *read, const JutuChannelType *channel)
{
    const char *guide = channel->nonposition                   ? "legend"
                        : jutu_is_xy(jutu_channel_id(channel)) ? "axis"
                                                               : NULL;
    if (channel->formatted) {
        jutu_json_put_new(read, "formatType", json_string("time"));
    } else if (guide) {
        json_t *format = json_pack("{s:s}", "formatType", "time");
        jutu_json_put_new(read, guide, jutu_json_assign(format, json_object_get(read, guide)));
    }
}

static void extract_time_unit(JutuComposite *composite, const json_t *def, const char *column,
                              const JutuChannelType *channel, json_t *read)
{
    const char *type = jutu_json_string(def, "type", NULL);
    json_array_append_new(composite->time_units,
                          json_pack("{s:O, s:O*, s:s}", "timeUnit",
                                    json_object_get(def, "timeUnit"), "field",
                                    json_object_get(def, "field"), "as", column));
    if (channel && type && strcmp(type, "temporal") != 0)
        format_as_time(read, channel);
}

/* The definition that reads what the transforms made of a field; owned. */
static json_t *extract_field(JutuComposite *composite, const char *name, const json_t *def)
{
    static const char *const inlined[] = { "field", "aggregate", "bin", "timeUnit", NULL };
    static const JutuRawName flat = { .flat = true };
    const JutuChannelType *channel = jutu_channel_known(name);
    const json_t *bin = json_object_get(def, "bin"), *unit = json_object_get(def, "timeUnit");
    const char *column = jutu_rawdef_name(def, &flat, composite->arena);
    json_t *read = json_object();

    if (!jutu_json_truthy(json_object_get(jutu_rawdef_guide(def), "title")))
        jutu_json_put_new(read, "title",
                          jutu_rawdef_title(def, composite->config, true, composite->arena));
    json_auto_t *remaining = jutu_json_omit(def, inlined);
    jutu_json_assign(read, remaining);
    if (jutu_json_truthy(json_object_get(def, "aggregate")))
        return jutu_json_put_new(read, "field", extract_aggregate(composite, def, column));

    jutu_json_put_new(read, "field", json_string(column));
    json_array_append_new(composite->groupby, json_string(column));
    if (jutu_rawdef_is_typed(def) && jutu_rawdef_bin_is_binning(bin))
        extract_bin(composite, def, column, channel, read);
    else if (jutu_json_truthy(unit) && !jutu_rawdef_unit_is_binned(unit))
        extract_time_unit(composite, def, column, channel, read);
    return read;
}

static bool is_inlined(const json_t *def)
{
    return jutu_json_truthy(json_object_get(def, "aggregate")) ||
           jutu_json_truthy(json_object_get(def, "timeUnit")) ||
           jutu_json_truthy(json_object_get(def, "bin"));
}

void jutu_composite_extract(JutuComposite *composite, const json_t *encoding)
{
    json_t **const lists[] = { &composite->bins, &composite->time_units, &composite->aggregate,
                               &composite->groupby };
    const char *channel;
    json_t *defs;
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        *lists[i] = jutu_composite_keep(composite, json_array());
    composite->rest = jutu_composite_keep(composite, json_object());

    json_object_foreach ((json_t *)encoding, channel, defs) {
        for (size_t i = 0; i < (json_is_array(defs) ? json_array_size(defs) : 1); i++) {
            const json_t *def = json_is_array(defs) ? json_array_get(defs, i) : defs;
            if (jutu_rawdef_is_field(def) && is_inlined(def)) {
                jutu_json_put_new(composite->rest, channel, extract_field(composite, channel, def));
                continue;
            }
            if (jutu_rawdef_is_field(def) && jutu_json_has(def, "field"))
                json_array_append(composite->groupby, json_object_get(def, "field"));
            jutu_json_put(composite->rest, channel, defs);
        }
    }
}
