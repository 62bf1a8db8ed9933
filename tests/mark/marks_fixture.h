/*
 * Marks of whole specs: JSON lists of {"row", "spec", "marks"}, where `marks` are Vega-Lite's, all
 * views' one after the other, members with their defaults left out.
 */
#pragma once
#include <glib.h>
#include <jansson.h>

#include "base/json.h"
#include "check.h"
#include "jutu/jutu.h"

/* The marks of all views of a spec; NULL with error set. */
static inline json_t *marks_of(const json_t *spec, GError **error)
{
    g_autofree char *text = json_dumps(spec, 0);
    g_autoptr(JutuSpec) parsed = jutu_spec_parse(text, -1, NULL, error);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *scene = parsed ? jutu_explain(parsed, &options, "marks", error) : NULL;
    if (!scene)
        return NULL;
    json_auto_t *json = json_loads(scene, 0, NULL);
    json_t *marks = json_array(), *view;
    size_t i;
    json_array_foreach (json_object_get(json, "views"), i, view)
        json_array_extend(marks, json_object_get(view, "marks"));
    return marks;
}

/* Whether all that is wanted is there, numbers to within 0.002; `place`, empty, tells where not. */
static inline bool marks_near(const json_t *want, const json_t *got, GString *place)
{
    size_t before = place->len, i;
    const char *name;
    json_t *member;
    if (json_is_number(want))
        return json_is_number(got) &&
               fabs(json_number_value(want) - json_number_value(got)) < 0.002;
    if (json_is_object(want)) {
        json_object_foreach ((json_t *)want, name, member) {
            g_string_append_printf(place, "/%s", name);
            if (!marks_near(member, json_object_get(got, name), place))
                return false;
            g_string_truncate(place, before);
        }
        return true;
    }
    if (!json_is_array(want))
        return json_is_null(want) ? !got || json_is_null(got) : json_equal(want, got);
    g_string_append_printf(place, " %zu items", json_array_size(got));
    if (json_array_size(got) != json_array_size(want))
        return false;
    g_string_truncate(place, before);
    json_array_foreach (want, i, member) {
        g_string_append_printf(place, "/%zu", i);
        if (!marks_near(member, json_array_get(got, i), place))
            return false;
        g_string_truncate(place, before);
    }
    return true;
}

/* Members that mean something else than their absence: a paint, an opacity. Dashes may be solid. */
static inline bool marks_absent(const json_t *want, const json_t *got, const char *name)
{
    const json_t *found = json_object_get(got, name);
    bool usual = !found || json_is_null(found) || json_is_array(found) ||
                 (json_is_number(found) && json_number_value(found) == 1);
    return json_object_get(want, name) || usual;
}

static inline bool marks_have_no_more(const json_t *want, const json_t *got, GString *place)
{
    static const char *const names[] = { "fill",          "stroke",      "fillOpacity",
                                         "strokeOpacity", "strokeWidth", "strokeDash",
                                         "clip",          "blend" };
    size_t m, i;
    json_t *mark, *item;
    json_array_foreach (want, m, mark) {
        json_array_foreach (json_object_get(mark, "items"), i, item) {
            const json_t *other = json_array_get(json_object_get(json_array_get(got, m), "items"),
                                                 i);
            bool fills = json_object_get(item, "fill"), strokes = json_object_get(item, "stroke");
            for (size_t n = 0; n < G_N_ELEMENTS(names); n++) {
                bool idle = (!fills && g_str_has_prefix(names[n], "fillO")) ||
                            (!strokes && g_str_has_prefix(names[n], "stroke") && names[n][6]);
                if (!idle && !marks_absent(item, other, names[n])) {
                    g_string_printf(place, "/%zu/items/%zu has %s", m, i, names[n]);
                    return false;
                }
            }
        }
    }
    return true;
}

static inline void check_marks(const char *file, size_t least)
{
    g_autofree char *path = g_build_filename(JUTU_TESTS_DIR, "mark", file, NULL);
    json_auto_t *rows = json_load_file(path, 0, NULL);
    json_t *row;
    size_t i;
    CHECK_TRUE("the fixture is there", json_array_size(rows) >= least);
    json_array_foreach (rows, i, row) {
        const char *name = jutu_json_string(row, "row", "?");
        const json_t *want = json_object_get(row, "marks");
        g_autoptr(GString) place = g_string_new(NULL);
        g_autoptr(GError) error = NULL;
        json_auto_t *got = marks_of(json_object_get(row, "spec"), &error);
        CHECK_(got != NULL, "%s: %s", name, error ? error->message : "no error set");
        bool same = marks_near(want, got, place) && marks_have_no_more(want, got, place);
        CHECK_(same, "%s: %s: differs at %s", file, name, place->str);
    }
}
