#include "transform/args.h"

#include "base/json.h"
#include "check.h"

static void test_paths(void)
{
    static const struct {
        const char *path, *name, *flat, *escaped;
    } table[] = {
        { "a", "a", "a", "a" },
        { "a.b", "a.b", "a.b", "a\\.b" },
        { "a[0].c", "a[0].c", "a.0.c", "a\\.0\\.c" },
        { "a\\.b", "a.b", "a.b", "a\\.b" },
        { "['x y']", "x y", "x y", "x y" },
        { "it\\'s", "it's", "it's", "it\\'s" },
        { "产量.亿块", "产量.亿块", "产量.亿块", "产量\\.亿块" },
    };
    JutuArena *arena = jutu_arena_new();
    for (size_t i = 0; i < ROWS(table); i++) {
        CHECK_STR(table[i].path, jutu_path_name(table[i].path, arena), table[i].name);
        CHECK_STR(table[i].path, jutu_path_flat(table[i].path, arena), table[i].flat);
        CHECK_STR(table[i].path, jutu_path_escape(table[i].path, arena), table[i].escaped);
    }
    jutu_arena_free(arena);
}

static void test_members(void)
{
    JutuArena *arena = jutu_arena_new();
    json_t *def = json_loads(
        "{\"as\":[\"x\",null],\"list\":[\"a\",1,\"b\"],\"one\":\"a\",\"pair\":[1,2],"
        "\"half\":[1],\"sort\":[{\"field\":\"a\"},{\"order\":\"descending\"},"
        "{\"field\":\"b\",\"order\":\"descending\"}]}",
        0, NULL);
    const char *as[2];
    double pair[2];
    size_t n;
    jutu_arg_names(def, "k", "v", as);
    CHECK_STR("given name", as[0], "x");
    CHECK_STR("name that isn't given", as[1], "v");
    CHECK_STR("texts only", jutu_arg_strings(def, "list", &n, arena)[1], "b");
    CHECK_SIZE("texts only", n, 2);
    CHECK_STR("one text", jutu_arg_strings(def, "one", &n, arena)[0], "a");
    CHECK_TRUE("none", jutu_arg_strings(def, "none", &n, arena)[0] == NULL && n == 0);
    CHECK_TRUE("pair", jutu_arg_pair(def, "pair", pair) && pair[1] == 2);
    CHECK_TRUE("half a pair", !jutu_arg_pair(def, "half", pair));
    const JutuSortKey *keys = jutu_arg_sort(def, &n, arena);
    CHECK_SIZE("keys with a field", n, 2);
    CHECK_TRUE("ascending by default", !keys[0].descending && keys[1].descending);
    json_decref(def);
    jutu_arena_free(arena);
}

static void test_table(void)
{
    const JutuValue one[] = { jutu_number(1) }, two[] = { jutu_number(2) };
    const JutuColumn columns[] = { { "a", one }, { "b", one }, { "a", two } };
    JutuArena *arena = jutu_arena_new();
    const JutuTable *table = jutu_table_of(columns, 3, 1, arena);
    CHECK_SIZE("columns", table->n_columns, 2);
    CHECK_EXACT("the last of a name counts", table->columns[0].cells[0].number, 2);
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    const JutuTransformScope scope = { .context = context, .pointer = "/transform/0" };
    g_autoptr(GError) error = NULL;
    const size_t thrice[] = { 3 };
    const JutuTable *repeated = jutu_table_repeat(table, thrice, 0, &scope, &error);
    CHECK_SIZE("repeated", repeated->n_rows, 3);
    CHECK_EXACT("repeated", repeated->columns[1].cells[2].number, 1);
    context->most_cells = 7;
    CHECK_TRUE("room for 6 cells", jutu_table_repeat(table, thrice, 0, &scope, NULL) != NULL);
    CHECK_TRUE("none for 9", !jutu_table_repeat(table, thrice, 1, &scope, &error));
    CHECK_STR("says so", error->message,
              "this makes 3 rows of 3 cells, which takes the chart's tables above 7 cells: filter, "
              "aggregate or leave columns out before");
    jutu_arena_free(arena);
}

SUITE(transform_args, { "paths", test_paths }, { "members", test_members },
      { "table", test_table });
