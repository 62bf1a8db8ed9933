#include "data/package_check.h"

#include <math.h>
#include <string.h>

#include "base/closest.h"
#include "base/json.h"
#include "data/package_rules.h"

enum {
    TEXT = 1 << 0,
    NUMBER = 1 << 1,
    COUNT = 1 << 2,
    FLAG = 1 << 3,
    LIST = 1 << 4,
    FULL = 1 << 5,
    MAP = 1 << 6,
    ANY = 1 << 7,
};

typedef struct Object Object;
typedef enum { MAY, OUGHT, MUST } Need;

typedef struct {
    const char *name;
    unsigned kinds;
    const char *choices; /* by blanks; NULL: any */
    const Object *object;
    unsigned item_kinds;
    const Object *item_object;
    Need need;
    int version; /* 0: both */
} Member;

struct Object {
    const char *name;
    const Member *members; /* ends with a NULL name */
};

#define MEMBER(...)
#define END
#define OBJECT(id) static const Object object_##id;
#include "data/package.def"
#undef OBJECT
#undef MEMBER
#undef END

#define OBJECT(id) static const Member members_##id[] = {
#define MEMBER(text, own, words, type, each, each_type, needed, since) \
    { text, own, words, &object_##type, each, &object_##each_type, needed, since },
#define END \
    { \
        0 \
    } \
    } \
    ;
#include "data/package.def"
#undef OBJECT
#undef MEMBER
#undef END

#define MEMBER(...)
#define END
#define OBJECT(id) static const Object object_##id = { #id, members_##id };
#include "data/package.def"
#undef OBJECT
#undef MEMBER
#undef END

/* The kinds that a value is of. */
static unsigned kinds_of(const json_t *json)
{
    if (json_is_string(json))
        return TEXT;
    if (json_is_boolean(json))
        return FLAG;
    if (json_is_object(json))
        return MAP;
    if (json_is_array(json))
        return json_array_size(json) > 0 ? LIST | FULL : LIST;
    double number = json_is_number(json) ? json_number_value(json) : -1;
    bool whole = number >= 0 && number == floor(number);
    return !json_is_number(json) ? 0 : whole ? NUMBER | COUNT : NUMBER;
}

static void wrong_kind(const JutuPackageCheck *check, unsigned kinds, const JutuStep *way)
{
    static const char *const names[] = {
        "a text",         "a number", "a whole number that isn't negative",
        "true or false",  "a list",   "a list with something in it",
        "an object, {…}",
    };
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (kinds & 1U << i)
            g_string_append_printf(list, "%s%s", list->len ? ", or " : "", names[i]);
    }
    jutu_package_fault(check, JUTU_PACKAGE_BROKEN, way, "this must be %s", list->str);
}

static void check_choice(const JutuPackageCheck *check, const char *choices, const char *word,
                         const JutuStep *way)
{
    g_auto(GStrv) list = g_strsplit(choices, " ", -1);
    if (g_strv_contains((const char *const *)list, word))
        return;
    const char *near = jutu_closest(word, (const char *const *)list);
    g_autofree char *all = g_strjoinv(", ", list);
    if (near)
        jutu_package_fault(check, JUTU_PACKAGE_BROKEN, way,
                           "unknown value \"%s\"; did you mean \"%s\"?", word, near);
    else
        jutu_package_fault(check, JUTU_PACKAGE_BROKEN, way,
                           "unknown value \"%.100s\"; there are %s", word, all);
}

static void check_object(const JutuPackageCheck *check, const Object *object, const json_t *json,
                         const JutuStep *way);

static void check_value(const JutuPackageCheck *check, unsigned kinds, const char *choices,
                        const Object *object, const json_t *json, const JutuStep *way)
{
    if (kinds & ANY)
        return;
    if (!(kinds & kinds_of(json)))
        wrong_kind(check, kinds, way);
    else if (json_is_string(json) && choices)
        check_choice(check, choices, json_string_value(json), way);
    else if (json_is_object(json))
        check_object(check, object, json, way);
}

static void check_member(const JutuPackageCheck *check, const Member *member, const json_t *json,
                         const JutuStep *way)
{
    if (member->version && check->version && member->version != check->version)
        jutu_package_fault(check, JUTU_PACKAGE_VAIN, way,
                           "\"%s\" is of version %d of the standard; this package is of version %d",
                           member->name, member->version, check->version);
    check_value(check, member->kinds, member->choices, member->object, json, way);
    bool apart = member->item_object == &object_Resource && check->part == JUTU_PACKAGE_ITSELF;
    for (size_t i = 0; !apart && i < json_array_size(json); i++) {
        JutuStep item = { way, NULL, i };
        check_value(check, member->item_kinds, member->choices, member->item_object,
                    json_array_get(json, i), &item);
    }
}

/* Other members are the author's own, unless they look like one of the standard's. */
static void check_own(const JutuPackageCheck *check, const Object *object, const char *name,
                      const JutuStep *way)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const Member *member = object->members; member->name; member++)
        g_ptr_array_add(names, (gpointer)member->name);
    g_ptr_array_add(names, NULL);
    const char *near = jutu_closest(name, (const char *const *)names->pdata);
    if (near)
        jutu_package_fault(check, JUTU_PACKAGE_VAIN, way,
                           "the standard has no \"%s\" here; did you mean \"%s\"?", name, near);
}

static void check_object(const JutuPackageCheck *check, const Object *object, const json_t *json,
                         const JutuStep *way)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)json, name, value) {
        JutuStep step = { way, name, 0 };
        const Member *member = object->members;
        while (member->name && strcmp(member->name, name) != 0)
            member++;
        if (member->name)
            check_member(check, member, value, &step);
        else
            check_own(check, object, name, &step);
    }
    for (const Member *member = object->members; member->name; member++) {
        if (member->need != MAY && !json_object_get(json, member->name))
            jutu_package_fault(check,
                               member->need == MUST ? JUTU_PACKAGE_BROKEN : JUTU_PACKAGE_INVALID,
                               way, "\"%s\" is missing", member->name);
    }
    jutu_package_check_rules(check, object->name, json, way);
}

/* The version that a package says it is of; 0: it doesn't. */
static int version_of(const json_t *package)
{
    const char *schema = jutu_json_string(package, "$schema", "");
    if (strstr(schema, "/2."))
        return 2;
    return strstr(schema, "/1.") || json_object_get(package, "profile") ? 1 : 0;
}

static void clear_fault(gpointer data)
{
    JutuPackageFault *fault = data;
    g_free(fault->pointer);
    g_free(fault->text);
}

static GArray *faults_new(void)
{
    GArray *faults = g_array_new(false, false, sizeof(JutuPackageFault));
    g_array_set_clear_func(faults, clear_fault);
    return faults;
}

GArray *jutu_package_check(const json_t *package, JutuPackagePart part, size_t resource)
{
    JutuPackageCheck check = { faults_new(), part, version_of(package) };
    JutuStep list = { NULL, "resources", 0 }, item = { &list, NULL, resource };
    if (!json_is_object(package))
        wrong_kind(&check, MAP, NULL);
    else if (part == JUTU_PACKAGE_RESOURCE)
        check_object(&check, &object_Resource,
                     json_array_get(json_object_get(package, "resources"), resource), &item);
    else
        check_object(&check, &object_Package, package, NULL);
    return check.faults;
}

GArray *jutu_package_check_schema(const json_t *schema)
{
    JutuPackageCheck check = { faults_new(), JUTU_PACKAGE_WHOLE, version_of(schema) };
    check_value(&check, MAP, NULL, &object_Schema, schema, NULL);
    return check.faults;
}
