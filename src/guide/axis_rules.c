/* Defaults of an axis that follow from its definition (vega-lite's axis/properties.ts). */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "expr/literal.h"
#include "guide/axis.h"

static json_t *given(const JutuGuideRule *rule, const char *name)
{
    const json_t *value = json_object_get(rule->given, name);
    return value ? json_incref((json_t *)value) : NULL;
}

/* Axis.name || …, where null, 0 and "" are as good as nothing. */
static json_t *given_truthy(const JutuGuideRule *rule, const char *name)
{
    return jutu_json_truthy(json_object_get(rule->given, name)) ? given(rule, name) : NULL;
}

/* Axis.name ?? … */
static json_t *given_not_null(const JutuGuideRule *rule, const char *name)
{
    return json_is_null(json_object_get(rule->given, name)) ? NULL : given(rule, name);
}

static bool has_time_unit(const JutuChannelDef *def)
{
    return def->is_field && jutu_has_time_unit(def);
}

static bool is_named(const JutuChannelDef *def)
{
    return def->type == JUTU_NOMINAL || def->type == JUTU_ORDINAL;
}

/* The angle of labels; NaN: nobody says. */
static double label_angle(const JutuGuideRule *rule)
{
    bool in_vega;
    const json_t *angle = json_object_get(rule->given, "labelAngle");
    if (!angle)
        angle = jutu_axis_config(rule, "labelAngle", &in_vega);
    if (angle)
        return jutu_normalize_angle(
            jutu_to_number(jutu_chart_value(rule->unit->chart, rule->plan->scope, angle)));
    bool turned = rule->channel == JUTU_X && is_named(rule->def) && !has_time_unit(rule->def);
    return turned ? 270 : NAN;
}

static json_t *label_angle_rule(const JutuGuideRule *rule)
{
    double angle = label_angle(rule);
    return isnan(angle) ? NULL : json_real(angle);
}

static json_t *label_align_rule(const JutuGuideRule *rule)
{
    json_t *align = given_truthy(rule, "labelAlign");
    double angle = label_angle(rule);
    if (align || isnan(angle))
        return align;
    bool is_x = rule->channel == JUTU_X;
    double start = is_x ? 0 : 90;
    if (fmod(angle + start, 180) == 0)
        return is_x ? json_null() : json_string("center"); /* null: flush still works */
    bool main_side = rule->side == (is_x ? JUTU_BOTTOM : JUTU_LEFT);
    return json_string((start < angle && angle < 180 + start) == main_side ? "left" : "right");
}

static json_t *label_baseline_rule(const JutuGuideRule *rule)
{
    json_t *baseline = given_truthy(rule, "labelBaseline");
    double angle = label_angle(rule);
    if (baseline || isnan(angle))
        return baseline;
    bool level = angle <= 45 || angle >= 315;
    if (rule->channel == JUTU_X) {
        if ((angle > 45 && angle < 135) || (angle > 225 && angle < 315))
            return json_string("middle");
        return json_string(level == (rule->side == JUTU_TOP) ? "bottom" : "top");
    }
    if (level || (angle >= 135 && angle <= 225))
        return json_null();
    bool down = angle >= 45 && angle <= 135;
    return json_string(down == (rule->side == JUTU_LEFT) ? "top" : "bottom");
}

static json_t *label_flush_rule(const JutuGuideRule *rule)
{
    json_t *flush = given_not_null(rule, "labelFlush");
    bool continuous = rule->def->type == JUTU_QUANTITATIVE || rule->def->type == JUTU_TEMPORAL;
    return flush ? flush : rule->channel == JUTU_X && continuous ? json_true() : NULL;
}

static json_t *label_overlap_rule(const JutuGuideRule *rule)
{
    json_t *overlap = given_not_null(rule, "labelOverlap");
    const json_t *sort = rule->def->is_field ? rule->def->sort : NULL;
    bool sorted = json_is_object(sort) || json_is_array(sort);
    if (overlap || (is_named(rule->def) && (!has_time_unit(rule->def) || sorted)))
        return overlap; /* nobody could tell which names are missing */
    return rule->scale_type->crowded ? json_string("greedy") : json_true();
}

static bool is_binned(const JutuChannelDef *def)
{
    return def->is_field && def->binning != JUTU_NOT_BINNED;
}

static json_t *grid_rule(const JutuGuideRule *rule)
{
    json_t *grid = given_not_null(rule, "grid");
    if (grid)
        return grid;
    return json_boolean(!rule->scale_type->discrete && rule->def->is_field &&
                        !is_binned(rule->def));
}

static json_t *tick_count_rule(const JutuGuideRule *rule)
{
    static const unsigned few[] = { JUTU_MONTH, JUTU_HOURS, JUTU_DAY, JUTU_QUARTER };
    json_t *count = given_not_null(rule, "tickCount");
    bool values = jutu_json_truthy(json_object_get(rule->given, "values"));
    if (count || values || rule->scale_type->discrete || rule->scale_type->logarithmic)
        return count;
    bool binned = rule->def->is_field && rule->def->binning == JUTU_BIN;
    for (size_t i = 0; !binned && has_time_unit(rule->def) && i < G_N_ELEMENTS(few); i++) {
        if (rule->def->time_unit.units == few[i])
            return NULL;
    }
    return json_pack("{s:o}", "expr",
                     json_sprintf("ceil(%s/%d)", rule->channel == JUTU_X ? "width" : "height",
                                  binned ? 10 : 40));
}

/* How long the finest part of a time unit is, as an expression; NULL: of no fixed length. */
static json_t *time_unit_length(const JutuTimeUnitDef *unit)
{
    static const struct {
        unsigned unit;
        int part, parts; /* which argument of datetime(), and how many of it */
    } table[] = {
        { JUTU_YEAR, 0, 1 },         { JUTU_QUARTER, 1, 3 },       { JUTU_MONTH, 1, 1 },
        { JUTU_WEEK, 2, 7 },         { JUTU_DATE_OF_MONTH, 2, 1 }, { JUTU_DAY_OF_YEAR, 2, 1 },
        { JUTU_HOURS, 3, 1 },        { JUTU_MINUTES, 4, 1 },       { JUTU_SECONDS, 5, 1 },
        { JUTU_MILLISECONDS, 6, 1 },
    };
    unsigned finest = unit->units ? jutu_time_unit_finest(unit->units) : 0;
    double step = unit->step > 0 ? unit->step : 1;
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        if (table[i].unit != finest)
            continue;
        double end[7] = { 2001, 0, 1, 0, 0, 0, 0 };
        end[table[i].part] += step * table[i].parts;
        return json_pack("{s:o}", "expr",
                         json_sprintf("datetime(%d,%d,%d,%d,%d,%d,%d)-datetime(2001,0,1)",
                                      (int)end[0], (int)end[1], (int)end[2], (int)end[3],
                                      (int)end[4], (int)end[5], (int)end[6]));
    }
    return NULL;
}

/* A count, whose ticks the theme has at whole numbers. */
static bool is_count(const JutuGuideRule *rule)
{
    const char *op = rule->def->is_field ? rule->def->aggregate : NULL;
    return op && (strcmp(op, "count") == 0 || strcmp(op, "distinct") == 0) &&
           jutu_rule_acts(rule->unit->chart->context, JUTU_RULE_whole_counts);
}

static json_t *tick_min_step_rule(const JutuGuideRule *rule)
{
    json_t *step = given_not_null(rule, "tickMinStep");
    const char *format = jutu_guide_format_text(rule);
    if (step)
        return step;
    if ((format && strcmp(format, "d") == 0) || is_count(rule))
        return json_real(1);
    return has_time_unit(rule->def) ? time_unit_length(&rule->def->time_unit) : NULL;
}

static json_t *orient_rule(const JutuGuideRule *rule)
{
    return json_string(jutu_side_name(rule->side));
}

static json_t *zindex_rule(const JutuGuideRule *rule)
{
    json_t *zindex = given_not_null(rule, "zindex");
    if (zindex)
        return zindex;
    return json_integer(rule->unit->mark->covers && jutu_def_is_discrete(rule->def) ? 1 : 0);
}

static const struct {
    const char *name;
    json_t *(*rule)(const JutuGuideRule *rule);
} rules[] = {
    { "format", jutu_guide_rule_format },
    { "formatType", jutu_guide_rule_format_type },
    { "grid", grid_rule },
    { "labelAlign", label_align_rule },
    { "labelAngle", label_angle_rule },
    { "labelBaseline", label_baseline_rule },
    { "labelFlush", label_flush_rule },
    { "labelOverlap", label_overlap_rule },
    { "labelText", jutu_guide_rule_label_text },
    { "orient", orient_rule },
    { "tickCount", tick_count_rule },
    { "tickMinStep", tick_min_step_rule },
    { "title", jutu_axis_title },
    { "values", jutu_guide_rule_values },
    { "zindex", zindex_rule },
};

json_t *jutu_axis_rule(const JutuGuideRule *rule, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++) {
        if (strcmp(rules[i].name, name) == 0)
            return rules[i].rule(rule);
    }
    return given(rule, name);
}

bool jutu_axis_is_explicit(const JutuGuideRule *rule, const char *name, const json_t *value)
{
    const json_t *own = json_object_get(rule->given, name);
    if (strcmp(name, "titleAngle") == 0 || strcmp(name, "labelAngle") == 0) {
        const json_t *angle = json_object_get(rule->given, "labelAngle"); /* for both, upstream */
        if (json_is_object(angle))
            return own == angle;
        return json_is_number(angle) && json_is_number(value) &&
               json_number_value(value) == jutu_normalize_angle(json_number_value(angle));
    }
    if (strcmp(name, "values") == 0)
        return jutu_json_truthy(own);
    if (strcmp(name, "labelText") == 0)
        return json_object_get(rule->given, "labelAngle") != NULL;
    if (strcmp(name, "title") == 0 && jutu_axis_title_is_given(rule, value))
        return true;
    return own && json_equal(own, value);
}
