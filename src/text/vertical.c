/* Vertical setting: where cells stand, and their nodes. */
#include "text/vertical.h"

#include <math.h>
#include <string.h>

#include "text/fonts_private.h"
#include "text/punctuation.h"
#include "text/vertical_cells.h"

/* Of an em: from the em box's top to the baseline, from the baseline to the middle of capitals and
 * of Han, a space, and what meets Han where Latin begins. */
#define ASCENT 0.88
#define MIDDLE 0.37
#define SPACE 0.25
#define AUTOSPACE (1.0 / 12)

/* Figures side by side may be this much wider than one em before they are made smaller. */
#define BESIDE_MOST 1.12

typedef struct {
    const JutuVerticalSetting *how;
    const JutuRegion *region;
    JutuArena *arena;
    const char *line;
    GArray *cells; /* of JutuVerticalCell */
    double length;
} Setter;

/* Quotes of a column: GB/T 15834 puts 『』 around 「」, Taiwan and Japan 「」 around 『』. */
static const char *quote_of(gunichar c, const JutuRegion *region)
{
    static const struct {
        gunichar quote;
        const char *mainland, *others;
    } quotes[] = {
        { U'“', "『", "「" }, { U'”', "』", "」" }, { U'‘', "「", "『" }, { U'’', "」", "』" }
    };
    for (size_t i = 0; i < G_N_ELEMENTS(quotes); i++)
        if (quotes[i].quote == c)
            return strcmp(region->suffix, "SC") == 0 ? quotes[i].mainland : quotes[i].others;
    return NULL;
}

/* Marks with a blank half; those of a pause in the middle of their em haven't. */
static bool has_blank(gunichar c)
{
    return c != U'；' && c != U'：' && (jutu_mark_opens(c) || jutu_mark_closes(c));
}

static double width_of(const Setter *setter, const char *text)
{
    return jutu_measure_width(setter->how->measure, text, &setter->how->font);
}

static gunichar char_before(const char *line, size_t at)
{
    return at > 0 ? g_utf8_get_char(g_utf8_prev_char(line + at)) : 0;
}

/* One em, or half of it for a mark beside another. */
static void set_han(const Setter *setter, const JutuCellSpan *span, JutuVerticalCell *cell)
{
    const char *line = setter->line;
    gunichar c = g_utf8_get_char(line + span->start);
    gunichar after = line[span->end] ? g_utf8_get_char(line + span->end) : 0;
    const char *quote = quote_of(c, setter->region);
    cell->text = quote ? quote : cell->text;
    cell->forms = true;
    if (!setter->region->compress || !has_blank(c) ||
        !jutu_mark_is_narrow(char_before(line, span->start), c, after))
        return;
    cell->advance = cell->size / 2;
    if (jutu_mark_opens(c))
        cell->start -= cell->size / 2;
}

static void set_beside(const Setter *setter, JutuVerticalCell *cell)
{
    double width = width_of(setter, cell->text), most = BESIDE_MOST * cell->size;
    if (width > most)
        cell->size *= most / width;
}

/* Latin that meets Han keeps a little away from it. */
static double space_before(const Setter *setter, const JutuCellSpan *span)
{
    const char *at = setter->line + span->start;
    if (!setter->region->autospace || span->start == 0)
        return 0;
    bool meet = jutu_scripts_meet(char_before(setter->line, span->start), g_utf8_get_char(at));
    return meet ? AUTOSPACE * setter->how->font.size : 0;
}

static void add_cell(Setter *setter, const JutuCellSpan *span)
{
    double em = setter->how->font.size;
    setter->length += space_before(setter, span);
    JutuVerticalCell cell = { .text = jutu_arena_printf(setter->arena, "%.*s",
                                                        (int)(span->end - span->start),
                                                        setter->line + span->start),
                              .start = setter->length,
                              .advance = em,
                              .size = em };
    switch (span->kind) {
    case JUTU_CELL_HAN:
        set_han(setter, span, &cell);
        break;
    case JUTU_CELL_LATIN:
        break;
    case JUTU_CELL_BESIDE:
        set_beside(setter, &cell);
        break;
    case JUTU_CELL_TURNED:
        cell.turned = true;
        cell.advance = width_of(setter, cell.text);
        break;
    case JUTU_CELL_SPACE:
        cell.text = "";
        cell.advance = setter->line[span->start] == ' ' ? SPACE * em : em;
        break;
    }
    setter->length += cell.advance;
    g_array_append_val(setter->cells, cell);
}

/* Takes cells off until the rest and an ellipsis are within the limit. */
static void cut(Setter *setter)
{
    double limit = setter->how->limit;
    if (!(limit > 0) || setter->length <= limit)
        return;
    JutuVerticalCell ellipsis = { .text = "…", .size = setter->how->font.size, .turned = true };
    ellipsis.advance = width_of(setter, ellipsis.text);
    while (setter->cells->len > 0 && setter->length + ellipsis.advance > limit) {
        guint last = setter->cells->len - 1;
        setter->length = g_array_index(setter->cells, JutuVerticalCell, last).start;
        g_array_set_size(setter->cells, last);
    }
    ellipsis.start = setter->length;
    setter->length += ellipsis.advance;
    g_array_append_val(setter->cells, ellipsis);
}

static JutuVerticalColumn column_new(Setter *setter, const char *line)
{
    g_autoptr(GArray) spans = jutu_cells_split(line),
                      cells = g_array_new(false, false, sizeof(JutuVerticalCell));
    setter->line = line;
    setter->cells = cells;
    setter->length = 0;
    for (guint i = 0; i < spans->len; i++)
        add_cell(setter, &g_array_index(spans, JutuCellSpan, i));
    cut(setter);
    const JutuVerticalCell *data = (const JutuVerticalCell *)(void *)cells->data;
    return (JutuVerticalColumn){ cells->len
                                     ? jutu_copy(setter->arena, JutuVerticalCell, data, cells->len)
                                     : NULL,
                                 cells->len, setter->length };
}

const JutuVertical *jutu_vertical_new(const JutuVerticalSetting *how, const char *text,
                                      JutuArena *arena)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_auto(GStrv) lines = g_strsplit(valid, "\n", -1);
    size_t n = g_strv_length(lines);
    Setter setter = { .how = how, .region = jutu_region_of(how->lang), .arena = arena };
    JutuVertical *vertical = jutu_new(arena, JutuVertical, 1);
    JutuVerticalColumn *columns = jutu_new(arena, JutuVerticalColumn, n + 1);
    *vertical = (JutuVertical){ columns, n, 0 };
    for (size_t i = 0; i < n; i++) {
        columns[i] = column_new(&setter, lines[i]);
        vertical->length = fmax(vertical->length, columns[i].length);
    }
    return vertical;
}

bool jutu_vertical_suits(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text ? text : "", -1);
    for (const char *at = valid; *at; at = g_utf8_next_char(at))
        if (jutu_char_is_han(g_utf8_get_char(at)))
            return true;
    return false;
}

static void draw_cell(const JutuVerticalCell *cell, double x, double y, const JutuSceneNode *like,
                      JutuSceneBuilder *out)
{
    JutuSceneNode node = *like;
    if (!*cell->text)
        return;
    node.text.text = cell->text;
    node.text.font.size = cell->size;
    node.text.font.vertical = cell->forms;
    node.text.baseline = JUTU_BASELINE_ALPHABETIC;
    node.text.limit = node.text.dx = node.text.dy = 0;
    node.text.angle = cell->turned ? 90 : 0;
    node.text.align = cell->turned ? JUTU_ALIGN_LEFT : JUTU_ALIGN_CENTER;
    node.text.x = cell->turned ? x - MIDDLE * cell->size : x;
    double em = like->text.font.size; /* smaller figures stay in the middle of their em */
    node.text.y = y + cell->start + (cell->turned ? 0 : em / 2 + (ASCENT - 0.5) * cell->size);
    jutu_scene_add(out, &node);
}

void jutu_vertical_draw(const JutuVertical *vertical, JutuRect box, double pitch,
                        const JutuSceneNode *node, JutuSceneBuilder *out)
{
    double share = node->text.align == JUTU_ALIGN_CENTER ? 0.5 : 0;
    double middle = box.x + box.width / 2;
    for (size_t i = 0; i < vertical->n; i++) {
        const JutuVerticalColumn *column = &vertical->columns[i];
        double x = middle + ((double)(vertical->n - 1) / 2 - (double)i) * pitch;
        double y = box.y + share * (box.height - column->length);
        for (size_t k = 0; k < column->n; k++)
            draw_cell(&column->cells[k], x, y, node, out);
    }
}
