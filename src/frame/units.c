/* Two units on one scale of position: what a data package knows and a reader couldn't see. */
#include "flow/units.h"

#include "base/json.h"
#include "frame/frame.h"

/* The definition that a scale was planned for; NULL. */
static const JutuChannelDef *def_of(const JutuScalePlan *scale)
{
    const JutuView *unit = jutu_frame_reader(scale);
    return unit ? jutu_field_def(unit->encoding.defs[scale->channel]) : NULL;
}

static bool check_scale(const JutuFrame *frame, const JutuScalePlan *scale, GError **error)
{
    const JutuChart *chart = frame->chart;
    g_autoptr(GPtrArray) units = g_ptr_array_new();
    if (!jutu_is_xy(scale->channel))
        return true;
    if (!jutu_units_of_scale(frame->tables, frame->plan, scale, units, error))
        return false;
    if (units->len < 2)
        return true;
    g_ptr_array_add(units, NULL);
    g_autofree char *list = g_strjoinv("\", \"", (char **)units->pdata);
    const JutuChannelDef *def = def_of(scale);
    return !jutu_refuse(chart->context, JUTU_RULE_mixed_units,
                        jutu_pointer_of(chart->source, def ? def->json : NULL, chart->arena), error,
                        "%s has values in \"%s\" on one scale; filter by the unit, give each a "
                        "scale of its own (\"resolve\"), or allow \"mixed-units\"",
                        jutu_channels[scale->channel].name, list);
}

bool jutu_frame_check_units(const JutuFrame *frame, GError **error)
{
    for (size_t i = 0; i < frame->n_scales; i++) {
        if (!check_scale(frame, frame->scales[i].planned, error))
            return false;
    }
    for (size_t i = 0; i < frame->n_children; i++) {
        if (!jutu_frame_check_units(frame->children[i], error))
            return false;
    }
    return true;
}
