/* The `marks` stage: a tree of plots as the views of FORMAT.md's scene. */
#include <math.h>

#include "base/json.h"
#include "layout/layout.h"
#include "mark/items_json.h"
#include "scene/style.h"

static void put_area(json_t *view, const JutuPlot *plot)
{
    json_object_set_new(view, "width",
                        json_real(isfinite(plot->frame->width) ? plot->frame->width : 0));
    json_object_set_new(view, "height",
                        json_real(isfinite(plot->frame->height) ? plot->frame->height : 0));
    jutu_style_to_json(view, &plot->background.style);
    const double *radius = plot->background.corner_radius;
    json_object_set_new(view, "cornerRadius",
                        json_pack("[f, f, f, f]", radius[0], radius[1], radius[2], radius[3]));
}

static json_t *axes_json(const JutuPlot *plot)
{
    json_t *list = json_array();
    for (size_t i = 0; i < plot->guides.n_axes; i++) {
        json_t *axis = jutu_axis_to_json(plot->guides.axes[i]);
        if (axis)
            json_array_append_new(list, axis);
    }
    return list;
}

static json_t *marks_json(const JutuPlot *plot)
{
    json_t *list = json_array();
    for (size_t i = 0; i < plot->n_marks; i++)
        json_array_append_new(list, jutu_items_to_json(plot->marks[i].items));
    return list;
}

static json_t *legends_json(const JutuPlot *plot)
{
    json_t *list = json_array();
    for (size_t i = 0; i < plot->guides.n_legends; i++)
        json_array_append_new(list, jutu_legend_to_json(plot->guides.legends[i]));
    return list;
}

static json_t *headers_json(const JutuPlot *plot)
{
    json_t *list = json_array();
    for (size_t i = 0; i < plot->guides.n_headers; i++) {
        json_t *header = jutu_header_to_json(plot->guides.headers[i]);
        if (header)
            json_array_append_new(list, header);
    }
    return list;
}

static void add_views(json_t *views, const JutuPlot *plot, const char *path)
{
    json_t *view = json_pack("{s:s, s:s}", "path", path, "kind",
                             plot->n_children ? "container" : "unit");
    if (plot->n_children)
        json_object_set_new(view, "columns", json_integer((json_int_t)plot->frame->columns));
    else
        put_area(view, plot);
    if (plot->frame->key)
        json_object_set_new(view, "key", json_string(plot->frame->key));
    json_t *title = plot->guides.title ? jutu_title_to_json(plot->guides.title) : NULL;
    if (title)
        json_object_set_new(view, "title", title);
    json_object_set_new(view, "marks", marks_json(plot));
    json_object_set_new(view, "axes", axes_json(plot));
    json_object_set_new(view, "legends", legends_json(plot));
    json_object_set_new(view, "headers", headers_json(plot));
    json_array_append_new(views, view);
    for (size_t i = 0; i < plot->n_children; i++) {
        g_autofree char *inner = g_strdup_printf("%s/%zu", path, i);
        add_views(views, plot->children[i], inner);
    }
}

json_t *jutu_plot_to_json(const JutuPlot *root)
{
    json_t *views = json_array();
    add_views(views, root, "0");
    return json_pack("{s:s, s:o, s:o}", "format", "jutu-scene/1", "background",
                     jutu_paint_to_json(&root->frame->page->background), "views", views);
}
