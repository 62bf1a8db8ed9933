/* Path marks with points or lines over them become layers; lines with two ends become rules. */
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "normalise/parts.h"
#include "normalise/rawdef.h"
#include "theme/config.h"

/* The marks that can have an overlay, and which. */
static const struct {
    const char *mark;
    bool line; /* besides points */
} hosts[] = { { "line", false }, { "area", true }, { "rule", false }, { "trail", false } };

static const char *const overlays[] = { "point", "line", NULL };

/* A mark as an object. */
static json_t *mark_def(const json_t *mark)
{
    return json_is_object(mark) ? jutu_json_share(mark) : json_pack("{s:O}", "type", mark);
}

static json_t *own_properties(const json_t *overlay)
{
    return json_is_object(overlay) ? jutu_json_share(overlay) : json_object();
}

/* The properties of the point overlay; NULL if there is none. */
static json_t *point_overlay(const json_t *mark, const json_t *of_type, const json_t *encoding)
{
    const json_t *own = json_object_get(mark, "point"), *chosen = json_object_get(of_type, "point");
    if (json_is_string(own) && strcmp(json_string_value(own), "transparent") == 0)
        return json_pack("{s:i}", "opacity", 0);
    if (own)
        return jutu_json_truthy(own) ? own_properties(own) : NULL;
    bool wanted = jutu_json_truthy(chosen) || jutu_json_truthy(json_object_get(encoding, "shape"));
    return wanted ? own_properties(chosen) : NULL;
}

static json_t *line_overlay(const json_t *mark, const json_t *of_type)
{
    const json_t *own = json_object_get(mark, "line"), *chosen = own;
    if (!own)
        chosen = json_object_get(of_type, "line");
    return jutu_json_truthy(chosen) ? own_properties(chosen) : NULL;
}

typedef struct {
    json_t *mark, *point, *line; /* the mark as an object; its overlays or NULL */
} Overlaid;

static Overlaid overlaid_mark(const json_t *unit, const json_t *config)
{
    const json_t *mark = json_object_get(unit, "mark");
    const char *type = jutu_config_mark_type(mark);
    Overlaid result = { 0 };
    for (size_t i = 0; type && i < G_N_ELEMENTS(hosts); i++) {
        if (strcmp(type, hosts[i].mark) != 0)
            continue;
        const json_t *of_type = json_object_get(config, type);
        result.mark = mark_def(mark);
        result.point = point_overlay(result.mark, of_type, json_object_get(unit, "encoding"));
        result.line = hosts[i].line ? line_overlay(result.mark, of_type) : NULL;
    }
    return result;
}

static void overlaid_clear(Overlaid *parts)
{
    json_decref(parts->mark);
    json_decref(parts->point);
    json_decref(parts->line);
}

static bool overlay_applies(const json_t *unit, const json_t *config)
{
    Overlaid parts = overlaid_mark(unit, config);
    bool applies = parts.point || parts.line;
    overlaid_clear(&parts);
    return applies;
}

/* The mark without its overlays; areas let what is below them shine through. */
static json_t *base_mark(const json_t *mark, const json_t *config)
{
    static const char *const opacities[] = { "opacity", "fillOpacity" };
    bool line_too = false, opaque = false;
    for (size_t i = 0; i < G_N_ELEMENTS(hosts); i++)
        line_too |= hosts[i].line && strcmp(hosts[i].mark, jutu_config_mark_type(mark)) == 0;
    for (size_t i = 0; i < G_N_ELEMENTS(opacities); i++) {
        const json_t *given = jutu_config_mark_prop(opacities[i], NULL, mark, config);
        opaque |= jutu_json_given(given);
    }
    json_t *base = jutu_json_omit(mark, overlays);
    if (line_too && !opaque && !jutu_json_has(base, "opacity"))
        jutu_json_put_new(base, "opacity", json_real(0.7));
    if (json_object_size(base) > 1)
        return base;
    json_decref(base);
    return jutu_json_share(json_object_get(mark, "type"));
}

/* An overlay's encoding: stacked as the base is, and without a second end. */
static json_t *overlay_encoding(const json_t *mark, const json_t *encoding, const json_t *config,
                                JutuContext *context)
{
    static const char *const ends[] = { "x2", "y2", NULL };
    const char *channel;
    const char *offset = jutu_stack_offset(mark, encoding, config, context, &channel);
    json_t *copy = jutu_json_omit(encoding, ends);
    if (offset)
        jutu_json_put_new(
            copy, channel,
            jutu_json_with(json_object_get(encoding, channel), "stack", json_string(offset)));
    return copy;
}

static json_t *overlay_layer(const json_t *projection, json_t *mark, const json_t *own,
                             const json_t *encoding)
{
    json_t *layer = json_pack("{s:o, s:O}", "mark", jutu_json_assign(mark, own), "encoding",
                              encoding);
    if (jutu_json_truthy(projection))
        jutu_json_put(layer, "projection", projection);
    return layer;
}

/* The config without overlays, lest the base and the overlays get some again. */
static json_t *config_without_overlays(const json_t *config)
{
    json_t *plain = jutu_json_spread(config);
    for (size_t i = 0; i < G_N_ELEMENTS(hosts); i++)
        if (jutu_json_has(config, hosts[i].mark))
            jutu_json_put_new(plain, hosts[i].mark,
                              jutu_json_omit(json_object_get(config, hosts[i].mark), overlays));
    return plain;
}

static json_t *overlay_layers(const json_t *unit, const Overlaid *parts, const json_t *config,
                              JutuNormaliser *run)
{
    static const char *const line_takes[] = { "clip", "interpolate", "tension", "tooltip", NULL };
    static const char *const point_takes[] = { "clip", "tooltip", NULL };
    static const char *const shape_only[] = { "shape", NULL };
    const json_t *projection = json_object_get(unit, "projection");
    const json_t *params = json_object_get(unit, "params");
    json_auto_t *encoding = jutu_encoding_complete(json_object_get(unit, "encoding"), config, run);
    json_auto_t *over = overlay_encoding(parts->mark, encoding, config, run->context);

    json_t *base = json_pack("{s:o, s:o}", "mark", base_mark(parts->mark, config), "encoding",
                             jutu_json_omit(encoding, shape_only));
    jutu_json_put(base, "name", json_object_get(unit, "name"));
    if (jutu_json_truthy(params))
        jutu_json_put(base, "params", params);
    json_t *layers = json_pack("[o]", base);
    if (parts->line) {
        json_auto_t *taken = jutu_json_pick(parts->mark, line_takes);
        json_t *mark = jutu_json_assign(json_pack("{s:s}", "type", "line"), taken);
        json_array_append_new(layers, overlay_layer(projection, mark, parts->line, over));
    }
    if (parts->point) {
        json_auto_t *taken = jutu_json_pick(parts->mark, point_takes);
        json_t *mark = json_pack("{s:s, s:i, s:b}", "type", "point", "opacity", 1, "filled", true);
        jutu_json_assign(mark, taken);
        json_array_append_new(layers, overlay_layer(projection, mark, parts->point, over));
    }
    return layers;
}

static json_t *overlay_run(const json_t *unit, const JutuInherited *inherited, JutuNormaliser *run,
                           GError **error)
{
    static const char *const moved[] = { "params", "projection", "mark", "name", "encoding", NULL };
    Overlaid parts = overlaid_mark(unit, inherited->config);
    json_t *layers = overlay_layers(unit, &parts, inherited->config, run);
    overlaid_clear(&parts);
    json_auto_t *layered = jutu_json_put_new(jutu_json_omit(unit, moved), "layer", layers);
    json_auto_t *config = config_without_overlays(inherited->config);
    JutuInherited inner = *inherited;
    inner.config = config;
    return jutu_normalise_layer_or_unit(layered, &inner, run, error);
}

const JutuUnitRewrite jutu_rewrite_overlay = { overlay_applies, overlay_run };

static bool is_ranged(const json_t *encoding, const JutuChannelType *channel)
{
    const json_t *def = json_object_get(encoding, channel->name);
    const char *secondary = jutu_channels[channel->secondary].name;
    bool binned = jutu_rawdef_bin_is_binned(json_object_get(def, "bin"));
    return secondary && jutu_json_truthy(json_object_get(encoding, secondary)) &&
           ((jutu_rawdef_is_field(def) && !binned) || jutu_rawdef_is_datum(def));
}

static bool ranged_line_applies(const json_t *unit, const json_t *config)
{
    const char *type = jutu_config_mark_type(json_object_get(unit, "mark"));
    (void)config;
    if (!type || strcmp(type, "line") != 0)
        return false;
    for (int id = 0; id < JUTU_N_KNOWN_CHANNELS; id++)
        if (is_ranged(json_object_get(unit, "encoding"), &jutu_channels[id]))
            return true;
    return false;
}

static json_t *ranged_line_run(const json_t *unit, const JutuInherited *inherited,
                               JutuNormaliser *run, GError **error)
{
    const json_t *mark = json_object_get(unit, "mark");
    jutu_normalise_warn(run, mark, "a line can't have a second end; rules are drawn instead");
    json_t *rule = json_string("rule");
    if (json_is_object(mark))
        rule = jutu_json_put_new(jutu_json_spread(mark), "type", rule);
    json_auto_t *changed = jutu_json_with(unit, "mark", rule);
    return jutu_normalise_layer_or_unit(changed, inherited, run, error);
}

const JutuUnitRewrite jutu_rewrite_ranged_line = { ranged_line_applies, ranged_line_run };
