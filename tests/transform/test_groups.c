#include "transform/groups.h"

#include <glib.h>

#include "base/json.h"
#include "check.h"

/* JSON with ' in place of ". */
static const JutuTable *table_of(const char *text, JutuArena *arena)
{
    g_autofree char *json = g_strdelimit(g_strdup(text), "'", '"');
    json_t *rows = json_loads(json, 0, NULL);
    JutuValue value = jutu_value_from_json(rows, arena);
    json_decref(rows);
    return jutu_table_from_rows(value.items, value.length, arena);
}

static const char *print(const uint32_t *numbers, size_t n, JutuArena *arena)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(text, "%s%u", i ? " " : "", numbers[i]);
    return jutu_arena_strdup(arena, text->str);
}

static void test_groups(void)
{
    static const struct {
        const char *row, *data;
        size_t n_fields;
        JutuKeyStyle style;
        const char *want; /* the group of each row */
    } table[] = {
        { "no field", "[{'a':1},{'a':2}]", 0, JUTU_KEYS_PIPE, "0 0" },
        { "no row", "[]", 1, JUTU_KEYS_PIPE, "" },
        { "numbers", "[{'a':2},{'a':1},{'a':2},{'a':-0.0},{'a':0}]", 1, JUTU_KEYS_PIPE,
          "0 1 0 2 2" },
        { "texts", "[{'a':'x'},{'a':''},{'a':'x'},{'a':'a long text of two words'}]", 1,
          JUTU_KEYS_PIPE, "0 1 0 2" },
        { "number and text", "[{'a':1},{'a':'1'},{'a':true},{'a':'true'}]", 1, JUTU_KEYS_PIPE,
          "0 0 1 1" },
        { "null and missing differ", "[{'a':null},{},{'a':null}]", 1, JUTU_KEYS_PIPE, "0 1 0" },
        { "null and missing are empty", "[{'a':null},{},{'a':''}]", 1, JUTU_KEYS_COMMA, "0 0 0" },
        { "JSON tells number from text", "[{'a':1},{'a':'1'},{'a':null},{}]", 1, JUTU_KEYS_JSON,
          "0 1 2 2" },
        { "pairs", "[{'a':1,'b':1},{'a':1,'b':2},{'a':2,'b':1},{'a':1,'b':2}]", 2, JUTU_KEYS_PIPE,
          "0 1 2 1" },
        { "joined by |", "[{'a':'x|y','b':'z'},{'a':'x','b':'y|z'}]", 2, JUTU_KEYS_PIPE, "0 0" },
        { "not joined by ,", "[{'a':'x,y','b':'z'},{'a':'x','b':'y,z'}]", 2, JUTU_KEYS_PIPE,
          "0 1" },
        { "joined by ,", "[{'a':'x,y','b':'z'},{'a':'x','b':'y,z'}]", 2, JUTU_KEYS_COMMA, "0 0" },
        { "arrays by text", "[{'a':[1,2]},{'a':'1,2'}]", 1, JUTU_KEYS_PIPE, "0 0" },
        { "arrays in JSON", "[{'a':[1,2]},{'a':'1,2'},{'a':[1,2]}]", 1, JUTU_KEYS_JSON, "0 1 0" },
    };
    static const char *const fields[] = { "a", "b" };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        const JutuTable *in = table_of(table[i].data, arena);
        JutuGroups groups = jutu_groups(in, fields, table[i].n_fields, table[i].style, arena);
        CHECK_STR(table[i].row, print(groups.of, in->n_rows, arena), table[i].want);
        jutu_arena_free(arena);
    }
}

/* Dates agree to the second, as their text has no more. */
static void test_dates(void)
{
    const JutuValue cells[] = { jutu_date(1000), jutu_date(1999), jutu_date(2000),
                                jutu_date(__builtin_nan("")), jutu_null() };
    uint32_t numbers[5];
    JutuArena *arena = jutu_arena_new();
    CHECK_SIZE("text", jutu_number_cells(cells, 5, JUTU_KEYS_PIPE, numbers, arena), 4);
    CHECK_STR("text", print(numbers, 5, arena), "0 0 1 2 3");
    CHECK_SIZE("JSON", jutu_number_cells(cells, 5, JUTU_KEYS_JSON, numbers, arena), 4);
    CHECK_STR("JSON", print(numbers, 5, arena), "0 1 2 3 3");
    jutu_arena_free(arena);
}

static void test_rows(void)
{
    JutuArena *arena = jutu_arena_new();
    const JutuTable *in = table_of("[{'a':'x'},{'a':'y'},{'a':'x'},{'a':'z'},{'a':'y'}]", arena);
    static const char *const fields[] = { "a" };
    JutuGroups groups = jutu_groups(in, fields, 1, JUTU_KEYS_PIPE, arena);
    JutuGroupRows listed = jutu_group_rows(&groups, arena);
    CHECK_SIZE("groups", groups.n, 3);
    CHECK_STR("first", print(groups.first, 3, arena), "0 1 3");
    CHECK_STR("rows", print(listed.rows, 5, arena), "0 2 1 4 3");
    CHECK_STR("starts", print(listed.start, 4, arena), "0 2 4 5");
    const JutuValue *values = jutu_group_values(&groups, in->columns[0].cells, arena);
    CHECK_STR("value", values[2].string, "z");
    jutu_arena_free(arena);
}

/* More keys than the table of slots begins with. */
static void test_many(void)
{
    enum { N = 5000 };
    JutuArena *arena = jutu_arena_new();
    JutuValue *cells = jutu_new(arena, JutuValue, N);
    uint32_t *numbers = jutu_new(arena, uint32_t, N);
    for (size_t i = 0; i < N; i++)
        cells[i] = jutu_number(floor((double)i / 2));
    CHECK_SIZE("numbers", jutu_number_cells(cells, N, JUTU_KEYS_PIPE, numbers, arena), N / 2);
    CHECK_SIZE("the last", numbers[N - 1], N / 2 - 1);
    for (size_t i = 0; i < N; i++)
        cells[i] = jutu_string(jutu_arena_printf(arena, "%zu", i % 777));
    CHECK_SIZE("texts", jutu_number_cells(cells, N, JUTU_KEYS_PIPE, numbers, arena), 777);
    CHECK_SIZE("again", numbers[777 * 5 + 3], 3);
    jutu_arena_free(arena);
}

SUITE(transform_groups, { "groups", test_groups }, { "dates", test_dates }, { "rows", test_rows },
      { "many", test_many });
