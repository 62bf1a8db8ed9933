/* Axes in the format of conformance: FORMAT.md's axis object. */
#include <math.h>

#include "guide/axis.h"

static json_t *color_json(const JutuPaint *paint)
{
    char text[JUTU_COLOR_SIZE];
    return jutu_is_painted(paint) ? json_string(jutu_color_hex(paint->color, text)) : json_null();
}

/* A dash without gaps is a solid line. */
static json_t *dash_json(const JutuStyle *style)
{
    bool odd = style->n_dash % 2, solid = true;
    json_t *list = json_array();
    for (size_t i = 0; i < style->n_dash; i++) {
        if ((odd || i % 2) && style->dash[i] > 0)
            solid = false;
        json_array_append_new(list, json_real(style->dash[i]));
    }
    if (!solid)
        return list;
    json_decref(list);
    return json_null();
}

static json_t *opacity_json(const JutuStyle *style)
{
    return json_real(style->stroke_opacity);
}
static json_t *width_json(const JutuStyle *style)
{
    return json_real(style->stroke_width);
}
static json_t *stroke_json(const JutuStyle *style)
{
    return color_json(&style->stroke);
}

static const struct {
    const char *name;
    json_t *(*print)(const JutuStyle *style);
} line_members[] = { { "Color", stroke_json },
                     { "Opacity", opacity_json },
                     { "Width", width_json },
                     { "Dash", dash_json } };

static void lines_json(json_t *json, const char *prefix, const JutuTick *lines, size_t n)
{
    for (size_t m = 0; m < G_N_ELEMENTS(line_members); m++) {
        json_t *list = json_array();
        for (size_t i = 0; i < n; i++) {
            if (lines[i].shown)
                json_array_append_new(list, line_members[m].print(&lines[i].style));
        }
        g_autofree char *name = g_strconcat(prefix, line_members[m].name, NULL);
        if (json_array_size(list) > 0)
            json_object_set_new(json, name, jutu_json_common(list));
        else
            json_decref(list);
    }
}

static json_t *positions_json(const JutuTick *lines, size_t n)
{
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++) {
        if (lines[i].shown)
            json_array_append_new(list,
                                  json_real(isfinite(lines[i].position) ? lines[i].position : 0));
    }
    return list;
}

/* Whether a label has something to show, be it dropped or not. */
static bool has_words(const JutuTick *label)
{
    return *label->label.text && jutu_is_painted(&label->label.style.fill) &&
           label->label.style.fill_opacity > 0;
}

static void labels_json(json_t *json, const JutuAxis *axis)
{
    json_t *all = json_array(), *some = json_array(), *angles = json_array();
    for (size_t i = 0; i < axis->n_labels; i++) {
        const JutuTick *label = &axis->labels[i];
        if (!has_words(label))
            continue;
        double position = isfinite(label->position) ? label->position : 0;
        json_t *entry = json_pack("{s:f, s:s}", "pos", position, "text", label->label.text);
        json_array_append_new(angles, json_real(jutu_normalize_angle(label->label.angle)));
        if (label->shown && label->opacity > 0)
            json_array_append(some, entry);
        json_array_append_new(all, entry);
    }
    if (json_array_size(angles) > 0)
        json_object_set_new(json, "labelAngle", jutu_json_common(angles));
    else
        json_decref(angles);
    json_object_set_new(json, "labels", some);
    json_object_set_new(json, "allLabels", all);
}

static json_t *distances(const JutuTick *ticks, size_t n, bool labels)
{
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++) {
        if (labels ? has_words(&ticks[i]) : ticks[i].shown)
            json_array_append_new(list, json_real(fabs(ticks[i].across)));
    }
    if (json_array_size(list) > 0)
        return jutu_json_common(list);
    json_decref(list);
    return NULL;
}

static bool has_title(const JutuAxis *axis)
{
    const JutuTextBlock *title = &axis->title;
    return title->text && *title->text && jutu_is_painted(&title->style.fill) &&
           title->style.fill_opacity > 0;
}

static json_t *style_json(const JutuAxis *axis)
{
    json_t *style = json_pack("{s:f, s:f, s:i}", "offset", axis->offset, "position", axis->position,
                              "zindex", axis->zindex);
    g_autofree const JutuTextBlock **blocks = g_new(const JutuTextBlock *, axis->n_labels + 1);
    size_t n = 0;
    for (size_t i = 0; i < axis->n_labels; i++) {
        if (has_words(&axis->labels[i]))
            blocks[n++] = &axis->labels[i].label;
    }
    jutu_text_style_json(style, "label", blocks, n);
    json_object_set_new(style, "labelDistance", distances(axis->labels, axis->n_labels, true));
    lines_json(style, "tick", axis->ticks, axis->n_ticks);
    json_object_set_new(style, "tickSize", distances(axis->ticks, axis->n_ticks, false));
    lines_json(style, "grid", axis->grid, axis->n_grid);
    if (axis->n_grid > 0)
        json_object_set_new(style, "gridZindex", json_integer(axis->zindex));
    JutuTick domain = { .style = axis->domain_style, .shown = axis->domain };
    lines_json(style, "domain", &domain, 1);
    blocks[0] = &axis->title;
    jutu_text_style_json(style, "title", blocks, has_title(axis) ? 1 : 0);
    return style;
}

json_t *jutu_axis_to_json(const JutuAxis *axis)
{
    json_t *json = json_pack("{s:s, s:o, s:o, s:b}", "orient", jutu_side_name(axis->side), "ticks",
                             positions_json(axis->ticks, axis->n_ticks), "grid",
                             positions_json(axis->grid, axis->n_grid), "domain", axis->domain);
    labels_json(json, axis);
    if (has_title(axis))
        json_object_set_new(json, "title", json_string(axis->title.text));
    json_object_set_new(json, "style", style_json(axis));
    bool empty = json_array_size(json_object_get(json, "ticks")) == 0 &&
                 json_array_size(json_object_get(json, "grid")) == 0 &&
                 json_array_size(json_object_get(json, "allLabels")) == 0 && !axis->domain &&
                 !has_title(axis);
    if (!empty)
        return json;
    json_decref(json);
    return NULL;
}
