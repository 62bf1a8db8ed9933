/* The `selection` of Vega-Lite 4 becomes `params`, wherever it stands or is referred to. */
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "normalise/parts.h"
#include "normalise/rawdef.h"

/* Version 4 says once, at the selection, whether an empty one selects all; now each use says so.
 * Uses may come before the selection, so they are kept to be told later. */
typedef struct {
    JutuNormaliser *run;
    json_t *empty; /* name → whether empty selects all */
    json_t *uses;  /* name → list of {"param", "empty"}, all made here */
} Selections;

typedef json_t *(*LeafMap)(const json_t *leaf, Selections *selections);

/* A tree of and, or and not with its leaves mapped. */
static json_t *map_logic(const json_t *op, LeafMap leaf, Selections *selections)
{
    static const char *const lists[] = { "and", "or" };
    const json_t *inner = json_object_get(op, "not");
    if (inner)
        return jutu_json_with(op, "not", map_logic(inner, leaf, selections));
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        if (!(inner = json_object_get(op, lists[i])))
            continue;
        json_t *mapped = json_array(), *item;
        size_t n;
        json_array_foreach (inner, n, item)
            json_array_append_new(mapped, map_logic(item, leaf, selections));
        return jutu_json_with(op, lists[i], jutu_json_settle(inner, mapped));
    }
    return leaf(op, selections);
}

static json_t *use_selection(const json_t *name, Selections *selections)
{
    const char *text = json_is_string(name) ? json_string_value(name) : "";
    const json_t *empty = json_object_get(selections->empty, text);
    json_t *use = json_pack("{s:O, s:b}", "param", name, "empty", !json_is_false(empty));
    json_t *uses = json_object_get(selections->uses, text);
    if (!uses) {
        uses = json_array();
        jutu_json_put_new(selections->uses, text, uses);
    }
    json_array_append(uses, use);
    return use;
}

static json_t *predicate_leaf(const json_t *leaf, Selections *selections)
{
    const json_t *selection = json_object_get(leaf, "selection");
    return jutu_json_truthy(selection) ? map_logic(selection, use_selection, selections)
                                       : jutu_json_share(leaf);
}

/* The predicate in `test` or `filter`, or in the `selection` of version 4; NULL if there is none.
 */
static json_t *predicate(const json_t *owner, const char *member, Selections *selections)
{
    const json_t *selection = json_object_get(owner, "selection"), *own;
    if (jutu_json_truthy(selection))
        return map_logic(selection, use_selection, selections);
    own = json_object_get(owner, member);
    return jutu_json_truthy(own) ? map_logic(own, predicate_leaf, selections) : NULL;
}

/* {"selection": "a", …} as {"param": "a", …}; NULL if there is no selection to rename. */
static json_t *renamed_selection(const json_t *owner)
{
    static const char *const selection_only[] = { "selection", NULL };
    const json_t *name = json_object_get(owner, "selection");
    if (!jutu_json_truthy(name))
        return NULL;
    return jutu_json_put(jutu_json_omit(owner, selection_only), "param", name);
}

static json_t *bin_renamed(const json_t *bin)
{
    json_t *extent = renamed_selection(json_object_get(bin, "extent"));
    return extent ? jutu_json_with(bin, "extent", extent) : NULL;
}

static json_t *transform_renamed(const json_t *transform, Selections *selections)
{
    if (jutu_json_has(transform, "filter")) {
        static const char *const selection_only[] = { "selection", NULL };
        json_auto_t *rest = jutu_json_has(transform, "selection")
                                ? jutu_json_omit(transform, selection_only)
                                : jutu_json_share(transform);
        return jutu_json_with(rest, "filter", predicate(transform, "filter", selections));
    }
    if (json_is_object(json_object_get(transform, "bin")))
        return jutu_json_with(transform, "bin", bin_renamed(json_object_get(transform, "bin")));
    if (jutu_json_has(transform, "lookup"))
        return jutu_json_with(transform, "from",
                              renamed_selection(json_object_get(transform, "from")));
    return jutu_json_share(transform);
}

static json_t *transforms_renamed(const json_t *spec, Selections *selections)
{
    const json_t *transforms = json_object_get(spec, "transform"), *transform;
    size_t i;
    if (!json_is_array(transforms))
        return jutu_json_share(spec);
    json_t *renamed = json_array();
    json_array_foreach (transforms, i, transform)
        json_array_append_new(renamed, transform_renamed(transform, selections));
    return jutu_json_with(spec, "transform", jutu_json_settle(transforms, renamed));
}

static json_t *def_renamed(const json_t *def, Selections *selections, GError **error);

/* A condition that has no param gets its test; NULL with error set if it has neither. */
static json_t *condition_renamed(const json_t *condition, bool complete, Selections *selections,
                                 GError **error)
{
    static const char *const tests[] = { "selection", "test", NULL };
    if (jutu_json_truthy(json_object_get(condition, "param")))
        return jutu_json_share(condition);
    json_t *test = predicate(condition, "test", selections);
    if (!test)
        return jutu_normalise_fail(selections->run, condition, error,
                                   "a condition needs \"param\" or \"test\"");
    json_auto_t *full = complete ? def_renamed(condition, selections, error)
                                 : jutu_json_share(condition);
    if (full && !jutu_json_has(full, "selection"))
        return jutu_json_with(full, "test", test);
    if (full)
        return jutu_json_put_new(jutu_json_omit(full, tests), "test", test);
    json_decref(test);
    return NULL;
}

static json_t *conditions_renamed(const json_t *conditions, Selections *selections, GError **error)
{
    const json_t *condition;
    size_t i;
    if (!json_is_array(conditions))
        return condition_renamed(conditions, true, selections, error);
    json_auto_t *renamed = json_array();
    json_array_foreach (conditions, i, condition) {
        json_t *one = condition_renamed(condition, false, selections, error);
        if (!one)
            return NULL;
        json_array_append_new(renamed, one);
    }
    return jutu_json_settle(conditions, jutu_json_share(renamed));
}

static json_t *def_renamed(const json_t *def, Selections *selections, GError **error)
{
    const json_t *bin = json_object_get(def, "bin"), *scale = json_object_get(def, "scale");
    const json_t *conditions = json_object_get(def, "condition");
    json_t *new_bin = jutu_rawdef_is_field(def) ? bin_renamed(bin) : NULL;
    json_t *domain = renamed_selection(json_object_get(scale, "domain"));
    json_auto_t *binned = jutu_json_with(def, "bin", new_bin);
    json_auto_t *scaled = domain ? jutu_json_with(binned, "scale",
                                                  jutu_json_with(scale, "domain", domain))
                                 : jutu_json_share(binned);
    if (!conditions)
        return jutu_json_share(scaled);
    json_t *new_conditions = conditions_renamed(conditions, selections, error);
    return new_conditions ? jutu_json_with(scaled, "condition", new_conditions) : NULL;
}

static json_t *encoding_renamed(const json_t *encoding, Selections *selections, GError **error)
{
    json_t *renamed = jutu_json_share(encoding), *def;
    const char *channel;
    json_object_foreach ((json_t *)encoding, channel, def) {
        json_auto_t *before = renamed;
        json_t *new_def = def_renamed(def, selections, error);
        if (!new_def)
            return NULL;
        renamed = jutu_json_with(before, channel, new_def);
    }
    return renamed;
}

/* A selection of version 4 as a parameter; uses before and after it learn what empty means. */
static json_t *param_of_selection(const char *name, const json_t *selection, Selections *selections)
{
    static const char *const own[] = { "init", "bind", "empty", NULL };
    const char *type = jutu_json_string(selection, "type", "");
    bool all = strcmp(jutu_json_string(selection, "empty", ""), "none") != 0;
    json_t *select = jutu_json_omit(selection, own), *use;
    size_t i;

    if (strcmp(type, "single") == 0)
        jutu_json_put_new(select, "toggle", json_false());
    if (strcmp(type, "single") == 0 || strcmp(type, "multi") == 0)
        jutu_json_put_new(select, "type", json_string("point"));
    jutu_json_put_new(selections->empty, name, json_boolean(all));
    json_array_foreach (json_object_get(selections->uses, name), i, use)
        jutu_json_put_new(use, "empty", json_boolean(all));
    return json_pack("{s:s, s:O*, s:o, s:O*}", "name", name, "value",
                     json_object_get(selection, "init"), "select", select, "bind",
                     json_object_get(selection, "bind"));
}

static json_t *unit_renamed(const json_t *unit, Selections *selections)
{
    static const char *const selection_only[] = { "selection", NULL };
    const json_t *given = json_object_get(unit, "selection");
    const char *name;
    json_t *selection;
    if (!jutu_json_truthy(given))
        return jutu_json_share(unit);
    json_t *params = json_array();
    json_object_foreach ((json_t *)given, name, selection)
        json_array_append_new(params, param_of_selection(name, selection, selections));
    return jutu_json_put_new(jutu_json_omit(unit, selection_only), "params", params);
}

static json_t *spec_renamed(const json_t *spec, bool flat, void *self, GError **error)
{
    Selections *selections = self;
    const JutuSpecKind *kind = jutu_spec_kind(spec, flat);
    if (!kind)
        return jutu_normalise_fail(selections->run, spec, error,
                                   flat ? "a layer needs \"mark\" or \"layer\""
                                        : "a view needs \"mark\", \"layer\", \"facet\", "
                                          "\"repeat\", \"concat\", \"hconcat\" or \"vconcat\"");
    json_auto_t *changed = transforms_renamed(spec, selections);
    const json_t *encoding = json_object_get(spec, "encoding");
    if (kind->flat && json_is_object(encoding)) {
        json_t *renamed = encoding_renamed(encoding, selections, error);
        if (!renamed)
            return NULL;
        json_t *with_encoding = jutu_json_with(changed, "encoding", renamed);
        json_decref(changed);
        changed = with_encoding;
    }
    return kind->children ? jutu_spec_map_children(changed, kind, spec_renamed, self, error)
                          : unit_renamed(changed, selections);
}

json_t *jutu_normalise_selections(const json_t *spec, JutuNormaliser *run, GError **error)
{
    json_auto_t *empty = json_object(), *uses = json_object();
    Selections selections = { run, empty, uses };
    return spec_renamed(spec, false, &selections, error);
}
