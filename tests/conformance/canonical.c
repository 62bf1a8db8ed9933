/* canonical: guides and views with their defaults, and without those that draw nothing. */
#include <stdlib.h>
#include <string.h>

#include "conformance/canonical.h"
#include "conformance/canonical_item.h"

static int by_position(const void *a, const void *b)
{
    const json_t *one = *(json_t *const *)a, *two = *(json_t *const *)b;
    double first = json_is_object(one) ? conform_number(one, "pos", 0) : json_number_value(one);
    double second = json_is_object(two) ? conform_number(two, "pos", 0) : json_number_value(two);
    return (first > second) - (first < second);
}

/* A new list of the same numbers or labels, by where they stand. */
static json_t *sorted(const json_t *list)
{
    size_t n = json_array_size(list);
    json_t **order = malloc((n + 1) * sizeof(*order)), *out = json_array();
    for (size_t i = 0; i < n; i++)
        order[i] = json_array_get(list, i);
    qsort(order, n, sizeof(*order), by_position);
    for (size_t i = 0; i < n; i++)
        json_array_append(out, order[i]);
    free(order);
    return out;
}

static void add_labels(json_t *out, const json_t *guide)
{
    json_t *all = conform_member(guide, "allLabels"), *shown = conform_member(guide, "labels");
    json_object_set_new(out, "allLabels", sorted(all ? all : shown));
    json_object_set_new(out, "labels", sorted(shown ? shown : all));
}

/* Colours of a style as [r, g, b, a], alone or in lists. */
static json_t *canonical_style(const json_t *style)
{
    json_t *out = json_object(), *value;
    const char *key;
    json_object_foreach ((json_t *)style, key, value) {
        if (json_is_array(value) && json_is_string(json_array_get(value, 0))) {
            json_t *list = json_array();
            for (size_t i = 0; i < json_array_size(value); i++)
                json_array_append_new(list, conform_color(json_array_get(value, i)));
            json_object_set_new(out, key, list);
        } else if (!json_is_null(value)) {
            const char *text = json_string_value(value);
            json_object_set_new(out, key,
                                text && *text == '#' ? conform_color(value) : json_incref(value));
        }
    }
    return out;
}

static void add_title(json_t *out, const json_t *guide, const char *key)
{
    json_t *title = conform_member(guide, key);
    if (title && *json_string_value(title))
        json_object_set(out, key, title);
}

/* @return NULL if nothing of it is drawn */
static json_t *canonical_axis(const json_t *axis)
{
    json_t *out = json_pack("{s:o, s:o}", "ticks", sorted(conform_member(axis, "ticks")), "grid",
                            sorted(conform_member(axis, "grid")));
    add_labels(out, axis);
    add_title(out, axis, "title");
    json_object_set_new(out, "domain", json_boolean(json_is_true(conform_member(axis, "domain"))));
    bool labels = json_array_size(json_object_get(out, "allLabels")) > 0;
    if (!labels && !json_array_size(json_object_get(out, "ticks")) &&
        !conform_member(out, "title") && !json_array_size(json_object_get(out, "grid")) &&
        !json_is_true(conform_member(out, "domain"))) {
        json_decref(out);
        return NULL;
    }
    json_t *angle = conform_member(axis, "labelAngle");
    if (labels)
        json_object_set_new(out, "labelAngle", angle ? json_incref(angle) : json_integer(0));
    json_object_set_new(out, "style", canonical_style(conform_member(axis, "style")));
    return out;
}

/* Appends to the list of the group's name. */
static void group(json_t *groups, const char *name, json_t *element)
{
    if (!json_object_get(groups, name))
        json_object_set_new(groups, name, json_array());
    json_array_append_new(json_object_get(groups, name), element);
}

/* Axes by side: only on the same side does their order matter. */
static json_t *canonical_axes(const json_t *axes)
{
    json_t *sides = json_object(), *axis;
    size_t i;
    json_array_foreach ((json_t *)axes, i, axis) {
        json_t *seen = canonical_axis(axis);
        const char *orient = json_string_value(conform_member(axis, "orient"));
        if (seen)
            group(sides, orient ? orient : "?", seen);
    }
    return sides;
}

static json_t *canonical_headers(const json_t *headers)
{
    json_t *roles = json_object(), *header;
    size_t i;
    json_array_foreach ((json_t *)headers, i, header) {
        json_t *axes = canonical_axes(conform_member(header, "axes")),
               *text = conform_member(header, "text");
        bool seen = json_object_size(axes) > 0 || (text && *json_string_value(text));
        json_t *out = json_pack("{s:o}", "axes", axes);
        add_title(out, header, "text");
        json_object_set_new(out, "style", canonical_style(conform_member(header, "style")));
        const char *role = json_string_value(conform_member(header, "role"));
        if (seen)
            group(roles, role ? role : "?", out);
        else
            json_decref(out);
    }
    return roles;
}

static const ConformField symbol_legend[] = { { "columns", "1" }, { "labels", "[]" }, { 0 } };
static const ConformField bar_legend[] = {
    { "direction", "\"vertical\"" }, { "length", "0" }, { "thickness", "0" }, { 0 }
};
static const ConformField entry_fields[] = {
    { "size", "64" }, { "shape", "\"circle\"" }, { "angle", "0" }, { 0 }
};

static json_t *canonical_legend(const json_t *legend)
{
    static const ConformField both[] = { { "type", "\"?\"" }, { "orient", "\"right\"" }, { 0 } };
    json_t *out = json_object(), *list = json_array(), *element;
    conform_add_fields(out, legend, both);
    add_title(out, legend, "title");
    json_object_set_new(out, "style", canonical_style(conform_member(legend, "style")));
    size_t i;
    bool symbols = conform_is(out, "type", "symbol");
    json_array_foreach (conform_member(legend, symbols ? "symbols" : "bands"), i, element) {
        json_t *entry = symbols ? json_object() : json_copy(element);
        if (symbols)
            conform_add_fields(entry, element, entry_fields);
        conform_add_paints(entry, element);
        json_array_append_new(list, entry);
    }
    json_object_set_new(out, symbols ? "symbols" : "bands", list);
    conform_add_fields(out, legend, symbols ? symbol_legend : bar_legend);
    if (symbols)
        return out;
    add_labels(out, legend);
    json_t *colors = json_array();
    json_array_foreach (conform_member(legend, "colors"), i, element)
        json_array_append_new(colors, conform_color(element));
    json_object_set_new(out, "colors", colors);
    return out;
}

static void add_view_title(json_t *out, const json_t *title)
{
    if (!title)
        return;
    json_t *copy = json_object();
    add_title(copy, title, "text");
    add_title(copy, title, "subtitle");
    json_object_set_new(copy, "style", canonical_style(conform_member(title, "style")));
    json_object_set_new(out, "title", copy);
}

static json_t *canonical_view(const json_t *view)
{
    static const ConformField names[] = { { "path", "\"?\"" }, { "kind", "\"?\"" }, { 0 } };
    static const ConformField unit[] = {
        { "width", NULL }, { "height", NULL }, { "cornerRadius", "0" }, { 0 }
    };
    static const ConformField container[] = { { "columns", "null" }, { 0 } };
    json_t *out = json_object(), *marks = json_array(), *legends = json_array(), *element;
    conform_add_fields(out, view, names);
    conform_add_fields(out, view, conform_is(out, "kind", "unit") ? unit : container);
    if (conform_is(out, "kind", "unit"))
        conform_add_paints(out, view);
    conform_spread_radii(out);
    add_view_title(out, conform_member(view, "title"));
    size_t i;
    json_array_foreach (conform_member(view, "marks"), i, element) {
        json_t *mark = conform_mark(element);
        if (json_array_size(json_object_get(mark, "items")))
            json_array_append(marks, mark);
        json_decref(mark);
    }
    json_array_foreach (conform_member(view, "legends"), i, element)
        json_array_append_new(legends, canonical_legend(element));
    json_object_set_new(out, "marks", marks);
    json_object_set_new(out, "legends", legends);
    json_object_set_new(out, "axes", canonical_axes(conform_member(view, "axes")));
    json_object_set_new(out, "headers", canonical_headers(conform_member(view, "headers")));
    return out;
}

json_t *conform_canonical(const json_t *scene)
{
    const json_t *views = json_object_get(scene, "views");
    if (!conform_is(scene, "format", "jutu-scene/1") || !json_array_size(views))
        return NULL;
    json_t *out = json_array(), *view;
    size_t i;
    json_array_foreach ((json_t *)views, i, view)
        json_array_append_new(out, canonical_view(view));
    json_t *background = conform_color(json_object_get(scene, "background"));
    return json_pack("{s:o, s:o}", "background", background ? background : json_null(), "views",
                     out);
}
