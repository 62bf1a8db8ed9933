/* Titles of views: what their properties follow from, where they stand, and how they are drawn. */
#include "guide/title.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "guide/wrap.h"

/* Names of a text's properties: the title's or the subtitle's. */
typedef struct {
    const char *text, *color, *font, *size, *style, *weight, *line_height;
} Names;

static const Names title_names = { "text",      "color",      "font",      "fontSize",
                                   "fontStyle", "fontWeight", "lineHeight" };
static const Names subtitle_names = {
    "subtitle",          "subtitleColor",      "subtitleFont",       "subtitleFontSize",
    "subtitleFontStyle", "subtitleFontWeight", "subtitleLineHeight",
};

/* A property, else the last of several styles that has it. */
static JutuGuideValue styled(JutuGuideReader *reader, const char *name, const json_t *styles,
                             const char *member)
{
    for (size_t i = json_array_size(styles); i > 1; i--) {
        const char *style = json_string_value(json_array_get(styles, i - 1));
        JutuGuideValue value = jutu_guide_value_or_style(reader, name, style ? style : "", member);
        if (jutu_guide_has(&value))
            return value;
    }
    const char *first = json_string_value(json_array_get(styles, 0));
    return jutu_guide_value_or_style(reader, name, first ? first : "", member);
}

static JutuGuideText look_of(JutuGuideReader *reader, const Names *names, const json_t *styles)
{
    return (JutuGuideText){
        .color = styled(reader, names->color, styles, "fill"),
        .opacity = styled(reader, "", styles, "fillOpacity"),
        .font = styled(reader, names->font, styles, "font"),
        .size = styled(reader, names->size, styles, "fontSize"),
        .weight = styled(reader, names->weight, styles, "fontWeight"),
        .style = styled(reader, names->style, styles, "fontStyle"),
        .limit = jutu_guide_value(reader, "limit"),
        .line_height = styled(reader, names->line_height, styles, "lineHeight"),
        .angle = jutu_guide_value(reader, "angle"),
    };
}

static JutuAlign align_of(JutuAnchor anchor)
{
    return anchor == JUTU_ANCHOR_START ? JUTU_ALIGN_LEFT
           : anchor == JUTU_ANCHOR_END ? JUTU_ALIGN_RIGHT
                                       : JUTU_ALIGN_CENTER;
}

static double angle_of(JutuSide side)
{
    return side == JUTU_LEFT ? -90 : side == JUTU_RIGHT ? 90 : 0;
}

/* Alignment, baseline, angle and shift: given, or by side and anchor. */
static void place_text(JutuGuideReader *reader, const JutuTitle *title, const json_t *styles,
                       JutuTextBlock *block)
{
    JutuValue align = jutu_guide_get(reader, "align"),
              baseline = jutu_guide_get(reader, "baseline");
    JutuGuideValue dx = styled(reader, "dx", styles, "dx"), dy = styled(reader, "dy", styles, "dy");
    block->align = jutu_is_nullish(align) ? align_of(title->anchor) : jutu_text_align(align);
    block->baseline = jutu_is_nullish(baseline) ? JUTU_BASELINE_TOP : jutu_text_baseline(baseline);
    block->angle = jutu_guide_get_number(reader, "angle", angle_of(title->side));
    block->dx = jutu_guide_read_number(reader, &dx, jutu_undefined(), 0);
    block->dy = jutu_guide_read_number(reader, &dy, jutu_undefined(), 0);
}

static void make_text(JutuGuideReader *reader, const JutuTitle *title, const Names *names,
                      const json_t *styles, JutuTextBlock *block)
{
    const JutuChart *chart = reader->frame->chart;
    const char *line_break = jutu_json_string(chart->vega_config, "lineBreak", NULL);
    JutuGuideText look = look_of(reader, names, styles);
    jutu_guide_text_style(reader, &look, jutu_undefined(), block);
    block->text = jutu_text_lines(jutu_guide_get(reader, names->text), line_break, chart->arena);
    place_text(reader, title, styles, block);
}

/* One style or a list of them, as a list. */
static const json_t *style_list(const json_t *style, const char *fallback, JutuArena *arena)
{
    if (json_is_array(style))
        return style;
    const char *name = json_is_string(style) ? json_string_value(style) : fallback;
    return jutu_json_own(arena, json_pack("[s]", name));
}

JutuTitle *jutu_title_new(JutuGuideReader *reader, const char *style)
{
    JutuArena *arena = reader->frame->chart->arena;
    const JutuBag *props = &reader->props;
    JutuTitle *title = jutu_new(arena, JutuTitle, 1);
    *title = (JutuTitle){
        .side = jutu_side_parse(jutu_guide_get_text(reader, "orient", "top")),
        .anchor = jutu_anchor_parse(jutu_guide_get_text(reader, "anchor", NULL),
                                    JUTU_ANCHOR_MIDDLE),
        .by_group = strcmp(jutu_guide_get_text(reader, "frame", "bounds"), "group") == 0,
        .offset = jutu_guide_get_number(reader, "offset", 0),
        .subtitle_padding = jutu_guide_get_number(reader, "subtitlePadding", 0),
        .zindex = (int)fmax(-1e6, fmin(1e6, jutu_guide_get_number(reader, "zindex", 0))),
    };
    make_text(reader, title, &title_names, style_list(jutu_bag_get(props, "style"), style, arena),
              &title->text);
    double opacity = 1;
    jutu_block_override(reader, jutu_bag_get(props, "encoding"), jutu_undefined(), &title->text,
                        &opacity);
    title->text.style.fill_opacity *= opacity;
    if (jutu_json_truthy(jutu_bag_get(props, "subtitle")))
        make_text(reader, title, &subtitle_names, style_list(NULL, "group-subtitle", arena),
                  &title->subtitle);
    return title;
}

static bool is_text(const json_t *title)
{
    return json_is_string(title) || json_is_string(json_array_get(title, 0));
}

/* A view's title with what the config says of its place (Model.assembleTitle); a new reference,
 * NULL: none. */
static json_t *own_spec(const JutuView *view)
{
    static const char *const truthy[] = { "anchor", "frame", "offset", "orient" };
    static const char *const defined[] = { "angle", "limit" };
    const json_t *config = jutu_config(view->chart, "title", NULL), *title = view->title;
    if (!jutu_json_truthy(title))
        return NULL;
    json_t *spec = json_object();
    for (size_t i = 0; i < G_N_ELEMENTS(truthy); i++) {
        const json_t *value = json_object_get(config, truthy[i]);
        if (jutu_json_truthy(value))
            jutu_json_put(spec, truthy[i], value);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(defined); i++) {
        if (json_object_get(config, defined[i]))
            jutu_json_put(spec, defined[i], json_object_get(config, defined[i]));
    }
    if (is_text(title))
        jutu_json_put(spec, "text", title);
    else
        jutu_json_assign(spec, title);
    if (jutu_json_truthy(json_object_get(spec, "text")))
        return spec;
    json_decref(spec);
    return NULL;
}

/* Titles of views stand over their plotting area; those of containers at its start. */
static void settle_place(json_t *spec, JutuViewKind kind)
{
    const json_t *anchor = json_object_get(spec, "anchor"), *frame = json_object_get(spec, "frame");
    bool container = kind == JUTU_VIEW_FACET || kind == JUTU_VIEW_CONCAT;
    const char *text = json_string_value(anchor);
    bool middle = !anchor || (text && strcmp(text, "middle") == 0);
    if (container && !jutu_json_given(anchor))
        jutu_json_put_new(spec, "anchor", json_string("start"));
    else if (!container && middle && !jutu_json_given(frame))
        jutu_json_put_new(spec, "frame", json_string("group"));
}

/* A layer without a title has that of the first of its parts that has one. */
static json_t *spec_of(const JutuView *view)
{
    json_t *spec = own_spec(view);
    if (spec)
        settle_place(spec, view->kind);
    for (size_t c = 0; view->kind == JUTU_VIEW_LAYER && !spec && c < view->n_children; c++)
        spec = spec_of(view->children[c]);
    return spec;
}

/* How long a title above or below its view may be: as that, and with its axes where it stands
 * above them as well. */
static double room_of(const JutuFrame *frame, const JutuGuides *guides)
{
    bool panel = frame->parent && jutu_rule_acts(frame->chart->context, JUTU_RULE_panel_titles);
    double from = 0, to = frame->width;
    if (frame->container)
        return jutu_page_room(frame);
    for (size_t i = 0; panel && i < guides->n_axes; i++) {
        JutuRect axis = guides->axes[i]->block.bounds;
        from = fmin(from, axis.x);
        to = fmax(to, axis.x + axis.width);
    }
    return to - from;
}

/* A furnished page sets the root's title anew. */
static void set(const JutuGuides *guides, const JutuFrame *frame, const JutuMeasure *measure)
{
    JutuTitle *title = guides->title;
    JutuWrap wrap = { frame, measure };
    bool level = title->side == JUTU_TOP || title->side == JUTU_BOTTOM;
    bool heading = !frame->parent && frame->room->across > 0;
    if (level && !heading && title->text.angle == 0 && jutu_wrap_acts(&wrap))
        jutu_wrap_title(&wrap, title, room_of(frame, guides));
    jutu_title_set(title, measure, frame->chart->arena);
}

bool jutu_title_make(const JutuGuidePlan *guides, const JutuFrame *frame,
                     const JutuMeasure *measure, JutuGuides *out, GError **error)
{
    const JutuChart *chart = frame->chart;
    GError *failure = NULL;
    out->title = jutu_cell_title(guides, frame, &failure);
    bool own = !out->title && !failure;
    json_t *spec = own ? jutu_json_own(chart->arena, spec_of(frame->view)) : NULL;
    if (spec) {
        JutuGuideReader reader = jutu_guide_reader_of(frame, frame->view, spec,
                                                      json_object_get(chart->vega_config, "title"));
        out->title = jutu_title_new(&reader, "group-title");
        failure = reader.error;
    }
    if (failure)
        g_propagate_error(error, failure);
    else if (out->title)
        set(out, frame, measure);
    return !failure;
}
