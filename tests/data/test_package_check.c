#include "data/package_check.h"

#include "base/json.h"
#include "check.h"

/* A line for each fault: "/resources/0 broken: text". */
static char *checked(const char *text, JutuPackagePart part)
{
    static const char *const grades[] = { "vain", "invalid", "broken" };
    g_autoptr(GError) error = NULL;
    json_t *json = jutu_json_parse(text, strlen(text), &error);
    if (!json)
        return g_strdup(error->message);
    g_autoptr(GArray) faults = jutu_package_check(json, part, 0);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < faults->len; i++) {
        const JutuPackageFault *fault = &g_array_index(faults, JutuPackageFault, i);
        g_string_append_printf(out, "%s%s %s: %s", i ? "\n" : "", fault->pointer,
                               grades[fault->grade], fault->text);
    }
    json_decref(json);
    return g_string_free(out, false);
}

#define V2 "\"$schema\": \"https://datapackage.org/profiles/2.0/datapackage.json\", "
#define V1 "\"profile\": \"data-package\", "

static void test_package(void)
{
    static const char *const table[][2] = {
        { "{\"resources\": [{\"name\": \"a\", \"path\": \"a.csv\"}]}", "" },
        { "[]", " broken: this must be an object, {…}" },
        { "{}", " invalid: \"resources\" is missing" },
        { "{\"resources\": []}", "/resources broken: this must be a list with something in it" },
        { "{\"resources\": {}}", "/resources broken: this must be a list with something in it" },
        { "{\"resources\": [1]}", "/resources/0 broken: this must be an object, {…}" },
        { "{\"resources\": [{}]}", "/resources/0 invalid: \"name\" is missing\n"
                                   "/resources/0 invalid: \"path\" is missing: the file of the "
                                   "data" },
        { "{\"titel\": \"x\", \"mine\": 1, \"resources\": [{\"name\": \"a\", \"data\": []}]}",
          "/titel vain: the standard has no \"titel\" here; did you mean \"title\"?" },
        { "{\"keywords\": [1], \"resources\": [{\"name\": \"a\", \"path\": [\"a.csv\"]}]}",
          "/keywords/0 broken: this must be a text" },
        { "{\"title\": null, \"resources\": [{\"name\": \"a\", \"path\": \"a.csv\"}]}",
          "/title broken: this must be a text" },
        { "{\"licenses\": [{\"title\": \"x\"}], \"resources\": [{\"name\": \"a\", \"path\": "
          "\"a.csv\"}]}",
          "/licenses/0 invalid: a license has a \"name\", such as \"CC-BY-4.0\", or a \"path\"" },
        { "{\"sources\": [{}], \"resources\": [{\"name\": \"a\", \"path\": \"a.csv\"}]}",
          "/sources/0 invalid: there is nothing in it; give it a \"title\"" },
        { "{" V1 "\"sources\": [{\"path\": \"x\"}], \"resources\": [{\"name\": \"a\", \"path\": "
          "\"a.csv\"}]}",
          "/sources/0 invalid: \"title\" is missing (version 1)" },
        { "{" V2 "\"sources\": [{\"path\": \"x\", \"accessed\": \"2025-01-02\"}], \"resources\": "
          "[{\"name\": \"a\", \"path\": \"a.csv\"}]}",
          "" },
        { "{" V1 "\"name\": \"统计\", \"resources\": [{\"name\": \"a\", \"path\": \"a.csv\"}]}",
          "/name invalid: a name has small letters, digits and - . _ / only (version 1)" },
        { "{" V2 "\"name\": \"统计\", \"resources\": [{\"name\": \"甲\", \"path\": \"a.csv\"}]}",
          "" },
        { "{" V1 "\"resources\": [{\"name\": \"a\", \"path\": \"a.csv\", \"type\": \"table\"}]}",
          "/resources/0/type vain: \"type\" is of version 2 of the standard; this package is of "
          "version 1" },
        { "{\"resources\": [{\"name\": \"a\", \"path\": \"../a.csv\"}, {\"name\": \"a\", "
          "\"path\": \"/b.csv\"}]}",
          "/resources/0/path invalid: a path leads from the package's folder down: no \"/\" or "
          "\"~\" before, no \"..\", no \"\\\"\n"
          "/resources/1/path invalid: a path leads from the package's folder down: no \"/\" or "
          "\"~\" before, no \"..\", no \"\\\"\n"
          "/resources/1/name invalid: there is another \"a\"; names differ" },
        { "{\"resources\": [{\"name\": \"a\", \"path\": \"https://x.org/a.csv\", \"data\": []}]}",
          "/resources/0/path invalid: there is \"data\", too; give one of them" },
        { "{\"resources\": [{\"name\": \"a\", \"path\": \"a.csv\", \"bytes\": -1}]}",
          "/resources/0/bytes broken: this must be a whole number that isn't negative" },
        { "{\"resources\": [{\"name\": \"a\", \"path\": \"a.csv\", \"dialect\": {\"header\": "
          "\"no\"}}]}",
          "/resources/0/dialect/header broken: this must be true or false" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = checked(table[i][0], JUTU_PACKAGE_WHOLE);
        CHECK_STR(table[i][0], got, table[i][1]);
    }
}

/* Of schemas, by their members. */
static void test_schema(void)
{
    static const char *const table[][2] = {
        { "\"fields\": [{\"name\": \"a\"}]", "" },
        { "\"fields\": []", "/fields broken: this must be a list with something in it" },
        { "\"fields\": [{\"type\": \"string\"}]", "/fields/0 broken: \"name\" is missing" },
        { "\"fields\": [{\"name\": \"a\", \"type\": \"strng\"}]",
          "/fields/0/type broken: unknown value \"strng\"; did you mean \"string\"?" },
        { "\"fields\": [{\"name\": \"a\"}, {\"name\": \"a\"}]",
          "/fields/1/name invalid: there is another \"a\"; names differ" },
        { "\"fields\": [{\"name\": \"a\"}], \"primaryKey\": \"b\"",
          "/primaryKey invalid: the schema has no field \"b\"" },
        { "\"fields\": [{\"name\": \"a\"}], \"primaryKey\": [\"a\", \"b\"]",
          "/primaryKey/1 invalid: the schema has no field \"b\"" },
        { "\"fields\": [{\"name\": \"a\"}], \"uniqueKeys\": [[\"a\"], [\"b\"]]",
          "/uniqueKeys/1/0 invalid: the schema has no field \"b\"" },
        { "\"fields\": [{\"name\": \"a\", \"type\": \"number\", \"constraints\": {\"minLength\": "
          "1, \"minimun\": 0}}]",
          "/fields/0/constraints/minimun vain: the standard has no \"minimun\" here; did you mean "
          "\"minimum\"?\n"
          "/fields/0/constraints/minLength vain: the type \"number\" has no constraint "
          "\"minLength\"" },
        { "\"fields\": [{\"name\": \"a\", \"constraints\": {\"required\": \"yes\"}}]",
          "/fields/0/constraints/required broken: this must be true or false" },
        { "\"fields\": [{\"name\": \"a\", \"type\": \"date\", \"format\": \"dd.mm.yyyy\"}]",
          "/fields/0/format invalid: the type \"date\" has no format \"dd.mm.yyyy\"; a pattern has "
          "%, as \"%d.%m.%Y\"" },
        { "\"fields\": [{\"name\": \"a\", \"type\": \"date\", \"format\": \"%d.%m.%Y\"}]", "" },
        { "\"fields\": [{\"name\": \"a\", \"type\": \"string\", \"format\": \"uuid\"}]", "" },
        { "\"fields\": [{\"name\": \"a\", \"type\": \"number\", \"unit\": \"%\", \"role\": "
          "\"units\"}]",
          "/fields/0/role broken: unknown value \"units\"; did you mean \"unit\"?" },
        { "\"fields\": [{\"name\": \"a\"}], \"missingValues\": [\"\", {\"value\": \"-\", "
          "\"label\": \"none\"}, 1]",
          "/missingValues/2 broken: this must be a text, or an object, {…}" },
        { "\"fields\": [{\"name\": \"a\"}], \"fieldsMatch\": \"some\"",
          "/fieldsMatch broken: unknown value \"some\"; there are exact, equal, subset, superset, "
          "partial" },
        { "\"fields\": [{\"name\": \"a\"}], \"foreignKeys\": [{\"fields\": \"a\"}]",
          "/foreignKeys/0 invalid: \"reference\" is missing" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *text = g_strdup_printf(
            "{\"resources\": [{\"name\": \"a\", \"path\": \"a.csv\", \"schema\": {%s}}]}",
            table[i][0]);
        g_autofree char *got = checked(text, JUTU_PACKAGE_RESOURCE);
        g_autoptr(GString) short_got = g_string_new(got);
        g_string_replace(short_got, "/resources/0/schema", "", 0);
        CHECK_STR(table[i][0], short_got->str, table[i][1]);
    }
}

/* A chart's package is checked as far as the chart goes. */
static void test_part(void)
{
    static const char text[] =
        "{\"title\": 1, \"resources\": [{\"name\": 2, \"path\": \"a.csv\"}]}";
    static const char *const want[] = {
        "/title broken: this must be a text\n/resources/0/name broken: this must be a text",
        "/title broken: this must be a text",
        "/resources/0/name broken: this must be a text",
    };
    for (size_t i = 0; i < ROWS(want); i++) {
        g_autofree char *got = checked(text, (JutuPackagePart)i);
        CHECK_STR("part", got, want[i]);
    }
}

SUITE(package_check, { "package", test_package }, { "schema", test_schema }, { "part", test_part });
