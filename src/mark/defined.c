/* Rows that can't be drawn: where paths break, and what a logarithmic scale doesn't have. */
#include <math.h>

#include "frame/frame.h"
#include "mark/encode.h"
#include "plan/invalid.h"

static void break_at(JutuEncoder *encoder, const char *column, bool positive, double *out)
{
    JutuField field = jutu_field_new(encoder->table, column, encoder->arena);
    for (size_t i = 0; i < encoder->table->n_rows; i++) {
        JutuValue value = jutu_field_get(&field, i);
        double number = jutu_is_nullish(value) ? NAN : jutu_to_number(value);
        if (!isfinite(number) || (positive && number <= 0))
            out[i] = 0;
    }
}

/* A channel's column where its scale is logarithmic, and a theme leaves out what that doesn't have;
 * NULL. */
static const char *log_column(const JutuEncoder *encoder, JutuChannel channel)
{
    const JutuChannelDef *def = jutu_field_def(jutu_view_def(encoder->unit, channel));
    const JutuScale *scale = def && jutu_channels[channel].range != JUTU_RANGE_NONE
                                 ? jutu_frame_scale(encoder->frame, encoder->unit, channel)
                                 : NULL;
    double extent[2] = { NAN, NAN };
    if (!scale || !scale->type->logarithmic ||
        !jutu_rule_acts(encoder->chart->context, JUTU_RULE_log_domain))
        return NULL;
    jutu_scale_extent(scale, extent);
    return extent[0] > 0 ? def->path.value : NULL;
}

static bool is_left_out(JutuValue value)
{
    return !jutu_is_nullish(value) && jutu_to_number(value) <= 0;
}

void jutu_encode_leave_out(JutuEncoder *encoder)
{
    bool path = encoder->unit->mark->path;
    for (int c = 0; !path && c < JUTU_N_CHANNELS; c++) {
        const char *column = log_column(encoder, (JutuChannel)c);
        if (!column)
            continue;
        size_t n = 0, *rows = jutu_new(encoder->arena, size_t, encoder->table->n_rows + 1);
        JutuField field = jutu_field_new(encoder->table, column, encoder->arena);
        for (size_t i = 0; i < encoder->table->n_rows; i++) {
            if (!is_left_out(jutu_field_get(&field, i)))
                rows[n++] = i;
        }
        if (n < encoder->table->n_rows)
            encoder->table = jutu_table_gather(encoder->table, rows, n, encoder->arena);
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
        break_at(encoder, imputed ? def->path.mid : def->path.value,
                 log_column(encoder, channel) != NULL, defined);
    }
    out->number[JUTU_N_DEFINED] = (JutuNumbers){ defined, 1 };
}
