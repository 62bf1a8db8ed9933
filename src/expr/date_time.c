#include "expr/date_time.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/time.h"

static const char *const parts[] = { "year",    "quarter",   "month",       "week",
                                     "day",     "dayofyear", "date",        "hours",
                                     "minutes", "seconds",   "milliseconds" };

bool jutu_is_date_time(const json_t *json)
{
    for (size_t i = 0; json_is_object(json) && i < G_N_ELEMENTS(parts); i++) {
        if (json_object_get(json, parts[i]))
            return true;
    }
    return false;
}

/* The index of a name by its first three letters; NaN if there is none. */
static double named(const char *text, const char *names)
{
    g_autofree char *lower = g_ascii_strdown(text, 3);
    const char *at = strlen(lower) == 3 ? strstr(names, lower) : NULL;
    return at && (at - names) % 3 == 0 ? (double)(at - names) / 3 : NAN;
}

/* A part that is a number, or a text of one. */
static double date_part(const json_t *json, const char *name, double fallback)
{
    const json_t *value = json_object_get(json, name);
    if (json_is_string(value))
        return jutu_to_number(jutu_string(json_string_value(value)));
    return value ? json_number_value(value) : fallback;
}

static double month_of(const json_t *json)
{
    const char *text = json_string_value(json_object_get(json, "month"));
    double number = date_part(json, "month", NAN);
    if (json_object_get(json, "month"))
        return text && isnan(number) ? named(text, "janfebmaraprmayjunjulaugsepoctnovdec")
                                     : number - 1;
    return json_object_get(json, "quarter") ? (date_part(json, "quarter", 1) - 1) * 3 : 0;
}

/* Days of the week count only alone: 2012 began on a Sunday. */
static double date_of(const json_t *json)
{
    const char *text = json_string_value(json_object_get(json, "day"));
    double number = date_part(json, "day", NAN);
    if (json_object_get(json, "date") || !json_object_get(json, "day") ||
        json_object_size(json) > 1)
        return date_part(json, "date", 1);
    return 1 + (text && isnan(number) ? named(text, "sunmontuewedthufrisat") : fmod(number, 7));
}

double jutu_date_time(const json_t *json, const JutuContext *context)
{
    bool utc = json_is_true(json_object_get(json, "utc"));
    JutuDateParts made = { date_part(json, "year", 2012),
                           month_of(json),
                           date_of(json),
                           date_part(json, "hours", 0),
                           date_part(json, "minutes", 0),
                           date_part(json, "seconds", 0),
                           date_part(json, "milliseconds", 0) };
    return jutu_date_make(made, utc ? NULL : context->zone);
}

/* A number or name of the only unit, such as 3 of "month". */
static bool of_single_unit(const json_t *json, unsigned units, JutuContext *context, double *ms)
{
    bool small = json_is_number(json) && json_number_value(json) < 10000;
    const char *text = json_string_value(json);
    if ((units & (units - 1)) != 0 || units == 0 ||
        !(small || (text && isnan(jutu_date_parse(text, context->zone)))))
        return false;
    const char *name = jutu_time_unit_name(units, context->arena);
    json_t *single = json_pack("{s:O}", name, json);
    *ms = jutu_date_time(single, context);
    json_decref(single);
    return true;
}

JutuValue jutu_time_value(const json_t *json, bool temporal, unsigned units, JutuContext *context)
{
    double ms;
    if (jutu_is_date_time(json))
        return jutu_date(jutu_date_time(json, context));
    bool text = json_is_string(json);
    if (!(temporal || units) || !(text || json_is_number(json)))
        return jutu_value_from_json(json, context->arena);
    if (of_single_unit(json, units, context, &ms))
        return jutu_date(ms);
    return jutu_date(text ? jutu_date_parse(json_string_value(json), context->zone)
                          : json_number_value(json));
}
