#include "transform/rows.h"

#include "base/json.h"
#include "transforms.h"

static json_t *json_of(const char *text)
{
    g_autofree char *json = g_strdup(text);
    g_strdelimit(json, "'", '"');
    g_strdelimit(json, "`", '\'');
    return json_loads(json, JSON_DECODE_ANY, NULL);
}

static char *text_of(const json_t *json)
{
    char *text = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY | JSON_SORT_KEYS);
    char *quoted = g_strdelimit(g_strdup(text), "\"", '\'');
    free(text);
    return quoted;
}

static bool same(const json_t *a, const json_t *b)
{
    if (json_is_number(a) && json_is_number(b)) {
        double x = json_number_value(a), y = json_number_value(b);
        return fabs(x - y) <= 1e-12 * fmax(1e-300, fmax(fabs(x), fabs(y)));
    }
    if (json_typeof(a) != json_typeof(b))
        return false;
    const char *name;
    json_t *member;
    size_t i;
    bool alike = json_object_size(a) == json_object_size(b) &&
                 json_array_size(a) == json_array_size(b);
    if (json_is_object(a))
        json_object_foreach ((json_t *)a, name, member)
            alike = alike && jutu_json_has(b, name) && same(member, json_object_get(b, name));
    else if (json_is_array(a))
        json_array_foreach (a, i, member)
            alike = alike && same(member, json_array_get(b, i));
    else
        return json_equal(a, b);
    return alike;
}

static json_t *answer(const json_t *data, const json_t *list, JutuContext *context)
{
    g_autoptr(GError) error = NULL;
    JutuValue rows = jutu_value_from_json(data, context->arena);
    const JutuTable *in = jutu_table_from_rows(rows.items, rows.length, context->arena);
    JutuTransformScope scope = { .context = context, .pointer = "" };
    const JutuTable *out = transforms_run(list, in, &scope, &error);
    if (out)
        return jutu_table_to_json(out);
    return json_sprintf("%s: %s", jutu_error_where(error)->pointer, error->message);
}

static void check(const TransformCase *row)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    json_t *data = json_of(row->data);
    json_t *list = json_of(row->transform);
    json_t *got = answer(data, list, context);
    json_t *want = *row->want == '[' ? json_of(row->want) : json_string(row->want);
    g_autofree char *got_text = text_of(got), *want_text = want ? text_of(want) : g_strdup("?");
    CHECK_(want && same(got, want), "%s: got %s, want %s", row->row, got_text, want_text);
    json_decref(want);
    json_decref(got);
    json_decref(list);
    json_decref(data);
    jutu_arena_free(arena);
}

void check_transforms(const TransformCase *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        check(&cases[i]);
}

/* The comparison itself must be able to fail. */
static void test_same(void)
{
    static const struct {
        const char *row, *a, *b;
        bool want;
    } table[] = {
        { "order of members", "{'a':1,'b':2}", "{'b':2,'a':1}", true },
        { "a member more", "{'a':1}", "{'a':1,'b':2}", false },
        { "another member", "{'a':1}", "{'b':1}", false },
        { "order of items", "[1,2]", "[2,1]", false },
        { "a real", "[1]", "[1.0]", true },
        { "nearly", "[0.30000000000000004]", "[0.3]", true },
        { "not nearly", "[0.3000001]", "[0.3]", false },
        { "null isn't 0", "[null]", "[0]", false },
        { "text isn't a number", "['1']", "[1]", false },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        json_t *a = json_of(table[i].a);
        json_t *b = json_of(table[i].b);
        CHECK_TRUE(table[i].row, same(a, b) == table[i].want);
        json_decref(a);
        json_decref(b);
    }
}

SUITE(transform_rows, { "same", test_same });
