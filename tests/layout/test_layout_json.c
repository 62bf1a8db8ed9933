#include <jansson.h>

#include "jutu/jutu.h"

#include "check.h"

/* The marks stage of a spec; NULL if it fails. */
static json_t *scene_of(const char *spec)
{
    g_autoptr(JutuSpec) parsed = jutu_spec_parse(spec, -1, NULL, NULL);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *text = parsed ? jutu_explain(parsed, &options, "marks", NULL) : NULL;
    return text ? json_loads(text, 0, NULL) : NULL;
}

static void test_views(void)
{
    static const struct {
        const char *row, *spec, *want;
    } table[] = {
        { "one view", "{\"data\": {\"values\": [{}]}, \"mark\": \"point\", \"width\": 50}",
          "0:unit 50x20" },
        { "side by side",
          "{\"data\": {\"values\": [{}]}, \"hconcat\": [{\"mark\": \"point\"}, "
          "{\"vconcat\": [{\"mark\": \"arc\"}]}]}",
          "0:container|2 0/0:unit 20x20 0/1:container|1 0/1/0:unit 300x300" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        json_t *scene = scene_of(table[i].spec), *view;
        g_autoptr(GString) got = g_string_new(NULL);
        size_t v;
        json_array_foreach (json_object_get(scene, "views"), v, view) {
            g_string_append_printf(got, "%s%s:%s", v ? " " : "",
                                   json_string_value(json_object_get(view, "path")),
                                   json_string_value(json_object_get(view, "kind")));
            if (json_object_get(view, "columns"))
                g_string_append_printf(got, "|%d",
                                       (int)json_integer_value(json_object_get(view, "columns")));
            else
                g_string_append_printf(got, " %gx%g",
                                       json_number_value(json_object_get(view, "width")),
                                       json_number_value(json_object_get(view, "height")));
        }
        CHECK_STR(table[i].row, got->str, table[i].want);
        json_decref(scene);
    }
}

static void test_background(void)
{
    static const struct {
        const char *member, *want;
    } table[] = {
        { "\"width\": 20", "\"#ffffff\"" },
        { "\"background\": \"teal\"", "\"#008080\"" },
        { "\"background\": null", "null" },
        { "\"config\": {\"background\": \"#ABC\"}", "\"#aabbcc\"" },
        { "\"background\": \"transparent\"", "null" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *spec = g_strdup_printf(
            "{\"data\": {\"values\": [{}]}, \"mark\": \"point\", %s}", table[i].member);
        json_t *scene = scene_of(spec);
        char *got = json_dumps(json_object_get(scene, "background"), JSON_ENCODE_ANY);
        CHECK_STR(table[i].member, got ? got : "no scene", table[i].want);
        free(got);
        json_decref(scene);
    }
}

SUITE(layout_json, { "views", test_views }, { "background", test_background });
