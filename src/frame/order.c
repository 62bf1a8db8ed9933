/* The order of categories under a theme. */
#include <string.h>

#include "base/json.h"
#include "frame/themed.h"
#include "transform/own_order.h"

static const char *text_of(JutuOwnOrder order)
{
    static const char *const texts[] = {
        [JUTU_ORDER_NONE] = "names stand as in the data",
        [JUTU_ORDER_RISES] = "names stand in their own order",
        [JUTU_ORDER_FALLS] = "names stand in the reverse of their own order, as in the data",
    };
    return texts[order];
}

/* The first source's definition. */
static const JutuChannelDef *def_of(const JutuScalePlan *planned)
{
    const JutuDomainSource *source = &planned->domains[0];
    return jutu_field_or_datum_def(source->unit->encoding.defs[source->channel]);
}

static void order_by_places(const JutuValue *places, JutuValue *values, size_t n, JutuArena *arena)
{
    JutuValue *given = jutu_new(arena, JutuValue, n + 1);
    for (size_t i = 0; i < n; i++)
        given[i] = values[i];
    for (size_t i = 0; i < n; i++)
        values[(size_t)places[i].number] = given[i];
}

/* By the values of a field, or how many there are. */
static bool is_by_value(const json_t *sort, const JutuScalePlan *planned, JutuArena *arena)
{
    const JutuChannelDef *def = def_of(planned);
    const char *op = jutu_json_string(sort, "op", NULL), *by = jutu_json_string(sort, "field", "");
    bool listed = def && def->is_field && strcmp(by, jutu_def_sort_path(def, arena)) == 0;
    return op && !listed && (!def || !def->path.value || strcmp(by, def->path.value) != 0);
}

void jutu_order_values(const JutuFrame *frame, const JutuScalePlan *planned, const json_t *sort,
                       JutuValue *values, size_t n)
{
    const JutuChart *chart = frame->chart;
    JutuOwnOrder found;
    const JutuChannelDef *def = planned->n_domains ? def_of(planned) : NULL;
    if (!def)
        return;
    if (sort && is_by_value(sort, planned, chart->arena)) {
        if (jutu_rule_acts(chart->context, JUTU_RULE_rest_last) &&
            jutu_rest_last(values, n, chart->arena))
            jutu_chart_why(chart, JUTU_RULE_rest_last, def->json, "what is left over is last");
        return;
    }
    if (sort || !planned->domains[0].own_order)
        return;
    const JutuValue *places = jutu_own_places(values, n, def->type == JUTU_ORDINAL, chart->context,
                                              &found);
    order_by_places(places, values, n, chart->arena);
    jutu_chart_why(chart, JUTU_RULE_own_order, def->json, "%s", text_of(found));
}

bool jutu_sorts_conflict(const JutuFrame *frame, const JutuScalePlan *planned)
{
    const JutuChannelDef *def = def_of(planned);
    if (!def || !jutu_rule_acts(frame->chart->context, JUTU_RULE_own_order))
        return false;
    jutu_chart_warn(frame->chart, JUTU_RULE_sorting, def->json,
                    "layers sort %s in different ways, which can't all be followed; give them one "
                    "sort",
                    jutu_channels[planned->channel].name);
    return true;
}
