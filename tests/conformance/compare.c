/* compare: two scenes side by side, each number by what its key allows. */
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "conformance/canonical.h"
#include "conformance/compare.h"

typedef struct {
    GString *out, *path;
    size_t n;
    bool quiet; /* counts, but writes nothing */
} Diff;

static bool is_near(double a, double b, double tolerance)
{
    return fabs(a - b) <= tolerance + 1e-6;
}

static bool near_root(double a, double b, double tolerance)
{
    return is_near(sqrt(a), sqrt(b), tolerance);
}

static bool near_turn(double a, double b, double tolerance)
{
    double apart = fmod(fabs(a - b), 360);
    return fmin(apart, 360 - apart) <= tolerance + 1e-6;
}

/* By the end of a key; the first that fits. */
static const struct {
    const char *end;
    double tolerance;
    bool (*near)(double a, double b, double tolerance);
} tolerances[] = {
    { "padAngle", 0.002, is_near }, { "startAngle", 0.01, is_near },
    { "endAngle", 0.01, is_near },  { "ngle", 0.5, near_turn },
    { "pacity", 0.01, is_near },    { "olor", 2, is_near },
    { "colors", 2, is_near },       { "fill", 2, is_near },
    { "stroke", 2, is_near },       { "background", 2, is_near },
    { "vector", 0.01, is_near },    { "offsets", 0.01, is_near },
    { "tension", 0.01, is_near },   { "trokeWidth", 0.1, is_near },
    { "Width", 0.1, is_near },      { "Dash", 0.1, is_near },
    { "DashOffset", 0.1, is_near }, { "ontSize", 0.1, is_near },
    { "size", 0.25, near_root },    { "", 0.5, is_near },
};

static bool same_number(const char *key, double a, double b)
{
    size_t i = 0;
    while (!g_str_has_suffix(key, tolerances[i].end))
        i++;
    return tolerances[i].near(a, b, tolerances[i].tolerance);
}

static void report(Diff *diff, const json_t *want, const json_t *got)
{
    diff->n++;
    if (diff->quiet)
        return;
    g_autofree char *a = want ? json_dumps(want, JSON_ENCODE_ANY | JSON_COMPACT) : NULL;
    g_autofree char *b = got ? json_dumps(got, JSON_ENCODE_ANY | JSON_COMPACT) : NULL;
    g_string_append_printf(diff->out, "%s: want %.160s, got %.160s\n", diff->path->str,
                           a ? a : "nothing", b ? b : "nothing");
}

static void compare(Diff *diff, const char *key, const json_t *want, const json_t *got);

static void compare_arrays(Diff *diff, const char *key, const json_t *want, const json_t *got)
{
    size_t n = json_array_size(want), length = diff->path->len;
    if (n != json_array_size(got)) {
        report(diff, want, got);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        g_string_append_printf(diff->path, "/%zu", i);
        compare(diff, key, json_array_get(want, i), json_array_get(got, i));
        g_string_truncate(diff->path, length);
    }
}

static void compare_member(Diff *diff, const char *key, const json_t *want, const json_t *got)
{
    size_t length = diff->path->len;
    g_string_append_printf(diff->path, "/%s", key);
    compare(diff, key, want, got);
    g_string_truncate(diff->path, length);
}

/* Of a style only what the reference tells counts. */
static void compare_objects(Diff *diff, const char *key, const json_t *want, const json_t *got)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)want, name, value)
        compare_member(diff, name, value, json_object_get(got, name));
    if (strcmp(key, "style") == 0)
        return;
    json_object_foreach ((json_t *)got, name, value) {
        if (!json_object_get(want, name))
            compare_member(diff, name, NULL, value);
    }
}

/* A rule's ends, or an area's edges, the other way round; NULL for other items. */
static json_t *turned(const json_t *item)
{
    json_t *out = json_deep_copy(item), *segments = json_object_get(out, "segments"), *segment;
    if (json_object_get(item, "x2")) {
        json_object_set(out, "x", json_object_get(item, "x2"));
        json_object_set(out, "y", json_object_get(item, "y2"));
        json_object_set(out, "x2", json_object_get(item, "x"));
        json_object_set(out, "y2", json_object_get(item, "y"));
        return out;
    }
    const char *orient = json_string_value(json_object_get(item, "orient"));
    size_t edge = orient && strcmp(orient, "horizontal") == 0 ? 0 : 1, i, k;
    json_array_foreach (segments, i, segment) {
        json_t *point;
        json_array_foreach (segment, k, point) {
            json_t *first = json_incref(json_array_get(point, edge));
            json_array_set(point, edge, json_array_get(point, 2));
            json_array_set_new(point, 2, first);
        }
    }
    return out;
}

static bool same(const json_t *want, const json_t *got)
{
    g_autoptr(GString) path = g_string_new(NULL);
    Diff quiet = { NULL, path, 0, true };
    compare(&quiet, "", want, got);
    return quiet.n == 0;
}

static bool same_item(const json_t *want, const json_t *got, bool turns)
{
    if (same(want, got))
        return true;
    if (!turns)
        return false;
    json_t *other = turned(got);
    bool result = same(want, other);
    json_decref(other);
    return result;
}

enum { NOBODY = -1 };

typedef struct {
    const json_t *want, *got;
    bool turns;   /* either end may come first */
    bool settled; /* who are paired in place stay so */
    size_t n;
    int *owner; /* by item of `got`: its partner */
    bool *tried;
} Pairing;

/* Finds a partner for the i-th wanted item; others may have to change theirs. */
static bool pair(Pairing *pairing, size_t i)
{
    for (size_t j = 0; j < pairing->n; j++) {
        bool fixed = pairing->settled && pairing->owner[j] == (int)j;
        if (pairing->tried[j] || fixed ||
            !same_item(json_array_get(pairing->want, i), json_array_get(pairing->got, j),
                       pairing->turns))
            continue;
        pairing->tried[j] = true;
        if (pairing->owner[j] == NOBODY || pair(pairing, (size_t)pairing->owner[j])) {
            pairing->owner[j] = (int)i;
            return true;
        }
    }
    return false;
}

/*
 * Items that are alone on both sides after pairing are compared one by one. Those that match in
 * place keep their partners when they are half of all: else, in a cloud, everybody could move up by
 * one.
 */
static void compare_items(Diff *diff, const json_t *want, const json_t *got, bool turns)
{
    size_t n = json_array_size(want), in_place = 0, length = diff->path->len;
    g_autofree int *owner = g_new(int, n + 1);
    g_autofree bool *tried = g_new0(bool, n + 1);
    g_autofree bool *lost = g_new0(bool, n + 1);
    for (size_t i = 0; i < n; i++) {
        bool fits = same_item(json_array_get(want, i), json_array_get(got, i), turns);
        owner[i] = fits ? (int)i : NOBODY;
        lost[i] = !fits;
        in_place += fits;
    }
    Pairing pairing = { want, got, turns, 2 * in_place >= n, n, owner, tried };
    for (size_t i = 0; i < n; i++) {
        memset(tried, 0, n * sizeof(*tried));
        lost[i] = lost[i] && !pair(&pairing, i);
    }
    for (size_t i = 0, j = 0; i < n; i++) {
        if (!lost[i])
            continue;
        while (owner[j] != NOBODY)
            j++;
        g_string_append_printf(diff->path, "/%zu", i);
        compare(diff, "", json_array_get(want, i), json_array_get(got, j++));
        g_string_truncate(diff->path, length);
    }
}

static void compare_mark(Diff *diff, const json_t *want, const json_t *got)
{
    const json_t *type = json_object_get(want, "type"), *other = json_object_get(got, "type");
    if (!json_equal(type, other)) {
        report(diff, type, other);
        return;
    }
    const char *name = json_string_value(type);
    bool turns = strcmp(name, "rule") == 0 || strcmp(name, "area") == 0;
    const json_t *items = json_object_get(want, "items"), *others = json_object_get(got, "items");
    size_t length = diff->path->len;
    compare_member(diff, "clip", json_object_get(want, "clip"), json_object_get(got, "clip"));
    g_string_append_printf(diff->path, ":%s", name);
    if (json_array_size(items) == json_array_size(others))
        compare_items(diff, items, others, turns);
    else
        report(diff, items, others);
    g_string_truncate(diff->path, length);
}

static bool is_mark(const json_t *value)
{
    return json_object_get(value, "items") != NULL;
}

static void compare(Diff *diff, const char *key, const json_t *want, const json_t *got)
{
    if (json_is_number(want) && json_is_number(got)) {
        if (!same_number(key, json_number_value(want), json_number_value(got)))
            report(diff, want, got);
    } else if (is_mark(want) && is_mark(got)) {
        compare_mark(diff, want, got);
    } else if (json_is_object(want) && json_is_object(got)) {
        compare_objects(diff, key, want, got);
    } else if (json_is_array(want) && json_is_array(got)) {
        compare_arrays(diff, key, want, got);
    } else if (!json_equal(want, got) && !(json_is_null(want) && !got) &&
               !(json_is_null(got) && !want)) {
        report(diff, want, got);
    }
}

size_t conform_compare(const json_t *want, const json_t *got, GString *out)
{
    g_autoptr(GString) path = g_string_new(NULL);
    Diff diff = { out, path, 0, false };
    json_t *a = conform_canonical(want), *b = conform_canonical(got);
    if (a && b)
        compare(&diff, "", a, b);
    else
        report(&diff, a ? NULL : want, b ? NULL : got);
    json_decref(a);
    json_decref(b);
    return diff.n;
}

size_t conform_compare_layout(const json_t *want, const json_t *got, GString *out)
{
    g_autoptr(GString) path = g_string_new("layout");
    Diff diff = { out, path, 0, false };
    compare(&diff, "style", want, got);
    return diff.n;
}
