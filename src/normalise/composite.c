#include "normalise/composite.h"

#include <string.h>

#include "base/fieldpath.h"
#include "base/json.h"
#include "base/rewrite.h"
#include "base/value.h"
#include "expr/literal.h"
#include "normalise/rawdef.h"
#include "theme/config.h"

json_t *jutu_composite_keep(const JutuComposite *composite, json_t *json)
{
    return jutu_json_own(composite->arena, json);
}

json_t *jutu_encoding_complete(const json_t *encoding, const json_t *config, JutuNormaliser *run)
{
    const JutuRawScope scope = { config, run->root, run->context, true };
    json_t *full = json_object(), *def;
    const char *channel;
    json_object_foreach ((json_t *)encoding, channel, def)
        jutu_json_put_new(full, channel, jutu_rawdef_complete(def, channel, &scope));
    return full;
}

bool jutu_is_mark(const json_t *unit, const char *type)
{
    const char *own = jutu_config_mark_type(json_object_get(unit, "mark"));
    return own && strcmp(own, type) == 0;
}

JutuComposite jutu_composite_new(const char *name, const json_t *unit,
                                 const JutuInherited *inherited, JutuNormaliser *run)
{
    const json_t *mark = json_object_get(unit, "mark");
    JutuComposite composite = {
        .run = run,
        .arena = run->context->arena,
        .name = name,
        .config = inherited->config,
        .parts = json_object_get(inherited->config, name),
        .mark = mark,
    };
    if (!json_is_object(mark))
        composite.mark = jutu_composite_keep(&composite, json_pack("{s:O}", "type", mark));
    composite.encoding = jutu_composite_keep(
        &composite,
        jutu_encoding_complete(json_object_get(unit, "encoding"), inherited->config, run));
    composite.unit = unit;
    if (jutu_json_truthy(json_object_get(unit, "params")))
        jutu_normalise_warn(run, json_object_get(unit, "params"), "%s takes no selections", name);
    return composite;
}

static const json_t *without_aggregate(const JutuComposite *composite, const json_t *def)
{
    static const char *const aggregate_only[] = { "aggregate", NULL };
    const json_t *aggregate = json_object_get(def, "aggregate");
    if (!jutu_json_truthy(aggregate))
        return def;
    if (!json_is_string(aggregate) || strcmp(json_string_value(aggregate), composite->name) != 0)
        jutu_normalise_warn(composite->run, aggregate,
                            "this aggregate is ignored: %s aggregates the axis itself",
                            composite->name);
    return jutu_composite_keep(composite, jutu_json_omit(def, aggregate_only));
}

const json_t *jutu_composite_def(const JutuComposite *composite, const char *suffix)
{
    const char *channel = jutu_arena_printf(composite->arena, "%s%s", composite->axis, suffix);
    return without_aggregate(composite, json_object_get(composite->encoding, channel));
}

bool jutu_composite_set_orient(JutuComposite *composite, bool vertical, GError **error)
{
    composite->vertical = vertical;
    composite->axis = vertical ? "y" : "x";
    composite->def = jutu_composite_def(composite, "");
    if (!jutu_rawdef_is_field_or_datum(composite->def)) {
        jutu_normalise_fail(composite->run, json_object_get(composite->unit, "mark"), error,
                            "this %s needs a field on \"%s\"", composite->name, composite->axis);
        return false;
    }
    const json_t *field = json_object_get(composite->def, "field");
    composite->field = json_is_string(field) ? json_string_value(field) : "undefined";
    composite->flat = jutu_fieldpath_flat(composite->field, composite->arena);
    return true;
}

static bool aggregates_as(const json_t *def, const char *name)
{
    const json_t *aggregate = json_object_get(def, "aggregate");
    return jutu_rawdef_is_field(def) && json_is_string(aggregate) &&
           strcmp(json_string_value(aggregate), name) == 0;
}

static bool has_aggregate(const json_t *def)
{
    return jutu_rawdef_is_field(def) && jutu_json_truthy(json_object_get(def, "aggregate"));
}

/* Whether the values are shown as times. */
static bool shows_time(const json_t *def)
{
    const json_t *owner = jutu_json_has(def, "format") || jutu_json_has(def, "formatType")
                              ? def
                              : jutu_rawdef_guide(def);
    const json_t *type = json_object_get(owner, "formatType");
    if (jutu_json_truthy(type))
        return json_is_string(type) && strcmp(json_string_value(type), "time") == 0;
    return jutu_rawdef_is_temporal(def);
}

bool jutu_composite_find_orient(JutuComposite *composite, GError **error)
{
    const json_t *orient = json_object_get(composite->mark, "orient");
    const json_t *x = json_object_get(composite->encoding, "x");
    const json_t *y = json_object_get(composite->encoding, "y");
    bool along_x = jutu_rawdef_is_continuous(x), along_y = jutu_rawdef_is_continuous(y);
    bool by_x = aggregates_as(x, composite->name), by_y = aggregates_as(y, composite->name);

    if (jutu_json_truthy(orient))
        return jutu_composite_set_orient(
            composite, json_is_string(orient) && strcmp(json_string_value(orient), "vertical") == 0,
            error);
    if (!along_x && !along_y) {
        jutu_normalise_fail(composite->run, json_object_get(composite->unit, "mark"), error,
                            "%s needs a quantitative or temporal field on x or y", composite->name);
        return false;
    }
    if (!along_x || !along_y)
        return jutu_composite_set_orient(composite, along_y, error);
    if (by_x && by_y) {
        jutu_normalise_fail(composite->run, json_object_get(composite->unit, "mark"), error,
                            "only one of x and y can have the aggregate \"%s\"", composite->name);
        return false;
    }
    if (by_y && !has_aggregate(x))
        return jutu_composite_set_orient(composite, true, error);
    if (by_x && !has_aggregate(y))
        return jutu_composite_set_orient(composite, false, error);
    return jutu_composite_set_orient(composite, !shows_time(y) || shows_time(x), error);
}

const char *jutu_composite_column(const JutuComposite *composite, const char *prefix)
{
    return jutu_arena_printf(composite->arena, "%s%s", prefix, composite->field);
}

const char *jutu_composite_datum(const JutuComposite *composite, const char *prefix)
{
    const char *path = jutu_composite_column(composite, prefix);
    return jutu_expr_member("datum", jutu_fieldpath_flat(path, composite->arena), composite->arena);
}

void jutu_composite_op(json_t *list, const char *op, const char *field, const char *as)
{
    json_array_append_new(list, json_pack("{s:s, s:s, s:s}", "op", op, "field", field, "as", as));
}

json_t *jutu_composite_title(const JutuComposite *composite)
{
    const json_t *title = json_object_get(composite->def, "title");
    const json_t *field = json_object_get(composite->def, "field");
    return title ? jutu_json_share(title) : field ? jutu_json_share(field) : NULL;
}

/* The other fields of an encoding, each once, as a tooltip lists them. */
static void append_fields(json_t *tooltip, const json_t *encoding)
{
    static const char *const guides[] = { "legend", "axis", "header", "scale", NULL };
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, free, NULL);
    const char *channel;
    json_t *defs;
    json_object_foreach ((json_t *)encoding, channel, defs) {
        if (!jutu_rawdef_channel_has_field(encoding, channel))
            continue;
        for (size_t i = 0; i < (json_is_array(defs) ? json_array_size(defs) : 1); i++) {
            const json_t *def = jutu_rawdef_field(json_is_array(defs) ? json_array_get(defs, i)
                                                                      : defs);
            json_auto_t *text = def ? jutu_json_omit(def, guides) : NULL;
            if (text && g_hash_table_add(seen, json_dumps(text, JSON_COMPACT | JSON_SORT_KEYS)))
                json_array_append(tooltip, text);
        }
    }
}

json_t *jutu_composite_tooltip(const JutuComposite *composite, const JutuSummary *summaries,
                               size_t n, bool of_field)
{
    const json_t *own = json_object_get(composite->rest, "tooltip");
    if (own)
        return json_pack("{s:O}", "tooltip", own);
    json_auto_t *title = jutu_composite_title(composite);
    const char *of = "";
    if (of_field)
        of = jutu_arena_printf(
            composite->arena, " of %s",
            title ? jutu_to_text(jutu_value_from_json(title, composite->arena), composite->arena)
                  : "undefined");
    json_t *tooltip = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(tooltip,
                              json_pack("{s:s, s:O*, s:o}", "field",
                                        jutu_composite_column(composite, summaries[i].prefix),
                                        "type", json_object_get(composite->def, "type"), "title",
                                        json_sprintf("%s%s", summaries[i].title, of)));
    append_fields(tooltip, composite->rest);
    return json_pack("{s:o}", "tooltip", tooltip);
}

void jutu_composite_add_spec(const JutuComposite *composite, json_t *layers, const JutuPart *part,
                             const json_t *spec)
{
    static const char *const common[] = { "clip", "color", "opacity" };
    const json_t *own = json_object_get(composite->mark, part->name);
    const json_t *of_config = json_object_get(composite->parts, part->name);
    if (!jutu_json_truthy(own ? own : of_config))
        return;
    json_t *mark = jutu_json_spread(of_config);
    for (size_t i = 0; i < G_N_ELEMENTS(common); i++)
        if (jutu_json_truthy(json_object_get(composite->mark, common[i])))
            jutu_json_put(mark, common[i], json_object_get(composite->mark, common[i]));
    if (part->own_invalid)
        jutu_json_put(mark, "invalid", json_object_get(composite->mark, "invalid"));
    jutu_json_assign(mark, part->mark);
    jutu_json_put_new(mark, "style", json_sprintf("%s-%s", composite->name, part->name));
    jutu_json_assign(mark, own);
    json_array_append_new(layers, jutu_json_put_new(jutu_json_spread(spec), "mark", mark));
}

void jutu_composite_add(const JutuComposite *composite, json_t *layers, const JutuPart *part)
{
    static const char *const taken[] = { "scale", "axis" };
    JutuArena *arena = composite->arena;
    json_auto_t *title = jutu_composite_title(composite);
    json_t *main = json_pack("{s:s, s:O*, s:O*}", "field",
                             jutu_arena_printf(arena, "%s_%s", part->position, composite->field),
                             "type", json_object_get(composite->def, "type"), "title", title);
    for (size_t i = 0; i < G_N_ELEMENTS(taken); i++)
        if (jutu_json_has(composite->def, taken[i]))
            jutu_json_put(main, taken[i], json_object_get(composite->def, taken[i]));

    json_t *encoding = json_pack("{s:o}", composite->axis, main);
    if (part->end)
        jutu_json_put_new(
            encoding, jutu_arena_printf(arena, "%s2", composite->axis),
            json_pack("{s:s}", "field",
                      jutu_arena_printf(arena, "%s_%s", part->end, composite->field)));
    jutu_json_assign(jutu_json_assign(encoding, part->encoding), part->extra);
    json_auto_t *spec = json_pack("{s:o}", "encoding", encoding);
    jutu_composite_add_spec(composite, layers, part, spec);
}
