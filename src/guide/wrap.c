/* Wrapping text of guides: what is common to axes, legends, headers and titles. */
#include "guide/wrap.h"

#include "frame/frame.h"
#include "text/wrap.h"

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

bool jutu_wrap_is_limited(const JutuWrap *wrap, const JutuTextBlock *block, const JutuBag *props,
                          const char *const *places, const char *name)
{
    if (!(block->limit > 0))
        return false;
    const JutuChart *chart = wrap->frame->chart;
    if (jutu_bag_get(props, name))
        return true;
    for (; *places; places++)
        if (jutu_config(chart, *places, name, NULL))
            return true;
    return false;
}

static JutuWrapping wrapping(const JutuWrap *wrap, double room)
{
    return (JutuWrapping){ wrap->measure, wrap->frame->chart->context->lang, room };
}

void jutu_wrap_block(const JutuWrap *wrap, JutuTextBlock *block, double room)
{
    JutuWrapping how = wrapping(wrap, room);
    jutu_text_wrap(block, &how, wrap->frame->chart->arena);
}

void jutu_wrap_label(const JutuWrap *wrap, JutuTextBlock *block, double room)
{
    JutuWrapping how = wrapping(wrap, room);
    jutu_text_wrap_around(block, &how, wrap->frame->chart->arena);
}

void jutu_wrap_title(const JutuWrap *wrap, JutuTitle *title, double room)
{
    JutuTextBlock *blocks[] = { &title->text, &title->subtitle };
    for (size_t i = 0; i < G_N_ELEMENTS(blocks); i++)
        if (!(blocks[i]->limit > 0))
            jutu_wrap_block(wrap, blocks[i], room);
}
