/* Fixtures: JSON lists of {"row", …, "want"}, and numbers equal by value. */
#pragma once
#include <glib.h>
#include <jansson.h>
#include <stdbool.h>

/* An owned list of rows, or NULL if the file can't be read. */
static inline json_t *fixture_load(const char *name)
{
    g_autofree char *path = g_build_filename(JUTU_TESTS_DIR, name, NULL);
    return json_load_file(path, 0, NULL);
}

/* Equal but for the order of members and for 1 being 1.0. On a difference `place`, which must be
 * empty, tells where. */
static inline bool fixture_equal(const json_t *got, const json_t *want, GString *place)
{
    size_t before = place->len, i;
    const char *name;
    json_t *member;
    if (json_is_number(got) && json_is_number(want))
        return json_number_value(got) == json_number_value(want);
    if (json_is_object(got) && json_is_object(want)) {
        json_object_foreach ((json_t *)got, name, member) {
            g_string_append_printf(place, "/%s", name);
            if (!fixture_equal(member, json_object_get(want, name), place))
                return false;
            g_string_truncate(place, before);
        }
        json_object_foreach ((json_t *)want, name, member) {
            if (!json_object_get(got, name)) {
                g_string_append_printf(place, "/%s", name);
                return false;
            }
        }
        return true;
    }
    if (!json_is_array(got) || !json_is_array(want))
        return got && want && json_equal(got, want);
    if (json_array_size(got) != json_array_size(want))
        return false;
    json_array_foreach (got, i, member) {
        g_string_append_printf(place, "/%zu", i);
        if (!fixture_equal(member, json_array_get(want, i), place))
            return false;
        g_string_truncate(place, before);
    }
    return true;
}
