#include <math.h>
#include <string.h>

#include "base/format.h"
#include "base/json.h"
#include "probe.h"

/* Texts of an array, NULL after the last; NULL if there is no array. */
static const char *const *read_texts(const json_t *json, JutuArena *arena)
{
    if (!json_is_array(json))
        return NULL;
    const char **texts = jutu_new(arena, const char *, json_array_size(json) + 1);
    for (size_t i = 0; i < json_array_size(json); i++)
        texts[i] = json_string_value(json_array_get(json, i));
    return texts;
}

static const int *read_grouping(const json_t *json, JutuArena *arena)
{
    if (!json_is_array(json))
        return NULL;
    int *sizes = jutu_new(arena, int, json_array_size(json) + 1);
    for (size_t i = 0; i < json_array_size(json); i++)
        sizes[i] = (int)json_number_value(json_array_get(json, i));
    return sizes;
}

static const JutuNumberLocale *read_locale(const json_t *json, JutuArena *arena)
{
    if (!json)
        return NULL;
    const char *const *currency = read_texts(json_object_get(json, "currency"), arena);
    JutuNumberLocale *locale = jutu_new(arena, JutuNumberLocale, 1);
    *locale = (JutuNumberLocale){
        .decimal = jutu_json_string(json, "decimal", NULL),
        .thousands = jutu_json_string(json, "thousands", NULL),
        .grouping = read_grouping(json_object_get(json, "grouping"), arena),
        .currency = { currency ? currency[0] : NULL, currency ? currency[1] : NULL },
        .numerals = read_texts(json_object_get(json, "numerals"), arena),
        .percent = jutu_json_string(json, "percent", NULL),
        .minus = jutu_json_string(json, "minus", NULL),
        .nan = jutu_json_string(json, "nan", NULL),
    };
    return locale;
}

json_t *probe_format(const json_t *given, JutuContext *context, GError **error)
{
    JutuArena *arena = context->arena;
    JutuFormatSpec spec;
    if (!jutu_format_parse(jutu_json_string(given, "spec", ""), &spec, error))
        return NULL;
    double value = probe_number(json_object_get(given, "value"), arena);
    const JutuNumberLocale *locale = read_locale(json_object_get(given, "locale"), arena);
    const json_t *reference = json_object_get(given, "reference_value_input");
    return json_string(
        reference ? jutu_format_prefix(&spec, probe_number(reference, arena), value, locale, arena)
                  : jutu_format_number(&spec, value, locale, arena));
}

static json_t *write_given(int number)
{
    return number < 0 ? json_null() : json_integer(number);
}

static json_t *write_char(char c)
{
    return json_stringn(&c, c != 0);
}

static json_t *write_specifier(const JutuFormatSpec *spec)
{
    return json_pack("{ss so so so sb so sb so sb so}",                               //
                     "fill", *spec->fill ? spec->fill : " ",                          //
                     "align", write_char(spec->align ? spec->align : '>'),            //
                     "sign", write_char(spec->sign ? spec->sign : '-'),               //
                     "symbol", write_char(spec->symbol),                              //
                     "zero", spec->zero, "width", write_given(spec->width),           //
                     "comma", spec->comma, "precision", write_given(spec->precision), //
                     "trim", spec->trim, "type", write_char(spec->type));
}

json_t *probe_format_aux(const json_t *given, JutuContext *context, GError **error)
{
    const char *fn = jutu_json_string(given, "fn", "");
    const json_t *args = json_object_get(given, "args");
    double a = probe_number(json_array_get(args, 0), context->arena);
    double b = probe_number(json_array_get(args, 1), context->arena);
    JutuFormatSpec spec;
    int precision;
    if (strcmp(fn, "formatSpecifier") == 0)
        return jutu_format_parse(jutu_json_string(given, "spec", ""), &spec, error)
                   ? write_specifier(&spec)
                   : NULL;
    if (strcmp(fn, "precisionFixed") == 0)
        precision = jutu_precision_fixed(a);
    else if (strcmp(fn, "precisionPrefix") == 0)
        precision = jutu_precision_prefix(a, b);
    else if (strcmp(fn, "precisionRound") == 0)
        precision = jutu_precision_round(a, b);
    else
        return probe_skip(error, "no such function");
    return precision < 0 ? probe_json_number(NAN) : json_integer(precision);
}
