/* Properties of all marks (vega-lite's baseEncodeEntry), and those that only Vega's config sets. */
#include "base/json.h"
#include "mark/encode.h"

/* The flag that lets a mark's definition set a property; 0: always. */
static unsigned condition_of(JutuProperty property)
{
    static const unsigned flags[JUTU_N_PROPERTIES] = {
        [JUTU_P_SIZE] = JUTU_WITH_SIZE,   [JUTU_P_ORIENT] = JUTU_WITH_ORIENT,
        [JUTU_P_ALIGN] = JUTU_WITH_ALIGN, [JUTU_P_BASELINE] = JUTU_WITH_ALIGN,
        [JUTU_P_THETA] = JUTU_WITH_THETA,
    };
    return flags[property];
}

static const JutuRef *order_ref(JutuEncoder *encoder, const JutuChannelDef *def, const void *data)
{
    (void)data;
    return def && def->is_value ? jutu_ref_json(encoder, def->value) : NULL;
}

/* A constant `order` says which items are drawn over others; a field's says it by sorting. */
static void encode_zindex(JutuEncoder *encoder)
{
    const JutuChannelDef *order = jutu_view_def(encoder->unit, JUTU_ORDER);
    if (order && order->is_value && !encoder->unit->mark->path)
        encoder->refs[JUTU_P_ZINDEX] = jutu_ref_conditions(encoder, order, NULL, order_ref, NULL);
}

void jutu_encode_base(JutuEncoder *encoder, unsigned with)
{
    static const struct {
        JutuChannel channel;
        JutuProperty property;
    } channels[] = {
        { JUTU_OPACITY, JUTU_P_OPACITY },
        { JUTU_FILLOPACITY, JUTU_P_FILL_OPACITY },
        { JUTU_STROKEOPACITY, JUTU_P_STROKE_OPACITY },
        { JUTU_STROKEWIDTH, JUTU_P_STROKE_WIDTH },
        { JUTU_STROKEDASH, JUTU_P_STROKE_DASH },
    };
    for (int p = 0; p < JUTU_N_PROPERTIES; p++) {
        const json_t *json = json_object_get(encoder->unit->mark_def, jutu_properties[p].name);
        unsigned needed = condition_of((JutuProperty)p);
        if (json && jutu_properties[p].of_mark && (!needed || (with & needed)))
            encoder->refs[p] = jutu_ref_json(encoder, json);
    }
    if (with & JUTU_WITH_COLOR)
        jutu_encode_paints(encoder);
    for (size_t i = 0; i < G_N_ELEMENTS(channels); i++)
        jutu_encode_channel(encoder, channels[i].channel, channels[i].property, NULL);
    encode_zindex(encoder);
    jutu_encode_text(encoder, JUTU_HREF, JUTU_P_HREF);
}

void jutu_encode_symbol(JutuEncoder *encoder, const char *shape)
{
    jutu_encode_base(encoder, JUTU_WITH_COLOR | JUTU_WITH_SIZE);
    jutu_encode_point(encoder, JUTU_X, JUTU_AT_MIDDLE, JUTU_P_X);
    jutu_encode_point(encoder, JUTU_Y, JUTU_AT_MIDDLE, JUTU_P_Y);
    jutu_encode_channel(encoder, JUTU_SIZE, JUTU_P_SIZE, NULL);
    jutu_encode_channel(encoder, JUTU_ANGLE, JUTU_P_ANGLE, NULL);
    if (shape)
        encoder->refs[JUTU_P_SHAPE] = jutu_ref_value(encoder, jutu_string(shape));
    else
        jutu_encode_channel(encoder, JUTU_SHAPE, JUTU_P_SHAPE, NULL);
}

/* == Defaults == */

static const json_t *style_member(const json_t *styles, const json_t *name, const char *property)
{
    const char *key = json_string_value(name);
    return key ? jutu_json_path(styles, key, property, NULL) : NULL;
}

/* The last style that has the property; NULL: none. */
static const json_t *styled(const JutuView *unit, const json_t *styles, const char *property)
{
    const json_t *given = json_object_get(unit->mark_def, "style");
    const json_t *found = NULL;
    for (size_t i = json_is_array(given) ? json_array_size(given) : 1; i > 0 && !found; i--)
        found = style_member(styles, json_is_array(given) ? json_array_get(given, i - 1) : given,
                             property);
    return found ? found : jutu_json_path(styles, unit->mark->name, property, NULL);
}

void jutu_encode_defaults(JutuEncoder *encoder)
{
    const json_t *config = encoder->chart->vega_config;
    const json_t *of_all = json_object_get(config, "mark");
    const json_t *of_kind = json_object_get(config, jutu_item_kinds[encoder->unit->mark->kind]);
    const json_t *styles = json_object_get(config, "style");
    bool painted = encoder->refs[JUTU_P_FILL] || encoder->refs[JUTU_P_STROKE];
    for (int p = 0; p < JUTU_N_PROPERTIES; p++) {
        const char *name = jutu_properties[p].name;
        if (encoder->refs[p])
            continue;
        const json_t *found = styled(encoder->unit, styles, name);
        bool is_paint = jutu_properties[p].kind == JUTU_PROPERTY_PAINT;
        if (!found && !(is_paint && painted)) {
            found = json_object_get(of_kind, name);
            found = found ? found : json_object_get(of_all, name);
        }
        encoder->refs[p] = jutu_ref_json(encoder, found);
    }
    const json_t *line_break = json_object_get(config, "lineBreak");
    if (!encoder->refs[JUTU_P_LINE_BREAK] && line_break)
        encoder->refs[JUTU_P_LINE_BREAK] = jutu_ref_json(encoder, line_break);
}
