/* config.locale as the base's locales: texts in place of those of en-US. */
#include "theme/locale.h"

#include "base/json.h"

static const char *locale_text(const json_t *object, const char *key, const char *fallback,
                               JutuArena *arena)
{
    return jutu_arena_strdup(arena, jutu_json_string(object, key, fallback));
}

static void read_texts(const json_t *object, const char *key, const char **out, size_t n,
                       JutuArena *arena)
{
    const json_t *list = json_object_get(object, key);
    for (size_t i = 0; i < n; i++) {
        const char *given = json_string_value(json_array_get(list, i));
        if (given)
            out[i] = jutu_arena_strdup(arena, given);
    }
}

/* d3-format: no grouping, no groups; no symbol of currency, none is written. */
static const JutuNumberLocale *read_number(const json_t *given, JutuArena *arena)
{
    const JutuNumberLocale *english = &jutu_number_locale_en;
    JutuNumberLocale *locale = jutu_new(arena, JutuNumberLocale, 1);
    const json_t *sizes = json_object_get(given, "grouping");
    const json_t *numerals = json_object_get(given, "numerals");
    size_t n = json_object_get(given, "thousands") ? json_array_size(sizes) : 0;
    int *grouping = jutu_new(arena, int, n + 1);
    for (size_t i = 0; i < n; i++)
        grouping[i] = (int)CLAMP(json_number_value(json_array_get(sizes, i)), 0, 1000);
    *locale = (JutuNumberLocale){
        .decimal = locale_text(given, "decimal", english->decimal, arena),
        .thousands = locale_text(given, "thousands", english->thousands, arena),
        .grouping = grouping,
        .currency = { "", "" },
        .percent = locale_text(given, "percent", english->percent, arena),
        .minus = locale_text(given, "minus", english->minus, arena),
        .nan = locale_text(given, "nan", english->nan, arena),
    };
    read_texts(given, "currency", locale->currency, G_N_ELEMENTS(locale->currency), arena);
    if (json_array_size(numerals) == 10) {
        const char **digits = jutu_new(arena, const char *, 10);
        for (size_t i = 0; i < 10; i++)
            digits[i] = "";
        read_texts(given, "numerals", digits, 10, arena);
        locale->numerals = digits;
    }
    return locale;
}

static const JutuTimeLocale *read_time(const json_t *given, JutuArena *arena)
{
    JutuTimeLocale *locale = jutu_new(arena, JutuTimeLocale, 1);
    *locale = jutu_time_locale_en;
    locale->tag = NULL;
    locale->date_time = locale_text(given, "dateTime", locale->date_time, arena);
    locale->date = locale_text(given, "date", locale->date, arena);
    locale->time = locale_text(given, "time", locale->time, arena);
    read_texts(given, "periods", locale->periods, G_N_ELEMENTS(locale->periods), arena);
    read_texts(given, "days", locale->days, G_N_ELEMENTS(locale->days), arena);
    read_texts(given, "shortDays", locale->short_days, G_N_ELEMENTS(locale->short_days), arena);
    read_texts(given, "months", locale->months, G_N_ELEMENTS(locale->months), arena);
    read_texts(given, "shortMonths", locale->short_months, G_N_ELEMENTS(locale->short_months),
               arena);
    return locale;
}

void jutu_locale_read(const json_t *locale, JutuContext *context)
{
    const json_t *number = json_object_get(locale, "number");
    const json_t *time = json_object_get(locale, "time");
    if (json_is_object(number))
        context->number_locale = read_number(number, context->arena);
    if (json_is_object(time))
        context->time_locale = read_time(time, context->arena);
}
