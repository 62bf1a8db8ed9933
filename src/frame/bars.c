#include "frame/bars.h"

#include <math.h>
#include <stdlib.h>

bool jutu_bars_in_time(const JutuView *unit, JutuChannel channel)
{
    const JutuChannelDef *def = jutu_field_def(unit->encoding.defs[channel]);
    JutuChannel along = jutu_view_orient(unit) == JUTU_HORIZONTAL ? JUTU_Y : JUTU_X;
    bool bars = unit->mark->from_zero && unit->mark->rect_based && channel == along && def &&
                def->type == JUTU_TEMPORAL && !jutu_has_time_unit(def) &&
                def->binning == JUTU_NOT_BINNED;
    const char *size = channel == JUTU_X ? "width" : "height";
    return bars && !unit->encoding.defs[jutu_channels[channel].secondary] &&
           !jutu_mark_prop(unit, "size", NULL) && !jutu_mark_prop(unit, size, NULL) &&
           jutu_rule_acts(unit->chart->context, JUTU_RULE_time_bars);
}

static int compare(const void *a, const void *b)
{
    double one = *(const double *)a, other = *(const double *)b;
    return (one > other) - (one < other);
}

double jutu_time_step(const JutuTable *table, const char *column, JutuArena *arena)
{
    JutuField field = jutu_field_new(table, column, arena);
    double *times = jutu_new(arena, double, table->n_rows + 1), least = NAN;
    size_t n = 0;
    for (size_t row = 0; row < table->n_rows; row++) {
        JutuValue value = jutu_field_get(&field, row);
        double ms = jutu_is_nullish(value) ? NAN : jutu_to_number(value);
        if (isfinite(ms))
            times[n++] = ms;
    }
    qsort(times, n, sizeof(*times), compare);
    for (size_t i = 1; i < n; i++) {
        double step = times[i] - times[i - 1];
        if (step > 0 && !(step >= least))
            least = step;
    }
    return least;
}
