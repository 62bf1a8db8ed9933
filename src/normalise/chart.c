#include "normalise/chart.h"

#include <stdarg.h>

#include "base/json.h"

const json_t *jutu_config(const JutuChart *chart, ...)
{
    va_list names;
    va_start(names, chart);
    const json_t *json = chart->config;
    for (const char *name; json && (name = va_arg(names, const char *));)
        json = json_object_get(json, name);
    va_end(names);
    return json;
}

void jutu_chart_error(const JutuChart *chart, const json_t *node, JutuError code, GError **error,
                      const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    jutu_error_set(error, code, jutu_pointer_of(chart->source, node, chart->arena), "%s", text);
}

void jutu_chart_warn(const JutuChart *chart, JutuRule rule, const json_t *node, const char *format,
                     ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    jutu_warn(chart->context, rule, jutu_pointer_of(chart->source, node, chart->arena), "%s", text);
}

void jutu_chart_why(const JutuChart *chart, JutuRule rule, const json_t *node, const char *format,
                    ...)
{
    va_list args;
    if (!chart->context->why)
        return;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    jutu_why(chart->context, rule, jutu_pointer_of(chart->source, node, chart->arena), "%s", text);
}

JutuValue jutu_chart_value(const JutuChart *chart, const JutuScope *scope, const json_t *json)
{
    g_autoptr(GError) error = NULL;
    JutuValue value = jutu_json_value(json, scope, "", &error);
    if (error)
        jutu_chart_warn(chart, JUTU_RULE_no_effect, json, "%s", error->message);
    return value;
}
