#include "page/furniture.h"

#include "jutu/jutu.h"

#include "check.h"

static json_t *scene_of(const char *members)
{
    g_autofree char *spec = g_strdup_printf(
        "{\"data\": {\"values\": [{\"a\": 1}]}, \"mark\": \"point\", \"height\": 50, %s}", members);
    g_autoptr(JutuSpec) parsed = jutu_spec_parse(spec, -1, NULL, NULL);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *text = parsed ? jutu_explain(parsed, &options, "scene", NULL) : NULL;
    return text ? json_loads(text, 0, NULL) : NULL;
}

static double number(const json_t *object, const char *name)
{
    return json_number_value(json_object_get(object, name));
}

/* "640x104; title 24,44 …": the page, and what stands on it. */
static char *sheet_of(const char *members)
{
    json_t *scene = scene_of(members), *node;
    GString *out = g_string_new(NULL);
    size_t i;
    g_string_append_printf(out, "%gx%g", number(scene, "width"), number(scene, "height"));
    json_array_foreach (json_object_get(scene, "nodes"), i, node) {
        const json_t *text = json_object_get(node, "text");
        g_string_append_printf(out, "; %s", json_string_value(json_object_get(node, "role")));
        if (!json_object_get(node, "box"))
            g_string_append_printf(out, " %g,%g", number(node, "x"), number(node, "y"));
        if (text)
            g_string_append_printf(out, " %s", json_string_value(text));
    }
    json_decref(scene);
    return g_string_free(out, FALSE);
}

static void test_page(void)
{
    static const struct {
        const char *row, *members, *want;
    } table[] = {
        { "Vega's page", "\"width\": 100, \"usermeta\": {\"jutu\": {\"alt\": \"none\"}}",
          "110x60; chart 5,5" },
        { "as wide as a report is", "\"padding\": 0, \"usermeta\": {\"jutu\": {\"note\": \"略\"}}",
          "640x130; accent; chart 24,28; note 24,108 注：略" },
        { "as wide as asked",
          "\"padding\": 0, \"usermeta\": {\"jutu\": {\"width\": 300, \"source\": \"部\"}}",
          "300x130; accent; chart 24,28; source 24,108 资料来源：部" },
        { "all there is",
          "\"title\": {\"text\": \"题\", \"subtitle\": \"二\"}, \"padding\": 0, \"usermeta\": "
          "{\"jutu\": {\"figure\": \"图3\", \"unit\": \"元\", \"note\": [\"甲\", \"乙。\", "
          "\"丙\"], \"source\": [\"部\", {\"title\": \"年《鉴》\", \"publisher\": \"局\"}]}}",
          "640x212; accent; title 24,44 图3　题; subtitle 24,68 二; unit 616,68 单位：元; chart "
          "24,92; note 24,172 注：甲。乙。丙; source 24,190 资料来源：部；局《年〈鉴〉》" },
        { "in English",
          "\"title\": \"T\", \"padding\": 0, \"usermeta\": {\"jutu\": {\"lang\": \"en-GB\", "
          "\"figure\": \"Figure 1\", \"note\": [\"One\", \"Two.\"], \"source\": [{\"title\": "
          "\"Book\", \"publisher\": \"Office\"}, \"Else\"]}}",
          "640x188; accent; title 24,44 Figure 1\u2003T; chart 24,68; note 24,148 Note: One. Two.; "
          "source 24,166 Source: Office, “Book”; Else" },
        { "a unit without a subtitle",
          "\"title\": \"T\", \"padding\": 0, \"usermeta\": {\"jutu\": {\"unit\": \"%\"}}",
          "640x166; accent; title 24,44 T; unit 616,68 单位：%; chart 24,92" },
        { "one cited source",
          "\"padding\": 0, \"usermeta\": {\"jutu\": {\"source\": {\"title\": \"年鉴\", "
          "\"publisher\": \"局\"}}}",
          "640x130; accent; chart 24,28; source 24,108 资料来源：局《年鉴》" },
        { "a null source is none",
          "\"padding\": 0, \"usermeta\": {\"jutu\": {\"width\": 640, \"source\": null}}",
          "640x102; accent; chart 24,28" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = sheet_of(table[i].members);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

/* Plots without a width of their own fill the page, however many stand side by side. */
static void test_stretch(void)
{
    static const struct {
        const char *row, *views, *want;
    } table[] = {
        { "one", "%1$s", "590" },
        { "two", "\"hconcat\": [{%1$s}, {%1$s}]", "284 284" },
        { "one is given", "\"hconcat\": [{%1$s}, {\"width\": 100, %1$s}]", "468 100" },
        { "below each other", "\"vconcat\": [{%1$s}, {\"width\": 100, %1$s}]", "590 100" },
    };
    static const char unit[] =
        "\"mark\": \"rule\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": "
        "\"quantitative\", \"axis\": null}}";
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *views = g_strdup_printf(table[i].views, unit);
        g_autofree char *spec = g_strdup_printf(
            "{\"usermeta\": {\"jutu\": {\"width\": 640}}, \"padding\": 0, \"config\": {\"view\": "
            "{\"stroke\": null}}, \"data\": {\"values\": [{\"a\": 0}, {\"a\": 1}]}, %s}",
            views);
        g_autoptr(JutuSpec) parsed = jutu_spec_parse(spec, -1, NULL, NULL);
        JutuOptions options = { .size = sizeof(options), .estimate = true };
        g_autofree char *text = parsed ? jutu_explain(parsed, &options, "marks", NULL) : NULL;
        json_t *scene = text ? json_loads(text, 0, NULL) : NULL, *view;
        g_autoptr(GString) got = g_string_new(NULL);
        size_t v;
        json_array_foreach (json_object_get(scene, "views"), v, view) {
            if (json_object_get(view, "width"))
                g_string_append_printf(got, "%s%g", got->len ? " " : "", number(view, "width"));
        }
        CHECK_STR(table[i].row, got->str, table[i].want);
        json_decref(scene);
    }
}

static void test_room(void)
{
    static const struct {
        const char *def, *theme;
        double want;
    } table[] = {
        { "{}", NULL, 0 },
        { "{\"lang\": \"zh\", \"alt\": \"a\"}", NULL, 0 },
        { "{}", "report", 592 },
        { "{\"width\": 720}", NULL, 672 },
        { "{\"width\": -5}", NULL, 592 },
        { "{\"figure\": \"1\"}", NULL, 592 },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        json_t *def = json_loads(table[i].def, 0, NULL);
        CHECK_NUM(table[i].def, jutu_furniture_room(def, table[i].theme), table[i].want);
        json_decref(def);
    }
    CHECK_NUM("no furniture", jutu_furniture_room(NULL, NULL), 0);
}

SUITE(furniture, { "page", test_page }, { "room", test_room }, { "stretch", test_stretch });
