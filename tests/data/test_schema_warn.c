#include "data/described.h"

/* What is said, with its place, of cells that aren't as a schema says. */
static void test_faults(void)
{
    static const struct {
        const char *row, *csv, *schema, *want;
    } table[] = {
        { "all is well", "城市,值\n深圳,1\n",
          "{\"fields\":[{\"name\":\"城市\"},{\"name\":\"值\",\"type\":\"integer\"}]}", "" },
        { "a type", "城市,值\n深圳,1\n杭州,一\n",
          "{\"fields\":[{\"name\":\"城市\"},{\"name\":\"值\",\"type\":\"integer\"}]}",
          "x.csv:3:4 [cell-type] 值: \"一\" isn't a whole number\n" },
        { "behind quotes and line ends", "a,b\n\"x,\ny\",1\n\"\",z\n",
          "{\"fields\":[{\"name\":\"a\"},{\"name\":\"b\",\"type\":\"integer\"}]}",
          "x.csv:4:4 [cell-type] b: \"z\" isn't a whole number\n" },
        { "constraints, by rows", "a,b\n-1,\n2,长长\n",
          "{\"fields\":[{\"name\":\"a\",\"type\":\"number\",\"constraints\":{\"minimum\":0,"
          "\"maximum\":1}},{\"name\":\"b\",\"constraints\":{\"required\":true,\"maxLength\":1}}]}",
          "x.csv:2:1 [constraint] a: \"-1\" is below 0\n"
          "x.csv:2:4 [constraint] b: the cell has no value, but one is required\n"
          "x.csv:3:1 [constraint] a: \"2\" is above 1\n"
          "1 more\n" },
        { "a key of one", "a\nx\ny\nx\n", "{\"fields\":[{\"name\":\"a\"}],\"primaryKey\":\"a\"}",
          "x.csv:4:1 [primary-key] the primary key (a) \"x\" is there twice; it stands in line 2, "
          "too\n" },
        { "a key of two", "a,b\nx,1\nx,2\n,3\nx,2\n",
          "{\"fields\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"primaryKey\":[\"a\",\"b\"]}",
          "x.csv:4:1 [primary-key] the primary key (a, b) has no value for a\n"
          "x.csv:5:1 [primary-key] the primary key (a, b) \"x, 2\" is there twice; it stands in "
          "line 3, too\n" },
        { "no two keys are one by how they are joined", "a,b\nx,yz\nxy,z\n",
          "{\"fields\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"primaryKey\":[\"a\",\"b\"]}", "" },
        { "a unique key may be missing", "a\n\n\nx\nx\n",
          "{\"fields\":[{\"name\":\"a\"}],\"uniqueKeys\":[[\"a\"]]}",
          "x.csv:2:1 [ragged-rows] a blank line is a row of empty cells; remove it; 1 more rows "
          "alike\n"
          "x.csv:5:1 [primary-key] the unique key (a) \"x\" is there twice; it stands in line 4, "
          "too\n" },
        { "unique", "a\nx\nx\n",
          "{\"fields\":[{\"name\":\"a\",\"constraints\":{\"unique\":true}}]}",
          "x.csv:3:1 [constraint] a: \"x\" is there twice, but should be unique; it stands in line "
          "2, too\n" },
        { "a column that isn't there", "城市,vaule\n深圳,1\n",
          "{\"fields\":[{\"name\":\"城市\"},{\"name\":\"value\"}]}",
          "x.csv:0:0 [schema-columns] the schema's field \"value\" has no column; is it "
          "\"vaule\"?: datapackage.json\n"
          "x.csv:0:0 [schema-columns] the column \"vaule\" isn't in the schema; add it there, or "
          "say \"fieldsMatch\": \"subset\": datapackage.json\n" },
        { "more columns", "a,b\n1,2\n",
          "{\"fields\":[{\"name\":\"a\"}],\"fieldsMatch\":\"subset\"}", "" },
        { "fewer", "a\n1\n",
          "{\"fields\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"fieldsMatch\":[\"superset\"]}", "" },
        { "categories", "a\n北\n西\n",
          "{\"fields\":[{\"name\":\"a\",\"categories\":[{\"value\":\"北\",\"label\":\"北方\"}]}]}",
          "x.csv:3:1 [constraint] a: \"西\" is none of [{\"value\":\"北\",\"label\":\"北方\"}]\n" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = described_check(table[i].csv, table[i].schema, false);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

/* Three and a count in a picture, all of them in a check. */
static void test_many(void)
{
    static const char schema[] = "{\"fields\":[{\"name\":\"a\",\"type\":\"integer\"}]}";
    g_autoptr(GString) csv = g_string_new("a\n");
    for (int i = 0; i < 20000; i++)
        g_string_append(csv, "x\n");
    g_autofree char *some = described_check(csv->str, schema, false);
    g_autofree char *all = described_check(csv->str, schema, true);
    g_auto(GStrv) lines = g_strsplit(all, "\n", -1);
    CHECK_STR("some", some,
              "x.csv:2:1 [cell-type] a: \"x\" isn't a whole number\n"
              "x.csv:3:1 [cell-type] a: \"x\" isn't a whole number\n"
              "x.csv:4:1 [cell-type] a: \"x\" isn't a whole number\n"
              "19997 more\n");
    CHECK_SIZE("all", g_strv_length(lines), 20001);
    CHECK_STR("the last", lines[19999], "x.csv:20001:1 [cell-type] a: \"x\" isn't a whole number");
}

SUITE(schema_warn, { "faults", test_faults }, { "many", test_many });
