/* A type that was forgotten: without one each number of a column is a name. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "data/parse.h"
#include "flow/node.h"

/* Channels where a number means something else than a name. */
static bool measures(JutuChannel channel)
{
    static const JutuChannel list[] = { JUTU_X, JUTU_Y, JUTU_SIZE, JUTU_THETA, JUTU_RADIUS };
    for (size_t i = 0; i < G_N_ELEMENTS(list); i++) {
        if (list[i] == channel)
            return true;
    }
    return false;
}

/* Years are names as well as numbers. */
static bool are_years(const JutuColumn *column, size_t n_rows)
{
    for (size_t row = 0; row < n_rows; row++) {
        double number = jutu_to_number(column->cells[row]);
        if (number != floor(number) || number < 1000 || number > 2999)
            return false;
    }
    return true;
}

static bool are_numbers(const JutuColumn *column, size_t n_rows, JutuContext *context)
{
    const char *type = jutu_parse_infer(column->cells, n_rows, context);
    return strcmp(type, "number") == 0 || strcmp(type, "integer") == 0;
}

void jutu_flow_untyped(const JutuChannelDef *def, const JutuTable *in, const JutuChart *chart)
{
    if (!def->field || def->type != JUTU_NOMINAL || !measures(def->channel) ||
        json_object_get(def->json, "type") || json_object_get(def->json, "sort"))
        return;
    const JutuColumn *column = jutu_table_find(in, def->column.value);
    if (!column || in->n_rows < 2 || !are_numbers(column, in->n_rows, chart->context) ||
        are_years(column, in->n_rows))
        return;
    jutu_chart_warn(chart, JUTU_RULE_untyped, def->json,
                    "\"%s\" holds numbers but has no type, so that each of them is a name; add "
                    "\"type\": \"quantitative\" (or \"nominal\")",
                    def->field);
}
