/* Headers of a facet's frame: titles, and for each row and column a label and axes. */
#include "guide/header.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "frame/cells.h"
#include "frame/frame.h"
#include "guide/axis.h"
#include "guide/vertical.h"
#include "guide/wrap.h"
#include "scene/box.h"

/* A row or column: the facet's values there, and what they are sorted by. */
typedef struct {
    JutuValue values, by;
    size_t index; /* as they came */
} Lane;

typedef struct {
    const JutuGuidePlan *plan;
    const JutuViewGuides *guides; /* the facet's */
    const JutuFrame *frame;
    const JutuMeasure *measure;
    GPtrArray *headers;
    GError *error;
} Maker;

static const JutuHeaderPlan *planned_of(const Maker *maker, JutuChannel channel)
{
    return maker->guides->headers[jutu_header_index(channel)];
}

static JutuHeader *add(Maker *maker, JutuHeaderRole role, size_t index)
{
    JutuHeader *header = jutu_new(maker->frame->chart->arena, JutuHeader, 1);
    *header = (JutuHeader){ .role = role, .index = index, .band = NAN };
    g_ptr_array_add(maker->headers, header);
    return header;
}

static bool is(const char *text, const char *name)
{
    return text && strcmp(text, name) == 0;
}

/* Where along its side a title stands: rows are read upwards. */
static double band_of(JutuAnchor anchor, bool row)
{
    return anchor == JUTU_ANCHOR_START ? (row ? 1 : 0)
           : anchor == JUTU_ANCHOR_END ? (row ? 0 : 1)
                                       : 0.5;
}

static void make_title(Maker *maker, JutuChannel channel)
{
    enum { TITLE_OFFSET = 10 };
    const JutuView *view = maker->frame->view;
    const JutuHeaderPlan *planned = planned_of(maker, channel);
    if (!planned->def || !planned->title || maker->error)
        return;
    JutuSide side = jutu_side_parse(jutu_header_text(view, planned->def, "titleOrient"));
    JutuChannel along = jutu_header_side(channel, side);
    const JutuHeaderPlan *beside = planned_of(maker, along);
    bool row = along == JUTU_ROW;
    JutuHeader *header = add(maker, row ? JUTU_HEADER_ROW_TITLE : JUTU_HEADER_COLUMN_TITLE, 0);
    header->title = jutu_header_title_new(maker->frame, planned, &maker->error);
    header->band = band_of(
        jutu_anchor_parse(jutu_header_text(view, planned->def, "titleAnchor"), JUTU_ANCHOR_MIDDLE),
        row);
    header->at_end = side == JUTU_RIGHT || side == JUTU_BOTTOM;
    header->offset = beside->def && beside->title ? TITLE_OFFSET : 0;
}

static int compare_lanes(const void *a, const void *b)
{
    const Lane *one = a, *other = b;
    int order = jutu_compare(one->by, other->by);
    return order ? order : (one->index > other->index) - (one->index < other->index);
}

static int compare_lanes_down(const void *a, const void *b)
{
    const Lane *one = a, *other = b;
    int order = jutu_compare(other->by, one->by);
    return order ? order : (one->index > other->index) - (one->index < other->index);
}

static bool is_descending(const json_t *sort)
{
    const char *order = json_is_string(sort) ? json_string_value(sort)
                                             : jutu_json_string(sort, "order", NULL);
    return is(order, "descending");
}

/* Each value of a facet's channel once, sorted. @return how many there are */
static size_t find_lanes(const JutuFrame *frame, const JutuChannelDef *def, Lane *lanes)
{
    JutuArena *arena = frame->chart->arena;
    const char *column = def->column.value;
    const char *by = jutu_facet_sort_column(frame->view, def);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    size_t n = 0;
    for (size_t i = 0; i < frame->n_children; i++) {
        JutuValue values = frame->children[i]->facet, order = jutu_member(values, by);
        const char *key = jutu_value_key(jutu_member(values, column), arena);
        gpointer known = g_hash_table_lookup(seen, key);
        Lane *lane = &lanes[known ? GPOINTER_TO_SIZE(known) - 1 : n];
        if (!known) {
            *lane = (Lane){ values, order, n++ };
            g_hash_table_insert(seen, (char *)key, GSIZE_TO_POINTER(n));
        } else if (jutu_is_nullish(lane->by)) { /* cells without data don't know it */
            lane->by = order;
        }
    }
    if (!jutu_rule_acts(frame->chart->context, JUTU_RULE_own_order)) /* else cells stand right */
        qsort(lanes, n, sizeof(*lanes),
              is_descending(def->sort) ? compare_lanes_down : compare_lanes);
    return n;
}

/* The first cell of each row or column; NULL where there is none. To be freed. */
static JutuFrame **first_cells(const JutuFrame *frame, JutuChannel channel, size_t n)
{
    JutuFrame **cells = g_new0(JutuFrame *, n + 1);
    for (size_t i = frame->n_children; i > 0; i--) {
        JutuFrame *cell = frame->children[i - 1];
        size_t at = channel == JUTU_ROW ? cell->row : cell->column;
        if (at < n)
            cells[at] = cell;
    }
    return cells;
}

/* Under a theme the title of an axis that lanes have alike stands at one: the first row, the last
 * column. */
static bool is_titled(const Maker *maker, JutuChannel channel, size_t lane, size_t n_lanes)
{
    return lane == (channel == JUTU_ROW ? 0 : n_lanes - 1) ||
           !jutu_rule_acts(maker->frame->chart->context, JUTU_RULE_axis_titles);
}

static void make_axes(Maker *maker, JutuHeader *header, JutuAxisPlan *const *planned,
                      const JutuFrame *cell, bool titled)
{
    size_t n = 0;
    while (planned && planned[n])
        n++;
    header->axes = jutu_new(maker->frame->chart->arena, JutuAxis *, n + 1);
    for (size_t i = 0; i < n && cell && !maker->error; i++) {
        JutuAxis *axis = jutu_axis_make(maker->plan, planned[i], cell,
                                        JUTU_AXIS_MAIN | (titled ? 0 : JUTU_AXIS_UNTITLED),
                                        &maker->error);
        if (!axis)
            continue;
        jutu_axis_fit(axis, planned[i], cell, maker->measure);
        header->axes[header->n_axes++] = axis;
    }
}

/* Cells that know their size give it to the header; others have it in their middle. */
static void set_size(JutuHeader *header, JutuChannel channel, JutuFrame *cell)
{
    int i = channel == JUTU_ROW ? 1 : 0;
    if (!cell || jutu_plan_view(cell->plan, cell->view)->size[i].kind == JUTU_SIZE_NONE)
        header->band = 0.5;
    else if (i == 0)
        header->width = jutu_frame_size(cell, 0);
    else
        header->height = jutu_frame_size(cell, 1);
}

/* How many rows or columns have axes where no field says it. */
static size_t count_lanes(const JutuFrame *frame, JutuChannel channel)
{
    size_t columns = MAX(frame->columns, 1);
    if (!frame->view->encoding.defs[JUTU_FACET])
        return 1;
    return channel == JUTU_COLUMN ? frame->columns : (frame->n_children + columns - 1) / columns;
}

static void make_lanes(Maker *maker, JutuChannel channel, JutuHeaderPlace place)
{
    static const JutuHeaderRole roles[2][2] = {
        { JUTU_HEADER_ROW, JUTU_HEADER_ROW_FOOTER },
        { JUTU_HEADER_COLUMN, JUTU_HEADER_COLUMN_FOOTER },
    };
    const JutuFrame *frame = maker->frame;
    const JutuHeaderPlan *planned = planned_of(maker, channel);
    bool labels = planned->def && planned->labels && planned->labels_at == place &&
                  !planned->labels_aside;
    if (!labels && !planned->axes[place])
        return;
    g_autofree Lane *lanes = g_new0(Lane, frame->n_children + 1);
    size_t n = planned->def ? find_lanes(frame, planned->def, lanes) : count_lanes(frame, channel);
    g_autofree JutuFrame **cells = first_cells(frame, channel, n);
    for (size_t i = 0; i < n && !maker->error; i++) {
        JutuHeader *header = add(maker, roles[channel == JUTU_COLUMN][place], i);
        set_size(header, channel, cells[i]);
        make_axes(maker, header, planned->axes[place], cells[i], is_titled(maker, channel, i, n));
        if (labels && !maker->error)
            header->title = jutu_header_label_new(frame, planned->def, lanes[i].values,
                                                  &maker->error);
    }
}

/* Labels are as long as their cell, if that knows its size; titles may be as long as the page. */
static void wrap_title(JutuHeader *header, const Maker *maker)
{
    static const double beside = 0.25; /* of the page's width, of labels of rows that stand level */
    JutuWrap wrap = { maker->frame, maker->measure };
    bool turned = fmod(header->title->text.angle, 180) != 0;
    bool row = header->role == JUTU_HEADER_ROW || header->role == JUTU_HEADER_ROW_FOOTER;
    bool label = row || header->role == JUTU_HEADER_COLUMN ||
                 header->role == JUTU_HEADER_COLUMN_FOOTER;
    double room = turned   ? header->height
                  : row    ? jutu_wrap_share(&wrap, beside)
                  : !label ? jutu_wrap_share(&wrap, 1)
                           : header->width;
    if (jutu_wrap_acts(&wrap))
        jutu_wrap_title(&wrap, header->title, room);
}

/* Sets what stands in a header: axes, and its title beside them. */
static void set_header(JutuHeader *header, const Maker *maker)
{
    JutuArena *arena = maker->frame->chart->arena;
    g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
    double width = header->width, height = header->height;
    bool sized = width != 0 || height != 0;
    JutuBox entry = { 0, 0, width, height }, all = sized ? entry : jutu_box_none();
    for (size_t i = 0; i < header->n_axes; i++) {
        jutu_axis_set(header->axes[i], width, height, maker->measure, arena);
        JutuBox axis = jutu_box_of(header->axes[i]->block.bounds);
        jutu_block_draw(&header->axes[i]->block, 0, 0, out);
        jutu_box_unite(&entry, &axis);
        jutu_box_unite(&all, &axis);
    }
    if (header->title) {
        double at[2];
        wrap_title(header, maker);
        jutu_title_set(header->title, maker->measure, arena);
        JutuBox title = jutu_box_of(
            jutu_title_place(header->title, width, height, jutu_rect_of(&entry), at));
        jutu_block_draw(&header->title->block, at[0], at[1], out);
        jutu_box_unite(&all, &title);
    }
    JutuRect bounds = jutu_box_is_none(&all) ? (JutuRect){ 0, 0, -1, -1 } : jutu_rect_of(&all);
    header->block = jutu_block_take(out, bounds);
}

/* Titles of rows, and labels of rows, from top to bottom. */
static void set_columns(const Maker *maker)
{
    static const JutuHeaderRole roles[] = { JUTU_HEADER_ROW_TITLE, JUTU_HEADER_ROW,
                                            JUTU_HEADER_ROW_FOOTER };
    const JutuHeaderPlan *planned = planned_of(maker, JUTU_ROW);
    g_autoptr(GPtrArray) rows = g_ptr_array_new();
    for (size_t r = 0; r < G_N_ELEMENTS(roles); r++) {
        g_ptr_array_set_size(rows, 0);
        for (guint i = 0; i < maker->headers->len; i++) {
            JutuHeader *header = maker->headers->pdata[i];
            if (header->role == roles[r])
                g_ptr_array_add(rows, header);
        }
        jutu_vertical_headers((JutuHeader *const *)rows->pdata, rows->len, maker->frame->chart,
                              planned->def ? planned->def->json : NULL);
    }
}

bool jutu_headers_make(const JutuGuidePlan *guides, const JutuFrame *frame,
                       const JutuMeasure *measure, JutuGuides *out, GError **error)
{
    static const JutuChannel channels[] = { JUTU_ROW, JUTU_COLUMN, JUTU_FACET };
    g_autoptr(GPtrArray) headers = g_ptr_array_new();
    Maker maker = { .plan = guides,
                    .guides = jutu_guide_view(guides, frame->view),
                    .frame = frame,
                    .measure = measure,
                    .headers = headers };
    for (size_t i = 0; i < G_N_ELEMENTS(channels); i++)
        make_title(&maker, channels[i]);
    for (size_t i = 0; i < 2; i++) {
        make_lanes(&maker, channels[i], JUTU_AT_HEADER);
        make_lanes(&maker, channels[i], JUTU_AT_FOOTER);
    }
    if (!maker.error)
        set_columns(&maker);
    for (size_t i = 0; i < headers->len && !maker.error; i++)
        set_header(headers->pdata[i], &maker);
    out->n_headers = headers->len;
    out->headers = jutu_new(frame->chart->arena, JutuHeader *, headers->len + 1);
    if (headers->len)
        memcpy(out->headers, headers->pdata, headers->len * sizeof(*out->headers));
    if (maker.error)
        g_propagate_error(error, maker.error);
    return !maker.error;
}

json_t *jutu_header_to_json(const JutuHeader *header)
{
    static const char *const roles[] = {
        [JUTU_HEADER_ROW_TITLE] = "row-title",   [JUTU_HEADER_COLUMN_TITLE] = "column-title",
        [JUTU_HEADER_ROW] = "row-header",        [JUTU_HEADER_COLUMN] = "column-header",
        [JUTU_HEADER_ROW_FOOTER] = "row-footer", [JUTU_HEADER_COLUMN_FOOTER] = "column-footer",
    };
    json_t *axes = json_array();
    for (size_t i = 0; i < header->n_axes; i++) {
        json_t *axis = jutu_axis_to_json(header->axes[i]);
        if (axis)
            json_array_append_new(axes, axis);
    }
    json_t *title = header->title ? jutu_title_to_json(header->title) : NULL;
    json_t *json = NULL;
    if (title || json_array_size(axes) > 0) {
        json = json_pack("{s:s, s:O}", "role", roles[header->role], "axes", axes);
        json_object_set_new(json, "text",
                            title ? json_incref(json_object_get(title, "text")) : json_null());
        if (title)
            json_object_set(json, "style", json_object_get(title, "style"));
    }
    json_decref(axes);
    json_decref(title);
    return json;
}
