#include "mark/background.h"

#include "base/json.h"
#include "scene/style.h"

/* Sets all that an object has; members that are no style's are left to the caller. */
static void style_read(JutuStyle *style, const JutuFrame *frame, const json_t *object)
{
    const char *name;
    json_t *json;
    json_object_foreach ((json_t *)object, name, json)
        jutu_style_set(style, name, jutu_chart_value(frame->chart, frame->scope, json),
                       frame->chart->arena);
    const json_t *opacity = json_object_get(object, "opacity");
    if (opacity) {
        double factor = jutu_to_number(jutu_chart_value(frame->chart, frame->scope, opacity));
        style->fill_opacity *= factor;
        style->stroke_opacity *= factor;
    }
}

static void read_corners(JutuBackground *out, const JutuFrame *frame, const json_t *object)
{
    static const char *const corners[] = { "cornerRadiusTopLeft", "cornerRadiusTopRight",
                                           "cornerRadiusBottomRight", "cornerRadiusBottomLeft" };
    const json_t *all = json_object_get(object, "cornerRadius");
    for (size_t i = 0; i < 4; i++) {
        const json_t *own = json_object_get(object, corners[i]);
        if (own || all)
            out->corner_radius[i] = jutu_to_number(
                jutu_chart_value(frame->chart, frame->scope, own ? own : all));
    }
}

static void read_object(JutuBackground *out, const JutuFrame *frame, const json_t *object)
{
    style_read(&out->style, frame, object);
    read_corners(out, frame, object);
}

static void read_style(JutuBackground *out, const JutuFrame *frame, const char *name)
{
    read_object(out, frame, jutu_json_path(frame->chart->vega_config, "style", name, NULL));
}

/* Units with a position are cells, others views; a layer is what its units are. */
static void read_styles(JutuBackground *out, const JutuFrame *frame, const JutuView *view)
{
    const json_t *style = json_object_get(view->background, "style");
    for (size_t c = 0; c < view->n_children; c++)
        read_styles(out, frame, view->children[c]);
    if (view->kind != JUTU_VIEW_UNIT)
        return;
    for (size_t i = 0; i < json_array_size(style); i++)
        read_style(out, frame, json_string_value(json_array_get(style, i)));
    bool cell = view->encoding.defs[JUTU_X] || view->encoding.defs[JUTU_Y];
    if (!json_is_array(style))
        read_style(out, frame,
                   json_is_string(style) ? json_string_value(style)
                   : cell                ? "cell"
                                         : "view");
}

JutuBackground jutu_background_make(const JutuFrame *frame)
{
    JutuBackground out = { .style = jutu_style_none() };
    read_object(&out, frame, json_object_get(frame->chart->vega_config, "group"));
    read_styles(&out, frame, frame->view);
    read_object(&out, frame, frame->view->background);
    return out;
}
