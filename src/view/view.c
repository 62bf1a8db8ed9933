/* Building the view tree from the normalised spec (vega-lite's buildModel and view classes). */
#include "view/view.h"

#include <stdarg.h>
#include <string.h>

#include "base/fieldpath.h"
#include "base/json.h"
#include "base/limits.h"
#include "expr/literal.h"
#include "view/encoding.h"

typedef struct {
    const JutuChart *chart;
    const JutuScope *early;
    size_t n_views;
    GError **error;
} Build;

static const JutuView *build_view(Build *b, const json_t *spec, const JutuView *parent,
                                  const char *name, json_t *const given_size[2], int depth);

/* Rewriting makes new nodes, but keeps the user's within them. */
static const char *place_of(const JutuView *unit)
{
    static const char *const members[] = { "mark", "encoding", "data", "transform" };
    const JutuChart *chart = unit->chart;
    const char *pointer = jutu_pointer_of(chart->source, unit->spec, chart->arena);
    for (size_t i = 0; !*pointer && i < G_N_ELEMENTS(members); i++) {
        const json_t *node = json_object_get(unit->spec, members[i]);
        if (node)
            pointer = jutu_pointer_of(chart->source, node, chart->arena);
    }
    return pointer;
}

void jutu_unit_error(const JutuView *unit, JutuError code, GError **error, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    jutu_error_set(error, code, place_of(unit), "%s", text);
}

void jutu_unit_warn(const JutuView *unit, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    jutu_warn(unit->chart->context, JUTU_RULE_no_effect, place_of(unit), "%s", text);
}

static void read_resolve(JutuView *view)
{
    static const char *const kinds[] = { "scale", "axis", "legend" };
    JutuResolve *const lists[] = { view->resolve_scale, view->resolve_axis, view->resolve_legend };
    for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++) {
        const json_t *resolve = jutu_json_path(view->spec, "resolve", kinds[k], NULL);
        for (int channel = 0; channel < JUTU_N_CHANNELS; channel++) {
            const char *mode = jutu_json_string(resolve, jutu_channels[channel].name, "");
            lists[k][channel] = strcmp(mode, "shared") == 0        ? JUTU_RESOLVE_SHARED
                                : strcmp(mode, "independent") == 0 ? JUTU_RESOLVE_INDEPENDENT
                                                                   : JUTU_RESOLVE_DEFAULT;
        }
    }
}

static JutuView *model_new(Build *b, JutuViewKind kind, const json_t *spec, const JutuView *parent,
                           const char *name)
{
    JutuView *view = jutu_new(b->chart->arena, JutuView, 1);
    const json_t *transforms = json_object_get(spec, "transform");
    json_t *list = transforms ? json_copy((json_t *)transforms) : json_array();
    *view = (JutuView){
        .kind = kind,
        .chart = b->chart,
        .early = b->early,
        .index = b->n_views++,
        .parent = parent,
        .spec = spec,
        .name = jutu_json_string(spec, "name", name),
        .transforms = jutu_json_own(b->chart->arena, list),
        .background = json_object_get(spec, "view"),
        .title = json_object_get(spec, "title"),
    };
    read_resolve(view);
    return view;
}

static bool build_children(Build *b, JutuView *view, const json_t *list, const char *prefix,
                           json_t *const given_size[2], int depth)
{
    JutuArena *arena = b->chart->arena;
    size_t n = json_array_size(list);
    view->children = jutu_new(arena, const JutuView *, n + 1);
    for (size_t i = 0; i < n; i++) {
        const char *name = *view->name
                               ? jutu_arena_printf(arena, "%s_%s_%zu", view->name, prefix, i)
                               : jutu_arena_printf(arena, "%s_%zu", prefix, i);
        view->children[i] = build_view(b, json_array_get(list, i), view, name, given_size,
                                       depth + 1);
        if (!view->children[i])
            return false;
        view->n_children++;
    }
    return true;
}

/*
 * Without an order, an explicit domain of a nominal color orders the stack (or
 * the offset) too (alignStackOrderWithColorDomain).
 */
static void align_stack_order(JutuView *unit)
{
    JutuArena *arena = unit->chart->arena;
    const JutuChannelDef **defs = unit->encoding.defs;
    const JutuChannelDef *color = defs[JUTU_FILL] ? defs[JUTU_FILL] : defs[JUTU_COLOR];
    JutuChannel offset = defs[JUTU_XOFFSET] ? JUTU_XOFFSET : JUTU_YOFFSET;
    const json_t *domain = color ? json_object_get(color->scale, "domain") : NULL;
    if (defs[JUTU_ORDER] || !color || !color->is_field || !color->field ||
        color->type != JUTU_NOMINAL || !json_is_array(domain))
        return;
    if (defs[offset] && defs[offset]->is_field && !defs[offset]->sort) {
        JutuChannelDef *sorted = jutu_copy(arena, JutuChannelDef, defs[offset], 1);
        sorted->sort = domain;
        defs[offset] = sorted;
        return;
    }
    if (!unit->stack)
        return;
    const char *column = jutu_fieldpath_flat(color->field, arena);
    const char *as = jutu_arena_printf(arena, "_%s_sort_index", color->field);
    json_array_append_new(
        unit->transforms,
        json_pack("{s:o, s:s}", "calculate",
                  json_sprintf("indexof(%s, %s)", jutu_expr_literal(domain, arena),
                               jutu_expr_member("datum", column, arena)),
                  "as", as));
    bool lies = jutu_view_orient(unit) == JUTU_HORIZONTAL;
    json_t *order = jutu_json_own(arena,
                                  json_pack("{s:s, s:s, s:s}", "field", as, "type", "quantitative",
                                            "sort", lies ? "ascending" : "descending"));
    const JutuChannelDef **list_of_one = jutu_new(arena, const JutuChannelDef *, 2);
    list_of_one[0] = jutu_channel_def(order, JUTU_ORDER, unit->chart);
    defs[JUTU_ORDER] = list_of_one[0];
    unit->encoding.list[JUTU_ORDER] = list_of_one;
    unit->encoding.n_list[JUTU_ORDER] = 1;
}

static bool build_unit(Build *b, JutuView *unit, json_t *const given_size[2])
{
    const json_t *mark = json_object_get(unit->spec, "mark");
    const char *name = json_is_string(mark) ? json_string_value(mark)
                                            : jutu_json_string(mark, "type", NULL);
    unit->mark = jutu_mark_find(name);
    if (!unit->mark) {
        jutu_chart_error(b->chart, mark ? mark : unit->spec, JUTU_ERROR_UNSUPPORTED, b->error,
                         name ? "the mark \"%s\" is not supported"
                              : "this view has no mark; give it one, such as \"bar\"",
                         name);
        return false;
    }
    json_t *def = json_is_object(mark) ? json_copy((json_t *)mark) : json_object();
    unit->mark_def = jutu_json_own(b->chart->arena, def);
    json_object_set_new(def, "type", json_string(name));
    if (!json_object_get(def, "filled")) {
        const json_t *filled = jutu_mark_config(unit, "filled", NULL);
        json_object_set_new(def, "filled",
                            json_boolean(filled ? json_is_true(filled) : unit->mark->filled));
    }
    jutu_encoding_read(unit);
    jutu_mark_def_settle(unit);
    jutu_sizes_init(unit, given_size);
    unit->stack = jutu_stack_new(unit);
    align_stack_order(unit);
    return true;
}

/* How many children stand side by side; 0: all. Only a list that may wrap asks the config. */
static double columns_of(const JutuView *view, const char *config, bool wraps)
{
    const json_t *given = json_object_get(view->spec, "columns");
    if (!given && wraps)
        given = jutu_config(view->chart, config, "columns", NULL);
    return json_number_value(given);
}

/* Columns alone may wrap on a page of the theme, each with its name above, unless the spec has an
 * eye to their headers. @return the definition of what it is divided by; NULL */
static const json_t *panels_of(const JutuChart *chart, const json_t *facet)
{
    const json_t *def = json_object_get(facet, "column");
    bool own = jutu_json_path(chart->source, "config", "headerColumn", NULL) ||
               jutu_json_path(def, "header", "labelOrient", NULL) ||
               jutu_json_path(def, "header", "orient", NULL) ||
               jutu_json_path(def, "header", "labelAngle", NULL);
    bool acts = jutu_rule_acts(chart->context, JUTU_RULE_page_width) &&
                jutu_rule_acts(chart->context, JUTU_RULE_page_columns);
    return acts && !own && !json_object_get(facet, "row") && json_object_get(def, "field") ? def
                                                                                           : NULL;
}

static bool build_facet(Build *b, JutuView *view, int depth)
{
    const JutuChart *chart = b->chart;
    const json_t *facet = json_object_get(view->spec, "facet");
    const json_t *panels = panels_of(chart, facet);
    if (panels)
        facet = panels;
    const char *child = *view->name ? jutu_arena_printf(chart->arena, "%s_child", view->name)
                                    : "child";
    view->children = jutu_new(chart->arena, const JutuView *, 2);
    view->children[0] = build_view(b, json_object_get(view->spec, "spec"), view, child, NULL,
                                   depth + 1);
    if (!view->children[0])
        return false;
    view->n_children = 1;
    static const JutuChannel grid[] = { JUTU_ROW, JUTU_COLUMN };
    bool mapped = false;
    for (size_t i = 0; i < G_N_ELEMENTS(grid); i++) {
        const json_t *def = json_object_get(facet, jutu_channels[grid[i]].name);
        mapped |= def != NULL;
        if (def && json_object_get(def, "field"))
            view->encoding.defs[grid[i]] = jutu_channel_def(def, grid[i], chart);
    }
    view->columns = columns_of(view, "facet", !mapped);
    if (!mapped)
        view->encoding.defs[JUTU_FACET] = jutu_channel_def(facet, JUTU_FACET, chart);
    return true;
}

static bool build_concat(Build *b, JutuView *view, int depth)
{
    const json_t *spec = view->spec;
    view->is_vconcat = json_object_get(spec, "vconcat") != NULL;
    bool wraps = json_object_get(spec, "concat") != NULL;
    view->columns = view->is_vconcat && !json_object_get(spec, "columns")
                        ? 1
                        : columns_of(view, "concat", wraps);
    const json_t *list = view->is_vconcat                   ? json_object_get(spec, "vconcat")
                         : json_object_get(spec, "hconcat") ? json_object_get(spec, "hconcat")
                                                            : json_object_get(spec, "concat");
    return build_children(b, view, list, "concat", NULL, depth);
}

static JutuViewKind kind_of(const json_t *spec)
{
    static const struct {
        const char *member;
        JutuViewKind kind;
    } kinds[] = {
        { "layer", JUTU_VIEW_LAYER },
        { "concat", JUTU_VIEW_CONCAT },
        { "hconcat", JUTU_VIEW_CONCAT },
        { "vconcat", JUTU_VIEW_CONCAT },
    };
    if (json_object_get(spec, "facet") && !json_object_get(spec, "mark"))
        return JUTU_VIEW_FACET;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (json_object_get(spec, kinds[i].member))
            return kinds[i].kind;
    }
    return JUTU_VIEW_UNIT;
}

static const JutuView *build_view(Build *b, const json_t *spec, const JutuView *parent,
                                  const char *name, json_t *const given_size[2], int depth)
{
    if (depth > JUTU_MOST_VIEW_DEPTH || b->n_views >= JUTU_MOST_VIEWS) {
        jutu_chart_error(b->chart, spec, JUTU_ERROR_SPEC, b->error,
                         "views nest deeper than %d or are more than %d; split the chart",
                         JUTU_MOST_VIEW_DEPTH, JUTU_MOST_VIEWS);
        return NULL;
    }
    JutuView *view = model_new(b, kind_of(spec), spec, parent, name);
    bool ok = true;
    switch (view->kind) {
    case JUTU_VIEW_UNIT:
        ok = build_unit(b, view, given_size);
        break;
    case JUTU_VIEW_LAYER:
        jutu_sizes_init(view, given_size);
        ok = build_children(b, view, json_object_get(spec, "layer"), "layer", view->given_size,
                            depth);
        break;
    case JUTU_VIEW_FACET:
        ok = build_facet(b, view, depth);
        break;
    case JUTU_VIEW_CONCAT:
        ok = build_concat(b, view, depth);
        break;
    }
    return ok ? view : NULL;
}

const JutuView *jutu_view_build(const JutuChart *chart, const JutuScope *early, size_t *n_views,
                                GError **error)
{
    Build b = { .chart = chart, .early = early, .error = error };
    const JutuView *root = build_view(&b, chart->spec, NULL, "", NULL, 0);
    *n_views = b.n_views;
    return root;
}
