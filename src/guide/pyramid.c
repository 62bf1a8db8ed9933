/* Pyramids: two sexes over ages, one of them in negative numbers that mean no loss. */
#include <string.h>

#include "base/natural.h"
#include "frame/frame.h"
#include "guide/units.h"

/* Which of the two a name is: 1, 2; 0: neither. */
static int sex_of(const char *name)
{
    static const struct {
        const char *name;
        int sex;
    } names[] = { { "男", 1 },      { "男性", 1 },  { "女", 2 },   { "女性", 2 }, { "남", 1 },
                  { "남성", 1 },    { "남자", 1 },  { "여", 2 },   { "여성", 2 }, { "여자", 2 },
                  { "male", 1 },    { "males", 1 }, { "men", 1 },  { "man", 1 },  { "female", 2 },
                  { "females", 2 }, { "women", 2 }, { "woman", 2 } };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (g_ascii_strcasecmp(names[i].name, name) == 0)
            return names[i].sex;
    }
    return 0;
}

static bool has_sexes(const JutuScale *scale)
{
    int found = 0;
    for (size_t i = 0; scale && i < scale->n_domain; i++)
        found |= scale->domain[i].type == JUTU_STRING ? sex_of(scale->domain[i].string) : 4;
    return found == 3;
}

/* Whether a column is one of ages, by its name or its values. */
static bool has_ages(const JutuScale *scale, const JutuChannelDef *def)
{
    static const char *const words[] = { "年龄", "年齡", "岁", "歲", "年齢", "연령", "나이" };
    g_autofree char *lower = g_utf8_strdown(def->field ? def->field : "", -1);
    bool found = strcmp(lower, "age") == 0 || g_str_has_prefix(lower, "age ") ||
                 g_str_has_prefix(lower, "age_") || g_str_has_suffix(lower, " age");
    const char *first = scale->n_domain && scale->domain[0].type == JUTU_STRING
                            ? scale->domain[0].string
                            : "";
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        found |= strstr(lower, words[i]) || strstr(first, words[i]);
    return found;
}

bool jutu_is_pyramid(const JutuFrame *frame, const JutuAxisPlan *planned)
{
    const JutuView *unit = planned->unit;
    JutuChannel other = planned->channel == JUTU_X ? JUTU_Y : JUTU_X;
    const JutuChannelDef *ages = jutu_field_def(unit->encoding.defs[other]);
    const JutuScale *scale = jutu_frame_scale(frame, unit, other);
    bool found = jutu_rule_acts(frame->chart->context, JUTU_RULE_pyramid) &&
                 unit->mark->from_zero && ages && scale && scale->type->discrete &&
                 has_ages(scale, ages) && has_sexes(jutu_frame_scale(frame, unit, JUTU_COLOR));
    if (found)
        jutu_chart_why(frame->chart, JUTU_RULE_pyramid, unit->encoding.defs[planned->channel]->json,
                       "both sides of a pyramid are written without a sign");
    return found;
}
