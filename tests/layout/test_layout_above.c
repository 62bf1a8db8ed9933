#include <jansson.h>

#include "jutu/jutu.h"

#include "check.h"

/* Appends the axis titles within nodes: text, place, alignment and angle. */
static void print_titles(const json_t *nodes, double x, double y, GString *out)
{
    json_t *node;
    size_t i;
    json_array_foreach (nodes, i, node) {
        const char *role = json_string_value(json_object_get(node, "role"));
        double own_x = json_number_value(json_object_get(node, "x"));
        double own_y = json_number_value(json_object_get(node, "y"));
        const json_t *inner = json_object_get(node, "nodes");
        if (inner)
            print_titles(inner, x + (role && strcmp(role, "chart") == 0 ? 0 : own_x),
                         y + (role && strcmp(role, "chart") == 0 ? 0 : own_y), out);
        if (!role || strcmp(role, "axis-title") != 0)
            continue;
        const char *align = json_string_value(json_object_get(node, "align"));
        g_string_append_printf(out, "%s%s %.1f,%.1f %s %g", out->len ? "; " : "",
                               json_string_value(json_object_get(node, "text")), x + own_x,
                               y + own_y, align ? align : "left",
                               json_number_value(json_object_get(node, "angle")));
    }
}

static char *titles_of(const char *json, const char *stage)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(JutuSpec) spec = jutu_spec_parse(json, -1, NULL, NULL);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *text = spec ? jutu_explain(spec, &options, stage, NULL) : NULL;
    json_t *scene = text ? json_loads(text, 0, NULL) : NULL;
    print_titles(json_object_get(scene, "nodes"), 0, 0, out);
    json_decref(scene);
    return g_string_free(g_steal_pointer(&out), FALSE);
}

#define DATA \
    "\"data\": {\"values\": [{\"a\": \"A\", \"b\": 10, \"c\": 4}, {\"a\": \"B\", \"b\": 5}]}"
#define REPORT "\"usermeta\": {\"jutu\": {\"theme\": \"report\", \"without\": [\"page-width\"%s]}}"
#define Y(more) "\"y\": {\"field\": \"b\", \"type\": \"quantitative\", \"title\": \"Bees\"" more "}"
#define X "\"x\": {\"field\": \"a\", \"type\": \"nominal\", \"title\": null}"

/* In the view's px, its upper edge at 0. */
static void test_titles(void)
{
    static const struct {
        const char *row, *jutu, *members, *want;
    } table[] = {
        { "above the labels", "", "\"mark\": \"bar\", \"encoding\": {" X ", " Y("") "}",
          "Bees -24.5,-10.0 left 0" },
        { "switched off", ", \"upright-titles\"",
          "\"mark\": \"bar\", \"encoding\": {" X ", " Y("") "}", "Bees -28.5,150.5 center -90" },
        { "an angle is given", "",
          "\"mark\": \"bar\", \"encoding\": {" X ", " Y(", \"axis\": {\"titleAngle\": -90}") "}",
          "Bees -28.5,150.5 center -90" },
        { "an alignment", "",
          "\"mark\": \"bar\", \"encoding\": {" X
          ", " Y(", \"axis\": {\"titleAlign\": \"right\"}") "}",
          "Bees -28.5,150.5 right -90" },
        { "an anchor in the config", "",
          "\"config\": {\"axisY\": {\"titleAnchor\": \"end\"}}, \"mark\": \"bar\", "
          "\"encoding\": {" X ", " Y("") "}",
          "Bees -28.5,0.5 right -90" },
        { "a place", "",
          "\"mark\": \"bar\", \"encoding\": {" X ", " Y(", \"axis\": {\"titleX\": -9}") "}",
          "Bees -8.5,150.5 center -90" },
        { "its padding", "",
          "\"mark\": \"bar\", \"encoding\": {" X ", " Y(", \"axis\": {\"titlePadding\": 30}") "}",
          "Bees -24.5,-36.0 left 0" },
        { "an axis at the right", "",
          "\"mark\": \"bar\", \"encoding\": {" X ", " Y(", \"axis\": {\"orient\": \"right\"}") "}",
          "Bees 65.5,-10.0 right 0" },
        { "both sides, on one line", "",
          "\"encoding\": {" X "}, \"layer\": [{\"mark\": \"bar\", \"encoding\": {" Y(
              "") "}}, {\"mark\": \"line\", \"encoding\": {\"y\": {\"field\": \"c\", \"type\": "
                  "\"quantitative\"}}}], \"resolve\": {\"scale\": {\"y\": \"independent\"}}",
          "Bees -24.5,-10.0 left 0; c 55.5,-10.0 right 0" },
        { "both sides, without room for it", "",
          "\"encoding\": {" X "}, \"layer\": [{\"mark\": \"bar\", \"encoding\": {" Y(
              "") "}}, {\"mark\": \"line\", \"encoding\": {\"y\": {\"field\": \"c\", \"type\": "
                  "\"quantitative\", \"title\": \"Cicadas, in thousands of them\"}}}], "
                  "\"resolve\": "
                  "{\"scale\": {\"y\": \"independent\"}}",
          "Bees -24.5,-10.0 left 0; Cicadas, in 55.5,-55.0 right 0; thousands of 55.5,-55.0 right "
          "0; them 55.5,-55.0 right 0" },
        { "clear of marks that reach above the view", "",
          "\"encoding\": {" X ", " Y("") "}, \"layer\": [{\"mark\": \"bar\"}, {\"mark\": "
                                         "{\"type\": \"text\", \"dy\": -9}, \"encoding\": "
                                         "{\"text\": {\"field\": \"b\"}}}]",
          "Bees -24.5,-20.0 left 0" },
        { "a long one is wrapped", "",
          "\"mark\": \"bar\", \"encoding\": {" X ", \"y\": {\"field\": \"b\", \"type\": "
          "\"quantitative\", \"title\": \"Bees and other insects\"}}",
          "Bees and other -24.5,-24.0 left 0; insects -24.5,-24.0 left 0" },
        { "rows have it once", "",
          "\"mark\": \"bar\", \"encoding\": {\"row\": {\"field\": \"a\"}, " X ", " Y("") "}",
          "Bees -24.5,-14.0 left 0" },
        { "above the headers of columns", "",
          "\"mark\": \"bar\", \"encoding\": {\"column\": {\"field\": \"a\"}, " X ", " Y("") "}",
          "Bees -24.5,-32.0 left 0" },
        { "x axes keep theirs", "",
          "\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"b\", \"type\": "
          "\"quantitative\", \"title\": \"Bees\"}}",
          "Bees 296.5,41.5 center 0" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *meta = g_strdup_printf(REPORT, table[i].jutu);
        g_autofree char *spec = g_strdup_printf("{%s, " DATA ", %s}", meta, table[i].members);
        g_autofree char *got = titles_of(spec, "scene");
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

/* Without a theme that decides, the reference's place. */
static void test_plain(void)
{
    g_autofree char *got = titles_of(
        "{" DATA ", \"mark\": \"bar\", \"encoding\": {" X ", " Y("") "}}", "scene");
    CHECK_STR("plain", got, "Bees -26.5,150.5 center -90");
}

SUITE(layout_above, { "titles", test_titles }, { "plain", test_plain });
