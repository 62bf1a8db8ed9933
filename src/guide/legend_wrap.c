/* Wrapping a legend's title and the labels of its symbols, to a share of the page's width. */
#include "frame/frame.h"
#include "guide/legend.h"
#include "guide/wrap.h"

#define BESIDE 0.25   /* of the page's width, at its left and right */
#define ABOVE 0.4     /* the same of one label among others in a row */
#define TITLE_ABOVE 1 /* of a title over its row */

void jutu_legend_wrap(JutuLegend *legend, const JutuLegendPlan *planned, const JutuFrame *frame,
                      const JutuMeasure *measure)
{
    static const char *const places[] = { "legend", NULL };
    JutuWrap wrap = { frame, measure };
    if (!jutu_wrap_acts(&wrap))
        return;
    bool level = legend->side == JUTU_TOP || legend->side == JUTU_BOTTOM;
    if (legend->title.angle == 0 && legend->title.text &&
        !jutu_wrap_is_limited(&wrap, &planned->props, places, "titleLimit"))
        jutu_wrap_block(&wrap, &legend->title,
                        jutu_wrap_share(&wrap, level ? TITLE_ABOVE : BESIDE));
    bool open = legend->kind == JUTU_LEGEND_SYMBOL &&
                !jutu_wrap_is_limited(&wrap, &planned->props, places, "labelLimit");
    for (size_t i = 0; open && i < legend->n_entries; i++)
        jutu_wrap_label(&wrap, &legend->entries[i].label,
                        jutu_wrap_share(&wrap, level ? ABOVE : BESIDE));
}
