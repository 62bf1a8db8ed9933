#include <jansson.h>

#include "jutu/jutu.h"

#include "check.h"

/* Appends the roles of nodes, each run of equal ones once, groups with what is in them. */
static void print_roles(const json_t *nodes, GString *out)
{
    const char *before = "";
    json_t *node;
    size_t i;
    json_array_foreach (nodes, i, node) {
        const char *role = json_string_value(json_object_get(node, "role"));
        const json_t *inner = json_object_get(node, "nodes");
        if (!role)
            role = json_string_value(json_object_get(node, "kind"));
        if (strcmp(role, before) == 0 && !inner)
            continue;
        g_string_append_printf(out, "%s%s", out->len && !g_str_has_suffix(out->str, "(") ? " " : "",
                               role);
        before = role;
        if (inner) {
            g_string_append_c(out, '(');
            print_roles(inner, out);
            g_string_append_c(out, ')');
        }
    }
}

static void test_order(void)
{
#define XY(x) \
    "\"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"quantitative\"" x \
    "}, \"y\": {\"field\": \"b\", \"type\": \"quantitative\", \"axis\": null}}"
    static const struct {
        const char *row, *members, *want;
    } table[] = {
        { "grid, axis, marks", "\"mark\": \"rect\", " XY(""),
          "chart(background axis-grid axis-tick axis-label axis-domain axis-title mark)" },
        { "axis in front", "\"mark\": \"rect\", " XY(", \"axis\": {\"zindex\": 1}"),
          "chart(background mark axis-grid axis-tick axis-label axis-domain axis-title)" },
        { "clipped marks",
          "\"mark\": {\"type\": \"point\", \"clip\": true}, " XY(", \"axis\": null"),
          "chart(background clip(mark))" },
        { "no background",
          "\"view\": {\"stroke\": null}, \"mark\": \"rect\", " XY(", \"axis\": null"),
          "chart(mark)" },
        { "views in a view",
          "\"hconcat\": [{\"mark\": \"rect\", \"title\": \"T\"}, {\"mark\": \"arc\"}]",
          "chart(view(mark title) view(mark))" },
        { "legend after marks",
          "\"mark\": \"square\", \"encoding\": {\"color\": {\"field\": \"a\", \"type\": "
          "\"nominal\"}}",
          "chart(mark legend(legend-symbol legend-label legend-symbol legend-label "
          "legend-title))" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *spec = g_strdup_printf(
            "{\"data\": {\"values\": [{\"a\": 1, \"b\": 28}, {\"a\": 2, \"b\": 55}]}, %s}",
            table[i].members);
        g_autoptr(JutuSpec) parsed = jutu_spec_parse(spec, -1, NULL, NULL);
        JutuOptions options = { .size = sizeof(options), .estimate = true };
        g_autofree char *text = parsed ? jutu_explain(parsed, &options, "scene", NULL) : NULL;
        json_t *scene = text ? json_loads(text, 0, NULL) : NULL;
        g_autoptr(GString) got = g_string_new(NULL);
        print_roles(json_object_get(scene, "nodes"), got);
        CHECK_STR(table[i].row, got->str, table[i].want);
        json_decref(scene);
    }
}

SUITE(page_draw, { "order", test_order });
