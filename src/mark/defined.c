/* Where a path breaks: rows that are null, NaN or infinite in one of its scaled channels. */
#include <math.h>

#include "mark/encode.h"
#include "plan/invalid.h"

static void break_at(JutuEncoder *encoder, const char *column, double *out)
{
    JutuField field = jutu_field_new(encoder->table, column, encoder->arena);
    for (size_t i = 0; i < encoder->table->n_rows; i++) {
        JutuValue value = jutu_field_get(&field, i);
        if (jutu_is_nullish(value) || !isfinite(jutu_to_number(value)))
            out[i] = 0;
    }
}

void jutu_encode_defined(JutuEncoder *encoder, JutuItems *out)
{
    const JutuView *unit = encoder->unit;
    size_t n = encoder->table->n_rows;
    double *defined = NULL;
    for (int c = 0; c < JUTU_N_CHANNELS; c++) {
        JutuChannel channel = (JutuChannel)c;
        const JutuChannelDef *def = jutu_field_def(jutu_view_def(unit, channel));
        if (!def || jutu_channels[c].range == JUTU_RANGE_NONE ||
            !jutu_invalid_breaks(jutu_invalid_of_channel(encoder->frame->plan, unit, channel)))
            continue;
        if (!defined) {
            defined = jutu_new(encoder->arena, double, n + 1);
            for (size_t i = 0; i < n; i++)
                defined[i] = 1;
        }
        bool imputed = unit->stack && unit->stack->impute;
        break_at(encoder, imputed ? def->path.mid : def->path.value, defined);
    }
    out->number[JUTU_N_DEFINED] = (JutuNumbers){ defined, 1 };
}
