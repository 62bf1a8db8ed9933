/* Conditions and other rules, as Vega-Lite has them. */
#include "mark/marks_fixture.h"

static void test_specs(void)
{
    check_marks("condition.json", 10);
}

/* A constant order says what is drawn over what. */
static void test_order(void)
{
    static const struct {
        const char *row, *order, *want;
    } table[] = {
        { "none", "null", "1 4 2" },
        { "one above the others",
          "{\"condition\": {\"test\": \"datum.b == 1\", \"value\": 1}, \"value\": 0}", "4 2 1" },
        { "below 0 is above, too",
          "{\"condition\": [{\"test\": \"datum.b == 1\", \"value\": 2},"
          " {\"test\": \"datum.b == 4\", \"value\": -1}], \"value\": 0}",
          "2 4 1" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *text = g_strdup_printf(
            "{\"data\": {\"values\": [{\"b\": 1}, {\"b\": 4}, {\"b\": 2}]}, \"width\": 100,"
            " \"mark\": \"point\", \"encoding\": {\"x\": {\"field\": \"b\", \"type\":"
            " \"quantitative\", \"scale\": {\"domain\": [0, 100]}}, \"order\": %s}}",
            table[i].order);
        json_auto_t *spec = json_loads(text, 0, NULL);
        json_auto_t *marks = marks_of(spec, NULL);
        g_autoptr(GString) got = g_string_new(NULL);
        size_t at;
        json_t *item;
        json_array_foreach (json_object_get(json_array_get(marks, 0), "items"), at, item)
            g_string_append_printf(got, "%s%g", at ? " " : "", jutu_json_number(item, "x", NAN));
        CHECK_STR(table[i].row, got->str, table[i].want);
    }
}

SUITE(mark_condition, { "order", test_order }, { "condition of specs", test_specs });
