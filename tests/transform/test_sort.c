#include "transform/sort.h"

#include "base/json.h"
#include "check.h"

static void test_order(void)
{
    static const struct {
        const char *row, *data;
        JutuSortKey keys[2];
        size_t n_keys;
        const char *want;
    } table[] = {
        { "numbers", "[{\"a\":2},{\"a\":10},{\"a\":1}]", { { "a", false } }, 1, "201" },
        { "descending", "[{\"a\":2},{\"a\":10},{\"a\":1}]", { { "a", true } }, 1, "102" },
        { "peers stay",
          "[{\"a\":1},{\"a\":0},{\"a\":1},{\"a\":0}]",
          { { "a", false } },
          1,
          "1302" },
        { "peers stay, descending",
          "[{\"a\":1},{\"a\":0},{\"a\":1}]",
          { { "a", true } },
          1,
          "021" },
        { "texts by code unit",
          "[{\"a\":\"b\"},{\"a\":\"B\"},{\"a\":\"a\"}]",
          { { "a", false } },
          1,
          "120" },
        { "null first", "[{\"a\":1},{\"a\":null},{\"a\":-1},{}]", { { "a", false } }, 1, "1320" },
        { "two keys",
          "[{\"a\":1,\"b\":1},{\"a\":0,\"b\":1},{\"a\":1,\"b\":2},{\"a\":0,\"b\":0}]",
          { { "a", false }, { "b", true } },
          2,
          "1320" },
        { "nested", "[{\"a\":{\"b\":2}},{\"a\":{\"b\":1}}]", { { "a.b", false } }, 1, "10" },
        { "no such field", "[{\"a\":2},{\"a\":1}]", { { "z", false } }, 1, "01" },
        { "no key", "[{\"a\":2},{\"a\":1}]", { { NULL, false } }, 0, "01" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        json_t *json = json_loads(table[i].data, 0, NULL);
        JutuValue rows = jutu_value_from_json(json, arena);
        const JutuTable *in = jutu_table_from_rows(rows.items, rows.length, arena);
        JutuOrder order = jutu_order_new(in, table[i].keys, table[i].n_keys, arena);
        uint32_t sorted[4] = { 0, 1, 2, 3 };
        char got[5] = "";
        jutu_order_sort(&order, sorted, in->n_rows);
        for (size_t row = 0; row < in->n_rows; row++)
            got[row] = (char)('0' + sorted[row]);
        CHECK_STR(table[i].row, got, table[i].want);
        json_decref(json);
        jutu_arena_free(arena);
    }
}

SUITE(transform_sort, { "order", test_order });
