/* Setting titles, where they stand beside their view (Vega's title layout), and their JSON. */
#include <math.h>

#include "guide/title.h"
#include "scene/box.h"

typedef struct {
    double x, y;
} Point;

static bool has_text(const JutuTextBlock *block)
{
    return block->text && *block->text;
}

/* From the group's origin, which is the title's anchor, to the subtitle's. */
static Point subtitle_shift(const JutuTitle *title, JutuRect box)
{
    double padding = title->subtitle_padding;
    if (title->side == JUTU_LEFT)
        return (Point){ box.width + padding, 0 };
    if (title->side == JUTU_RIGHT)
        return (Point){ -box.width - padding, 0 };
    bool level = title->side == JUTU_TOP || title->side == JUTU_BOTTOM;
    return (Point){ 0, level ? box.height + padding : 0 };
}

/* Along its side: the view's, or that of all bounds. */
static double along(const JutuTitle *title, double width, double height, JutuRect around)
{
    bool left = title->side == JUTU_LEFT, upright = left || title->side == JUTU_RIGHT;
    double start = 0, end = upright ? height : width;
    if (!title->by_group) {
        start = upright ? around.y : around.x;
        end = upright ? around.y + around.height : around.x + around.width;
    }
    if (left) { /* reads upwards */
        double low = end;
        end = start;
        start = low;
    }
    return title->anchor == JUTU_ANCHOR_START ? start
           : title->anchor == JUTU_ANCHOR_END ? end
                                              : (start + end) / 2;
}

static Point place(const JutuTitle *title, double position, JutuRect around, JutuRect box)
{
    if (title->side == JUTU_TOP)
        return (Point){ position, around.y - box.height - title->offset };
    if (title->side == JUTU_BOTTOM)
        return (Point){ position, around.y + around.height + title->offset };
    if (title->side == JUTU_LEFT)
        return (Point){ around.x - box.width - title->offset, position };
    if (title->side == JUTU_RIGHT)
        return (Point){ around.x + around.width + box.width + title->offset, position };
    return (Point){ 0, 0 };
}

void jutu_title_set(JutuTitle *title, const JutuMeasure *measure, JutuArena *arena)
{
    g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(arena);
    jutu_text_set_columns(&title->text, measure, arena);
    JutuRect text = jutu_text_bounds(&title->text, 0, 0, measure);
    JutuBox both = jutu_box_of(text);
    jutu_text_draw(&title->text, 0, 0, 1, "title", out);
    if (has_text(&title->subtitle)) {
        Point at = subtitle_shift(title, text);
        JutuBox more = jutu_box_of(jutu_text_bounds(&title->subtitle, at.x, at.y, measure));
        jutu_box_unite(&both, &more);
        jutu_text_draw(&title->subtitle, at.x, at.y, 1, "subtitle", out);
    }
    title->block = jutu_block_take(
        out, (JutuRect){ both.x1, both.y1, both.x2 - both.x1, both.y2 - both.y1 });
}

JutuRect jutu_title_place(const JutuTitle *title, double width, double height, JutuRect around,
                          double at[2])
{
    JutuRect box = title->block.bounds;
    Point point = place(title, along(title, width, height, around), around, box);
    at[0] = point.x;
    at[1] = point.y;
    return (JutuRect){ box.x + point.x, box.y + point.y, box.width, box.height };
}

static bool is_seen(const JutuTextBlock *block)
{
    return has_text(block) && block->style.fill.kind != JUTU_PAINT_NONE &&
           block->style.fill_opacity > 0;
}

static json_t *text_json(const JutuTextBlock *block)
{
    return is_seen(block) ? json_string(block->text) : json_null();
}

json_t *jutu_title_to_json(const JutuTitle *title)
{
    bool text = is_seen(&title->text), subtitle = is_seen(&title->subtitle);
    if (!text && !subtitle)
        return NULL;
    json_t *style = json_pack("{s:s, s:s, s:s, s:f}", "orient", jutu_side_name(title->side),
                              "anchor", jutu_anchor_name(title->anchor), "frame",
                              title->by_group ? "group" : "bounds", "offset", title->offset);
    const JutuTextBlock *blocks[] = { &title->text, &title->subtitle };
    jutu_text_style_json(style, "title", &blocks[0], text ? 1 : 0);
    jutu_text_style_json(style, "subtitle", &blocks[1], subtitle ? 1 : 0);
    return json_pack("{s:o, s:o, s:o}", "text", text_json(&title->text), "subtitle",
                     text_json(&title->subtitle), "style", style);
}
