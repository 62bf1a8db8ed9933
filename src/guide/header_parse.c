/* What stands around a facet's cells, before the data are read (vega-lite's header/parse.ts). */
#include <string.h>

#include "base/json.h"
#include "guide/axis.h"
#include "guide/header.h"

static const char *const configs[] = { "headerRow", "headerColumn", "headerFacet" };

/* `orient` is short for both labelOrient and titleOrient. */
static const json_t *own_prop(const JutuChannelDef *def, const char *name)
{
    const json_t *value = json_object_get(def->guide, name);
    bool orient = strcmp(name, "labelOrient") == 0 || strcmp(name, "titleOrient") == 0;
    return orient && !jutu_json_truthy(value) ? json_object_get(def->guide, "orient") : value;
}

const json_t *jutu_header_prop(const JutuView *facet, const JutuChannelDef *def, const char *name)
{
    const json_t *value = own_prop(def, name);
    if (!value)
        value = jutu_config(facet->chart, configs[jutu_header_index(def->channel)], name, NULL);
    return value ? value : jutu_config(facet->chart, "header", name, NULL);
}

const char *jutu_header_text(const JutuView *facet, const JutuChannelDef *def, const char *name)
{
    return json_string_value(jutu_header_prop(facet, def, name));
}

JutuChannel jutu_header_side(JutuChannel channel, JutuSide side)
{
    if (side == JUTU_TOP || side == JUTU_BOTTOM)
        return JUTU_COLUMN;
    if (side == JUTU_LEFT || side == JUTU_RIGHT)
        return JUTU_ROW;
    return channel == JUTU_ROW ? JUTU_ROW : JUTU_COLUMN;
}

/* Lines joined by commas, as JavaScript writes them in a text. */
static void append_text(GString *out, const json_t *title)
{
    if (!json_is_array(title)) {
        const char *text = json_string_value(title);
        g_string_append(out, text ? text : title ? "null" : "undefined");
        return;
    }
    for (size_t i = 0; i < json_array_size(title); i++) {
        const char *line = json_string_value(json_array_get(title, i));
        g_string_append_printf(out, "%s%s", i ? ", " : "", line ? line : "");
    }
}

/* The definition of the same channel in a facet within a facet; NULL. */
static const JutuChannelDef *inner_def(const JutuView *facet, JutuChannel channel)
{
    const JutuView *child = facet->children[0];
    return child->kind == JUTU_VIEW_FACET ? child->encoding.defs[channel] : NULL;
}

/* A facet of facets has both titles in one. */
static const json_t *title_of(const JutuView *facet, const JutuChannelDef *def)
{
    const JutuChart *chart = facet->chart;
    const JutuChannelDef *inner = inner_def(facet, def->channel);
    const json_t *config = jutu_config(chart, configs[jutu_header_index(def->channel)], "title",
                                       NULL);
    if (!config)
        config = jutu_config(chart, "header", "title", NULL);
    const json_t *title = jutu_def_title(def, chart->config, true,
                                         !config || jutu_json_truthy(config), chart->arena);
    const json_t *below = inner ? title_of(facet->children[0], inner) : NULL;
    if (below) {
        g_autoptr(GString) both = g_string_new(NULL);
        append_text(both, title);
        g_string_append(both, " / ");
        append_text(both, below);
        title = jutu_json_own(chart->arena, json_string(both->str));
    }
    return jutu_json_truthy(title) && !json_is_null(def->guide) ? title : NULL;
}

/* Whether the facet around has the title in its own. */
static bool is_taken(const JutuView *facet, JutuChannel channel)
{
    const JutuView *around = facet->parent;
    return around && around->kind == JUTU_VIEW_FACET && around->encoding.defs[channel];
}

static bool has_labels(const JutuView *facet, const JutuChannelDef *def)
{
    if (json_is_null(def->guide))
        return false;
    const json_t *labels = json_object_get(def->guide, "labels");
    if (!labels)
        labels = jutu_config(facet->chart, "header", "labels", NULL);
    return !labels || jutu_json_truthy(labels);
}

/* The axes of a direction that cells share, on one side of the grid. */
static JutuAxisPlan **shared_axes(const JutuGuidePlan *guides, const JutuView *facet, int direction,
                                  JutuHeaderPlace place)
{
    const JutuViewGuides *cell = jutu_guide_view(guides, facet->children[0]);
    JutuAxisPlan *const *own = cell->axes[direction];
    size_t n = 0;
    while (own && own[n])
        n++;
    JutuAxisPlan **axes = jutu_new(facet->chart->arena, JutuAxisPlan *, n + 1);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        JutuSide side = jutu_axis_side(own[i]);
        bool before = side == JUTU_TOP || side == JUTU_LEFT;
        if (jutu_axis_in_header(cell, own[i]) && before == (place == JUTU_AT_HEADER))
            axes[kept++] = own[i];
    }
    return kept ? axes : NULL;
}

static void parse_channel(JutuGuidePlan *guides, const JutuView *facet, JutuChannel channel)
{
    const JutuChannelDef *def = facet->encoding.defs[channel];
    JutuHeaderPlan *planned = jutu_new(facet->chart->arena, JutuHeaderPlan, 1);
    *planned = (JutuHeaderPlan){ .def = def };
    if (def) {
        JutuSide side = jutu_side_parse(jutu_header_text(facet, def, "labelOrient"));
        planned->title = is_taken(facet, channel) ? NULL : title_of(facet, def);
        planned->labels = has_labels(facet, def);
        planned->labels_at = side == JUTU_BOTTOM || side == JUTU_RIGHT ? JUTU_AT_FOOTER
                                                                       : JUTU_AT_HEADER;
        planned->labels_aside = channel == JUTU_FACET || jutu_header_side(channel, side) != channel;
    }
    for (int place = 0; place < 2 && channel != JUTU_FACET; place++)
        planned->axes[place] = shared_axes(guides, facet, channel == JUTU_COLUMN ? 0 : 1,
                                           (JutuHeaderPlace)place);
    guides->views[facet->index].headers[jutu_header_index(channel)] = planned;
}

void jutu_headers_parse(JutuGuidePlan *guides, const JutuView *view)
{
    static const JutuChannel channels[] = { JUTU_ROW, JUTU_COLUMN, JUTU_FACET };
    for (size_t c = 0; c < view->n_children; c++)
        jutu_headers_parse(guides, view->children[c]);
    for (size_t i = 0; view->kind == JUTU_VIEW_FACET && i < G_N_ELEMENTS(channels); i++)
        parse_channel(guides, view, channels[i]);
}
