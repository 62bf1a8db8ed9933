/* Mark properties: the definition, its styles and the config, and what follows from the encoding.
 */
#include <string.h>

#include "base/json.h"
#include "view/encoding.h"

/* The style of the mark's own name, overridden by its styles, the last of them first. */
const json_t *jutu_mark_style(const JutuView *unit, const char *name)
{
    const json_t *styles = json_object_get(unit->mark_def, "style");
    const json_t *found = jutu_config(unit->chart, "style", unit->mark->name, name, NULL);
    size_t n = json_is_array(styles) ? json_array_size(styles) : 1;
    for (size_t i = 0; i < n; i++) {
        const json_t *style = json_is_array(styles) ? json_array_get(styles, i) : styles;
        const char *key = json_is_string(style) ? json_string_value(style) : NULL;
        const json_t *value = key ? jutu_config(unit->chart, "style", key, name, NULL) : NULL;
        found = value ? value : found;
    }
    return found;
}

const json_t *jutu_mark_config(const JutuView *unit, const char *name, const char *vega_name)
{
    const JutuChart *chart = unit->chart;
    const json_t *found = jutu_mark_style(unit, name);
    if (!found && vega_name)
        found = jutu_config(chart, unit->mark->name, vega_name, NULL);
    if (!found)
        found = jutu_config(chart, unit->mark->name, name, NULL);
    /* vega-lite's size of a text is Vega's fontSize, but config.mark.size is a point's */
    return found ? found : jutu_config(chart, "mark", vega_name ? vega_name : name, NULL);
}

const json_t *jutu_mark_prop(const JutuView *unit, const char *name, const char *vega_name)
{
    const json_t *own = vega_name ? json_object_get(unit->mark_def, vega_name) : NULL;
    if (!own)
        own = json_object_get(unit->mark_def, name);
    return own ? own : jutu_mark_config(unit, name, vega_name);
}

static const char *const orients[] = {
    [JUTU_HORIZONTAL] = "horizontal",
    [JUTU_VERTICAL] = "vertical",
};

JutuOrient jutu_orient_parse(const char *text)
{
    for (size_t i = JUTU_HORIZONTAL; text && i < G_N_ELEMENTS(orients); i++) {
        if (strcmp(text, orients[i]) == 0)
            return (JutuOrient)i;
    }
    return JUTU_UNORIENTED;
}

JutuOrient jutu_view_orient(const JutuView *view)
{
    return jutu_orient_parse(json_string_value(json_object_get(view->mark_def, "orient")));
}

typedef struct {
    const JutuChannelDef *x, *y, *x2, *y2;
    JutuOrient specified; /* orient as the user has it */
} Positions;

static bool measures_unbinned(const JutuChannelDef *def)
{
    return jutu_def_is_measure(def) ||
           (def && def->is_field && def->type == JUTU_QUANTITATIVE && def->binning != JUTU_BIN);
}

/* Bars and texts: bins and aggregates tell, then ranges. Unoriented: go on with the rules of a
 * rule. */
static JutuOrient bar_orient(const Positions *p)
{
    bool x_field = p->x && p->x->is_field, y_field = p->y && p->y->is_field;
    if (x_field && (jutu_is_binned(p->x) || (y_field && p->y->aggregate && !p->x->aggregate)))
        return JUTU_VERTICAL;
    if (y_field && (jutu_is_binned(p->y) || (x_field && p->x->aggregate && !p->y->aggregate)))
        return JUTU_HORIZONTAL;
    if (!p->x2 && !p->y2)
        return JUTU_UNORIENTED;
    if (p->specified)
        return p->specified;
    if (!p->x2)
        return measures_unbinned(p->x) && jutu_is_binned(p->y) ? JUTU_HORIZONTAL : JUTU_VERTICAL;
    if (!p->y2)
        return measures_unbinned(p->y) && jutu_is_binned(p->x) ? JUTU_VERTICAL : JUTU_HORIZONTAL;
    return JUTU_UNORIENTED;
}

/* Lines and ticks: the one measure tells; a tick lies across it. */
static JutuOrient line_orient(const Positions *p, bool is_tick)
{
    bool x = jutu_def_is_measure(p->x), y = jutu_def_is_measure(p->y);
    if (p->specified)
        return p->specified;
    if (x && y)
        return JUTU_VERTICAL;
    if (x || y)
        return x != is_tick ? JUTU_HORIZONTAL : JUTU_VERTICAL;
    bool x_time = p->x && p->x->is_field && p->x->type == JUTU_TEMPORAL;
    bool y_time = p->y && p->y->is_field && p->y->type == JUTU_TEMPORAL;
    return x_time == y_time ? JUTU_UNORIENTED : x_time ? JUTU_VERTICAL : JUTU_HORIZONTAL;
}

/* mark/init.ts: orient(); each kind of mark goes through its own rules and then the more general.
 */
static JutuOrient settle_orient(const JutuView *unit, const Positions *p)
{
    JutuItemKind kind = unit->mark->kind;
    bool is_rule = kind == JUTU_ITEM_RULE;
    bool is_bar = kind == JUTU_ITEM_TEXT || (kind == JUTU_ITEM_RECT && unit->mark->from_zero);
    bool is_tick = kind == JUTU_ITEM_RECT && !is_bar;
    if (is_bar) {
        JutuOrient orient = bar_orient(p);
        if (orient)
            return orient;
    }
    if ((is_bar || is_rule) && p->x2 && !jutu_is_binned(p->x) && p->y2 && !jutu_is_binned(p->y))
        return JUTU_UNORIENTED;
    if (is_bar || is_rule || kind == JUTU_ITEM_AREA) {
        if (p->y2)
            return jutu_is_binned(p->y) ? JUTU_HORIZONTAL : JUTU_VERTICAL;
        if (p->x2)
            return jutu_is_binned(p->x) ? JUTU_VERTICAL : JUTU_HORIZONTAL;
        if (is_rule && !p->x != !p->y)
            return p->x ? JUTU_VERTICAL : JUTU_HORIZONTAL;
    }
    if (is_bar || is_rule || is_tick || kind == JUTU_ITEM_AREA || kind == JUTU_ITEM_LINE)
        return line_orient(p, is_tick);
    return JUTU_VERTICAL;
}

static void set_orient(JutuView *unit)
{
    const JutuChannelDef *const *defs = unit->encoding.defs;
    Positions p = { defs[JUTU_X], defs[JUTU_Y], defs[JUTU_X2], defs[JUTU_Y2], JUTU_UNORIENTED };
    JutuValue given = jutu_chart_value(unit->chart, unit->early,
                                       jutu_mark_prop(unit, "orient", NULL));
    p.specified = jutu_orient_parse(given.type == JUTU_STRING ? given.string : NULL);
    /* trails are oriented but always vertical; points and rects aren't oriented at all */
    bool oriented = unit->mark->oriented || unit->mark->kind == JUTU_ITEM_ARC;
    JutuOrient orient = oriented ? settle_orient(unit, &p) : JUTU_UNORIENTED;
    if (orient)
        json_object_set_new(unit->mark_def, "orient", json_string(orients[orient]));
    else
        json_object_del(unit->mark_def, "orient");
    if (orient && p.specified && orient != p.specified)
        jutu_chart_warn(unit->chart, JUTU_RULE_no_effect, json_object_get(unit->spec, "mark"),
                        "orient \"%s\" doesn't fit the encoding; it is \"%s\"",
                        orients[p.specified], orients[orient]);
}

/* cornerRadiusEnd rounds the two corners at a bar's end, or all four of a bar with two ends. */
static void set_corner_radius(JutuView *unit)
{
    static const char *const ends[2][2] = {
        { "cornerRadiusTopLeft", "cornerRadiusTopRight" },
        { "cornerRadiusTopRight", "cornerRadiusBottomRight" },
    };
    JutuOrient orient = jutu_view_orient(unit);
    json_t *radius = (json_t *)jutu_mark_prop(unit, "cornerRadiusEnd", NULL);
    if (!orient || !radius || unit->mark->kind != JUTU_ITEM_RECT || !unit->mark->from_zero)
        return;
    bool lies = orient == JUTU_HORIZONTAL;
    if (unit->encoding.defs[lies ? JUTU_X2 : JUTU_Y2]) {
        json_object_set(unit->mark_def, "cornerRadius", radius);
    } else {
        json_object_set(unit->mark_def, ends[lies][0], radius);
        json_object_set(unit->mark_def, ends[lies][1], radius);
    }
    json_object_del(unit->mark_def, "cornerRadiusEnd");
}

void jutu_mark_def_settle(JutuView *unit)
{
    set_orient(unit);
    set_corner_radius(unit);
    bool faint = unit->mark->faint && !jutu_encoding_is_aggregate(&unit->encoding);
    if (faint && !jutu_mark_prop(unit, "opacity", NULL) &&
        !jutu_mark_prop(unit, "fillOpacity", NULL))
        json_object_set_new(unit->mark_def, "opacity", json_real(0.7));
}
