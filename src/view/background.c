#include "view/background.h"

#include "base/json.h"
#include "view/style.h"

static void read_corners(JutuPlot *plot, const json_t *object)
{
    static const char *const corners[] = { "cornerRadiusTopLeft", "cornerRadiusTopRight",
                                           "cornerRadiusBottomRight", "cornerRadiusBottomLeft" };
    const json_t *all = json_object_get(object, "cornerRadius");
    for (size_t i = 0; i < 4; i++) {
        const json_t *own = json_object_get(object, corners[i]);
        if (own || all)
            plot->corner_radius[i] = jutu_to_number(jutu_chart_value(plot->chart, own ? own : all));
    }
}

static void read_object(JutuPlot *plot, const json_t *object)
{
    jutu_style_read(&plot->style, plot->chart, object);
    read_corners(plot, object);
}

static void read_style(JutuPlot *plot, const char *name)
{
    read_object(plot, jutu_json_path(plot->chart->vega_config, "style", name, NULL));
}

/* Units with a position are cells, others views; a layer is what its units are. */
static void read_styles(JutuPlot *plot, const JutuModel *model)
{
    const json_t *style = json_object_get(model->view, "style");
    for (size_t c = 0; c < model->n_children; c++)
        read_styles(plot, model->children[c]);
    if (model->kind != JUTU_MODEL_UNIT)
        return;
    for (size_t i = 0; i < json_array_size(style); i++)
        read_style(plot, json_string_value(json_array_get(style, i)));
    bool cell = model->encoding.defs[JUTU_X] || model->encoding.defs[JUTU_Y];
    if (!json_is_array(style))
        read_style(plot, json_is_string(style) ? json_string_value(style) : cell ? "cell" : "view");
}

void jutu_background_make(JutuPlot *plot)
{
    plot->style = jutu_style_none();
    read_object(plot, json_object_get(plot->chart->vega_config, "group"));
    read_styles(plot, plot->model);
    read_object(plot, plot->model->view);
}
