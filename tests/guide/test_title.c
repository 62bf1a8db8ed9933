/* Titles of whole specs: texts, looks and places. */
#include "guide/title.h"

#include "guide/fixture.h"

static void print_title(GString *out, const json_t *view, const json_t *layout)
{
    const json_t *title = json_object_get(view, "title");
    const json_t *style = json_object_get(title, "style"), *box = json_object_get(layout, "title");
    if (!json_is_object(title))
        return;
    fixture_begin(out, view);
    g_string_append_printf(
        out, "%s|%s %s %s %s %gpx %s %s %g @", jutu_json_string(title, "text", "-"),
        jutu_json_string(title, "subtitle", "-"), jutu_json_string(style, "orient", "?"),
        jutu_json_string(style, "anchor", "?"), jutu_json_string(style, "frame", "?"),
        jutu_json_number(style, "titleFontSize", NAN), jutu_json_string(style, "titleColor", "?"),
        jutu_json_string(style, "titleAlign", "?"), jutu_json_number(style, "titleAngle", NAN));
    for (size_t i = 0; i < json_array_size(box); i++)
        g_string_append_printf(out, "%s%g", i ? "," : "",
                               floor(json_number_value(json_array_get(box, i)) + 0.5));
}

static void test_specs(void)
{
    fixture_run("title.json", print_title);
}

SUITE(guide_title, { "specs", test_specs });
