/* Vega-Lite's DateTime objects and time units, as text of the expression language. */
#include "expr/date_source.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/number.h"
#include "base/time.h"

/* What a DateTime lacks comes from 1 January 2012, as in Vega's time units. */
static const char *const defaults[] = { "2012", "0", "1", "0", "0", "0", "0" };

enum { YEAR, MONTH, DAY, HOURS, MINUTES, SECONDS, MILLISECONDS, N_FIELDS };

static const char *const months[] = { "january",   "february", "march",    "april",
                                      "may",       "june",     "july",     "august",
                                      "september", "october",  "november", "december" };
static const char *const days[] = { "sunday",   "monday", "tuesday", "wednesday",
                                    "thursday", "friday", "saturday" };

/* Parts in the order in which the first of a field wins; `week` and `dayofyear` set none. */
static const struct {
    const char *name;
    int field;
    unsigned unit;
    const char *const *names; /* of which the first three letters do */
    size_t n_names;
    double base, factor, add; /* the field is (number - base) % n_names * factor + add */
} parts[] = {
    { "year", YEAR, JUTU_YEAR, .factor = 1 },
    { "month", MONTH, JUTU_MONTH, months, 12, .base = 1, .factor = 1 },
    { "quarter", MONTH, JUTU_QUARTER, .base = 1, .factor = 3 },
    { "date", DAY, JUTU_DATE_OF_MONTH, .factor = 1 },
    { "day", DAY, JUTU_DAY, days, 7, .factor = 1, .add = 1 },
    { "hours", HOURS, JUTU_HOURS, .factor = 1 },
    { "minutes", MINUTES, JUTU_MINUTES, .factor = 1 },
    { "seconds", SECONDS, JUTU_SECONDS, .factor = 1 },
    { "milliseconds", MILLISECONDS, JUTU_MILLISECONDS, .factor = 1 },
    { "week", N_FIELDS, JUTU_WEEK, .factor = 1 },
    { "dayofyear", N_FIELDS, JUTU_DAY_OF_YEAR, .factor = 1 },
};

enum { DAY_ROW = 4 };

bool jutu_date_time_is(const json_t *value)
{
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (jutu_json_has(value, parts[i].name))
            return true;
    return false;
}

/* A part as a number counted from 0; NaN if it is neither a number nor one of the names. */
static double read_part(size_t row, const json_t *value)
{
    const char *text = json_string_value(value);
    double number = text ? jutu_number_parse(text, strlen(text)) : json_number_value(value);
    if (text && text[0] == '\0')
        number = NAN;
    if (!text && !json_is_number(value))
        return NAN;
    if (!isnan(number))
        return row == DAY_ROW ? fmod(number, 7) : number - parts[row].base;
    for (size_t i = 0; i < parts[row].n_names; i++)
        if (g_ascii_strncasecmp(text, parts[row].names[i], 3) == 0)
            return (double)i;
    return NAN;
}

static bool write_field(size_t row, const json_t *value, char *field, const char *pointer,
                        GError **error)
{
    double number = read_part(row, value);
    if (isnan(number)) {
        g_autofree char *text = json_dumps(value, JSON_ENCODE_ANY);
        jutu_error_set(error, JUTU_ERROR_SPEC, pointer, "%s is no %s; write a number%s", text,
                       parts[row].name, parts[row].names ? " or an English name" : "");
        return false;
    }
    jutu_number_print(number * parts[row].factor + parts[row].add, field);
    return true;
}

static void write_call(const char *function, const char *const *fields, GString *out)
{
    g_string_append_printf(out, "%s(", function);
    for (size_t i = 0; i < N_FIELDS; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? ", " : "", fields[i]);
    g_string_append_c(out, ')');
}

bool jutu_date_time_write(const json_t *value, GString *out, const char *pointer,
                          JutuContext *context, GError **error)
{
    char texts[N_FIELDS][JUTU_NUMBER_SIZE];
    const char *fields[N_FIELDS + 1] = { NULL };
    bool drop_day = json_object_get(value, "day") && json_object_size(value) > 1;
    if (drop_day)
        jutu_warn(context, JUTU_RULE_no_effect, pointer,
                  "\"day\" doesn't go with other parts of a date and is left out");
    for (size_t row = 0; row < G_N_ELEMENTS(parts); row++) {
        const json_t *part = json_object_get(value, parts[row].name);
        int field = parts[row].field;
        if (!part || field == N_FIELDS || fields[field] || (row == DAY_ROW && drop_day))
            continue;
        if (!write_field(row, part, texts[field], pointer, error))
            return false;
        fields[field] = texts[field];
    }
    for (size_t i = 0; i < N_FIELDS; i++)
        fields[i] = fields[i] ? fields[i] : defaults[i];
    write_call(jutu_json_bool(value, "utc", false) ? "utc" : "datetime", fields, out);
    return true;
}

bool jutu_date_time_write_part(const char *part, const json_t *value, GString *out,
                               const char *pointer, JutuContext *context, GError **error)
{
    json_t *object = json_pack("{sO}", part, value);
    bool written = jutu_date_time_write(object, out, pointer, context, error);
    json_decref(object);
    return written;
}

void jutu_date_time_write_floor(unsigned units, const char *field, GString *out)
{
    char *texts[N_FIELDS] = { NULL };
    const char *fields[N_FIELDS];
    for (size_t row = 0; row < G_N_ELEMENTS(parts); row++) {
        int at = parts[row].field;
        if (!(units & parts[row].unit) || at == N_FIELDS || texts[at])
            continue;
        const char *form = parts[row].unit == JUTU_QUARTER ? "(%s(%s)-1)*3"
                           : parts[row].unit == JUTU_DAY   ? "%s(%s)+1"
                                                           : "%s(%s)";
        texts[at] = g_strdup_printf(form, parts[row].name, field);
    }
    for (size_t i = 0; i < N_FIELDS; i++)
        fields[i] = texts[i] ? texts[i] : defaults[i];
    write_call("datetime", fields, out);
    for (size_t i = 0; i < N_FIELDS; i++)
        g_free(texts[i]);
}
