/*
 * What the rules of axes and legends have in common: a rule settles a property
 * that isn't given by what the guide shows.
 */
#pragma once
#include <math.h>

#include "guide/guide_plan.h"
#include "guide/side.h"
#include "scale/scale.h"

/* What rules see. */
typedef struct {
    const JutuPlan *plan;
    const JutuView *unit;
    const JutuChannelDef *def;
    JutuChannel channel;
    const JutuScaleType *scale_type;
    const json_t *given; /* the guide as specified: an object, empty if there is none */
    JutuSide side;       /* of an axis one of the first four */
} JutuGuideRule;

/* Properties of labels: as given, or as they follow from the definition; new references; NULL:
 * none. label_text is {"expr"}. */
json_t *jutu_guide_rule_format(const JutuGuideRule *rule);
json_t *jutu_guide_rule_format_type(const JutuGuideRule *rule);
json_t *jutu_guide_rule_label_text(const JutuGuideRule *rule);
json_t *jutu_guide_rule_values(const JutuGuideRule *rule);
/* The specifier of labels; NULL: the scale's own. */
const char *jutu_guide_format_text(const JutuGuideRule *rule);

/* Of two titles, as plans have them, that of both; a new reference. */
json_t *jutu_guide_titles_merge(const json_t *a, const json_t *b);

/* An angle within [0, 360). */
static inline double jutu_normalize_angle(double angle)
{
    return fmod(fmod(angle, 360) + 360, 360);
}
