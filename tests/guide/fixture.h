/* Guides of whole specs, row by row of a JSON file: what the stages print must be what Vega has. */
#pragma once
#include <jansson.h>
#include <stdlib.h>

#include "base/json.h"
#include "check.h"
#include "jutu/jutu.h"

static const char fixture_data[] =
    "{\"values\": [{\"a\": \"A\", \"b\": 28, \"c\": 1, \"g\": \"x\", \"t\": \"2020-01-05\"},"
    "{\"a\": \"B\", \"b\": 55, \"c\": 4, \"g\": \"y\", \"t\": \"2020-02-06\"},"
    "{\"a\": \"C\", \"b\": 43, \"c\": 9, \"g\": \"x\", \"t\": \"2021-03-09\"}]}";

/* A stage of a spec, with data if it has none; NULL if it fails. */
static inline json_t *fixture_stage(const json_t *spec, const char *stage)
{
    json_t *whole = json_copy((json_t *)spec);
    if (!json_object_get(whole, "data"))
        json_object_set_new(whole, "data", json_loads(fixture_data, 0, NULL));
    char *text = json_dumps(whole, 0);
    json_decref(whole);
    g_autoptr(JutuSpec) parsed = jutu_spec_parse(text, -1, NULL, NULL);
    free(text);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *out = parsed ? jutu_explain(parsed, &options, stage, NULL) : NULL;
    return out ? json_loads(out, 0, NULL) : NULL;
}

/* As the reference rounds. */
static inline double fixture_round(double number)
{
    double rounded = floor(number * 1000 + 0.5) / 1000;
    return rounded == 0 ? 0 : rounded;
}

/* Views of the layout stage in the order of the marks stage: i is counted on. */
static inline const json_t *fixture_view(const json_t *layout, size_t *i)
{
    if ((*i)-- == 0)
        return layout;
    size_t c;
    json_t *child;
    json_array_foreach (json_object_get(layout, "children"), c, child) {
        const json_t *found = fixture_view(child, i);
        if (found)
            return found;
    }
    return NULL;
}

/* Prints a view: its marks stage, its layout stage. */
typedef void (*FixturePrint)(GString *out, const json_t *view, const json_t *layout);

static inline void fixture_run(const char *file, FixturePrint print)
{
    g_autofree char *path = g_strconcat(JUTU_TESTS_DIR, "/guide/", file, NULL);
    json_t *table = json_load_file(path, 0, NULL), *row, *view;
    size_t i, v;
    CHECK_TRUE(file, json_array_size(table) > 0);
    json_array_foreach (table, i, row) {
        json_t *scene = fixture_stage(json_object_get(row, "spec"), "marks");
        json_t *layout = fixture_stage(json_object_get(row, "spec"), "layout");
        g_autoptr(GString) got = g_string_new(NULL);
        json_array_foreach (json_object_get(scene, "views"), v, view) {
            size_t at = v;
            print(got, view, fixture_view(layout, &at));
        }
        CHECK_STR(jutu_json_string(row, "row", "?"), got->str, jutu_json_string(row, "want", "?"));
        json_decref(scene);
        json_decref(layout);
    }
    json_decref(table);
}

/* Begins one more part: "; 0/1 ". */
static inline void fixture_begin(GString *out, const json_t *view)
{
    g_string_append_printf(out, "%s%s ", out->len ? "; " : "", jutu_json_string(view, "path", "?"));
}
