#include "data/table.h"

#include <glib.h>

#include "check.h"

/* The table of a JSON array of rows. */
static const JutuTable *table_of(const char *text, JutuArena *arena)
{
    json_t *json = json_loads(text, JSON_DECODE_ANY, NULL);
    JutuValue rows = jutu_value_from_json(json, arena);
    json_decref(json);
    return jutu_table_from_rows(rows.items, rows.length, arena);
}

static void check_table(const char *row, const JutuTable *table, const char *want)
{
    json_t *json = jutu_table_to_json(table);
    char *text = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY);
    CHECK_STR(row, text, want);
    free(text);
    json_decref(json);
}

static void test_from_rows(void)
{
    static const char *const table[][3] = {
        { "objects", "[{\"年\":\"2020\",\"v\":1},{\"年\":\"2021\",\"v\":null}]",
          "[{\"年\":\"2020\",\"v\":1},{\"年\":\"2021\",\"v\":null}]" },
        { "a missing member stays missing", "[{\"a\":1},{\"b\":2},{\"b\":3,\"a\":4}]",
          "[{\"a\":1},{\"b\":2},{\"a\":4,\"b\":3}]" },
        { "numbers", "[28,55,43]", "[{\"data\":28},{\"data\":55},{\"data\":43}]" },
        { "mixed", "[null,{\"data\":1},\"x\"]", "[{\"data\":null},{\"data\":1},{\"data\":\"x\"}]" },
        { "lists", "[[1,2],[3]]", "[{\"0\":1,\"1\":2},{\"0\":3}]" },
        { "no rows", "[]", "[]" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        check_table(table[i][0], table_of(table[i][1], arena), table[i][2]);
        jutu_arena_free(arena);
    }
}

static void test_with(void)
{
    JutuArena *arena = jutu_arena_new();
    const JutuTable *table = table_of("[{\"a\":1,\"b\":2}]", arena);
    JutuValue nine = jutu_number(9);
    JutuColumn added[] = { { "c", &nine }, { "a", &nine } };
    check_table("replaced in place, else appended", jutu_table_with(table, added, 2, arena),
                "[{\"a\":9,\"b\":2,\"c\":9}]");
    check_table("the old table is as it was", table, "[{\"a\":1,\"b\":2}]");
    CHECK_TRUE("found by name", jutu_table_find(table, "b") == &table->columns[1]);
    CHECK_TRUE("no such column", jutu_table_find(table, "c") == NULL);
    jutu_arena_free(arena);
}

static void test_gather(void)
{
    JutuArena *arena = jutu_arena_new();
    const JutuTable *table = table_of("[{\"a\":1},{\"a\":2},{\"b\":3}]", arena);
    size_t rows[] = { 2, 1, 1 };
    check_table("reordered, repeated", jutu_table_gather(table, rows, 3, arena),
                "[{\"b\":3},{\"a\":2},{\"a\":2}]");
    check_table("none", jutu_table_gather(table, rows, 0, arena), "[]");
    JutuValue row = jutu_table_row(table, 2, arena);
    CHECK_SIZE("undefined cells are no members", row.object->n, 1);
    CHECK_EXACT("member", jutu_member(row, "b").number, 3.0);
    jutu_arena_free(arena);
}

static void test_field(void)
{
    static const char rows[] = "[{\"a\":{\"b\":[7,8,{\"c\":9}],\"01\":1},\"a.b\":5,\"s\":\"x\"}]";
    static const struct {
        const char *path;
        double want; /* NaN: undefined */
    } table[] = {
        { "a.b[1]", 8 },    { "a['b'][2].c", 9 }, { "a\\.b", 5 }, { "a.b.length", 3 },
        { "a[01]", 1 },     { "a.b[3]", NAN },    { "z.b", NAN }, { "s.b", NAN },
        { "a.b[00]", NAN }, { "a[", NAN },        { "", NAN },
    };
    JutuArena *arena = jutu_arena_new();
    const JutuTable *data = table_of(rows, arena);
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuField field = jutu_field_new(data, table[i].path, arena);
        JutuValue got = jutu_field_get(&field, 0);
        if (isnan(table[i].want))
            CHECK_SIZE(table[i].path, got.type, JUTU_UNDEFINED);
        else
            CHECK_EXACT(table[i].path, jutu_to_number(got), table[i].want);
    }
    jutu_arena_free(arena);
}

SUITE(table, { "from_rows", test_from_rows }, { "with", test_with }, { "gather", test_gather },
      { "field", test_field });
