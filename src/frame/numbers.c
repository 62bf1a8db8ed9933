/* Domains of numbers under a theme: logarithmic ones name and leave out what they don't have. */
#include "frame/themed.h"

#include <math.h>

#include "base/json.h"
#include "base/number.h"
#include "data/place.h"
#include "frame/bars.h"

enum { NAMED = 3 };       /* rows; of the others it is said how many they are */
#define SHORTEST 0.999999 /* of a bar's foot, so that rounding out leaves a bar for each number */

static double number_at(const JutuField *field, size_t row)
{
    JutuValue value = jutu_field_get(field, row);
    return jutu_is_nullish(value) || (value.type == JUTU_STRING && !*value.string)
               ? NAN
               : jutu_to_number(value);
}

static void name_row(const JutuDomainSource *source, const JutuTable *table, size_t row,
                     double number, const char *of_rows)
{
    const JutuChart *chart = source->unit->chart;
    const JutuChannelDef *def = jutu_field_def(source->unit->encoding.defs[source->channel]);
    const char *pointer = jutu_pointer_of(chart->source, def->json, chart->arena);
    const char *field = def->field ? def->field : source->column;
    JutuPlace place = jutu_table_place(table, row, field);
    char text[JUTU_NUMBER_SIZE];
    jutu_number_print(number, text);
    if (place.line)
        jutu_warn_at(chart->context, JUTU_RULE_log_domain, place, pointer,
                     "%s is %s, which a log axis doesn't have (%s)", field, text, of_rows);
    else
        jutu_warn(chart->context, JUTU_RULE_log_domain, pointer,
                  "%s is %s in row %zu, which a log axis doesn't have (%s)", field, text, row + 1,
                  of_rows);
}

bool jutu_positive_extent(const JutuFrame *frame, const JutuScalePlan *planned,
                          const JutuDomainSource *source, double out[2])
{
    JutuArena *arena = frame->chart->arena;
    bool acts = planned->type->logarithmic && source->column &&
                jutu_rule_acts(frame->chart->context, JUTU_RULE_log_domain);
    const JutuTable *table = acts ? jutu_tables_unit(frame->tables, source->unit, source->data,
                                                     source->all_cells)
                                  : NULL;
    if (!table)
        return false;
    JutuField field = jutu_field_new(table, source->column, arena);
    size_t n_left = 0;
    out[0] = out[1] = NAN;
    for (size_t row = 0; row < table->n_rows; row++) {
        double number = number_at(&field, row);
        n_left += number <= 0;
        if (number > 0 && isfinite(number)) {
            out[0] = isnan(out[0]) ? number : fmin(out[0], number);
            out[1] = isnan(out[1]) ? number : fmax(out[1], number);
        }
    }
    const char *of_rows = n_left == 1 ? "1 row" : jutu_arena_printf(arena, "%zu rows", n_left);
    for (size_t row = 0, named = 0; n_left && row < table->n_rows && named < NAMED; row++) {
        double number = number_at(&field, row);
        if (!(number <= 0))
            continue;
        name_row(source, table, row, number, of_rows);
        named++;
    }
    if (source->unit->mark->from_zero)
        out[0] *= SHORTEST;
    return !isnan(out[0]);
}

bool jutu_widens_zeros(const JutuFrame *frame, const JutuScalePlan *planned)
{
    const JutuChart *chart = frame->chart;
    bool acts = jutu_is_xy(planned->channel) && !planned->type->temporal && planned->n_domains &&
                jutu_rule_acts(chart->context, JUTU_RULE_zeros);
    if (!acts)
        return false;
    const JutuDomainSource *source = &planned->domains[0];
    const JutuChannelDef *def = jutu_field_or_datum_def(
        source->unit->encoding.defs[source->channel]);
    jutu_chart_why(chart, JUTU_RULE_zeros, def->json, "all values are 0; the axis goes to 1");
    return true;
}

void jutu_widen_for_bars(const JutuFrame *frame, const JutuScalePlan *planned,
                         const JutuDomainSource *source, double extent[2])
{
    const JutuTable *table = planned->type->temporal && source->column &&
                                     jutu_bars_in_time(source->unit, source->channel)
                                 ? jutu_tables_unit(frame->tables, source->unit, source->data,
                                                    source->all_cells)
                                 : NULL;
    double step = table ? jutu_time_step(table, source->column, frame->chart->arena) : NAN;
    if (isnan(step))
        return;
    extent[0] -= step / 2;
    extent[1] += step / 2;
    jutu_chart_why(frame->chart, JUTU_RULE_time_bars,
                   source->unit->encoding.defs[source->channel]->json,
                   "bars fill their step of time, the first and the last inside the plot");
}
