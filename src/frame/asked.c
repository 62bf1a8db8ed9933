/* What spec and config ask of the layout: how cells stand, how the page is made. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "frame/frame.h"
#include "scene/style.h"

/* {"row", "column"} or one value for both: i 0 is the column's. */
static JutuValue row_or_column(const JutuFrame *frame, const json_t *json, int i)
{
    const json_t *own = json_object_get(json, i == 0 ? "column" : "row");
    bool both = json_is_object(json) && !json_object_get(json, "expr");
    return jutu_chart_value(frame->chart, frame->scope, both ? own : json);
}

static JutuGridAlign align_of(JutuValue value, JutuGridAlign fallback)
{
    static const char *const names[] = { "none", "each", "all" };
    for (int i = 0; value.type == JUTU_STRING && i < 3; i++) {
        if (strcmp(value.string, names[i]) == 0)
            return (JutuGridAlign)i;
    }
    return fallback;
}

/* A facet's cells are as wide as each other, unless their scales differ. */
static JutuGridAlign default_align(const JutuFrame *frame, int i)
{
    const JutuView *view = frame->view;
    const JutuResolve *resolve = jutu_plan_view(frame->plan, view)->resolve_scale;
    if (view->kind != JUTU_VIEW_FACET)
        return JUTU_GRID_EACH;
    if (frame->room->page) /* which has one width for all */
        return i == 0 ? JUTU_GRID_ALL : JUTU_GRID_EACH;
    bool loose = (!view->encoding.defs[JUTU_ROW] && resolve[JUTU_X] == JUTU_RESOLVE_INDEPENDENT) ||
                 (!view->encoding.defs[JUTU_COLUMN] && resolve[JUTU_Y] == JUTU_RESOLVE_INDEPENDENT);
    return loose ? JUTU_GRID_NONE : JUTU_GRID_ALL;
}

double jutu_frame_spacing(const JutuFrame *frame, int i)
{
    const char *kind = frame->view->kind == JUTU_VIEW_FACET ? "facet" : "concat";
    JutuValue usual = jutu_chart_value(frame->chart, frame->scope,
                                       jutu_config(frame->chart, kind, "spacing", NULL));
    JutuValue own = row_or_column(frame, json_object_get(frame->view->spec, "spacing"), i);
    JutuValue value = jutu_is_nullish(own) ? usual : own;
    if (jutu_is_nullish(own) && frame->room->page &&
        !jutu_json_path(frame->chart->source, "config", kind, "spacing", NULL))
        return jutu_page_spacing(frame, i);
    return jutu_is_nullish(value) ? 0 : jutu_to_number(value);
}

/* In a facet of facets Vega-Lite leaves the number of columns out. */
static size_t columns_of(const JutuFrame *frame)
{
    bool inner = frame->view->kind == JUTU_VIEW_FACET && frame->parent &&
                 frame->parent->view->kind == JUTU_VIEW_FACET;
    return inner && frame->view->encoding.defs[JUTU_COLUMN] ? 0 : frame->columns;
}

static JutuGrid grid_of(const JutuFrame *frame)
{
    const json_t *spec = frame->view->spec, *align = json_object_get(spec, "align");
    JutuGrid grid = { .columns = columns_of(frame) };
    grid.hangs = frame->room->page;
    grid.flush = strcmp(jutu_json_string(spec, "bounds", "full"), "flush") == 0;
    for (int i = 0; i < 2; i++) {
        /* {"row": …} leaves nothing for the columns, not even the default */
        JutuGridAlign usual = json_is_object(align) ? JUTU_GRID_NONE : default_align(frame, i);
        grid.align[i] = align_of(row_or_column(frame, align, i), usual);
        grid.padding[i] = jutu_frame_spacing(frame, i);
        grid.center[i] = jutu_truthy(row_or_column(frame, json_object_get(spec, "center"), i));
    }
    return grid;
}

static void set_autosize(JutuPageAsked *page, const JutuFrame *root)
{
    const json_t *json = json_object_get(root->chart->spec, "autosize");
    const char *type = json_is_string(json) ? json_string_value(json)
                                            : jutu_json_string(json, "type", "pad");
    page->none = strcmp(type, "none") == 0;
    page->padding_inside = strcmp(jutu_json_string(json, "contains", "content"), "padding") == 0;
    page->fit[0] = strcmp(type, "fit") == 0 || strcmp(type, "fit-x") == 0 || root->room->across > 0;
    page->fit[1] = strcmp(type, "fit") == 0 || strcmp(type, "fit-y") == 0;
    for (int i = 0; i < 2; i++) { /* a size in steps is what it is */
        if (root->container || root->room->page ||
            jutu_plan_view(root->plan, root->view)->size[i].kind == JUTU_SIZE_STEP)
            page->fit[i] = false;
    }
}

static void set_padding(JutuPageAsked *page, const JutuFrame *root)
{
    static const char *const sides[] = { "left", "top", "right", "bottom" };
    const json_t *json = json_object_get(root->chart->source, "padding");
    if (!json)
        json = jutu_config(root->chart, "padding", NULL);
    for (int i = 0; i < 4; i++) {
        const json_t *side = json_is_object(json) && !json_object_get(json, "expr")
                                 ? json_object_get(json, sides[i])
                                 : json;
        JutuValue value = jutu_chart_value(root->chart, root->scope, side);
        double number = jutu_is_nullish(value) ? 0 : jutu_to_number(value);
        page->padding[i] = isfinite(number) ? number : 0;
    }
}

/* The spec's `background`, the config's, or none. */
static JutuPaint paint_of(const JutuFrame *root)
{
    const JutuChart *chart = root->chart;
    const json_t *json = json_object_get(chart->source, "background");
    if (!json)
        json = json_object_get(chart->config, "background");
    return json ? jutu_paint_from(jutu_chart_value(chart, root->scope, json), chart->arena)
                : (JutuPaint){ .kind = JUTU_PAINT_NONE };
}

static void set_grids(JutuFrame *frame)
{
    if (frame->container)
        frame->grid = grid_of(frame);
    for (size_t i = 0; i < frame->n_children; i++)
        set_grids(frame->children[i]);
}

void jutu_frame_ask(JutuFrame *root)
{
    JutuPageAsked *page = jutu_new(root->chart->arena, JutuPageAsked, 1);
    set_autosize(page, root);
    set_padding(page, root);
    page->background = paint_of(root);
    root->page = page;
    set_grids(root);
}
