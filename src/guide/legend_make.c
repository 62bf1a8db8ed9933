/* Legends of a frame: what kind they are, their bar, title and box (Vega's legend parser). */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "frame/frame.h"
#include "guide/legend.h"
#include "scale/legend.h"
#include "scene/style.h"

static bool is_inside(const JutuView *view, const JutuView *of)
{
    while (view && view != of)
        view = view->parent;
    return view != NULL;
}

/* The frame that a unit is drawn in, of a facet the first cell; as near as it gets where there is
 * none. */
static const JutuFrame *plot_of(const JutuFrame *frame, const JutuView *unit)
{
    for (size_t c = 0; c < frame->n_children; c++) {
        if (is_inside(unit, frame->children[c]->view))
            return plot_of(frame->children[c], unit);
    }
    return frame;
}

const json_t *jutu_legend_part(const JutuLegendMaker *maker, const char *part)
{
    return json_object_get(jutu_bag_get(&maker->planned->props, "encode"), part);
}

/* spec[first] ?? config[first], else config[second]. */
static JutuValue either(JutuGuideReader *reader, const char *first, const char *second)
{
    JutuValue value = jutu_guide_get(reader, first);
    if (jutu_truthy(value) || jutu_bag_get(&reader->props, first))
        return value;
    JutuGuideValue other = jutu_guide_vega_value(reader, second);
    return jutu_guide_read(reader, &other, jutu_undefined());
}

static double either_number(JutuGuideReader *reader, const char *first, const char *second)
{
    JutuValue value = either(reader, first, second);
    double number = jutu_is_nullish(value) ? 0 : jutu_to_number(value);
    return isfinite(number) ? number : 0;
}

static bool is_vertical(JutuGuideReader *reader, const char *direction)
{
    JutuValue value = either(reader, "direction", direction);
    return value.type == JUTU_STRING && jutu_orient_parse(value.string) == JUTU_VERTICAL;
}

static bool shows_color_alone(const JutuLegendMaker *maker)
{
    size_t n = 0;
    for (size_t i = 0; i < JUTU_N_SHOWS; i++)
        n += maker->planned->scales[i].unit != NULL;
    return n == 1 && (maker->scales[JUTU_SHOWS_FILL] || maker->scales[JUTU_SHOWS_STROKE]);
}

static JutuLegendKind kind_of(JutuLegendMaker *maker)
{
    const JutuScaleType *type = maker->scale->type;
    JutuValue given = jutu_guide_own(&maker->reader, "type");
    bool bar = given.type == JUTU_STRING
                   ? strcmp(given.string, "gradient") == 0
                   : shows_color_alone(maker) && (type->continuous || type->discretizing);
    return !bar                 ? JUTU_LEGEND_SYMBOL
           : type->discretizing ? JUTU_LEGEND_DISCRETE
                                : JUTU_LEGEND_GRADIENT;
}

/* The colour of a gradient at a place from 0 to 1, between its stops. */
static JutuColor color_at(const JutuColorStop *stops, size_t n, double at)
{
    size_t i = 0;
    while (i + 1 < n && stops[i].at < at)
        i++;
    if (i == 0) {
        JutuColor first = n ? stops[0].color : (JutuColor){ 0 };
        return (JutuColor){ first.r, first.g, first.b, 1 };
    }
    JutuColor a = stops[i - 1].color, b = stops[i].color;
    double span = stops[i].at - stops[i - 1].at, t = (at - stops[i - 1].at) / (span ? span : 1);
    return (JutuColor){ a.r + t * (b.r - a.r), a.g + t * (b.g - a.g), a.b + t * (b.b - a.b), 1 };
}

static void make_gradient(JutuLegendMaker *maker)
{
    JutuLegend *legend = maker->legend;
    JutuArena *arena = maker->reader.frame->chart->arena;
    size_t n;
    const JutuColorStop *stops = jutu_legend_stops(maker->scale, arena, &n);
    JutuStop *copies = jutu_new(arena, JutuStop, n + 1);
    for (size_t i = 0; i < n; i++)
        copies[i] = (JutuStop){ stops[i].at, stops[i].color };
    struct JutuGradient *gradient = jutu_new(arena, struct JutuGradient, 1);
    *gradient = (struct JutuGradient){ .y1 = legend->vertical ? 1 : 0,
                                       .x2 = legend->vertical ? 0 : 1,
                                       .stops = copies,
                                       .n_stops = n };
    legend->bar.fill = (JutuPaint){ .kind = JUTU_PAINT_LINEAR, .gradient = gradient };
    for (size_t i = 0; i < G_N_ELEMENTS(legend->stops5); i++)
        legend->stops5[i] = color_at(stops, n, (double)i / 4);
}

static void set_style(JutuGuideReader *reader, JutuStyle *style, const char *name, JutuValue value)
{
    if (strcmp(name, "opacity") == 0) {
        double opacity = jutu_to_number(value);
        style->fill_opacity *= opacity;
        style->stroke_opacity *= opacity;
    } else {
        jutu_style_set(style, name, value, reader->frame->chart->arena);
    }
}

/* Pairs of a style's property and the legend's, then what `encode` says. */
static void read_style(JutuLegendMaker *maker, const char *const (*names)[2], const char *part,
                       JutuStyle *style)
{
    JutuGuideReader *reader = &maker->reader;
    const json_t *encode = jutu_legend_part(maker, part);
    for (size_t i = 0; names[i][0]; i++) {
        JutuValue value = jutu_guide_get(reader, names[i][1]);
        if (!jutu_is_nullish(value) && !json_object_get(encode, names[i][0]))
            set_style(reader, style, names[i][0], value);
    }
    const char *name;
    json_t *json;
    json_object_foreach ((json_t *)encode, name, json) {
        JutuGuideValue given = jutu_guide_encoded(reader, json);
        set_style(reader, style, name, jutu_guide_read(reader, &given, jutu_undefined()));
    }
}

static void make_bar(JutuLegendMaker *maker)
{
    static const char *const names[][2] = { { "stroke", "gradientStrokeColor" },
                                            { "strokeWidth", "gradientStrokeWidth" },
                                            { "opacity", "gradientOpacity" },
                                            { NULL, NULL } };
    JutuLegend *legend = maker->legend;
    JutuGuideReader *reader = &maker->reader;
    legend->vertical = is_vertical(reader, "gradientDirection");
    legend->length = either_number(reader, "gradientLength", "gradientWidth");
    legend->thickness = either_number(reader, "gradientThickness", "gradientHeight");
    legend->bar = jutu_style_none();
    if (legend->kind == JUTU_LEGEND_GRADIENT)
        make_gradient(maker);
    read_style(maker, names, "gradient", &legend->bar);
    bool own_offset = jutu_bag_get(&reader->props, "labelOffset") != NULL;
    legend->label_offset = jutu_guide_get_number(
        reader, own_offset ? "labelOffset" : "gradientLabelOffset", 0);
    JutuValue overlap = jutu_guide_get(reader, "labelOverlap");
    legend->overlap = (JutuOverlap){
        .given = jutu_truthy(overlap),
        .greedy = overlap.type == JUTU_STRING && strcmp(overlap.string, "greedy") == 0,
        .separation = jutu_guide_get_number(reader, "labelSeparation", 0),
        .tolerance = NAN,
    };
}

/* A member of a value that may be given for columns and rows. */
static const char *align_of(JutuValue align, const char *direction)
{
    if (align.type == JUTU_OBJECT)
        align = jutu_member(align, direction);
    return align.type == JUTU_STRING ? align.string : "none";
}

static void make_grid(JutuLegendMaker *maker)
{
    JutuLegend *legend = maker->legend;
    JutuGuideReader *reader = &maker->reader;
    legend->vertical = is_vertical(reader, "symbolDirection");
    double columns = jutu_guide_get_number(reader, "columns", legend->vertical ? 1 : 0);
    legend->columns = columns >= 1 ? (size_t)fmin(columns, 1e6) : 0;
    legend->symbol_offset = jutu_guide_get_number(reader, "symbolOffset", 0);
    legend->label_offset = jutu_guide_get_number(reader, "labelOffset", 0);
    legend->clip_height = jutu_guide_get_number(reader, "clipHeight", 0);
    legend->row_padding = jutu_guide_get_number(reader, "rowPadding", 0);
    legend->column_padding = jutu_guide_get_number(reader, "columnPadding", 0);
    JutuValue align = jutu_guide_get(reader, "gridAlign");
    legend->align[0] = align_of(align, "column");
    legend->align[1] = align_of(align, "row");
}

/* One of three values, for start, middle and end. */
static int anchored(JutuAnchor anchor, int start, int middle, int end)
{
    return anchor == JUTU_ANCHOR_START ? start : anchor == JUTU_ANCHOR_END ? end : middle;
}

/* By side and anchor; beside an upright bar the title is upright too. */
static void place_title(JutuLegend *legend, JutuTextBlock *title)
{
    bool left = legend->title_side == JUTU_LEFT, right = legend->title_side == JUTU_RIGHT;
    bool bar = legend->kind != JUTU_LEGEND_SYMBOL && legend->vertical, beside = left || right;
    JutuAnchor anchor = legend->title_anchor;
    int usual = anchored(anchor, JUTU_ALIGN_LEFT, JUTU_ALIGN_CENTER, JUTU_ALIGN_RIGHT);
    int flipped = anchored(anchor, JUTU_ALIGN_RIGHT, JUTU_ALIGN_CENTER, JUTU_ALIGN_LEFT);
    title->align = bar && right               ? (JutuAlign)flipped
                   : beside && !(bar && left) ? JUTU_ALIGN_LEFT
                                              : (JutuAlign)usual;
    title->angle = bar && beside ? (left ? -90 : 90) : 0;
    title->baseline = JUTU_BASELINE_TOP;
    if (bar && right)
        title->baseline = JUTU_BASELINE_BOTTOM;
    else if (beside && !bar)
        title->baseline = (JutuBaseline)anchored(anchor, JUTU_BASELINE_TOP, JUTU_BASELINE_MIDDLE,
                                                 JUTU_BASELINE_BOTTOM);
}

/* The opacity of an item's texts is that of their fill, even if it is an expression. */
JutuGuideText jutu_legend_text(JutuGuideReader *reader, const char *prefix, const char *style)
{
    JutuGuideText text = jutu_guide_text(reader, prefix, style);
    if (jutu_guide_has(&text.item_opacity))
        text.opacity = text.item_opacity;
    text.item_opacity = (JutuGuideValue){ 0 };
    return text;
}

static void make_title(JutuLegendMaker *maker)
{
    JutuLegend *legend = maker->legend;
    JutuGuideReader *reader = &maker->reader;
    const JutuChart *chart = reader->frame->chart;
    const char *line_break = jutu_json_string(chart->vega_config, "lineBreak", NULL);
    legend->title_side = jutu_side_parse(jutu_guide_get_text(reader, "titleOrient", "top"));
    bool beside = legend->title_side == JUTU_LEFT || legend->title_side == JUTU_RIGHT;
    const char *anchor = jutu_guide_get_text(reader, "titleAnchor", beside ? "middle" : "start");
    legend->title_anchor = jutu_anchor_parse(anchor, JUTU_ANCHOR_MIDDLE);
    legend->title_padding = jutu_guide_get_number(reader, "titlePadding", 0);
    const json_t *json = jutu_bag_get(&reader->props, "title");
    if (!jutu_json_truthy(json))
        return;
    JutuGuideText look = jutu_legend_text(reader, "title", "guide-title");
    jutu_guide_text_style(reader, &look, jutu_undefined(), &legend->title);
    legend->title.text = jutu_text_lines(jutu_guide_get(reader, "title"), line_break, chart->arena);
    place_title(legend, &legend->title);
    JutuValue align = jutu_guide_get(reader, "titleAlign");
    JutuValue baseline = jutu_guide_get(reader, "titleBaseline");
    if (!jutu_is_nullish(align))
        legend->title.align = jutu_text_align(align);
    if (!jutu_is_nullish(baseline))
        legend->title.baseline = jutu_text_baseline(baseline);
    double opacity = 1;
    jutu_block_override(reader, jutu_legend_part(maker, "title"), jutu_undefined(), &legend->title,
                        &opacity);
    legend->title.style.fill_opacity *= opacity;
}

static void make_box(JutuLegendMaker *maker)
{
    static const char *const names[][2] = { { "fill", "fillColor" },
                                            { "stroke", "strokeColor" },
                                            { "strokeWidth", "strokeWidth" },
                                            { "strokeDash", "strokeDash" },
                                            { NULL, NULL } };
    JutuLegend *legend = maker->legend;
    JutuGuideReader *reader = &maker->reader;
    legend->box = jutu_style_none();
    read_style(maker, names, "legend", &legend->box);
    legend->side = jutu_side_parse(jutu_guide_get_text(reader, "orient", "right"));
    legend->padding = jutu_guide_get_number(reader, "padding", 0);
    legend->corner_radius = jutu_guide_get_number(reader, "cornerRadius", 0);
    legend->offset = jutu_guide_get_number(reader, "offset", NAN);
    legend->x = jutu_guide_get_number(reader, "legendX", 0);
    legend->y = jutu_guide_get_number(reader, "legendY", 0);
    legend->zindex = (int)fmax(-1e6, fmin(1e6, jutu_guide_get_number(reader, "zindex", 0)));
}

static bool find_scales(JutuLegendMaker *maker, const JutuFrame *frame)
{
    for (size_t i = 0; i < JUTU_N_SHOWS; i++) {
        const JutuLegendScale *shown = &maker->planned->scales[i];
        if (!shown->unit)
            continue;
        maker->scales[i] = jutu_frame_scale(plot_of(frame, shown->unit), shown->unit,
                                            shown->channel);
        if (!maker->scale)
            maker->scale = maker->scales[i];
    }
    return maker->scale != NULL;
}

/* Everything of one legend but where things stand; NULL: error is set. */
static JutuLegend *make_legend(const JutuLegendPlan *planned, const JutuFrame *frame,
                               GError **error)
{
    const JutuChart *chart = frame->chart;
    JutuLegendMaker maker = { .planned = planned };
    if (!find_scales(&maker, frame))
        return NULL;
    json_t *props = jutu_json_own(chart->arena, jutu_json_spread(planned->props.implicit_props));
    jutu_json_assign(props, planned->props.explicit_props);
    maker.reader = jutu_guide_reader_of(plot_of(frame, planned->unit), planned->unit, props,
                                        json_object_get(chart->vega_config, "legend"));
    maker.legend = jutu_new(chart->arena, JutuLegend, 1);
    maker.legend->kind = kind_of(&maker);
    if (maker.legend->kind == JUTU_LEGEND_SYMBOL)
        make_grid(&maker);
    else
        make_bar(&maker);
    make_title(&maker);
    make_box(&maker);
    if (!maker.reader.error)
        jutu_legend_entries_make(&maker);
    if (!maker.reader.error)
        return maker.legend;
    g_propagate_error(error, maker.reader.error);
    return NULL;
}

bool jutu_legends_make(const JutuGuidePlan *guides, const JutuFrame *frame,
                       const JutuMeasure *measure, JutuGuides *out, GError **error)
{
    JutuLegendPlan *const *planned = jutu_guide_view(guides, frame->view)->joined;
    size_t n = 0;
    while (planned[n])
        n++;
    out->legends = jutu_new(frame->chart->arena, JutuLegend *, n + 1);
    out->n_legends = 0;
    for (size_t i = 0; i < n; i++) {
        GError *failure = NULL;
        JutuLegend *legend = make_legend(planned[i], frame, &failure);
        if (failure) {
            g_propagate_error(error, failure);
            return false;
        }
        if (!legend)
            continue;
        jutu_legend_fit(legend, planned[i], frame, measure);
        out->legends[out->n_legends++] = legend;
    }
    jutu_legend_sides_make(frame, out);
    return true;
}
