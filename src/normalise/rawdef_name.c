/* Names of columns, and titles, of channel definitions. */
#include <string.h>

#include "base/fieldpath.h"
#include "base/json.h"
#include "base/rewrite.h"
#include "base/value.h"
#include "normalise/rawdef.h"

static const char *text_of(const json_t *json, JutuArena *arena)
{
    return json ? jutu_to_text(jutu_value_from_json(json, arena), arena) : "undefined";
}

/* One parameter in a column's name: "_maxbins_10", or for a selection "_extent_param_brush". */
static const char *param_name(const char *key, const json_t *value, bool bare, JutuArena *arena)
{
    const char *text = text_of(value, arena);
    if (json_object_get(value, "param")) {
        const char *member;
        json_t *inner;
        text = NULL;
        json_object_foreach ((json_t *)value, member, inner)
            text = jutu_arena_printf(arena, "%s%s%s,%s", text ? text : "", text ? "," : "", member,
                                     text_of(inner, arena));
    }
    return jutu_identifier(bare ? text : jutu_arena_printf(arena, "_%s_%s", key, text), arena);
}

/* "bin_maxbins_10" */
static const char *bin_name(const json_t *bin, JutuArena *arena)
{
    const char *name = "bin", *key;
    json_t *value;
    if (!json_is_object(bin))
        return "bin_maxbins_10";
    json_object_foreach ((json_t *)bin, key, value)
        name = jutu_arena_printf(arena, "%s%s", name, param_name(key, value, false, arena));
    return name;
}

/* "yearmonth", "utcyearmonth", "_step_5minutes": what its columns begin with. */
static const char *unit_name(const json_t *unit, JutuArena *arena)
{
    json_auto_t *params = jutu_rawdef_unit_params(unit);
    bool named = jutu_json_truthy(json_object_get(params, "unit"));
    const char *name = jutu_json_truthy(json_object_get(params, "utc")) ? "utc" : "", *key;
    json_t *value;
    if (!named)
        name = jutu_arena_printf(arena, "%stimeunit", name);
    json_object_foreach (params, key, value) {
        if (strcmp(key, "utc") == 0)
            continue;
        bool bare = named && strcmp(key, "unit") == 0;
        name = jutu_arena_printf(arena, "%s%s", name, param_name(key, value, bare, arena));
    }
    return name;
}

/* A column's name in the making: function, field and suffix, then what to read of its object. */
typedef struct {
    const char *field, *function, *suffix, *access;
} Name;

static void name_aggregate(Name *name, const json_t *aggregate, JutuArena *arena)
{
    static const char *const extremes[] = { "argmax", "argmin" };
    for (size_t i = 0; i < G_N_ELEMENTS(extremes); i++) {
        const json_t *by = json_object_get(aggregate, extremes[i]);
        if (!by)
            continue;
        name->access = jutu_arena_printf(arena, "[\"%s\"]",
                                         name->field ? name->field : "undefined");
        name->field = jutu_arena_printf(arena, "%s_%s", extremes[i], text_of(by, arena));
        return;
    }
    name->function = text_of(aggregate, arena);
}

static void name_function(Name *name, const json_t *def, const JutuRawName *options,
                          JutuArena *arena)
{
    const json_t *bin = json_object_get(def, "bin"), *unit = json_object_get(def, "timeUnit");
    const json_t *aggregate = json_object_get(def, "aggregate");
    const char *part = options->part ? options->part : "";
    if (jutu_rawdef_bin_is_binning(bin)) {
        name->function = bin_name(bin, arena);
        name->suffix = jutu_arena_printf(arena, "%s%s", part, name->suffix);
    } else if (jutu_json_truthy(aggregate)) {
        name_aggregate(name, aggregate, arena);
    } else if (jutu_json_truthy(unit) && !jutu_rawdef_unit_is_binned(unit)) {
        bool own = strcmp(part, "range") != 0 && strcmp(part, "mid") != 0;
        name->function = unit_name(unit, arena);
        name->suffix = jutu_arena_printf(arena, "%s%s", own ? part : "", name->suffix);
    }
}

const char *jutu_rawdef_name(const json_t *def, const JutuRawName *options, JutuArena *arena)
{
    static const JutuRawName none = { 0 };
    const JutuRawName *given = options ? options : &none;
    const json_t *field = json_object_get(def, "field"), *count = json_object_get(def, "aggregate");
    Name name = { .suffix = given->suffix ? given->suffix : "", .access = "" };

    if (jutu_json_truthy(field))
        name.field = text_of(field, arena);
    if (json_is_string(count) && strcmp(json_string_value(count), "count") == 0)
        name.field = "__count";
    else if (!given->plain)
        name_function(&name, def, given, arena);

    const char *text = name.field ? name.field : text_of(field, arena);
    if (name.function && name.field)
        text = jutu_arena_printf(arena, "%s_%s", name.function, name.field);
    else if (name.function)
        text = name.function;
    if (*name.suffix)
        text = jutu_arena_printf(arena, "%s_%s", text, name.suffix);
    if (given->flat)
        return jutu_fieldpath_flat(text, arena);
    return jutu_arena_printf(arena, "%s%s", jutu_fieldpath_escaped(text, arena), name.access);
}

static const char *capitalised(const char *text, JutuArena *arena)
{
    char *copy = jutu_arena_strdup(arena, text);
    *copy = g_ascii_toupper(*copy);
    return copy;
}

/* The single units in a time unit's name, from the largest, joined by hyphens. */
static const char *unit_parts(const char *unit, JutuArena *arena)
{
    static const char *const parts[] = { "year",    "quarter",   "month",       "week",
                                         "day",     "dayofyear", "date",        "hours",
                                         "minutes", "seconds",   "milliseconds" };
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        const char *found = strstr(unit, parts[i]), *end = found ? found + strlen(parts[i]) : NULL;
        /* a part within another's name: "seconds" of milliseconds, "day" and "year" of dayofyear */
        if (!found || (found > unit && *found == 's' && found[-1] == 'i') ||
            (strcmp(parts[i], "day") == 0 && *end == 'o') ||
            (found > unit && *found == 'y' && found[-1] == 'f'))
            continue;
        g_string_append_printf(text, "%s%s", text->len ? "-" : "", parts[i]);
    }
    return jutu_arena_strdup(arena, text->str);
}

static const char *verbal_title(const json_t *def, const json_t *config, JutuArena *arena)
{
    const json_t *aggregate = json_object_get(def, "aggregate"), *op;
    const json_t *unit = json_object_get(def, "timeUnit");
    const char *field = text_of(json_object_get(def, "field"), arena);

    if (json_is_string(aggregate) && strcmp(json_string_value(aggregate), "count") == 0)
        return text_of(json_object_get(config, "countTitle"), arena);
    if (jutu_rawdef_bin_is_binning(json_object_get(def, "bin")))
        return jutu_arena_printf(arena, "%s (binned)", field);
    if (jutu_json_truthy(unit) && !jutu_rawdef_unit_is_binned(unit)) {
        json_auto_t *params = jutu_rawdef_unit_params(unit);
        const char *name = json_string_value(json_object_get(params, "unit"));
        return name && *name ? jutu_arena_printf(arena, "%s (%s)", field, unit_parts(name, arena))
                             : field;
    }
    if ((op = json_object_get(aggregate, "argmax")))
        return jutu_arena_printf(arena, "%s for max %s", field, text_of(op, arena));
    if ((op = json_object_get(aggregate, "argmin")))
        return jutu_arena_printf(arena, "%s for min %s", field, text_of(op, arena));
    if (!jutu_json_truthy(aggregate))
        return field;
    return jutu_arena_printf(arena, "%s of %s", capitalised(text_of(aggregate, arena), arena),
                             field);
}

static const char *functional_title(const json_t *def, JutuArena *arena)
{
    const json_t *aggregate = json_object_get(def, "aggregate"), *op;
    const json_t *unit = json_object_get(def, "timeUnit");
    const char *field = text_of(json_object_get(def, "field"), arena), *function = NULL;

    if ((op = json_object_get(aggregate, "argmax")))
        return jutu_arena_printf(arena, "%s for argmax(%s)", field, text_of(op, arena));
    if ((op = json_object_get(aggregate, "argmin")))
        return jutu_arena_printf(arena, "%s for argmin(%s)", field, text_of(op, arena));
    json_auto_t *params = jutu_rawdef_unit_is_binned(unit) ? NULL : jutu_rawdef_unit_params(unit);
    if (jutu_json_truthy(aggregate))
        function = text_of(aggregate, arena);
    else if (jutu_json_truthy(json_object_get(params, "unit")))
        function = text_of(json_object_get(params, "unit"), arena);
    else if (jutu_json_truthy(json_object_get(params, "maxbins")))
        function = "timeunit";
    else if (jutu_rawdef_bin_is_binning(json_object_get(def, "bin")))
        function = "bin";
    if (!function)
        return field;
    g_autofree char *upper = g_ascii_strup(function, -1);
    return jutu_arena_printf(arena, "%s(%s)", upper, field);
}

const char *jutu_rawdef_default_title(const json_t *def, const json_t *config, JutuArena *arena)
{
    const char *style = json_string_value(json_object_get(config, "fieldTitle"));
    if (style && strcmp(style, "plain") == 0)
        return text_of(json_object_get(def, "field"), arena);
    if (style && strcmp(style, "functional") == 0)
        return functional_title(def, arena);
    return verbal_title(def, config, arena);
}

json_t *jutu_rawdef_title(const json_t *def, const json_t *config, bool off, JutuArena *arena)
{
    const json_t *const given[] = { json_object_get(jutu_rawdef_guide(def), "title"),
                                    json_object_get(def, "title") };
    for (size_t i = 0; i < G_N_ELEMENTS(given); i++)
        if (given[i] && (off || !json_is_null(given[i])))
            return jutu_json_share(given[i]);
    if (!jutu_rawdef_is_field(def))
        return given[1] ? jutu_json_share(given[1]) : NULL;
    return json_string(jutu_rawdef_default_title(def, config, arena));
}
