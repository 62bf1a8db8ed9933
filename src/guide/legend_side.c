/* How legends stand at the sides of a view: their own offsets, and config.legend.layout. */
#include <math.h>

#include "base/json.h"
#include "guide/legend.h"

/* A member of config.legend.layout: the side's own, or all sides'. */
static JutuValue layout_value(const JutuFrame *frame, JutuSide side, const char *name)
{
    const json_t *layout = jutu_json_path(frame->chart->vega_config, "legend", "layout", NULL);
    const json_t *own = json_object_get(json_object_get(layout, jutu_side_name(side)), name);
    return jutu_chart_value(frame->chart, frame->scope,
                            jutu_json_given(own) ? own : json_object_get(layout, name));
}

static double layout_number(const JutuFrame *frame, JutuSide side, const char *name,
                            double fallback)
{
    JutuValue value = layout_value(frame, side, name);
    return jutu_is_nullish(value) ? fallback : jutu_to_number(value);
}

static bool layout_is(const JutuFrame *frame, JutuSide side, const char *name, const char *text)
{
    return jutu_is_text(layout_value(frame, side, name), text);
}

/* The farthest of the legends' own offsets, else the layout's. */
static double offset_of(const JutuFrame *frame, const JutuGuides *guides, JutuSide side)
{
    double most = NAN;
    for (size_t i = 0; i < guides->n_legends; i++) {
        if (guides->legends[i]->side == side)
            most = fmax(most, guides->legends[i]->offset);
    }
    return isnan(most) ? layout_number(frame, side, "offset", 0) : most;
}

/* Titles and legends of a furnished page start at its margin. */
static bool is_by_bounds(const JutuFrame *frame, JutuSide side)
{
    JutuValue value = layout_value(frame, side, "frame");
    return jutu_is_text(value, "bounds") || (frame->room->across > 0 && jutu_is_nullish(value));
}

/* Whether legends above or below a view are too wide for a page of the theme, so that they stand
 * below each other. */
static bool is_crowded(const JutuFrame *frame, const JutuGuides *guides, JutuSide side)
{
    double margin = layout_number(frame, side, "margin", 8), width = -margin;
    for (size_t i = 0; i < guides->n_legends; i++) {
        if (guides->legends[i]->side == side)
            width += guides->legends[i]->block.bounds.width + margin;
    }
    return frame->room->page && (side == JUTU_TOP || side == JUTU_BOTTOM) &&
           width > jutu_page_room(frame) &&
           !jutu_json_path(frame->chart->source, "config", "legend", "layout", NULL);
}

void jutu_legend_sides_make(const JutuFrame *frame, JutuGuides *guides)
{
    bool done[JUTU_NO_SIDE] = { false };
    for (size_t i = 0; i < guides->n_legends; i++) {
        JutuSide side = guides->legends[i]->side;
        if (side == JUTU_NO_SIDE || done[side])
            continue;
        done[side] = true;
        guides->legend_sides[side] = (JutuLegendSide){
            .offset = offset_of(frame, guides, side),
            .margin = layout_number(frame, side, "margin", 8),
            .anchor = layout_is(frame, side, "anchor", "end")      ? 1
                      : layout_is(frame, side, "anchor", "middle") ? 0.5
                                                                   : 0,
            .by_bounds = is_by_bounds(frame, side),
            .by_all = layout_is(frame, side, "bounds", "full"),
            .vertical = layout_is(frame, side, "direction", "vertical") ||
                        is_crowded(frame, guides, side),
            .center = jutu_truthy(layout_value(frame, side, "center")),
        };
    }
}
