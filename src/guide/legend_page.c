/* Legends on a page of the theme: names as long as they are, in as many rows as the page needs. */
#include <string.h>

#include "base/json.h"
#include "frame/frame.h"
#include "guide/legend.h"
#include "text/typeset.h"

static void explain(const JutuLegendPlan *planned, const JutuLegend *legend, size_t columns)
{
    const JutuChart *chart = planned->unit->chart;
    const JutuChannelDef *def = planned->unit->encoding.defs[planned->channel];
    const char *place = jutu_pointer_of(chart->source, def ? def->json : planned->unit->spec,
                                        chart->arena);
    jutu_why(chart->context, JUTU_RULE_legend_rows, place,
             "%zu entries of the legend stand in %zu columns", legend->n_entries, columns);
}

void jutu_legend_fit(JutuLegend *legend, const JutuLegendPlan *planned, const JutuFrame *frame,
                     const JutuMeasure *measure)
{
    const JutuChart *chart = frame->chart;
    bool acts = frame->room->page && legend->kind == JUTU_LEGEND_SYMBOL &&
                jutu_rule_acts(chart->context, JUTU_RULE_legend_rows);
    double room = acts ? jutu_page_room(frame) : 0;
    jutu_legend_wrap(legend, planned, frame, measure);
    jutu_legend_set(legend, measure, chart->arena);
    size_t columns = legend->columns ? legend->columns : legend->n_entries;
    bool open = acts && !legend->vertical && !jutu_bag_get(&planned->props, "columns");
    if (!open || legend->block.bounds.width <= room || columns < 2)
        return;
    while (columns > 1 && legend->block.bounds.width > room) {
        legend->columns = --columns;
        legend->align[0] = "each";
        jutu_legend_set(legend, measure, chart->arena);
    }
    explain(planned, legend, columns);
}
