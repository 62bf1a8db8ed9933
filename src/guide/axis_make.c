/* Axes of a frame: the lines around ticks and labels, titles, and what the layout must know. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "frame/frame.h"
#include "guide/axis.h"
#include "guide/vertical.h"
#include "text/vertical.h"

/* What Vega's config says of axes on a side. */
static const json_t *vega_config(const JutuChart *chart, JutuSide side, bool banded)
{
    static const char *const sides[] = { "axisTop", "axisBottom", "axisLeft", "axisRight" };
    const json_t *config = chart->vega_config;
    json_t *merged = jutu_json_spread(json_object_get(config, "axis"));
    jutu_json_assign(merged, json_object_get(config, jutu_is_horizontal(side) ? "axisX" : "axisY"));
    jutu_json_assign(merged, json_object_get(config, sides[side]));
    if (banded)
        jutu_json_assign(merged, json_object_get(config, "axisBand"));
    return jutu_json_own(chart->arena, merged);
}

static void make_range(JutuAxis *axis)
{
    const JutuScale *scale = axis->scale;
    axis->range[0] = scale->n_range > 0 ? jutu_to_number(scale->range[0]) : 0;
    axis->range[1] = scale->n_range > 0 ? jutu_to_number(scale->range[scale->n_range - 1]) : 0;
}

/* Grid lines span the other scale's range, or all of the view. */
static void make_grid_range(JutuAxis *axis, const JutuAxisPlan *planned,
                            const JutuGuideReader *reader)
{
    JutuChannel other = planned->channel == JUTU_X ? JUTU_Y : JUTU_X;
    const JutuScale *scale = planned->grid_unit
                                 ? jutu_frame_scale(reader->frame, planned->grid_unit, other)
                                 : NULL;
    axis->grid_range[0] = axis->grid_range[1] = NAN;
    if (scale && scale->n_range > 0) {
        axis->grid_range[0] = jutu_to_number(scale->range[0]);
        axis->grid_range[1] = jutu_to_number(scale->range[scale->n_range - 1]);
    }
}

static void make_domain(JutuAxis *axis, JutuGuideReader *reader)
{
    JutuGuideLine line = jutu_guide_line(reader, "domain");
    axis->domain_style = jutu_guide_line_style(reader, &line, jutu_undefined());
    axis->domain_style.stroke_opacity *= jutu_guide_read_number(reader, &line.item_opacity,
                                                                jutu_undefined(), 1);
    axis->domain = jutu_truthy(jutu_guide_get(reader, "domain")) &&
                   jutu_is_stroked(&axis->domain_style);
}

/* Whether a y axis' title stands upright above it: a default, unless it is told where to be. */
static bool stands_above(const JutuAxis *axis, const JutuAxisPlan *planned, JutuGuideReader *reader)
{
    static const char *const places[] = { "titleAngle", "titleAlign", "titleAnchor", "titleX",
                                          "titleY" };
    const JutuChart *chart = reader->frame->chart;
    if (jutu_is_horizontal(axis->side) || !jutu_rule_acts(chart->context, JUTU_RULE_upright_titles))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
        if (!jutu_is_nullish(jutu_guide_get(reader, places[i])))
            return false;
    const JutuChannelDef *def = planned->unit->encoding.defs[planned->channel];
    if (def && chart->context->why)
        jutu_why(chart->context, JUTU_RULE_upright_titles,
                 jutu_pointer_of(chart->source, def->json, chart->arena),
                 "the title stands upright above the axis");
    return true;
}

/* Whether a y axis' title is to be set vertically. */
static bool stands_in_column(const JutuAxis *axis, JutuGuideReader *reader)
{
    return !jutu_is_horizontal(axis->side) &&
           jutu_vertical_is_asked(reader->frame->chart, JUTU_VERTICAL_AXIS_TITLE) &&
           jutu_vertical_suits(axis->title.text);
}

/* A column begins at its top, whatever way a turned line would run. */
static void stand_title(JutuAxis *axis, JutuGuideReader *reader, bool start, bool end)
{
    JutuTextBlock *title = &axis->title;
    if (!stands_in_column(axis, reader) || !jutu_is_quarter_turned(title))
        return;
    title->columns = reader->frame->chart->context->lang;
    if (!start && !end)
        return;
    bool down = jutu_normalize_angle(title->angle) == 90;
    axis->title_position = axis->range[start ? 1 : 0];
    title->align = start == down ? JUTU_ALIGN_LEFT : JUTU_ALIGN_RIGHT;
}

/* Title's alignment, baseline and angle: given, or by side and anchor. */
static void place_title(JutuAxis *axis, JutuGuideReader *reader)
{
    JutuTextBlock *title = &axis->title;
    bool horizontal = jutu_is_horizontal(axis->side);
    JutuValue anchor = jutu_guide_get(reader, "titleAnchor");
    JutuValue align = jutu_guide_get(reader, "titleAlign");
    JutuValue baseline = jutu_guide_get(reader, "titleBaseline");
    bool start = jutu_is_text(anchor, "start"), end = jutu_is_text(anchor, "end");
    double along = start ? 0 : end ? 1 : 0.5;
    axis->title_position = axis->range[0] + (axis->range[1] - axis->range[0]) * along;
    title->align = !jutu_is_nullish(align) ? jutu_text_align(align)
                   : start                 ? JUTU_ALIGN_LEFT
                   : end                   ? JUTU_ALIGN_RIGHT
                                           : JUTU_ALIGN_CENTER;
    if (axis->upright)
        title->align = axis->side == JUTU_LEFT ? JUTU_ALIGN_LEFT : JUTU_ALIGN_RIGHT;
    bool hangs = axis->side == JUTU_BOTTOM;
    title->baseline = !jutu_is_nullish(baseline) ? jutu_text_baseline(baseline)
                      : hangs                    ? JUTU_BASELINE_TOP
                                                 : JUTU_BASELINE_BOTTOM;
    double upright = horizontal ? 0 : axis->side == JUTU_LEFT ? -90 : 90;
    title->angle = jutu_guide_get_number(reader, "titleAngle", axis->upright ? 0 : upright);
    title->x = jutu_guide_get_number(reader, "titleX", NAN);
    title->y = jutu_guide_get_number(reader, "titleY", NAN);
    stand_title(axis, reader, start, end);
}

static void make_title(JutuAxis *axis, const JutuGuidePlan *guides, const JutuAxisPlan *planned,
                       JutuGuideReader *reader)
{
    JutuArena *arena = reader->frame->chart->arena;
    const json_t *config = reader->frame->chart->vega_config;
    json_t *json = jutu_axis_title_shown(guides, planned, reader->frame, axis->scale);
    if (!json)
        return;
    jutu_json_own(arena, json);
    const char *source = jutu_json_string(json, "expr", NULL);
    JutuGuideValue value = source ? jutu_guide_expr(reader, source, json)
                                  : (JutuGuideValue){ .value = json };
    JutuValue text = jutu_guide_read(reader, &value, jutu_undefined());
    JutuGuideText look = jutu_guide_text(reader, "title", "guide-title");
    jutu_guide_text_style(reader, &look, jutu_undefined(), &axis->title);
    axis->title.style.fill_opacity *= jutu_guide_read_number(reader, &look.item_opacity,
                                                             jutu_undefined(), 1);
    axis->title.text = jutu_text_lines(text, jutu_json_string(config, "lineBreak", NULL), arena);
    axis->upright = !stands_in_column(axis, reader) && stands_above(axis, planned, reader);
    place_title(axis, reader);
}

static void make_overlap(JutuAxis *axis, JutuGuideReader *reader)
{
    JutuValue method = jutu_guide_get(reader, "labelOverlap");
    JutuValue bound = jutu_guide_get(reader, "labelBound");
    axis->overlap = (JutuOverlap){
        .given = jutu_truthy(method),
        .greedy = jutu_is_text(method, "greedy"),
        .separation = jutu_guide_get_number(reader, "labelSeparation", 0),
        .tolerance = jutu_truthy(bound) ? jutu_to_number(bound) : NAN,
    };
}

static void make_main(JutuAxis *axis, JutuGuideReader *reader)
{
    axis->position = jutu_guide_own_number(reader, "position", 0);
    axis->title_padding = jutu_guide_get_number(reader, "titlePadding", 0);
    axis->min_extent = jutu_guide_get_number(reader, "minExtent", 0);
    axis->max_extent = jutu_guide_get_number(reader, "maxExtent", INFINITY);
    make_domain(axis, reader);
    make_overlap(axis, reader);
}

/* Vega-Lite hands over a zindex of its own, whatever the config of axes says. */
static int zindex_of(const JutuAxisPlan *planned, const JutuFrame *frame, GError **error)
{
    const json_t *json = jutu_bag_get(&planned->props, "zindex");
    double zindex = jutu_to_number(jutu_frame_value(frame, planned->unit, json, error));
    return zindex >= 1 ? (int)fmin(zindex, 1e6) : 0;
}

JutuGuideReader jutu_axis_reader(const JutuAxisPlan *planned, const JutuFrame *frame,
                                 const JutuScale *scale)
{
    bool banded = scale->type->banded && !scale->type->thin;
    return jutu_guide_reader(frame, planned->unit, planned->props,
                             vega_config(frame->chart, jutu_axis_side(planned), banded));
}

JutuAxis *jutu_axis_make(const JutuGuidePlan *guides, const JutuAxisPlan *planned,
                         const JutuFrame *frame, int parts, GError **error)
{
    const JutuBag *props = &planned->props;
    if (!jutu_json_truthy(jutu_bag_get(props, "grid")))
        parts &= ~JUTU_AXIS_GRID;
    const JutuScale *scale = jutu_frame_scale(frame, planned->unit, planned->channel);
    if (!(parts & (JUTU_AXIS_GRID | JUTU_AXIS_MAIN)) || !scale ||
        json_is_true(jutu_bag_get(props, "disable")))
        return NULL;
    JutuAxis *axis = jutu_new(frame->chart->arena, JutuAxis, 1);
    *axis = (JutuAxis){ .scale = scale,
                        .side = jutu_axis_side(planned),
                        .has_main = (parts & JUTU_AXIS_MAIN) != 0 };
    JutuGuideReader reader = jutu_axis_reader(planned, frame, scale);
    axis->offset = jutu_guide_get_number(&reader, "offset", 0);
    axis->grid_offset = jutu_guide_own_number(&reader, "offset", 0);
    axis->translate = jutu_guide_get_number(&reader, "translate", 0.5);
    axis->zindex = zindex_of(planned, frame, error);
    make_range(axis);
    make_grid_range(axis, planned, &reader);
    if (axis->has_main)
        make_main(axis, &reader);
    if (axis->has_main && !(parts & JUTU_AXIS_UNTITLED))
        make_title(axis, guides, planned, &reader);
    jutu_axis_ticks_make(axis, guides, planned, &reader, parts);
    if (!reader.error)
        return axis;
    g_propagate_error(error, reader.error);
    return NULL;
}

static size_t n_planned(const JutuViewGuides *entry)
{
    size_t n = 0;
    for (int i = 0; i < 2; i++) {
        for (JutuAxisPlan *const *at = entry->axes[i]; at && *at; at++)
            n++;
    }
    return n;
}

bool jutu_axes_make(const JutuGuidePlan *guides, const JutuFrame *frame, const JutuMeasure *measure,
                    JutuGuides *out, GError **error)
{
    const JutuViewGuides *entry = jutu_guide_view(guides, frame->view);
    if (frame->container)
        return true;
    out->axes = jutu_new(frame->chart->arena, JutuAxis *, n_planned(entry) + 1);
    out->n_axes = 0;
    for (int i = 0; i < 2; i++) {
        for (JutuAxisPlan *const *at = entry->axes[i]; at && *at; at++) {
            GError *failure = NULL;
            int parts = JUTU_AXIS_GRID | (jutu_axis_in_header(entry, *at) ? 0 : JUTU_AXIS_MAIN);
            JutuAxis *axis = jutu_axis_make(guides, *at, frame, parts, &failure);
            if (failure) {
                g_propagate_error(error, failure);
                return false;
            }
            if (!axis)
                continue;
            jutu_axis_fit(axis, *at, frame, measure);
            jutu_axis_set(axis, frame->width, frame->height, measure, frame->chart->arena);
            out->axes[out->n_axes++] = axis;
        }
    }
    return true;
}
