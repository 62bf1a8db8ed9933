#include "base/weeks.h"

#include "base/lang.h"
#include "base/time_unit.h"

bool jutu_weeks_begin_on_monday(const char *lang)
{
    static const char *const sundays[] = { "en", "ja", "ko" };
    static const char *const mondays[] = { "en-GB", "en-IE", "en-AU", "en-NZ" };
    bool monday = true;
    for (size_t i = 0; i < G_N_ELEMENTS(sundays); i++)
        monday &= !jutu_lang_is(lang, sundays[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(mondays); i++)
        monday |= jutu_lang_is(lang, mondays[i]);
    return monday;
}

bool jutu_days_from_monday(const JutuContext *context)
{
    return jutu_rule_acts(context, JUTU_RULE_weeks) && jutu_weeks_begin_on_monday(context->lang);
}

unsigned jutu_local_units(unsigned units, const JutuContext *context)
{
    if (!jutu_days_from_monday(context) || !(units & JUTU_WEEK))
        return units;
    return (units & ~(unsigned)JUTU_WEEK) | JUTU_ISO_WEEK;
}
