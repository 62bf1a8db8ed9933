/* Selections of a composed view move down to the units that they are for. */
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "normalise/parts.h"

/* Where the walk is: names of the views from the top, and the selections found so far. */
typedef struct Placer {
    JutuNormaliser *run;
    json_t *selections; /* shared by the whole walk: later views see them, as in the reference */
    const struct Placer *parent;
    const char *name;
} Placer;

static size_t path_depth(const Placer *placer)
{
    return placer ? path_depth(placer->parent) + (placer->name != NULL) : 0;
}

/* The place of a name on the way down; of equal ones the first's. -1: it isn't there. */
static long path_index(const Placer *placer, const char *name)
{
    long found = -1;
    for (; placer; placer = placer->parent)
        if (placer->name && strcmp(placer->name, name) == 0)
            found = (long)path_depth(placer->parent);
    return found;
}

/* A view is the name of a unit or of a view around it, or a list of names on the way down. */
static bool is_in(const json_t *view, const Placer *placer)
{
    const json_t *step;
    size_t i;
    long last = -1;
    if (json_is_string(view))
        return path_index(placer, json_string_value(view)) >= 0;
    json_array_foreach (view, i, step) {
        long index = json_is_string(step) ? path_index(placer, json_string_value(step)) : -1;
        if (index <= last)
            return false;
        last = index;
    }
    return json_is_array(view);
}

static json_t *place_unit(const json_t *unit, const Placer *placer)
{
    const Placer own = { .parent = placer, .name = jutu_json_string(unit, "name", NULL) };
    json_auto_t *params = json_array();
    const json_t *selection, *view;
    size_t i, v;
    json_array_foreach (placer->selections, i, selection) {
        const json_t *views = json_object_get(selection, "views");
        if (json_array_size(views) == 0)
            json_array_append(params, (json_t *)selection);
        json_array_foreach (views, v, view)
            if (is_in(view, &own))
                json_array_append(params, (json_t *)selection);
    }
    return json_array_size(params) > 0 ? jutu_json_put(jutu_json_spread(unit), "params", params)
                                       : jutu_json_share(unit);
}

/* Takes the selections out of a composed view's params, and leaves the variables. */
static json_t *take_selections(const json_t *spec, json_t *selections)
{
    const json_t *params = json_object_get(spec, "params"), *param;
    size_t i;
    if (!jutu_json_truthy(params))
        return jutu_json_share(spec);
    json_t *variables = json_array();
    json_array_foreach (params, i, param) {
        bool select = jutu_json_truthy(json_object_get(param, "select"));
        json_array_append(select ? selections : variables, (json_t *)param);
    }
    return jutu_json_put_new(jutu_json_spread(spec), "params", variables);
}

static json_t *place_params(const json_t *spec, bool flat, void *self, GError **error)
{
    const Placer *placer = self;
    const JutuSpecKind *kind = jutu_spec_kind(spec, flat);
    if (!kind)
        return jutu_normalise_fail(placer->run, spec, error,
                                   "nothing is left to draw of this view; show one of its parts");
    if (!kind->children)
        return place_unit(spec, placer);
    json_auto_t *rest = flat ? jutu_json_share(spec) : take_selections(spec, placer->selections);
    Placer inner = { placer->run, placer->selections, placer,
                     kind->nameless ? NULL : jutu_json_string(spec, "name", NULL) };
    return jutu_spec_map_children(rest, kind, place_params, &inner, error);
}

json_t *jutu_normalise_place_params(const json_t *spec, JutuNormaliser *run, GError **error)
{
    json_auto_t *selections = json_array();
    Placer root = { run, selections, NULL, NULL };
    return place_params(spec, false, &root, error);
}
