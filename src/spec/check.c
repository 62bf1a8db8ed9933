#include "spec/check.h"

#include <string.h>

#include "base/closest.h"
#include "base/json.h"
#include "spec/grammar.h"

enum { MAX_DEPTH = 200 };

typedef struct {
    JutuContext *context;
    int depth; /* of objects and lists around what is being checked */
} Check;

static void check_value(Check *check, const JutuMember *member, const JutuValueType *type,
                        const json_t *json, const JutuStep *way);

static void report_at(Check *check, JutuError code, const JutuStep *way, bool warning,
                      const char *format, ...) __attribute__((format(printf, 5, 6)));
static void report_at(Check *check, JutuError code, const JutuStep *way, bool warning,
                      const char *format, ...)
{
    if (warning ? jutu_warn_is_full(check->context, JUTU_RULE_unknown_member, NULL)
                : jutu_report_is_full(check->context))
        return;
    g_autoptr(GString) pointer = g_string_new(NULL);
    jutu_pointer_append(pointer, way);
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    if (warning)
        jutu_warn(check->context, JUTU_RULE_unknown_member, pointer->str, "%s", text);
    else
        jutu_report(check->context, code, pointer->str, "%s", text);
}

static void unknown_member(Check *check, const JutuObjectType *type, const char *name,
                           const JutuStep *way)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const JutuMember *member = type->members; member->name; member++)
        g_ptr_array_add(names, (char *)member->name);
    g_ptr_array_add(names, NULL);
    const char *best = jutu_closest(name, (const char *const *)names->pdata);
    if (best)
        report_at(check, JUTU_ERROR_SPEC, way, true,
                  "Vega-Lite has no \"%s\" here; did you mean \"%s\"?", name, best);
    else
        report_at(check, JUTU_ERROR_SPEC, way, true, "Vega-Lite has no \"%s\" here; it is ignored",
                  name);
}

static const JutuMember *find_member(const JutuObjectType *type, const char *name)
{
    const JutuMember *any = NULL;
    for (const JutuMember *member = type->members; member->name; member++) {
        if (strcmp(member->name, name) == 0)
            return member;
        if (strcmp(member->name, "*") == 0)
            any = member;
    }
    return any;
}

static void check_object(Check *check, const JutuObjectType *type, const json_t *json,
                         const JutuStep *outer)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)json, name, value) {
        JutuStep way = { outer, name, 0 };
        const JutuMember *member = find_member(type, name);
        if (!member && !type->open)
            unknown_member(check, type, name, &way);
        else if (member && member->status == JUTU_UNSUPPORTED)
            report_at(check, JUTU_ERROR_UNSUPPORTED, &way, false,
                      "jutu doesn't draw \"%s\" yet; leave it out", name);
        else if (member && member->status == JUTU_SUPPORTED && check->depth + 1 < MAX_DEPTH)
            check_value(check, member, &member->value, value, &way);
    }
}

static unsigned kind_of(const json_t *json)
{
    switch (json_typeof(json)) {
    case JSON_INTEGER:
    case JSON_REAL:
        return JUTU_KIND_NUMBER;
    case JSON_STRING:
        return JUTU_KIND_STRING;
    case JSON_TRUE:
    case JSON_FALSE:
        return JUTU_KIND_BOOLEAN;
    case JSON_ARRAY:
        return JUTU_KIND_ARRAY;
    case JSON_OBJECT:
        return JUTU_KIND_OBJECT;
    case JSON_NULL:
        break;
    }
    return JUTU_KIND_NONE;
}

static void wrong_kind(Check *check, unsigned kinds, const JutuStep *way)
{
    static const char *const names[] = { "a number", "a text", "true or false", "null",
                                         NULL,       "a list", "an object" };
    g_autoptr(GPtrArray) wanted = g_ptr_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (names[i] && (kinds & 1U << i))
            g_ptr_array_add(wanted, (char *)names[i]);
    }
    g_ptr_array_add(wanted, NULL);
    g_autofree char *list = g_strjoinv(", or ", (char **)wanted->pdata);
    report_at(check, JUTU_ERROR_SPEC, way, false, "this must be %s", list);
}

static void check_choice(Check *check, const char *choices, const char *word, const JutuStep *way)
{
    g_auto(GStrv) list = g_strsplit(choices, " ", -1);
    if (g_strv_contains((const char *const *)list, word))
        return;
    const char *best = jutu_closest(word, (const char *const *)list);
    g_autofree char *all = g_strjoinv(", ", list);
    if (best)
        report_at(check, JUTU_ERROR_SPEC, way, false, "unknown value \"%s\"; did you mean \"%s\"?",
                  word, best);
    else
        report_at(check, JUTU_ERROR_SPEC, way, false, "unknown value \"%.100s\"; there are %s",
                  word, all);
}

static bool is_expr(const json_t *json)
{
    return json_object_get(json, "expr") || json_object_get(json, "signal");
}

static void check_value(Check *check, const JutuMember *member, const JutuValueType *type,
                        const json_t *json, const JutuStep *way)
{
    unsigned kind = kind_of(json);
    if (kind == JUTU_KIND_NONE || is_expr(json) || (type->kinds & JUTU_KIND_ANY))
        return; /* null is as if it weren't there, or says so */
    if (!(type->kinds & kind)) {
        wrong_kind(check, type->kinds, way);
        return;
    }
    if (kind == JUTU_KIND_STRING && type->choices)
        check_choice(check, type->choices, json_string_value(json), way);
    check->depth++;
    if (kind == JUTU_KIND_OBJECT)
        check_object(check, type->object, json, way);
    for (size_t i = 0; kind == JUTU_KIND_ARRAY && type == &member->value && member->item.kinds &&
                       i < json_array_size(json);
         i++) {
        JutuStep item = { way, NULL, i };
        check_value(check, member, &member->item, json_array_get(json, i), &item);
    }
    check->depth--;
}

void jutu_spec_check(const json_t *spec, JutuContext *context)
{
    Check check = { .context = context };
    check_object(&check, jutu_object_types[0], spec, NULL);
}

static void append_kinds(GString *out, const JutuMember *member)
{
    static const char *const names[] = { "number", "string", "boolean", "null",
                                         "expr",   "array",  "object",  "any" };
    const char *before = "";
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (!(member->value.kinds & 1U << i))
            continue;
        g_string_append_printf(out, "%s%s", before, names[i]);
        before = ", ";
        const JutuObjectType *object = 1U << i == JUTU_KIND_OBJECT  ? member->value.object
                                       : 1U << i == JUTU_KIND_ARRAY ? member->item.object
                                                                    : NULL;
        if (object && !object->open)
            g_string_append_printf(out, " [%s](#%s)", object->name, object->name);
    }
    if (member->value.choices && strlen(member->value.choices) < 300)
        g_string_append_printf(out, ": %s", member->value.choices);
}

/* Differences that the tests against the reference implementation still show. */
static const char differences[] =
    "\n## Known differences from the reference\n\n"
    "* A domain that mixes numbers and texts has no order of its own in JavaScript; where the\n"
    "  reference sorts one, its order is that of one engine's algorithm.\n"
    "* Widths of texts are those of the fonts that draw them, not the estimate that Vega makes\n"
    "  without a browser; which labels are dropped for want of room can differ accordingly.\n";

char *jutu_grammar_text(void)
{
    static const char *const marks[] = { "yes", "ignored", "**no**" };
    GString *out = g_string_new("# The grammar\n\n"
                                "Made from the tables in `src/spec/grammar.def` by `jutu help "
                                "grammar`. *Drawn* says: yes; ignored, as\nit has no effect on "
                                "paper; or **no**, which is an error that says so.\n");
    for (size_t i = 0; jutu_object_types[i]; i++) {
        const JutuObjectType *type = jutu_object_types[i];
        if (type->open)
            continue;
        g_string_append_printf(out, "\n## %s\n\n| member | value | drawn |\n| --- | --- | --- |\n",
                               type->name);
        for (const JutuMember *member = type->members; member->name; member++) {
            g_string_append_printf(out, "| `%s` | ", member->name);
            append_kinds(out, member);
            g_string_append_printf(out, " | %s |\n", marks[member->status]);
        }
    }
    g_string_append(out, differences);
    return g_string_free(out, false);
}
