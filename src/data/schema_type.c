#include "data/schema_type.h"

#include <math.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/number.h"
#include "base/time_format.h"

static JutuValue read_text(JutuValue text, const json_t *field, JutuContext *context)
{
    (void)field, (void)context;
    return text;
}

/* Drops what stands around a number, such as "¥" and "%". */
static JutuValue bare(JutuValue text, JutuArena *arena)
{
    static const char parts[] = "0123456789+-.,eE";
    const char *start = text.string, *end = start + text.length;
    while (start < end && !(g_ascii_isdigit(*start) || strchr("+-.", *start)))
        start++;
    while (end > start && !strchr(parts, end[-1]))
        end--;
    return jutu_string(jutu_arena_printf(arena, "%.*s", (int)(end - start), start));
}

/* The number with no characters between groups and a point for the decimals. */
static const char *plain_number(JutuValue text, const json_t *field, JutuArena *arena)
{
    const char *point = jutu_json_string(field, "decimalChar", ".");
    const char *group = jutu_json_string(field, "groupChar", "");
    if (!jutu_json_bool(field, "bareNumber", true))
        text = bare(text, arena);
    if (*group == '\0' && strcmp(point, ".") == 0)
        return text.string;
    g_autoptr(GString) out = g_string_sized_new(text.length);
    for (const char *at = text.string; *at;) {
        if (*group && g_str_has_prefix(at, group)) {
            at += strlen(group);
        } else if (*point && g_str_has_prefix(at, point)) {
            g_string_append_c(out, '.');
            at += strlen(point);
        } else {
            g_string_append_c(out, *at == '.' ? 'x' : *at); /* a point isn't the point here */
            at++;
        }
    }
    return jutu_arena_strdup(arena, out->str);
}

static JutuValue number_of(const char *text, const char *characters)
{
    size_t length = strlen(text);
    if (length == 0 || strspn(text, characters) < length)
        return jutu_undefined();
    double number = jutu_number_parse(text, length);
    return isnan(number) ? jutu_undefined() : jutu_number(number);
}

static JutuValue read_number(JutuValue text, const json_t *field, JutuContext *context)
{
    static const struct {
        const char *text;
        double number;
    } special[] = { { "NaN", NAN }, { "INF", INFINITY }, { "-INF", -INFINITY } };
    for (size_t i = 0; i < G_N_ELEMENTS(special); i++) {
        if (strcmp(text.string, special[i].text) == 0)
            return jutu_number(special[i].number);
    }
    return number_of(plain_number(text, field, context->arena), "0123456789+-.eE");
}

static JutuValue read_integer(JutuValue text, const json_t *field, JutuContext *context)
{
    return number_of(plain_number(text, field, context->arena), "0123456789+-");
}

static bool is_listed(const char *text, const json_t *list, const char *const *otherwise)
{
    if (!json_is_array(list))
        return g_strv_contains(otherwise, text);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *item = json_string_value(json_array_get(list, i));
        if (item && strcmp(item, text) == 0)
            return true;
    }
    return false;
}

static JutuValue read_boolean(JutuValue text, const json_t *field, JutuContext *context)
{
    (void)context;
    static const char *const yes[] = { "true", "True", "TRUE", "1", NULL };
    static const char *const no[] = { "false", "False", "FALSE", "0", NULL };
    if (is_listed(text.string, json_object_get(field, "trueValues"), yes))
        return jutu_boolean(true);
    if (is_listed(text.string, json_object_get(field, "falseValues"), no))
        return jutu_boolean(false);
    return jutu_undefined();
}

/* Whether the day is in the calendar, of a text that begins with it in ISO 8601: February 30 would
 * be read as March 1. */
static bool is_real_day(const char *text, JutuArena *arena)
{
    char day[sizeof("YYYY-MM-DD")];
    g_strlcpy(day, text, sizeof(day));
    if (strlen(day) < strlen("YYYY-MM-DD"))
        return true; /* a month, which the format has checked */
    double ms = jutu_time_parse("%Y-%m-%d", day, NULL, NULL);
    return g_str_has_prefix(jutu_date_iso(ms, arena), day);
}

/* A date by the field's format; by its type's own if that is "default", by Date.parse() if "any".
 */
static JutuValue read_moment(JutuValue text, const json_t *field, const char *const *formats,
                             JutuContext *context)
{
    const char *format = jutu_json_string(field, "format", "default");
    double ms = NAN;
    if (strchr(format, '%'))
        ms = jutu_time_parse(format, text.string, context->zone, NULL);
    else if (strcmp(format, "any") == 0)
        ms = jutu_date_parse(text.string, context->zone);
    for (; isnan(ms) && !strchr(format, '%') && *formats; formats++) {
        if (!isnan(jutu_time_parse(*formats, text.string, NULL, NULL)) &&
            is_real_day(text.string, context->arena))
            ms = jutu_date_parse(text.string, context->zone);
    }
    return isnan(ms) ? jutu_undefined() : jutu_number(ms);
}

static JutuValue read_date(JutuValue text, const json_t *field, JutuContext *context)
{
    static const char *const formats[] = { "%Y-%m-%d", NULL };
    return read_moment(text, field, formats, context);
}

static JutuValue read_datetime(JutuValue text, const json_t *field, JutuContext *context)
{
    static const char *const formats[] = { "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S.%L",
                                           "%Y-%m-%dT%H:%M:%S%Z", "%Y-%m-%dT%H:%M:%S.%L%Z", NULL };
    return read_moment(text, field, formats, context);
}

static JutuValue read_yearmonth(JutuValue text, const json_t *field, JutuContext *context)
{
    static const char *const formats[] = { "%Y-%m", NULL };
    return read_moment(text, field, formats, context);
}

static JutuValue read_time(JutuValue text, const json_t *field, JutuContext *context)
{
    (void)context;
    const char *format = jutu_json_string(field, "format", "default");
    if (strcmp(format, "any") == 0)
        return text;
    format = strchr(format, '%') ? format : "%H:%M:%S";
    return isnan(jutu_time_parse(format, text.string, NULL, NULL)) ? jutu_undefined() : text;
}

static JutuValue read_json(JutuValue text, JutuType type, JutuContext *context)
{
    json_t *json = jutu_json_parse(text.string, text.length, NULL);
    JutuValue value = jutu_value_from_json(json, context->arena);
    json_decref(json);
    return value.type == type ? value : jutu_undefined();
}

static JutuValue read_object(JutuValue text, const json_t *field, JutuContext *context)
{
    (void)field;
    return read_json(text, JUTU_OBJECT, context);
}

static JutuValue read_array(JutuValue text, const json_t *field, JutuContext *context)
{
    (void)field;
    return read_json(text, JUTU_ARRAY, context);
}

static const struct JutuSchemaType types[] = {
    { "any", "unknown", "a value", read_text },
    { "string", "string", "a text", read_text },
    { "number", "number", "a number", read_number },
    { "integer", "number", "a whole number", read_integer },
    { "year", "number", "a year", read_integer },
    { "boolean", "boolean", "true or false", read_boolean },
    { "date", "date", "a date", read_date },
    { "datetime", "date", "a date and time", read_datetime },
    { "yearmonth", "date", "a year and month", read_yearmonth },
    { "time", "string", "a time of day", read_time },
    { "duration", "string", "a duration", read_text },
    { "geopoint", "string", "a place", read_text },
    { "geojson", "unknown", "GeoJSON", read_object },
    { "object", "unknown", "a JSON object", read_object },
    { "array", "unknown", "a JSON array", read_array },
    { "list", "string", "a list", read_text },
};

const struct JutuSchemaType *jutu_schema_type_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        if (strcmp(types[i].name, name) == 0)
            return &types[i];
    }
    return NULL;
}
