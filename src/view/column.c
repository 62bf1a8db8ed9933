/* The names that vega-lite gives to the columns of computed fields, and their titles. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/number.h"
#include "base/time.h"
#include "data/table.h"
#include "view/def.h"

/* Anything but letters, digits and _ becomes _, once per UTF-16 unit; a leading digit gets one
 * more. */
static void append_var_name(GString *out, const char *text)
{
    if (g_ascii_isdigit(*text))
        g_string_append_c(out, '_');
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        if ((unsigned char)*p < 0x80)
            g_string_append_c(out, g_ascii_isalnum(*p) ? *p : '_');
        else
            g_string_append(out, g_utf8_get_char(p) > 0xffff ? "__" : "_");
    }
}

/* JavaScript's `${value}` of a JSON value. */
static void append_json_text(GString *out, const json_t *json, JutuArena *arena)
{
    g_string_append(out, jutu_to_text(jutu_value_from_json(json, arena), arena));
}

static void append_member_name(GString *out, const char *key, const json_t *value, JutuArena *arena)
{
    g_autoptr(GString) part = g_string_new("_");
    g_string_append(part, key);
    g_string_append_c(part, '_');
    if (json_is_object(value) && json_object_get(value, "param")) {
        const char *name;
        const json_t *item;
        bool first = true;
        json_object_foreach ((json_t *)value, name, item) {
            g_string_append_printf(part, "%s%s,", first ? "" : ",", name);
            append_json_text(part, item, arena);
            first = false;
        }
    } else {
        append_json_text(part, value, arena);
    }
    append_var_name(out, part->str);
}

/* "bin_maxbins_10", from the parameters in the order in which they were written. */
static void append_bin_name(GString *out, const json_t *bin, JutuArena *arena)
{
    g_string_append(out, "bin");
    if (!json_is_object(bin)) {
        g_string_append(out, "_maxbins_10");
        return;
    }
    const char *key;
    const json_t *value;
    json_object_foreach ((json_t *)bin, key, value)
        append_member_name(out, key, value, arena);
}

static const char *time_unit_name(const json_t *json, JutuTimeUnitDef *def, JutuArena *arena)
{
    g_autoptr(GString) name = g_string_new(def->utc ? "utc" : NULL);
    const char *unit = json_is_string(json) ? json_string_value(json)
                                            : json_string_value(json_object_get(json, "unit"));
    if (unit && g_str_has_prefix(unit, "binned"))
        unit += 6;
    if (unit && g_str_has_prefix(unit, "utc"))
        unit += 3;
    if (!unit)
        g_string_append(name, "timeunit");
    if (json_is_string(json))
        append_var_name(name, unit);
    const char *key;
    const json_t *value;
    json_object_foreach ((json_t *)json, key, value) {
        if (strcmp(key, "unit") == 0)
            append_var_name(name, unit ? unit : "");
        else if (strcmp(key, "utc") != 0)
            append_member_name(name, key, value, arena);
    }
    return jutu_arena_strdup(arena, name->str);
}

JutuTimeUnitDef jutu_time_unit_def(const json_t *json, JutuArena *arena)
{
    JutuTimeUnitDef def = { 0 };
    const char *unit = json_is_string(json) ? json_string_value(json)
                                            : json_string_value(json_object_get(json, "unit"));
    if (unit)
        def.units = jutu_time_unit_parse(unit, &def.utc, &def.binned);
    if (json_is_object(json)) {
        def.utc |= json_is_true(json_object_get(json, "utc"));
        def.binned |= json_is_true(json_object_get(json, "binned"));
        def.step = jutu_json_number(json, "step", 0);
        def.maxbins = jutu_json_number(json, "maxbins", 0);
    }
    def.name = time_unit_name(json, &def, arena);
    return def;
}

/* Joins a path's parts with dots: the name of its flattened column. */
static char *flat_name(const char *path, bool escaped, JutuArena *arena)
{
    const char *const *parts = jutu_field_split(path, arena);
    g_autoptr(GString) name = g_string_new(NULL);
    for (size_t i = 0; parts[i]; i++) {
        if (i > 0)
            g_string_append(name, escaped ? "\\." : ".");
        for (const char *c = parts[i]; *c; c++) {
            if (escaped && *c == '.')
                g_string_append_c(name, '\\');
            g_string_append_c(name, *c);
        }
    }
    return jutu_arena_strdup(arena, name->str);
}

/* What vgField puts before the field's name, and the suffix that goes with it. */
static void append_function(const JutuChannelDef *def, const JutuColumnOptions *options,
                            GString *out, GString *suffix, JutuArena *arena)
{
    const char *bin_suffix = options->bin_suffix;
    if (def->binning == JUTU_BIN) {
        append_bin_name(out, def->bin, arena);
        g_string_assign(suffix, bin_suffix ? bin_suffix : "");
    } else if (def->aggregate) {
        g_string_append(out, def->aggregate);
        return;
    } else if (jutu_has_time_unit(def) && !def->time_unit.binned) {
        g_string_append(out, def->time_unit.name);
        bool end = bin_suffix && strcmp(bin_suffix, "end") == 0;
        g_string_assign(suffix, end ? "end" : "");
    } else {
        return;
    }
    if (options->suffix)
        g_string_append(suffix, options->suffix);
}

const char *jutu_def_column(const JutuChannelDef *def, const JutuColumnOptions *options,
                            JutuArena *arena)
{
    static const JutuColumnOptions none = { 0 };
    options = options ? options : &none;
    g_autoptr(GString) name = g_string_new(NULL);
    g_autoptr(GString) suffix = g_string_new(options->suffix);
    const char *field = def->field, *accessor = "";
    if (options->prefix)
        g_string_append_printf(name, "%s_", options->prefix);
    if (def->aggregate && strcmp(def->aggregate, "count") == 0) {
        g_string_append(name, "__count");
        field = NULL;
    } else if (!options->nofn && def->argument) {
        g_string_append_printf(name, "%s_%s", def->aggregate, def->argument);
        accessor = jutu_arena_printf(arena, "[\"%s\"]", def->field);
        field = NULL;
    } else if (!options->nofn) {
        size_t before = name->len;
        append_function(def, options, name, suffix, arena);
        if (name->len > before && field)
            g_string_append_c(name, '_');
    }
    g_string_append(name, field ? field : "");
    if (suffix->len)
        g_string_append_printf(name, "_%s", suffix->str);
    const char *flat = flat_name(name->str, !options->as, arena);
    return options->as || !*accessor ? flat : jutu_arena_printf(arena, "%s%s", flat, accessor);
}

const char *jutu_op_column(const char *op, const char *field, JutuArena *arena)
{
    if (op && strcmp(op, "count") == 0)
        return "__count";
    const char *name = !op ? field : !field ? op : jutu_arena_printf(arena, "%s_%s", op, field);
    return flat_name(name, false, arena);
}

const char *jutu_bin_column(const json_t *bin, const char *field, const char *suffix,
                            JutuArena *arena)
{
    g_autoptr(GString) name = g_string_new(NULL);
    append_bin_name(name, bin, arena);
    g_string_append_printf(name, "_%s", field);
    if (suffix && *suffix)
        g_string_append_printf(name, "_%s", suffix);
    return flat_name(name->str, false, arena);
}

/* "yearmonth" → "year-month". */
static const char *time_unit_parts(const JutuTimeUnitDef *unit, JutuArena *arena)
{
    g_autoptr(GString) parts = g_string_new(NULL);
    for (unsigned bit = 1; bit <= unit->units; bit <<= 1) {
        if (unit->units & bit)
            g_string_append_printf(parts, "%s%s", parts->len ? "-" : "",
                                   jutu_time_unit_name(bit, arena));
    }
    return jutu_arena_strdup(arena, parts->str);
}

/* "Mean of x", "x (binned)", "date (year-month)": config.fieldTitle is "verbal". */
static const char *verbal_title(const JutuChannelDef *def, const json_t *config, JutuArena *arena)
{
    const char *field = def->field ? def->field : "undefined";
    if (def->aggregate && strcmp(def->aggregate, "count") == 0)
        return jutu_json_string(config, "countTitle", "Count of Records");
    if (def->binning == JUTU_BIN)
        return jutu_arena_printf(arena, "%s (binned)", field);
    if (def->time_unit.units && !def->time_unit.binned)
        return jutu_arena_printf(arena, "%s (%s)", field, time_unit_parts(&def->time_unit, arena));
    if (def->argument)
        return jutu_arena_printf(arena, "%s for %s %s", field, def->aggregate + 3, def->argument);
    if (def->aggregate && !(jutu_has_time_unit(def) && !def->time_unit.binned))
        return jutu_arena_printf(arena, "%c%s of %s", g_ascii_toupper(*def->aggregate),
                                 def->aggregate + 1, field);
    return def->field;
}

/* "MEAN(x)", "YEARMONTH(date)". */
static const char *functional_title(const JutuChannelDef *def, JutuArena *arena)
{
    const char *field = def->field ? def->field : "undefined";
    if (def->argument)
        return jutu_arena_printf(arena, "%s for %s(%s)", field, def->aggregate, def->argument);
    bool timed = jutu_has_time_unit(def) && !def->time_unit.binned;
    const char *function = def->aggregate ? def->aggregate
                           : timed && def->time_unit.units
                               ? jutu_time_unit_name(def->time_unit.units, arena)
                           : timed                    ? "timeunit"
                           : def->binning == JUTU_BIN ? "bin"
                                                      : NULL;
    if (!function)
        return def->field;
    g_autofree char *upper = g_ascii_strup(function, -1);
    return jutu_arena_printf(arena, "%s(%s)", upper, field);
}

static const char *default_title(const JutuChannelDef *def, const json_t *config, JutuArena *arena)
{
    const char *style = jutu_json_string(config, "fieldTitle", "verbal");
    return strcmp(style, "plain") == 0        ? def->field
           : strcmp(style, "functional") == 0 ? functional_title(def, arena)
                                              : verbal_title(def, config, arena);
}

const json_t *jutu_def_title(const JutuChannelDef *def, const json_t *config, bool allow_disabling,
                             bool include_default, JutuArena *arena)
{
    const json_t *own[] = { json_object_get(def->guide, "title"), def->title };
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++) {
        if (own[i] && (allow_disabling || !json_is_null(own[i])))
            return own[i];
    }
    if (!def->is_field || !include_default)
        return own[0] ? own[0] : own[1];
    const char *title = default_title(def, config, arena);
    return title ? jutu_json_own(arena, json_string(title)) : NULL;
}
