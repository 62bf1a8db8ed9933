/* Wrapping text of guides: what is common to axes, legends, headers and titles. */
#include "guide/wrap.h"

#include <math.h>
#include <string.h>

#include "frame/frame.h"
#include "text/typeset.h"

#define LEADING 1.25 /* of the font size, between lines of Han */

bool jutu_wrap_acts(const JutuWrap *wrap)
{
    return jutu_rule_acts(wrap->frame->chart->context, JUTU_RULE_wrap_labels);
}

double jutu_wrap_share(const JutuWrap *wrap, double share)
{
    double page = wrap->frame->room->across;
    for (const JutuFrame *around = wrap->frame->parent; around; around = around->parent)
        if (around->view->kind == JUTU_VIEW_CONCAT)
            page /= (double)MAX(around->columns, 1);
    return share * page;
}

bool jutu_wrap_is_limited(const JutuWrap *wrap, const JutuBag *props, const char *const *places,
                          const char *name)
{
    const JutuChart *chart = wrap->frame->chart;
    if (props && jutu_bag_get(props, name))
        return true;
    for (; *places; places++)
        if (jutu_config(chart, *places, name, NULL))
            return true;
    return false;
}

static size_t count_lines(const char *text)
{
    size_t n = 1;
    for (; *text; text++)
        n += *text == '\n';
    return n;
}

bool jutu_wrap_block(const JutuWrap *wrap, JutuTextBlock *block, double room)
{
    const JutuChart *chart = wrap->frame->chart;
    JutuTypeset how = { .measure = wrap->measure,
                        .lang = chart->context->lang,
                        .font = block->font,
                        .width = room,
                        .balance = true };
    block->limit = 0;
    if (!(room > 0) || !block->text || !*block->text || !(block->font.size > 0))
        return false;
    JutuLines lines = jutu_typeset_lines(&how, block->text, chart->arena);
    if (lines.n <= count_lines(block->text))
        return false;
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < lines.n; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "", lines.text[i]);
    block->text = jutu_arena_strdup(chart->arena, text->str);
    if (!(block->line_height > 0))
        block->line_height = round(LEADING * block->font.size);
    return true;
}

void jutu_wrap_label(const JutuWrap *wrap, JutuTextBlock *block, double room)
{
    static const double above[] = {
        [JUTU_BASELINE_ALPHABETIC] = 1, [JUTU_BASELINE_TOP] = 0,
        [JUTU_BASELINE_MIDDLE] = 0.5,   [JUTU_BASELINE_BOTTOM] = 1,
        [JUTU_BASELINE_LINE_TOP] = 0,   [JUTU_BASELINE_LINE_BOTTOM] = 1
    };
    if (jutu_wrap_block(wrap, block, room))
        block->dy -= above[block->baseline] * (double)(count_lines(block->text) - 1) *
                     block->line_height;
}

void jutu_wrap_title(const JutuWrap *wrap, JutuTitle *title, double room)
{
    JutuTextBlock *blocks[] = { &title->text, &title->subtitle };
    for (size_t i = 0; i < G_N_ELEMENTS(blocks); i++)
        if (!(blocks[i]->limit > 0))
            jutu_wrap_block(wrap, blocks[i], room);
}
