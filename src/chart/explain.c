/* Stages of the pipeline as JSON: the debugger, the documentation and the interface of the tests.
 */
#include <stdlib.h>
#include <string.h>

#include "backend/backend.h"
#include "base/json.h"
#include "chart/chart.h"
#include "flow/flow.h"
#include "frame/cells.h"
#include "plan/scales.h"

typedef json_t *(*Printer)(JutuRender *render, GError **error);

static json_t *print_view(JutuRender *render, GError **error)
{
    (void)error;
    return json_incref((json_t *)render->chart->spec);
}

/* The items that a unit draws: of all cells together outside of them (`cell` is NULL), else of one
 * cell. */
static void add_table(json_t *out, const JutuTables *tables, const JutuView *unit, const char *cell)
{
    const JutuTable *table = jutu_tables_unit(tables, unit, JUTU_DATA_MAIN, !cell);
    const char *name = *unit->name ? unit->name : "view";
    g_autofree char *key = g_strconcat(name, cell ? ": " : NULL, cell, NULL);
    if (table)
        json_object_set_new(out, key, jutu_table_to_json(table));
}

static void add_units(json_t *out, const JutuTables *tables, const JutuView *view, const char *cell)
{
    if (view->kind == JUTU_VIEW_UNIT)
        add_table(out, tables, view, cell);
    for (size_t c = 0; c < view->n_children; c++)
        add_units(out, tables, view->children[c], cell);
}

static void add_frame(json_t *out, const JutuFrame *frame, const char *cell)
{
    if (!frame->container || (frame->view->kind == JUTU_VIEW_FACET && !cell))
        add_units(out, frame->tables, frame->view, cell);
    for (size_t i = 0; i < frame->n_children; i++) {
        const JutuFrame *child = frame->children[i];
        g_autofree char *name = child->key && cell ? g_strdup_printf("%s, %s", cell, child->key)
                                                   : g_strdup(child->key ? child->key : cell);
        add_frame(out, child, name);
    }
}

static json_t *print_tables(JutuRender *render, GError **error)
{
    if (!jutu_render_frames(render, error))
        return NULL;
    json_t *out = json_object();
    add_frame(out, render->frame, NULL);
    return out;
}

static json_t *values_json(const JutuValue *values, size_t n)
{
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(list, jutu_value_to_json(values[i]));
    return list;
}

static json_t *scales_json(const JutuFrame *frame)
{
    json_t *scales = json_object();
    for (size_t i = 0; i < frame->n_scales; i++) {
        const JutuScale *scale = frame->scales[i].scale;
        if (scale)
            json_object_set_new(scales, jutu_channels[frame->scales[i].planned->channel].name,
                                json_pack("{s:s, s:o, s:o}", "type", scale->type->name, "domain",
                                          values_json(scale->domain, scale->n_domain), "range",
                                          values_json(scale->range, scale->n_range)));
    }
    return scales;
}

static json_t *frame_json(const JutuFrame *frame)
{
    json_t *children = json_array();
    for (size_t i = 0; i < frame->n_children; i++)
        json_array_append_new(children, frame_json(frame->children[i]));
    json_t *out = json_pack("{s:o}", "scales", scales_json(frame));
    if (json_array_size(children))
        json_object_set(out, "children", children);
    json_decref(children);
    return out;
}

static json_t *print_scales(JutuRender *render, GError **error)
{
    return jutu_render_plots(render, error) ? frame_json(render->frame) : NULL;
}

static json_t *print_layout(JutuRender *render, GError **error)
{
    if (!jutu_render_plots(render, error))
        return NULL;
    return jutu_layout_to_json(render->plot, &render->page);
}

static json_t *print_marks(JutuRender *render, GError **error)
{
    return jutu_render_plots(render, error) ? jutu_plot_to_json(render->plot) : NULL;
}

static json_t *print_scene(JutuRender *render, GError **error)
{
    if (!jutu_render_plots(render, error))
        return NULL;
    JutuScene *scene = jutu_render_scene(render, error);
    return scene ? jutu_scene_to_json(scene) : NULL;
}

/* Lines, not JSON: a list of texts is printed so. */
static json_t *print_why(JutuRender *render, GError **error)
{
    if (!jutu_render_plots(render, error) || !jutu_render_scene(render, error))
        return NULL;
    json_t *lines = json_array();
    const char *const *line = jutu_why_lines(render->context, render->spec, render->arena);
    for (; *line; line++)
        json_array_append_new(lines, json_string(*line));
    return lines;
}

static const struct {
    const char *name;
    Printer print;
    unsigned ask;
    bool measured; /* by fonts, as what is drawn is; else by the estimate of the reference's scenes
                    */
    bool lines;    /* the list is printed as lines */
} stages[] = {
    { "view", print_view, 0, false, false },
    { "tables", print_tables, JUTU_ASK_WHOLE, false, false },
    { "scales", print_scales, 0, false, false },
    { "layout", print_layout, 0, true, false },
    { "marks", print_marks, 0, false, false },
    { "scene", print_scene, 0, true, false },
    { "why", print_why, JUTU_ASK_WHY, true, true },
};

const char *const *jutu_stages(void)
{
    static const char *const names[] = { "view",  "tables", "scales", "layout",
                                         "marks", "scene",  "why",    NULL };
    return names;
}

bool jutu_stage_is_measured(const char *stage)
{
    for (size_t i = 0; i < G_N_ELEMENTS(stages); i++) {
        if (strcmp(stages[i].name, stage) == 0)
            return stages[i].measured;
    }
    return false;
}

static char *text_of(const json_t *json, bool lines)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (size_t i = 0; lines && i < json_array_size(json); i++)
        g_string_append_printf(out, "%s\n", json_string_value(json_array_get(json, i)));
    if (!lines) {
        char *text = json_dumps(json, JSON_INDENT(1) | JSON_REAL_PRECISION(12));
        g_string_append_printf(out, "%s\n", text);
        free(text);
    }
    return g_string_free(g_steal_pointer(&out), false);
}

char *jutu_explain(const JutuSpec *spec, const JutuOptions *options, const char *stage,
                   GError **error)
{
    size_t i = 0;
    while (i < G_N_ELEMENTS(stages) && strcmp(stages[i].name, stage) != 0)
        i++;
    if (i == G_N_ELEMENTS(stages)) {
        jutu_error_set(error, JUTU_ERROR_SPEC, NULL, "there is no stage \"%s\"", stage);
        return NULL;
    }
    g_autoptr(JutuRender) render = jutu_render_new(spec, options, stages[i].ask, error);
    if (!render)
        return NULL;
    GError *problem = NULL;
    json_t *json = stages[i].print(render, &problem);
    char *copy = json ? text_of(json, stages[i].lines) : NULL;
    json_decref(json);
    jutu_spec_locate(spec, &problem);
    if (problem)
        g_propagate_error(error, problem);
    return copy;
}
