/*
 * The core pass: facet channels become a facet, repeats are multiplied out,
 * shared encodings go down to the units, and units are rewritten.
 */
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "normalise/parts.h"
#include "normalise/rawdef.h"

static const JutuUnitRewrite *const rewrites[] = {
    &jutu_rewrite_boxplot, &jutu_rewrite_errorbar,    &jutu_rewrite_errorband,
    &jutu_rewrite_overlay, &jutu_rewrite_ranged_line,
};

/* An inheritance as `self` of a map over children. */
typedef struct {
    const JutuInherited *inherited;
    JutuNormaliser *run;
} Step;

static json_t *core_child(const json_t *spec, bool flat, void *self, GError **error)
{
    const Step *step = self;
    return flat ? jutu_normalise_layer_or_unit(spec, step->inherited, step->run, error)
                : jutu_normalise_view(spec, step->inherited, step->run, error);
}

/* A channel that a child defines takes over what its parent's definition has besides. */
static json_t *merge_channel(const json_t *parent, const json_t *def, bool layer)
{
    const json_t *condition = jutu_rawdef_condition_field_or_datum(def);
    if (jutu_rawdef_is_field_or_datum(def))
        return parent ? jutu_json_assign(jutu_json_spread(parent), def) : jutu_json_share(def);
    if (condition && parent)
        return jutu_json_with(def, "condition",
                              jutu_json_assign(jutu_json_spread(parent), condition));
    if (jutu_json_truthy(def) || json_is_null(def))
        return jutu_json_share(def);
    bool complete = jutu_rawdef_is_value(parent) || jutu_rawdef_is_field_or_datum(parent) ||
                    jutu_json_has(parent, "signal") || json_is_array(parent);
    return parent && (layer || complete) ? jutu_json_share(parent) : NULL;
}

/* @return owned; NULL if no channel is left */
static json_t *merge_encoding(const json_t *parent, const json_t *encoding, bool layer)
{
    if (!parent)
        return json_object_size(encoding) > 0 ? jutu_json_share(encoding) : NULL;
    json_t *merged = json_object();
    const json_t *const sources[] = { parent, encoding };
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++) {
        const char *channel;
        json_t *def;
        json_object_foreach ((json_t *)sources[i], channel, def) {
            const json_t *upper = json_object_get(parent, channel);
            json_t *both = i == 1 && upper
                               ? NULL
                               : merge_channel(upper, json_object_get(encoding, channel), layer);
            if (both)
                jutu_json_put_new(merged, channel, both);
        }
    }
    if (json_object_size(merged) > 0)
        return merged;
    json_decref(merged);
    return NULL;
}

static const json_t *merge_projection(const json_t *parent, const json_t *own, JutuNormaliser *run)
{
    if (jutu_json_truthy(parent) && jutu_json_truthy(own))
        jutu_normalise_warn(run, own, "this projection replaces that of the layers around it");
    return jutu_json_given(own) ? own : parent;
}

/* In a repeat, names get the prefix that tells its copies apart. */
static json_t *prefixed_name(const json_t *spec, const JutuInherited *inherited)
{
    const char *name = jutu_json_string(spec, "name", "");
    if (!*name || !inherited->prefix || !*inherited->prefix)
        return jutu_json_share(spec);
    return jutu_json_with(spec, "name", json_sprintf("%s_%s", inherited->prefix, name));
}

/* {"mark": …} with everything shared by the layers around it merged in. */
static json_t *core_merged_unit(const json_t *unit, const JutuInherited *inherited,
                                JutuNormaliser *run, GError **error)
{
    const json_t *projection = merge_projection(inherited->projection,
                                                json_object_get(unit, "projection"), run);
    json_auto_t *encoding = merge_encoding(inherited->encoding, json_object_get(unit, "encoding"),
                                           false);
    json_auto_t *encoded = encoding ? jutu_json_with(unit, "encoding", jutu_json_share(encoding))
                                    : jutu_json_share(unit);
    json_auto_t *projected = jutu_json_truthy(projection)
                                 ? jutu_json_with(encoded, "projection",
                                                  jutu_json_share(projection))
                                 : jutu_json_share(encoded);
    JutuInherited config_only = { .config = inherited->config };
    return jutu_normalise_layer_or_unit(projected, &config_only, run, error);
}

static json_t *core_unit(const json_t *unit, const JutuInherited *inherited, JutuNormaliser *run,
                         GError **error)
{
    json_auto_t *named = prefixed_name(unit, inherited);
    json_auto_t *own = jutu_json_with(
        named, "encoding",
        jutu_repeat_replace(json_object_get(unit, "encoding"), inherited->repeater, run));

    if (inherited->encoding || inherited->projection)
        return core_merged_unit(own, inherited, run, error);
    for (size_t i = 0; i < G_N_ELEMENTS(rewrites); i++)
        if (rewrites[i]->applies(own, inherited->config))
            return rewrites[i]->run(own, inherited, run, error);
    return jutu_json_share(own);
}

static json_t *core_layer(const json_t *layer, const JutuSpecKind *kind,
                          const JutuInherited *inherited, JutuNormaliser *run, GError **error)
{
    static const char *const shared[] = { "encoding", "projection", NULL };
    bool shares = jutu_json_has(layer, "encoding") || jutu_json_has(layer, "projection");
    json_auto_t *rest = shares ? jutu_json_omit(layer, shared) : jutu_json_share(layer);
    json_auto_t *named = prefixed_name(rest, inherited);
    json_auto_t *encoding = merge_encoding(inherited->encoding, json_object_get(layer, "encoding"),
                                           true);
    JutuInherited inner = *inherited;
    inner.encoding = encoding;
    inner.projection = merge_projection(inherited->projection, json_object_get(layer, "projection"),
                                        run);
    Step step = { &inner, run };
    return jutu_spec_map_children(named, kind, core_child, &step, error);
}

json_t *jutu_normalise_layer_or_unit(const json_t *spec, const JutuInherited *inherited,
                                     JutuNormaliser *run, GError **error)
{
    const JutuSpecKind *kind = jutu_spec_kind(spec, true);
    if (!kind)
        return jutu_normalise_fail(run, spec, error, "only \"mark\" or \"layer\" can stand here");
    return kind->children ? core_layer(spec, kind, inherited, run, error)
                          : core_unit(spec, inherited, run, error);
}

static json_t *core_facet(const json_t *facet, const JutuSpecKind *kind,
                          const JutuInherited *inherited, JutuNormaliser *run, GError **error)
{
    static const char *const columns_only[] = { "columns", NULL };
    const json_t *by = json_object_get(facet, "facet"),
                 *columns = json_object_get(facet, "columns");
    bool grid = jutu_json_has(by, "row") || jutu_json_has(by, "column");
    Step step = { inherited, run };
    if (!grid || !jutu_json_truthy(columns))
        return jutu_spec_map_children(facet, kind, core_child, &step, error);
    jutu_normalise_warn(run, columns, "\"columns\" has no effect on a facet with row or column");
    json_auto_t *rest = jutu_json_omit(facet, columns_only);
    return jutu_spec_map_children(rest, kind, core_child, &step, error);
}

static const char *const facet_layout[] = { "align", "center", "spacing", "columns", NULL };

/* The `row` and `column` channels as a facet; their layout is the facet's, by direction. */
static json_t *facet_by_grid(const json_t *encoding, json_t *layout, JutuNormaliser *run)
{
    static const char *const channels[] = { "row", "column" };
    static const char *const by_direction[] = { "align", "center", "spacing" };
    json_t *by = json_object();
    if (jutu_json_truthy(json_object_get(encoding, "facet")))
        jutu_normalise_warn(run, json_object_get(encoding, "facet"),
                            "\"facet\" is dropped, as row or column is also given");
    for (size_t i = 0; i < G_N_ELEMENTS(channels); i++) {
        const json_t *def = json_object_get(encoding, channels[i]);
        if (!jutu_json_truthy(def))
            continue;
        jutu_json_put_new(by, channels[i], jutu_json_omit(def, facet_layout));
        for (size_t l = 0; l < G_N_ELEMENTS(by_direction); l++) {
            const json_t *value = json_object_get(def, by_direction[l]);
            if (value && !jutu_json_has(layout, by_direction[l]))
                jutu_json_put_new(layout, by_direction[l], json_object());
            if (value)
                jutu_json_put(json_object_get(layout, by_direction[l]), channels[i], value);
        }
    }
    return by;
}

static json_t *facet_by_field(const json_t *encoding, json_t *layout, const JutuRepeater *repeater,
                              JutuNormaliser *run)
{
    const json_t *def = json_object_get(encoding, "facet");
    for (size_t l = 0; facet_layout[l]; l++)
        if (jutu_json_truthy(json_object_get(def, facet_layout[l])))
            jutu_json_put(layout, facet_layout[l], json_object_get(def, facet_layout[l]));
    json_auto_t *by = jutu_json_omit(def, facet_layout);
    return jutu_repeat_replace_def(by, repeater, run);
}

/* A unit with facet channels is a facet of that unit. */
static json_t *core_faceted_unit(const json_t *unit, const JutuInherited *inherited,
                                 JutuNormaliser *run, GError **error)
{
    static const char *const facets[] = { "row", "column", "facet", NULL };
    static const char *const inner[] = { "width", "height", "view", "projection", "params", NULL };
    static const char *const moved[] = { "mark", "width",  "projection", "height",
                                         "view", "params", "encoding",   NULL };
    const json_t *encoding = json_object_get(unit, "encoding");
    bool grid = jutu_json_truthy(json_object_get(encoding, "row")) ||
                jutu_json_truthy(json_object_get(encoding, "column"));
    json_auto_t *layout = json_object();
    json_t *by = grid ? facet_by_grid(encoding, layout, run)
                      : facet_by_field(encoding, layout, inherited->repeater, run);
    if (!by)
        return jutu_normalise_fail(run, json_object_get(encoding, "facet"), error,
                                   "this facet has no field; name one that is repeated");
    json_auto_t *rest = jutu_json_omit(encoding, facets);
    json_t *spec = json_pack("{s:O, s:o}", "mark", json_object_get(unit, "mark"), "encoding",
                             jutu_repeat_replace(rest, inherited->repeater, run));
    for (size_t i = 0; inner[i]; i++)
        if (jutu_json_truthy(json_object_get(unit, inner[i])))
            jutu_json_put(spec, inner[i], json_object_get(unit, inner[i]));
    json_auto_t *outer = jutu_json_assign(jutu_json_omit(unit, moved), layout);
    jutu_json_put_new(outer, "facet", by);
    jutu_json_put_new(outer, "spec", spec);
    return core_facet(outer, jutu_spec_kind(outer, false), inherited, run, error);
}

json_t *jutu_normalise_view(const json_t *spec, const JutuInherited *inherited, JutuNormaliser *run,
                            GError **error)
{
    static const struct {
        const char *member;
        json_t *(*map)(const json_t *spec, const JutuSpecKind *kind, const JutuInherited *inherited,
                       JutuNormaliser *run, GError **error);
    } maps[] = { { "facet", core_facet }, { "repeat", jutu_normalise_repeat } };
    static const char *const channels[] = { "row", "column", "facet" };
    const JutuSpecKind *kind = jutu_spec_kind(spec, false);
    const json_t *encoding = json_object_get(spec, "encoding");

    for (size_t i = 0; jutu_json_has(spec, "mark") && i < G_N_ELEMENTS(channels); i++)
        if (jutu_rawdef_channel_has_field(encoding, channels[i]))
            return core_faceted_unit(spec, inherited, run, error);
    if (!kind || kind->flat)
        return jutu_normalise_layer_or_unit(spec, inherited, run, error);
    for (size_t i = 0; i < G_N_ELEMENTS(maps); i++)
        if (strcmp(kind->member, maps[i].member) == 0)
            return maps[i].map(spec, kind, inherited, run, error);
    Step step = { inherited, run };
    return jutu_spec_map_children(spec, kind, core_child, &step, error);
}

json_t *jutu_normalise_core(const json_t *spec, const json_t *config, JutuNormaliser *run,
                            GError **error)
{
    JutuInherited inherited = { .config = config };
    return jutu_normalise_view(spec, &inherited, run, error);
}
