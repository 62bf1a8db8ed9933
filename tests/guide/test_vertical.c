#include "guide/vertical.h"

#include <jansson.h>

#include "jutu/jutu.h"

#include "check.h"

/* Appends what is set vertically, or turned, of the texts of a role: the text's start, its place
 * and angle. */
static void print_texts(const json_t *nodes, const char *role, GString *out)
{
    json_t *node;
    size_t i;
    json_array_foreach (nodes, i, node) {
        const char *own = json_string_value(json_object_get(node, "role"));
        print_texts(json_object_get(node, "nodes"), role, out);
        if (!own || strcmp(own, role) != 0)
            continue;
        g_string_append_printf(out, "%s%s %.4g,%.4g@%g", out->len ? " " : "",
                               json_string_value(json_object_get(node, "text")),
                               json_number_value(json_object_get(node, "x")),
                               json_number_value(json_object_get(node, "y")),
                               json_number_value(json_object_get(node, "angle")));
    }
}

static char *texts_of(const char *json, const char *role)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(JutuSpec) spec = jutu_spec_parse(json, -1, NULL, NULL);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *text = spec ? jutu_explain(spec, &options, "scene", NULL) : NULL;
    json_t *scene = text ? json_loads(text, 0, NULL) : NULL;
    print_texts(json_object_get(scene, "nodes"), role, out);
    json_decref(scene);
    return g_string_free(g_steal_pointer(&out), FALSE);
}

#define X(more) \
    "\"x\": {\"field\": \"a\", \"type\": \"nominal\", \"axis\": {\"title\": null" more "}}"
#define Y(more) \
    "\"y\": {\"field\": \"b\", \"type\": \"quantitative\", \"axis\": {\"labels\": false" more "}}"
#define VERTICAL(what) "\"jutu\": {\"vertical\": [\"" what "\"]}"

static void test_texts(void)
{
    static const struct {
        const char *row, *meta, *encoding, *role, *want;
    } table[] = {
        { "labels as they are", "", X(""), "axis-label",
          "全省12市 10.5,107.5@270 杭州 30.5,107.5@270" },
        { "labels", VERTICAL("label"), X(""), "axis-label",
          "全 10.5,116.3@0 省 10.5,126.3@0 12 10.5,135.2@0 市 10.5,146.3@0 杭 30.5,116.3@0 州 "
          "30.5,126.3@0" },
        { "labels above", VERTICAL("label"), X(", \"orient\": \"top\""), "axis-label",
          "全 10.5,-37.7@0 省 10.5,-27.7@0 12 10.5,-18.84@0 市 10.5,-7.7@0 杭 30.5,-17.7@0 州 "
          "30.5,-7.7@0" },
        { "labels with another angle", VERTICAL("label"), X(", \"labelAngle\": -45"), "axis-label",
          "全省12市 10.5,107.5@315 杭州 30.5,107.5@315" },
        { "Latin labels", VERTICAL("label"),
          "\"x\": {\"field\": \"c\", \"type\": \"nominal\", \"title\": null}", "axis-label",
          "Hangzhou 10.5,107.5@270 all 30.5,107.5@270" },
        { "not those of y", VERTICAL("label"),
          "\"y\": {\"field\": \"a\", \"type\": \"nominal\", \"title\": null}", "axis-label",
          "全省12市 -6.5,25.5@0 杭州 -6.5,75.5@0" },
        { "a title", VERTICAL("axis-title"), Y(", \"title\": \"总额\""), "axis-title",
          "总 -14.5,49.18@0 额 -14.5,60.18@0" },
        { "it begins at the top", VERTICAL("axis-title"),
          Y(", \"title\": \"总额\", \"titleAnchor\": \"start\""), "axis-title",
          "总 -14.5,10.18@0 额 -14.5,21.18@0" },
        { "it ends at the bottom", VERTICAL("axis-title"),
          Y(", \"title\": \"总额\", \"titleAnchor\": \"end\""), "axis-title",
          "总 -14.5,88.18@0 额 -14.5,99.18@0" },
        { "at the right", VERTICAL("axis-title"),
          Y(", \"title\": \"总额\", \"titleAnchor\": \"start\", \"orient\": \"right\""),
          "axis-title", "总 35.5,10.18@0 额 35.5,21.18@0" },
        { "a title of Latin", VERTICAL("axis-title"), Y(", \"title\": \"Sum\""), "axis-title",
          "Sum -9,50.5@-90" },
        { "a title with an angle", VERTICAL("axis-title"),
          Y(", \"title\": \"总额\", \"titleAngle\": 0"), "axis-title", "总额 -9,50.5@0" },
        { "under the theme", "\"jutu\": {\"theme\": \"report\", \"vertical\": [\"axis-title\"]}",
          Y(", \"title\": \"总额\""), "axis-title", "总 -10.5,49.06@0 额 -10.5,61.06@0" },
        { "rows as they are", "", "\"row\": {\"field\": \"a\", \"title\": null}", "title",
          "全省12市 -20,50@-90 杭州 -20,50@-90" },
        { "rows", VERTICAL("header"), "\"row\": {\"field\": \"a\", \"title\": null}", "title",
          "全 -15,38.8@0 省 -15,48.8@0 12 -15,57.66@0 市 -15,68.8@0 杭 -15,48.8@0 州 -15,58.8@0" },
        { "rows of the theme", "\"jutu\": {\"theme\": \"report\"}",
          "\"row\": {\"field\": \"a\", \"title\": null}", "title",
          "杭 -17,12.32@0 州 -17,26.32@0 全 -17,12.32@0 省 -17,26.32@0 12 -17,38.79@0 市 "
          "-17,54.32@0" },
        { "unless it is switched off",
          "\"jutu\": {\"theme\": \"report\", \"without\": [\"vertical-headers\"]}",
          "\"row\": {\"field\": \"a\", \"title\": null}", "title",
          "杭州 -24,100@-90 全省12市 -24,100@-90" },
        { "rows of Latin", "\"jutu\": {\"theme\": \"report\"}",
          "\"row\": {\"field\": \"c\", \"title\": null}", "title",
          "Hangzhou -24,100@-90 all -24,100@-90" },
        { "rows told to lie level", "\"jutu\": {\"theme\": \"report\"}",
          "\"row\": {\"field\": \"a\", \"title\": null, \"header\": {\"labelAngle\": 0}}", "title",
          "杭州 -32,100@0 全省12市 -66,100@0" },
        { "columns lie level", VERTICAL("header"),
          "\"column\": {\"field\": \"a\", \"title\": null}", "title",
          "全省12市 10,-20@0 杭州 10,-20@0" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *spec = g_strdup_printf(
            "{\"usermeta\": {%s}, \"data\": {\"values\": [{\"a\": \"杭州\", \"b\": 1, \"c\": "
            "\"Hangzhou\"}, {\"a\": \"全省12市\", \"b\": 2, \"c\": \"all\"}]}, \"mark\": "
            "\"point\", "
            "\"height\": 100, \"encoding\": {%s}}",
            table[i].meta, table[i].encoding);
        g_autofree char *got = texts_of(spec, table[i].role);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

SUITE(guide_vertical, { "texts", test_texts });
