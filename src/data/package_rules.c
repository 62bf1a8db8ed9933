#include "data/package_rules.h"

#include <string.h>

void jutu_package_fault(const JutuPackageCheck *check, JutuPackageGrade grade, const JutuStep *way,
                        const char *format, ...)
{
    g_autoptr(GString) pointer = g_string_new(NULL);
    jutu_pointer_append(pointer, way);
    va_list args;
    va_start(args, format);
    JutuPackageFault fault = { grade, g_strdup(pointer->str), g_strdup_vprintf(format, args) };
    va_end(args);
    g_array_append_val(check->faults, fault);
}

/* The names of a list's objects are each there once. */
static void check_names(const JutuPackageCheck *check, const json_t *json, const char *member,
                        const JutuStep *way)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    const json_t *list = json_object_get(json, member);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *name = jutu_json_string(json_array_get(list, i), "name", NULL);
        JutuStep of = { way, member, 0 }, item = { &of, NULL, i }, step = { &item, "name", 0 };
        if (name && !g_hash_table_add(seen, (gpointer)name))
            jutu_package_fault(check, JUTU_PACKAGE_INVALID, &step,
                               "there is another \"%s\"; names differ", name);
    }
}

/* v1 has names that a URL can hold. */
static void check_name(const JutuPackageCheck *check, const json_t *json, const JutuStep *way)
{
    const char *name = jutu_json_string(json, "name", "x");
    JutuStep step = { way, "name", 0 };
    if (check->version == 1 &&
        (!*name || strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-._/") < strlen(name)))
        jutu_package_fault(check, JUTU_PACKAGE_INVALID, &step,
                           "a name has small letters, digits and - . _ / only (version 1)");
}

static void check_package(const JutuPackageCheck *check, const json_t *json, const JutuStep *way)
{
    check_name(check, json, way);
    check_names(check, json, "resources", way);
}

static void check_path(const JutuPackageCheck *check, const json_t *path, const JutuStep *way)
{
    const char *text = json_string_value(path);
    if (!text || strstr(text, "://"))
        return;
    g_auto(GStrv) parts = g_strsplit(text, "/", -1);
    if (!*text || *text == '/' || *text == '~' || strchr(text, '\\') ||
        g_strv_contains((const char *const *)parts, ".."))
        jutu_package_fault(check, JUTU_PACKAGE_INVALID, way,
                           "a path leads from the package's folder down: no \"/\" or \"~\" before, "
                           "no \"..\", no \"\\\"");
}

static void check_resource(const JutuPackageCheck *check, const json_t *json, const JutuStep *way)
{
    const json_t *path = json_object_get(json, "path");
    bool data = json_object_get(json, "data") != NULL;
    JutuStep step = { way, "path", 0 };
    check_name(check, json, way);
    if (!path && !data)
        jutu_package_fault(check, JUTU_PACKAGE_INVALID, way,
                           "\"path\" is missing: the file of the data");
    if (path && data)
        jutu_package_fault(check, JUTU_PACKAGE_INVALID, &step,
                           "there is \"data\", too; give one of them");
    check_path(check, path, &step);
    for (size_t i = 0; i < json_array_size(path); i++) {
        JutuStep item = { &step, NULL, i };
        check_path(check, json_array_get(path, i), &item);
    }
}

static void check_license(const JutuPackageCheck *check, const json_t *json, const JutuStep *way)
{
    if (!json_object_get(json, "name") && !json_object_get(json, "path"))
        jutu_package_fault(check, JUTU_PACKAGE_INVALID, way,
                           "a license has a \"name\", such as \"CC-BY-4.0\", or a \"path\"");
}

static void check_titled(const JutuPackageCheck *check, const json_t *json, const JutuStep *way)
{
    if (check->version == 1 && !json_object_get(json, "title"))
        jutu_package_fault(check, JUTU_PACKAGE_INVALID, way, "\"title\" is missing (version 1)");
    else if (json_object_size(json) == 0)
        jutu_package_fault(check, JUTU_PACKAGE_INVALID, way,
                           "there is nothing in it; give it a \"title\"");
}

static bool has_field(const json_t *schema, const char *name)
{
    const json_t *fields = json_object_get(schema, "fields");
    for (size_t i = 0; i < json_array_size(fields); i++) {
        if (g_strcmp0(jutu_json_string(json_array_get(fields, i), "name", NULL), name) == 0)
            return true;
    }
    return false;
}

/* A key is a field's name, or a list of them. */
static void check_key(const JutuPackageCheck *check, const json_t *schema, const json_t *key,
                      const JutuStep *way)
{
    const char *name = json_string_value(key);
    if (name && !has_field(schema, name))
        jutu_package_fault(check, JUTU_PACKAGE_INVALID, way, "the schema has no field \"%s\"",
                           name);
    for (size_t i = 0; i < json_array_size(key); i++) {
        JutuStep item = { way, NULL, i };
        check_key(check, schema, json_array_get(key, i), &item);
    }
}

static void check_schema(const JutuPackageCheck *check, const json_t *json, const JutuStep *way)
{
    static const char *const keys[] = { "primaryKey", "uniqueKeys" };
    check_names(check, json, "fields", way);
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        JutuStep step = { way, keys[i], 0 };
        check_key(check, json, json_object_get(json, keys[i]), &step);
    }
}

/* Formats and constraints that a type has; texts by blanks. Every type has "default", "required",
 * "unique" and "enum". */
static const struct {
    const char *type, *formats, *constraints;
    bool pattern; /* or a pattern with % */
} types[] = {
    { "string", "email uri binary uuid", "pattern minLength maxLength", false },
    { "number", "", "minimum maximum exclusiveMinimum exclusiveMaximum", false },
    { "integer", "", "minimum maximum exclusiveMinimum exclusiveMaximum", false },
    { "boolean", "", "", false },
    { "object", "", "minLength maxLength jsonSchema", false },
    { "array", "", "minLength maxLength jsonSchema", false },
    { "list", "", "minLength maxLength", false },
    { "datetime", "any", "minimum maximum exclusiveMinimum exclusiveMaximum", true },
    { "date", "any", "minimum maximum exclusiveMinimum exclusiveMaximum", true },
    { "time", "any", "minimum maximum exclusiveMinimum exclusiveMaximum", true },
    { "year", "", "minimum maximum exclusiveMinimum exclusiveMaximum", true },
    { "yearmonth", "", "minimum maximum exclusiveMinimum exclusiveMaximum", true },
    { "duration", "", "minimum maximum exclusiveMinimum exclusiveMaximum", false },
    { "geopoint", "array object", "", false },
    { "geojson", "topojson", "", false },
};

static bool is_among(const char *words, const char *word)
{
    g_auto(GStrv) list = g_strsplit(words, " ", -1);
    return g_strv_contains((const char *const *)list, word);
}

static void check_field(const JutuPackageCheck *check, const json_t *json, const JutuStep *way)
{
    const char *type = jutu_json_string(json, "type", ""), *name;
    const char *format = jutu_json_string(json, "format", "default");
    json_t *value;
    JutuStep at_format = { way, "format", 0 }, at = { way, "constraints", 0 };
    size_t row = 0;
    while (row < G_N_ELEMENTS(types) && strcmp(types[row].type, type) != 0)
        row++;
    if (row == G_N_ELEMENTS(types))
        return;
    bool known = strcmp(format, "default") == 0 || is_among(types[row].formats, format);
    if (!known && !(types[row].pattern && strchr(format, '%')))
        jutu_package_fault(check, JUTU_PACKAGE_INVALID, &at_format,
                           "the type \"%s\" has no format \"%s\"%s", type, format,
                           types[row].pattern ? "; a pattern has %, as \"%d.%m.%Y\"" : "");
    json_object_foreach (json_object_get(json, "constraints"), name, value) {
        JutuStep step = { &at, name, 0 };
        if (!is_among("required unique enum", name) && !is_among(types[row].constraints, name) &&
            is_among("pattern minLength maxLength minimum maximum exclusiveMinimum "
                     "exclusiveMaximum jsonSchema",
                     name))
            jutu_package_fault(check, JUTU_PACKAGE_VAIN, &step,
                               "the type \"%s\" has no constraint \"%s\"", type, name);
    }
}

static const struct {
    const char *object;
    void (*check)(const JutuPackageCheck *check, const json_t *json, const JutuStep *way);
} rules[] = {
    { "Package", check_package },    { "Resource", check_resource }, { "License", check_license },
    { "Contributor", check_titled }, { "Source", check_titled },     { "Schema", check_schema },
    { "Field", check_field },
};

void jutu_package_check_rules(const JutuPackageCheck *check, const char *object, const json_t *json,
                              const JutuStep *way)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++) {
        if (strcmp(rules[i].object, object) == 0)
            rules[i].check(check, json, way);
    }
}
