/* The `layout` stage: where everything stands, for comparing and for debugging. */
#include "layout/layout_parts.h"

static json_t *box_json(JutuRect rect)
{
    if (!(rect.width >= 0))
        return json_null();
    return json_pack("[f, f, f, f]", rect.x, rect.y, rect.x + rect.width, rect.y + rect.height);
}

static json_t *axes_json(const JutuPlot *plot)
{
    json_t *list = json_array();
    for (size_t i = 0; i < plot->guides.n_axes; i++) {
        const JutuAxis *axis = plot->guides.axes[i];
        if (axis->has_main)
            json_array_append_new(list, box_json(axis->block.bounds));
    }
    return list;
}

static json_t *marks_json(const JutuPlot *plot)
{
    json_t *list = json_array();
    for (size_t i = 0; i < plot->n_marks; i++)
        json_array_append_new(list, box_json(jutu_rect_of(&plot->marks[i].box)));
    return list;
}

static json_t *legends_json(const JutuPlot *plot)
{
    json_t *list = json_array();
    for (size_t i = 0; i < plot->guides.n_legends; i++) {
        const double *at = plot->placed->legends[i];
        JutuRect size = plot->guides.legends[i]->block.bounds;
        json_array_append_new(list, json_pack("[f, f, f, f]", at[0], at[1], size.width + 2 * size.x,
                                              size.height + 2 * size.y));
    }
    return list;
}

static json_t *headers_json(const JutuPlot *plot)
{
    static const char *const roles[] = {
        [JUTU_HEADER_ROW_TITLE] = "row-title",   [JUTU_HEADER_COLUMN_TITLE] = "column-title",
        [JUTU_HEADER_ROW] = "row-header",        [JUTU_HEADER_COLUMN] = "column-header",
        [JUTU_HEADER_ROW_FOOTER] = "row-footer", [JUTU_HEADER_COLUMN_FOOTER] = "column-footer",
    };
    json_t *list = json_array();
    for (size_t i = 0; i < plot->guides.n_headers; i++) {
        const JutuHeader *header = plot->guides.headers[i];
        const double *at = plot->placed->headers[i];
        JutuRect box = header->block.bounds;
        json_array_append_new(list,
                              json_pack("[s, f, f, f, f, f, f]", roles[header->role], at[0], at[1],
                                        at[0] + box.x, at[1] + box.y, at[0] + box.x + box.width,
                                        at[1] + box.y + box.height));
    }
    return list;
}

static json_t *plot_json(const JutuPlot *plot)
{
    json_t *out = json_pack("{s:f, s:f}", "x", plot->x, "y", plot->y);
    if (!plot->frame->container) {
        json_object_set_new(out, "width", json_real(plot->frame->width));
        json_object_set_new(out, "height", json_real(plot->frame->height));
    }
    json_object_set_new(out, "axes", axes_json(plot));
    json_object_set_new(out, "marks", marks_json(plot));
    json_object_set_new(out, "legends", legends_json(plot));
    json_object_set_new(out, "headers", headers_json(plot));
    if (jutu_plot_has_title(plot))
        json_object_set_new(out, "title", box_json(plot->placed->title_box));
    json_t *children = json_array();
    for (size_t i = 0; i < plot->n_children; i++)
        json_array_append_new(children, plot_json(plot->children[i]));
    if (plot->n_children)
        json_object_set(out, "children", children);
    json_decref(children);
    return out;
}

json_t *jutu_layout_to_json(const JutuPlot *root, const JutuPage *page)
{
    json_t *out = plot_json(root);
    json_object_set_new(out, "page",
                        json_pack("{s:f, s:f, s:f, s:f}", "width", page->width, "height",
                                  page->height, "x", page->x, "y", page->y));
    return out;
}
