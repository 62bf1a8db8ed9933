/*
 * Formatted fields (vega-lite's compile/format.ts): a reference that gives the
 * text of a number, a time or a bin. They are expressions, since formats may
 * call the functions that an expression can.
 */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/time_unit.h"
#include "expr/date_time.h"
#include "expr/literal.h"
#include "mark/encode.h"

/* datum['a']['b'] of a path. */
static const char *datum_path(const JutuChart *chart, const char *path)
{
    const char *const *parts = jutu_field_split(path, chart->arena);
    const char *access = "datum";
    for (size_t i = 0; parts[i]; i++)
        access = jutu_expr_member(access, parts[i], chart->arena);
    return access;
}

static const char *field_access(const JutuChart *chart, const JutuChannelDef *def)
{
    if (!def->is_datum)
        return datum_path(chart, def->path.value);
    if (jutu_is_date_time(def->datum))
        return jutu_arena_printf(chart->arena, "toDate(%.17g)",
                                 jutu_date_time(def->datum, chart->context));
    const char *source = jutu_json_string(def->datum, "expr", NULL);
    return source ? jutu_arena_printf(chart->arena, "(%s)", source)
                  : jutu_expr_literal(def->datum, chart->arena);
}

/* A format as it is asked for: JSON for custom types, or a specifier. */
typedef struct {
    const json_t *format;
    const char *type; /* "number", "time", a function's name; NULL: not given */
} Format;

static bool is_custom(const char *type)
{
    return type && *type && strcmp(type, "number") != 0 && strcmp(type, "time") != 0;
}

static const char *config_text(const JutuChart *chart, const char *name)
{
    return json_string_value(jutu_config(chart, name, NULL));
}

static const char *number_text(const JutuChart *chart, const char *value, Format format)
{
    JutuArena *arena = chart->arena;
    if (is_custom(format.type))
        return format.format ? jutu_arena_printf(arena, "%s(%s, %s)", format.type, value,
                                                 jutu_expr_literal(format.format, chart->arena))
                             : jutu_arena_printf(arena, "%s(%s)", format.type, value);
    const char *specifier = json_string_value(format.format);
    if (!specifier)
        specifier = config_text(chart, "numberFormat");
    return jutu_arena_printf(arena, "format(%s, %s)", value,
                             jutu_expr_quote(specifier ? specifier : "", chart->arena));
}

/* "5 – 10", or "null" of what isn't binned. */
static const char *bin_text(const JutuChart *chart, const JutuChannelDef *def, Format format)
{
    const char *start = datum_path(chart, def->path.value);
    const char *end = datum_path(chart, def->path.end);
    return jutu_arena_printf(
        chart->arena, "!isValid(%s) || !isFinite(+%s) ? \"null\" : %s + \" \u2013 \" + %s", start,
        start, number_text(chart, start, format), number_text(chart, end, format));
}

static const char *custom_text(const JutuChart *chart, const JutuChannelDef *def, Format format)
{
    if (def->is_field && def->binning == JUTU_BIN)
        return bin_text(chart, def, format);
    return number_text(chart, field_access(chart, def), format);
}

static const char *time_text(const JutuChart *chart, const JutuChannelDef *def, Format format)
{
    JutuArena *arena = chart->arena;
    const char *field = field_access(chart, def), *specifier = json_string_value(format.format);
    unsigned units = def->is_field ? def->time_unit.units : 0;
    const char *scale = jutu_json_string(def->scale, "type", NULL);
    bool utc = (def->is_field && def->time_unit.utc) || (scale && strcmp(scale, "utc") == 0);
    const char *custom = config_text(chart, "timeFormatType");
    if (!units && custom)
        return jutu_arena_printf(arena, "%s(%s, %s)", custom, field,
                                 specifier ? jutu_expr_quote(specifier, arena) : "null");
    if (!specifier && units)
        specifier = jutu_time_unit_specifier(units, jutu_time_unit_formats, arena);
    if (!specifier)
        specifier = config_text(chart, "timeFormat");
    return jutu_arena_printf(arena, "%sFormat(%s, %s)", utc ? "utc" : "time", field,
                             jutu_expr_quote(specifier ? specifier : "", chart->arena));
}

/* The config's own types of format, for what has none. */
static bool config_format(const JutuChart *chart, const JutuChannelDef *def, Format *format)
{
    bool allowed = json_is_true(jutu_config(chart, "customFormatTypes", NULL));
    if (format->format || format->type || !allowed)
        return false;
    bool number = def->type == JUTU_QUANTITATIVE;
    bool time = def->type == JUTU_TEMPORAL && def->is_field && !jutu_has_time_unit(def);
    if (!number && !time)
        return false;
    format->type = config_text(chart, number ? "numberFormatType" : "timeFormatType");
    format->format = jutu_config(chart, number ? "numberFormat" : "timeFormat", NULL);
    return format->type != NULL;
}

/* Bins are numbers, whatever their type. */
static Format bin_format(const JutuChart *chart, Format format)
{
    bool allowed = json_is_true(jutu_config(chart, "customFormatTypes", NULL));
    const char *type = config_text(chart, "numberFormatType");
    if (format.format || format.type || !allowed || !type)
        return format;
    return (Format){ jutu_config(chart, "numberFormat", NULL), type };
}

static bool measures(const JutuChannelDef *def)
{
    return def->type == JUTU_QUANTITATIVE || (def->is_datum && json_is_number(def->datum));
}

const char *jutu_format_expr(const JutuChart *chart, const JutuChannelDef *def,
                             const json_t *format_json, const json_t *type_json)
{
    Format format = { format_json, json_string_value(type_json) };
    if (is_custom(format.type) || config_format(chart, def, &format))
        return custom_text(chart, def, format);
    if (jutu_def_is_time_format(def))
        return time_text(chart, def, format);
    if (def->is_field && def->binning == JUTU_BIN)
        return bin_text(chart, def, bin_format(chart, format));
    const char *field = field_access(chart, def);
    const char *specifier = json_string_value(format.format);
    if (!specifier && measures(def))
        specifier = config_text(chart, "numberFormat");
    if (specifier || measures(def))
        return jutu_arena_printf(chart->arena, "format(%s, %s)", field,
                                 jutu_expr_quote(specifier ? specifier : "", chart->arena));
    return jutu_arena_printf(chart->arena, "isValid(%s) ? %s : \"\"+%s", field, field, field);
}

static const JutuRef *text_ref(JutuEncoder *encoder, const JutuChannelDef *def, const void *data)
{
    (void)data;
    if (!def)
        return NULL;
    if (def->is_value)
        return jutu_ref_json(encoder, def->value);
    if (!def->is_field && !def->is_datum)
        return NULL;
    const json_t *format, *type;
    jutu_def_format(def, &format, &type);
    return jutu_ref_expr(encoder, jutu_format_expr(encoder->chart, def, format, type), def->json);
}

void jutu_encode_text(JutuEncoder *encoder, JutuChannel channel, JutuProperty property)
{
    const JutuRef *ref = jutu_ref_conditions(encoder, jutu_view_def(encoder->unit, channel), NULL,
                                             text_ref, NULL);
    if (ref)
        encoder->refs[property] = ref;
}
