/* Texts of marks in lines: where the view ends they would leave the page, or squeeze the plot. */
#include "mark/text_wrap.h"

#include <math.h>

#include "mark/items_text.h"
#include "text/wrap.h"

#define LEAST_ROOM 8.0 /* em: near the edge texts may stand out by that */

/* How far a text may run: to the edge that it runs to, or to the nearer one both ways. */
static double room_of(const JutuFrame *frame, const JutuTextBlock *block, double x)
{
    double left = x + block->dx, right = frame->width - left;
    double room = block->align == JUTU_ALIGN_LEFT    ? right
                  : block->align == JUTU_ALIGN_RIGHT ? left
                                                     : 2 * fmin(left, right);
    return fmax(room, LEAST_ROOM * block->font.size);
}

static double *own_numbers(JutuItems *items, JutuItemNumber which, double fallback,
                           JutuArena *arena)
{
    double *column = jutu_new(arena, double, items->n + 1);
    for (size_t i = 0; i < items->n; i++)
        column[i] = jutu_item_number(items, which, i, fallback);
    items->number[which] = (JutuNumbers){ column, 1 };
    return column;
}

static const char **own_strings(JutuItems *items, JutuItemString which, JutuArena *arena)
{
    const char **column = jutu_new(arena, const char *, items->n + 1);
    for (size_t i = 0; i < items->n; i++)
        column[i] = jutu_item_string(items, which, i, NULL);
    items->string[which] = (JutuStrings){ column, 1 };
    return column;
}

/* Columns that differ from item to item once one is wrapped. */
typedef struct {
    const char **text; /* NULL: none is yet */
    double *dy, *line_height;
} Columns;

static void set_block(Columns *columns, JutuItems *items, size_t i, const JutuTextBlock *block,
                      JutuArena *arena)
{
    if (!columns->text) {
        columns->text = own_strings(items, JUTU_S_TEXT, arena);
        columns->dy = own_numbers(items, JUTU_N_DY, 0, arena);
        bool given = items->number[JUTU_N_LINE_HEIGHT].data != NULL;
        columns->line_height = given ? NULL : own_numbers(items, JUTU_N_LINE_HEIGHT, NAN, arena);
    }
    columns->text[i] = block->text;
    columns->dy[i] = block->dy;
    if (columns->line_height)
        columns->line_height[i] = block->line_height;
}

void jutu_texts_wrap(JutuItems *items, const JutuFrame *frame, const JutuMeasure *measure)
{
    const JutuContext *context = frame->chart->context;
    JutuArena *arena = frame->chart->arena;
    if (items->kind != JUTU_ITEM_TEXT || items->n == 0 ||
        !jutu_rule_acts(context, JUTU_RULE_wrap_labels))
        return;
    bool given = items->number[JUTU_N_LINE_HEIGHT].data != NULL;
    Columns columns = { 0 };
    for (size_t i = 0; i < items->n; i++) {
        double x, y;
        JutuTextBlock block = jutu_item_text(items, i, &x, &y);
        if (block.limit > 0 || fmod(block.angle, 360) != 0 || !isfinite(x))
            continue;
        JutuWrapping how = { measure, context->lang, room_of(frame, &block, x) };
        block.line_height = given ? block.line_height : 0;
        if (jutu_text_wrap_around(&block, &how, arena) > 0)
            set_block(&columns, items, i, &block, arena);
    }
}
