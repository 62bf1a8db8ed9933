#include <stdlib.h>

#include "chart/chart.h"
#include "probe.h"

static json_t *title_json(const JutuTextBlock *title)
{
    return title->text && *title->text ? json_string(title->text) : json_null();
}

static json_t *axis_json(const JutuAxis *axis, JutuArena *arena)
{
    static const char *const sides[] = { "top", "bottom", "left", "right" };
    json_t *labels = json_array(), *values = json_array(), *positions = json_array();
    for (size_t i = 0; i < axis->n_labels; i++)
        json_array_append_new(labels, json_string(axis->labels[i].label.text));
    for (size_t i = 0; i < axis->n_ticks; i++) {
        json_array_append_new(values, probe_json(axis->ticks[i].value, arena));
        json_array_append_new(positions, probe_json_number(axis->ticks[i].position));
    }
    return json_pack("{s:s, s:o, s:o, s:o, s:o}", "orient", sides[axis->side], "labels", labels,
                     "values", values, "positions", positions, "title", title_json(&axis->title));
}

static json_t *legend_json(const JutuLegend *legend)
{
    json_t *labels = json_array();
    bool bands = legend->kind == JUTU_LEGEND_DISCRETE; /* the first band's start has no label */
    for (size_t i = 0; i < legend->n_entries; i++) {
        const char *text = legend->entries[i].label.text;
        json_array_append_new(labels, bands && !*text ? json_null() : json_string(text));
    }
    return json_pack("{s:o, s:o}", "labels", labels, "title", title_json(&legend->title));
}

/* {"spec": a unit or layer}: its axes with all labels, legends and size. */
json_t *probe_axis(const json_t *given, JutuContext *context, GError **error)
{
    char *text = json_dumps(json_object_get(given, "spec"), JSON_COMPACT);
    g_autoptr(JutuSpec) spec = jutu_spec_parse(text, -1, NULL, error);
    free(text);
    JutuOptions options = { .size = sizeof(options), .estimate = true, .timezone = getenv("TZ") };
    g_autoptr(JutuRender) render = spec ? jutu_render_new(spec, &options, false, error) : NULL;
    if (!render || !jutu_render_plots(render, error))
        return NULL;
    const JutuPlot *plot = render->plot;
    json_t *axes = json_array(), *legends = json_array();
    for (size_t i = 0; i < plot->guides.n_axes; i++)
        json_array_append_new(axes, axis_json(plot->guides.axes[i], context->arena));
    for (size_t i = 0; i < plot->guides.n_legends; i++)
        json_array_append_new(legends, legend_json(plot->guides.legends[i]));
    return json_pack("{s:o, s:o, s:o, s:o}", "axes", axes, "legends", legends, "width",
                     probe_json_number(plot->frame->width), "height",
                     probe_json_number(plot->frame->height));
}
