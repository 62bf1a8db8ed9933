/* Wrapping a legend's title and the labels of its symbols, to a share of the page's width. */
#include "frame/frame.h"
#include "guide/legend.h"
#include "guide/wrap.h"

#define BESIDE 0.25   /* of the page's width, at its left and right */
#define ABOVE 0.6     /* the same of one label among others in a row */
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
        !jutu_wrap_is_limited(&wrap, &legend->title, &planned->props, places, "titleLimit"))
        jutu_wrap_block(&wrap, &legend->title,
                        jutu_wrap_share(&wrap, level ? TITLE_ABOVE : BESIDE));
    for (size_t i = 0; legend->kind == JUTU_LEGEND_SYMBOL && i < legend->n_entries; i++) {
        JutuTextBlock *label = &legend->entries[i].label;
        if (!jutu_wrap_is_limited(&wrap, label, &planned->props, places, "labelLimit"))
            jutu_wrap_label(&wrap, label, jutu_wrap_share(&wrap, level ? ABOVE : BESIDE));
    }
}
