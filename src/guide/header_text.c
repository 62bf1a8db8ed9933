/* Texts of headers: titles of channels, and labels of their values (header/assemble.ts). */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "base/written.h"
#include "expr/literal.h"
#include "guide/header.h"
#include "guide/rule.h"
#include "mark/mark.h"

/* Names in a title of what a header has under "label…" or "title…". */
static const struct {
    const char *name, *title;
} names[] = {
    { "Align", "align" },       { "Anchor", "anchor" },         { "Angle", "angle" },
    { "Baseline", "baseline" }, { "Color", "color" },           { "Font", "font" },
    { "FontSize", "fontSize" }, { "FontStyle", "fontStyle" },   { "FontWeight", "fontWeight" },
    { "Limit", "limit" },       { "LineHeight", "lineHeight" }, { "Orient", "orient" },
    { "Padding", "offset" },
};

static const json_t *prop(const JutuView *facet, const JutuChannelDef *def, const char *prefix,
                          const char *name)
{
    g_autofree char *full = g_strconcat(prefix, name, NULL);
    return jutu_header_prop(facet, def, full);
}

/* Alignment that follows from a turned text; NULL: none. */
static const char *turned_align(double angle, bool row)
{
    double start = row ? 90 : 0;
    if (isnan(angle))
        return NULL;
    if (fmod(angle + start, 180) == 0)
        return row ? "center" : NULL;
    bool between = start < angle && angle < 180 + start;
    return between == row ? "left" : "right";
}

static const char *turned_baseline(double angle, bool row)
{
    bool level = angle <= 45 || angle >= 315;
    if (isnan(angle))
        return NULL;
    if (row) {
        if (level || (angle >= 135 && angle <= 225))
            return "middle";
        return angle >= 45 && angle <= 135 ? "top" : "bottom";
    }
    if ((angle > 45 && angle < 135) || (angle > 225 && angle < 315))
        return "middle";
    return level ? "bottom" : "top";
}

static void put_text(json_t *spec, const char *name, const char *text)
{
    if (text)
        jutu_json_put_new(spec, name, json_string(text));
}

/* A title's properties from those of a header; a new reference. */
static json_t *spec_of(const JutuView *facet, const JutuChannelDef *def, const char *prefix)
{
    const json_t *angle = prop(facet, def, prefix, "Angle");
    const json_t *orient = prop(facet, def, prefix, "Orient");
    const char *anchor = json_string_value(prop(facet, def, prefix, "Anchor"));
    bool title = strcmp(prefix, "title") == 0;
    bool row = jutu_header_side(def->channel, jutu_side_parse(json_string_value(orient))) ==
               JUTU_ROW;
    double degrees = json_is_number(angle) ? json_number_value(angle) : NAN;
    if (title && !isnan(degrees))
        degrees = jutu_normalize_angle(degrees);
    json_t *spec = json_object();
    if (def->channel == JUTU_ROW)
        put_text(spec, "orient", "left");
    put_text(spec, "style", title ? "guide-title" : "guide-label");
    put_text(spec, "frame", title ? NULL : "group");
    put_text(spec, "baseline", turned_baseline(degrees, row));
    if (anchor && strcmp(anchor, "start") == 0)
        put_text(spec, "align", "left");
    else if (anchor && strcmp(anchor, "end") == 0)
        put_text(spec, "align", "right");
    else
        put_text(spec, "align", turned_align(degrees, row));
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const json_t *value = prop(facet, def, prefix, names[i].name);
        if (value)
            jutu_json_put(spec, names[i].title, value);
    }
    return spec;
}

static JutuTitle *finish(const JutuFrame *facet, json_t *spec, GError **error)
{
    jutu_json_own(facet->chart->arena, spec);
    JutuGuideReader reader = jutu_guide_reader_of(
        facet, facet->view, spec, json_object_get(facet->chart->vega_config, "title"));
    JutuTitle *title = jutu_title_new(&reader, "group-title");
    if (!reader.error)
        return title;
    g_propagate_error(error, reader.error);
    return NULL;
}

JutuTitle *jutu_header_title_new(const JutuFrame *facet, const JutuHeaderPlan *planned,
                                 GError **error)
{
    json_t *spec = spec_of(facet->view, planned->def, "title");
    jutu_json_put(spec, "text", planned->title);
    return finish(facet, spec, error);
}

static char *replace(const char *text, const char *what, const char *with)
{
    g_auto(GStrv) parts = g_strsplit(text, what, -1);
    return g_strjoinv(with, parts);
}

/* The text of a facet's value as an expression over `datum`, the facet's values. */
static char *label_source(const JutuFrame *facet, const JutuChannelDef *def)
{
    JutuArena *arena = facet->chart->arena;
    const char *own = jutu_header_text(facet->view, def, "labelExpr");
    const char *text = jutu_format_expr(facet->chart, def,
                                        jutu_header_prop(facet->view, def, "format"),
                                        jutu_header_prop(facet->view, def, "formatType"));
    if (!own)
        return g_strdup(text);
    g_autofree char *labelled = replace(own, "datum.label", text);
    return replace(labelled, "datum.value", jutu_expr_member("datum", def->column.value, arena));
}

JutuTitle *jutu_header_label_new(const JutuFrame *facet, const JutuChannelDef *def,
                                 JutuValue values, GError **error)
{
    JutuGuideReader reader = jutu_guide_reader_of(facet, facet->view, NULL, NULL);
    g_autofree char *source = label_source(facet, def);
    const json_t *where = jutu_header_prop(facet->view, def, "labelExpr");
    JutuGuideValue text = jutu_guide_expr(&reader, source, where ? where : def->json);
    JutuValue value = jutu_guide_read(&reader, &text, values);
    if (reader.error) {
        g_propagate_error(error, reader.error);
        return NULL;
    }
    if (jutu_is_spelt(value))
        value = jutu_to_string(value, facet->chart->arena);
    json_t *spec = spec_of(facet->view, def, "label");
    jutu_json_put_new(spec, "text", jutu_value_to_json(value));
    return finish(facet, spec, error);
}

/* Which of a facet's channels has its labels as the cells' titles; NULL: none. */
static const JutuChannelDef *def_aside(const JutuViewGuides *facet)
{
    static const JutuChannel channels[] = { JUTU_FACET, JUTU_ROW, JUTU_COLUMN };
    for (size_t i = 0; i < G_N_ELEMENTS(channels); i++) {
        const JutuHeaderPlan *planned = facet->headers[jutu_header_index(channels[i])];
        if (planned && planned->def && planned->labels_aside)
            return planned->def;
    }
    return NULL;
}

JutuTitle *jutu_cell_title(const JutuGuidePlan *guides, const JutuFrame *cell, GError **error)
{
    const JutuFrame *facet = cell->parent;
    if (!facet || facet->view->kind != JUTU_VIEW_FACET)
        return NULL;
    const JutuChannelDef *def = def_aside(jutu_guide_view(guides, facet->view));
    return def ? jutu_header_label_new(facet, def, cell->facet, error) : NULL;
}
