/* What labels of axes and legends say: formats, custom functions, given values. */
#include <string.h>

#include "base/json.h"
#include "base/time_unit.h"
#include "expr/literal.h"
#include "guide/rule.h"

static json_t *given(const JutuGuideRule *rule, const char *name)
{
    const json_t *value = json_object_get(rule->given, name);
    return value ? json_incref((json_t *)value) : NULL;
}

static bool is_custom(const char *format_type)
{
    return format_type && *format_type && strcmp(format_type, "number") != 0 &&
           strcmp(format_type, "time") != 0;
}

static const char *config_text(const JutuGuideRule *rule, const char *name)
{
    return json_string_value(jutu_config(rule->unit->chart, name, NULL));
}

/* A function that writes labels instead of Vega's formats: name and argument. */
typedef struct {
    const char *function;
    const json_t *format;
} Custom;

static Custom custom_format(const JutuGuideRule *rule)
{
    const JutuChart *chart = rule->unit->chart;
    const json_t *format = json_object_get(rule->given, "format");
    const json_t *type = json_object_get(rule->given, "formatType");
    if (is_custom(json_string_value(type)))
        return (Custom){ json_string_value(type), format };
    if (format || type || !json_is_true(jutu_config(chart, "customFormatTypes", NULL)))
        return (Custom){ 0 };
    bool normalized = strcmp(json_is_string(rule->def->stack) ? json_string_value(rule->def->stack)
                                                              : "",
                             "normalize") == 0;
    if (rule->def->type == JUTU_QUANTITATIVE && normalized &&
        config_text(rule, "normalizedNumberFormatType"))
        return (Custom){ config_text(rule, "normalizedNumberFormatType"),
                         jutu_config(chart, "normalizedNumberFormat", NULL) };
    if (rule->def->type == JUTU_QUANTITATIVE && config_text(rule, "numberFormatType"))
        return (Custom){ config_text(rule, "numberFormatType"),
                         jutu_config(chart, "numberFormat", NULL) };
    if (rule->def->type == JUTU_TEMPORAL && config_text(rule, "timeFormatType") &&
        rule->def->is_field && !jutu_has_time_unit(rule->def))
        return (Custom){ config_text(rule, "timeFormatType"),
                         jutu_config(chart, "timeFormat", NULL) };
    return (Custom){ 0 };
}

json_t *jutu_guide_rule_label_text(const JutuGuideRule *rule)
{
    Custom custom = custom_format(rule);
    if (!custom.function)
        return NULL;
    const char *format = jutu_json_truthy(custom.format)
                             ? jutu_expr_literal(custom.format, rule->unit->chart->arena)
                             : NULL;
    return json_pack("{s:o}", "expr",
                     json_sprintf("%s(datum.value%s%s)", custom.function, format ? ", " : "",
                                  format ? format : ""));
}

/* What a time unit shows, "Jan 2020", or what reads better in the chart's language. */
static const char *unit_format(const JutuGuideRule *rule)
{
    const JutuContext *context = rule->unit->chart->context;
    const char *const *formats = jutu_time_unit_formats;
    if (context->time_locale && context->time_locale->unit_formats)
        formats = context->time_locale->unit_formats;
    return jutu_time_unit_specifier(rule->def->time_unit.units, formats, context->arena);
}

const char *jutu_guide_format_text(const JutuGuideRule *rule)
{
    const JutuChannelDef *def = rule->def;
    const char *specified = jutu_json_string(rule->given, "format", NULL);
    if (custom_format(rule).function)
        return NULL;
    if (json_is_string(def->stack) && strcmp(json_string_value(def->stack), "normalize") == 0 &&
        config_text(rule, "normalizedNumberFormat"))
        return config_text(rule, "normalizedNumberFormat");
    if (jutu_def_is_time_format(def)) {
        if (specified && *specified)
            return specified;
        return def->is_field && def->time_unit.units ? unit_format(rule) : NULL;
    }
    if (specified)
        return specified;
    return def->type == JUTU_QUANTITATIVE ? config_text(rule, "numberFormat") : NULL;
}

json_t *jutu_guide_rule_format(const JutuGuideRule *rule)
{
    const json_t *format = json_object_get(rule->given, "format");
    bool dynamic = json_is_object(format) && jutu_def_is_time_format(rule->def);
    if (dynamic || json_object_get(format, "expr"))
        return given(rule, "format");
    const char *text = jutu_guide_format_text(rule);
    return text ? json_string(text) : NULL;
}

json_t *jutu_guide_rule_format_type(const JutuGuideRule *rule)
{
    const json_t *type = json_object_get(rule->given, "formatType");
    const JutuChannelDef *def = rule->def;
    if (json_is_object(type) ||
        (json_is_string(type) && *json_string_value(type) && !is_custom(json_string_value(type))))
        return given(rule, "formatType");
    if (!jutu_def_is_time_format(def) || rule->scale_type->temporal)
        return NULL;
    return json_string(def->is_field && def->time_unit.utc ? "utc" : "time");
}

json_t *jutu_guide_rule_values(const JutuGuideRule *rule)
{
    const json_t *values = json_object_get(rule->given, "values");
    return json_is_array(values) || json_is_object(values) ? given(rule, "values") : NULL;
}
