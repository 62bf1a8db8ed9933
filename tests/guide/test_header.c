/* Headers of whole specs: titles, labels and the axes that cells share. */
#include "guide/header.h"

#include "guide/fixture.h"

static void print_header(GString *out, const json_t *header)
{
    const json_t *axes = json_object_get(header, "axes"), *style = json_object_get(header, "style");
    g_string_append_printf(out, "%s %s", jutu_json_string(header, "role", "?"),
                           jutu_json_string(header, "text", "-"));
    for (size_t i = 0; i < json_array_size(axes); i++)
        g_string_append_printf(out, "%s%s%s", i ? "+" : " [",
                               jutu_json_string(json_array_get(axes, i), "orient", "?"),
                               i + 1 == json_array_size(axes) ? "]" : "");
    if (style)
        g_string_append_printf(
            out, " %gpx %s %s %s %g", jutu_json_number(style, "titleFontSize", NAN),
            jutu_json_string(style, "titleColor", "?"), jutu_json_string(style, "titleAlign", "?"),
            jutu_json_string(style, "titleBaseline", "?"),
            jutu_json_number(style, "titleAngle", NAN));
}

/* Labels that stand as the titles of cells are printed with them. */
static void print_headers(GString *out, const json_t *view, const json_t *layout)
{
    (void)layout;
    size_t i;
    json_t *header;
    json_array_foreach (json_object_get(view, "headers"), i, header) {
        fixture_begin(out, view);
        print_header(out, header);
    }
    const json_t *title = json_object_get(view, "title");
    if (json_is_object(title) && strcmp(jutu_json_string(view, "path", "0"), "0") != 0) {
        fixture_begin(out, view);
        g_string_append(out, jutu_json_string(title, "text", "-"));
    }
}

static void test_specs(void)
{
    fixture_run("header.json", print_headers);
}

SUITE(guide_header, { "specs", test_specs });
