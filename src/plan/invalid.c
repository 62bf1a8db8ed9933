#include "plan/invalid.h"

#include <string.h>

#include "transform/aggregates.h"

static const struct {
    const char *name;
    JutuInvalid mode;
} modes[] = {
    { "filter", JUTU_INVALID_FILTER },
    { "break-paths-filter-domains", JUTU_INVALID_BREAK_FILTER_DOMAINS },
    { "break-paths-show-domains", JUTU_INVALID_BREAK_SHOW_DOMAINS },
    { "show", JUTU_INVALID_SHOW },
};

/* The mark's mode, its default by kind of mark settled. */
static JutuInvalid invalid_mode(const JutuView *unit)
{
    const json_t *given = jutu_mark_prop(unit, "invalid", NULL);
    if (json_is_null(given))
        return JUTU_INVALID_SHOW;
    for (size_t i = 0; json_is_string(given) && i < G_N_ELEMENTS(modes); i++) {
        if (strcmp(json_string_value(given), modes[i].name) == 0)
            return modes[i].mode;
    }
    return unit->mark->path ? JUTU_INVALID_BREAK_SHOW_DOMAINS : JUTU_INVALID_FILTER;
}

JutuInvalid jutu_invalid_of_channel(const JutuPlan *plan, const JutuView *unit, JutuChannel channel)
{
    const JutuScalePlan *scale = jutu_plan_scale(plan, unit, channel);
    const JutuChannelDef *def = jutu_field_def(unit->encoding.defs[channel]);
    bool counts = def && def->aggregate && jutu_aggregate_counts(def->aggregate);
    if (!scale || scale->type->discrete || counts)
        return JUTU_ALWAYS_VALID;
    if (jutu_config(unit->chart, "scale", "invalid", jutu_channels[channel].name, NULL))
        return JUTU_INVALID_SHOW;
    return invalid_mode(unit);
}

bool jutu_invalid_breaks(JutuInvalid mode)
{
    return mode == JUTU_INVALID_BREAK_FILTER_DOMAINS || mode == JUTU_INVALID_BREAK_SHOW_DOMAINS;
}

bool jutu_invalid_marks_exclude(const JutuView *unit)
{
    JutuInvalid mode = invalid_mode(unit);
    return mode == JUTU_INVALID_FILTER || (jutu_invalid_breaks(mode) && !unit->mark->path);
}

bool jutu_invalid_domains_exclude(const JutuView *unit)
{
    JutuInvalid mode = invalid_mode(unit);
    return mode == JUTU_INVALID_FILTER || mode == JUTU_INVALID_BREAK_FILTER_DOMAINS;
}

JutuDataKind jutu_invalid_domain_data(const JutuView *unit)
{
    bool exclude = jutu_invalid_domains_exclude(unit);
    if (jutu_invalid_marks_exclude(unit) == exclude)
        return JUTU_DATA_MAIN;
    return exclude ? JUTU_DATA_FILTERED : JUTU_DATA_UNFILTERED;
}
