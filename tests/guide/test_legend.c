/* Legends of whole specs: which there are, their entries, symbols, bars and boxes. */
#include "guide/legend.h"

#include "guide/fixture.h"

static void print_symbol(GString *out, const json_t *symbol)
{
    const char *fill = jutu_json_string(symbol, "fill", "-");
    const char *stroke = jutu_json_string(symbol, "stroke", NULL);
    double opacity = fixture_round(jutu_json_number(symbol, "fillOpacity", 1));
    g_string_append_printf(out, "(%s %g %s", jutu_json_string(symbol, "shape", "?"),
                           fixture_round(jutu_json_number(symbol, "size", NAN)), fill);
    if (*fill == '#' && opacity != 1)
        g_string_append_printf(out, "*%g", opacity);
    if (stroke)
        g_string_append_printf(out, " %s*%g %g)", stroke,
                               fixture_round(jutu_json_number(symbol, "strokeOpacity", 1)),
                               fixture_round(jutu_json_number(symbol, "strokeWidth", 1)));
    else
        g_string_append(out, " -)");
}

static void print_symbols(GString *out, const json_t *legend)
{
    size_t i;
    json_t *label;
    g_string_append_printf(out, " %g: ", jutu_json_number(legend, "columns", NAN));
    json_array_foreach (json_object_get(legend, "labels"), i, label) {
        g_string_append_printf(out, "%s%s ", i ? ", " : "", json_string_value(label));
        print_symbol(out, json_array_get(json_object_get(legend, "symbols"), i));
    }
}

static void print_bar(GString *out, const json_t *legend)
{
    size_t i;
    json_t *item;
    g_string_append_printf(out, " %s %gx%g: ", jutu_json_string(legend, "direction", "?"),
                           fixture_round(jutu_json_number(legend, "length", NAN)),
                           jutu_json_number(legend, "thickness", NAN));
    json_array_foreach (json_object_get(legend, "labels"), i, item)
        g_string_append_printf(out, "%s%g=%s", i ? ", " : "",
                               fixture_round(jutu_json_number(item, "pos", NAN)),
                               jutu_json_string(item, "text", "?"));
    g_string_append_c(out, ' ');
    json_array_foreach (json_object_get(legend, "colors"), i, item)
        g_string_append_printf(out, "%s%s", i ? "," : "", json_string_value(item));
    json_array_foreach (json_object_get(legend, "bands"), i, item)
        g_string_append_printf(
            out, "%s%g-%g %s", i ? "," : "", fixture_round(jutu_json_number(item, "start", NAN)),
            fixture_round(jutu_json_number(item, "end", NAN)), jutu_json_string(item, "fill", "?"));
}

static void print_legends(GString *out, const json_t *view, const json_t *layout)
{
    size_t i, k;
    json_t *legend, *number;
    json_array_foreach (json_object_get(view, "legends"), i, legend) {
        const char *type = jutu_json_string(legend, "type", "?");
        fixture_begin(out, view);
        g_string_append_printf(out, "%s %s %s", type, jutu_json_string(legend, "orient", "?"),
                               jutu_json_string(legend, "title", "-"));
        if (strcmp(type, "symbol") == 0)
            print_symbols(out, legend);
        else
            print_bar(out, legend);
        g_string_append(out, " @");
        const json_t *box = json_array_get(json_object_get(layout, "legends"), i);
        json_array_foreach ((json_t *)box, k, number)
            g_string_append_printf(out, "%s%g", k ? "," : "", json_number_value(number));
    }
}

static void test_specs(void)
{
    fixture_run("legend.json", print_legends);
}

/* What can't be drawn is an error with a place, or leaves out what has no meaning. */
static void test_odd(void)
{
    static const struct {
        const char *row, *legend;
        bool fails;
    } table[] = {
        { "no format", "{\"format\": \"%Y\"}", true },
        { "no expression", "{\"labelExpr\": \"datum.\"}", true },
        { "no size", "{\"symbolSize\": -4, \"labelFontSize\": -1, \"columns\": -2}", false },
        { "no values", "{\"values\": [], \"symbolLimit\": -1}", false },
        { "a bar of names", "{\"type\": \"gradient\", \"gradientLength\": 1e300}", false },
        { "far columns", "{\"columns\": 1e300, \"padding\": -5, \"zindex\": 1e300}", false },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *text = g_strdup_printf(
            "{\"mark\": \"point\", \"encoding\": {\"color\": {\"field\": \"a\", \"type\": "
            "\"nominal\", \"legend\": %s}, \"x\": {\"field\": \"b\", \"type\": \"quantitative\"}}}",
            table[i].legend);
        json_t *spec = json_loads(text, 0, NULL);
        json_t *scene = fixture_stage(spec, "scene");
        CHECK_TRUE(table[i].row, (scene == NULL) == table[i].fails);
        json_decref(scene);
        json_decref(spec);
    }
}

SUITE(guide_legend, { "specs", test_specs }, { "odd", test_odd });
