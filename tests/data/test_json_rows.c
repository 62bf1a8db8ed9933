#include "data/json_rows.h"

#include "base/error.h"
#include "check.h"

static void test_rows(void)
{
    static const struct {
        const char *row, *json, *property;
        size_t max_cells;
        const char *want; /* rows, or the message */
    } table[] = {
        { "objects", "[{\"a\":1},{\"a\":null,\"b\":[2]}]", NULL, 0,
          "[{\"a\":1},{\"a\":null,\"b\":[2]}]" },
        { "other order", "[{\"a\":1,\"b\":2},{\"b\":3,\"a\":4}]", NULL, 0,
          "[{\"a\":1,\"b\":2},{\"a\":4,\"b\":3}]" },
        { "numbers", "[1,\"x\",null]", NULL, 0, "[{\"data\":1},{\"data\":\"x\"},{\"data\":null}]" },
        { "lists", "[[1,2]]", NULL, 0, "[{\"0\":1,\"1\":2}]" },
        { "one object", "{\"a\":1}", NULL, 0, "[{\"a\":1}]" },
        { "one number", "7", NULL, 0, "[{\"data\":7}]" },
        { "null", "null", NULL, 0, "[]" },
        { "property", "{\"v\":{\"rows\":[{\"a\":1}]}}", "v.rows", 0, "[{\"a\":1}]" },
        { "property of a list", "[[{\"a\":1}],2]", "[0]", 0, "[{\"a\":1}]" },
        { "no such property", "{\"v\":{}}", "v.rows", 0,
          "\"the JSON has no \\\"rows\\\" (of the path \\\"v.rows\\\")\"" },
        { "no path", "{}", "v[", 0,
          "\"\\\"v[\\\" has a [ or quote that isn't closed; write \\\\[ if it belongs to the "
          "name\"" },
        { "too much", "[{\"a\":1},{\"b\":2},{\"c\":3}]", NULL, 6,
          "\"3 rows of more than 2 different members; keep only what the chart needs\"" },
        { "just enough", "[{\"a\":1},{\"b\":2}]", NULL, 4, "[{\"a\":1},{\"b\":2}]" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(GError) error = NULL;
        json_t *json = json_loads(table[i].json, JSON_DECODE_ANY, NULL);
        const JutuTable *rows = jutu_json_rows(json, table[i].property, table[i].max_cells, arena,
                                               &error);
        json_t *print = rows ? jutu_table_to_json(rows) : json_string(error->message);
        char *got = json_dumps(print, JSON_COMPACT | JSON_ENCODE_ANY);
        CHECK_STR(table[i].row, got, table[i].want);
        free(got);
        json_decref(print);
        json_decref(json);
        jutu_arena_free(arena);
    }
}

SUITE(json_rows, { "rows", test_rows });
