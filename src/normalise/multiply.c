/* Repeats multiplied out: a concat, or a layer, of copies that differ in their fields. */
#include "base/fieldpath.h"
#include "base/json.h"
#include "base/rewrite.h"
#include "normalise/parts.h"

enum { MAX_COPIES = 10000 }; /* repeats multiply: a few levels of them would fill any memory */

static const JutuRepeater *outer_repeater(const JutuInherited *inherited)
{
    static const JutuRepeater nothing = { 0 };
    return inherited->repeater ? inherited->repeater : &nothing;
}

/* Whether a member is missing or a list of texts. */
static bool check_list(const json_t *list, JutuNormaliser *run, GError **error)
{
    const json_t *value;
    size_t i;
    if (list && !json_is_array(list)) {
        jutu_normalise_fail(run, list, error, "a repeat needs a list of fields");
        return false;
    }
    json_array_foreach (list, i, value) {
        if (json_is_string(value))
            continue;
        jutu_normalise_fail(run, value, error, "a repeated field must be text");
        return false;
    }
    return true;
}

/* A copy is called after the view, the repeats around it and its own values. */
static const char *copy_name(const json_t *child, const JutuInherited *inherited,
                             const char *suffix, JutuArena *arena)
{
    const char *name = jutu_json_string(child, "name", "");
    return jutu_arena_printf(arena, "%s%s%schild__%s", name, *name ? "_" : "",
                             inherited->prefix ? inherited->prefix : "", suffix);
}

/* One copy of a repeated view; NULL with error set. */
static json_t *copy_view(const json_t *child, const char *suffix, bool flat,
                         const JutuInherited *inherited, JutuNormaliser *run, GError **error)
{
    if (++run->n_copies > MAX_COPIES)
        return jutu_normalise_fail(run, child, error, "more than %d views; repeat fewer fields",
                                   MAX_COPIES);
    JutuInherited inner = *inherited;
    inner.prefix = copy_name(child, inherited, suffix, run->context->arena);
    json_auto_t *view = flat ? jutu_normalise_layer_or_unit(child, &inner, run, error)
                             : jutu_normalise_view(child, &inner, run, error);
    return view ? jutu_json_put_new(jutu_json_spread(view), "name", json_string(inner.prefix))
                : NULL;
}

static json_t *repeat_as_layer(const json_t *spec, const JutuInherited *inherited,
                               JutuNormaliser *run, GError **error)
{
    static const char *const own[] = { "repeat", "spec", NULL };
    const json_t *fields = jutu_json_path(spec, "repeat", "layer", NULL), *field;
    const json_t *child = json_object_get(spec, "spec");
    json_auto_t *layers = json_array();
    size_t i;

    json_array_foreach (fields, i, field) {
        JutuRepeater repeater = *outer_repeater(inherited);
        JutuInherited inner = *inherited;
        JutuArena *arena = run->context->arena;
        repeater.known[JUTU_REPEAT_LAYER] = true;
        repeater.value[JUTU_REPEAT_LAYER] = field;
        inner.repeater = &repeater;
        const char *suffix = jutu_arena_printf(arena, "layer_%s",
                                               jutu_identifier(json_string_value(field), arena));
        json_t *layer = copy_view(child, suffix, true, &inner, run, error);
        if (!layer)
            return NULL;
        json_array_append_new(layers, layer);
    }
    return jutu_json_put(jutu_json_omit(spec, own), "layer", layers);
}

/* The three ways in which copies stand side by side, from the outermost loop to the innermost. */
static const struct {
    const char *member; /* of `repeat`; NULL: `repeat` is the list itself */
    const char *label;  /* in the names of copies */
    JutuRepeat repeat;
} directions[] = {
    { NULL, "", JUTU_REPEAT_LIST },
    { "row", "row_", JUTU_REPEAT_ROW },
    { "column", "column_", JUTU_REPEAT_COLUMN },
};
enum { N_DIRECTIONS = G_N_ELEMENTS(directions) };

static const json_t *direction_list(const json_t *repeat, size_t direction)
{
    const char *member = directions[direction].member;
    if (!member)
        return json_is_array(repeat) ? repeat : NULL;
    const json_t *list = json_object_get(repeat, member);
    return jutu_json_truthy(list) ? list : NULL;
}

/* Appends the copies of all values from one direction on. */
static bool append_copies(const json_t *spec, size_t direction, const char *suffix,
                          const JutuInherited *inherited, JutuNormaliser *run, json_t *copies,
                          GError **error)
{
    static const char *const data_only[] = { "data", NULL };
    if (direction == N_DIRECTIONS) {
        json_auto_t *view = copy_view(json_object_get(spec, "spec"), suffix, false, inherited, run,
                                      error);
        if (view) /* its data are the concat's */
            json_array_append_new(copies, jutu_json_omit(view, data_only));
        return view != NULL;
    }
    const json_t *list = direction_list(json_object_get(spec, "repeat"), direction);
    JutuArena *arena = run->context->arena;
    for (size_t i = 0; i < (list ? json_array_size(list) : 1); i++) {
        const json_t *value = json_array_get(list, i);
        JutuRepeater repeater = *inherited->repeater;
        JutuInherited inner = *inherited;
        const char *longer = suffix;
        if (list) {
            repeater.value[directions[direction].repeat] = value;
            longer = jutu_arena_printf(arena, "%s%s%s", suffix, directions[direction].label,
                                       jutu_identifier(json_string_value(value), arena));
        }
        inner.repeater = &repeater;
        if (!append_copies(spec, direction + 1, longer, &inner, run, copies, error))
            return false;
    }
    return true;
}

static json_t *repeat_as_concat(const json_t *spec, const JutuInherited *inherited,
                                JutuNormaliser *run, GError **error)
{
    static const char *const own[] = { "repeat", "spec", "data", "columns", NULL };
    const json_t *repeat = json_object_get(spec, "repeat");
    const json_t *columns = json_object_get(spec, "columns");
    const json_t *data = jutu_json_path(spec, "spec", "data", NULL);
    const json_t *column = json_object_get(repeat, "column");
    JutuRepeater repeater = *outer_repeater(inherited);
    JutuInherited inner = *inherited;
    json_auto_t *copies = json_array(), *rest = jutu_json_omit(spec, own);

    if (!json_is_array(repeat) && jutu_json_truthy(columns))
        jutu_normalise_warn(run, columns,
                            "\"columns\" has no effect on a repeat with row or column");
    for (size_t i = 0; i < JUTU_N_REPEATS; i++)
        repeater.known[i] = true;
    inner.repeater = &repeater;
    if (!append_copies(spec, 0, "", &inner, run, copies, error))
        return NULL;

    json_t *concat = json_pack("{s:s}", "align", "all");
    jutu_json_put(concat, "data", jutu_json_given(data) ? data : json_object_get(spec, "data"));
    jutu_json_assign(concat, rest);
    if (json_is_array(repeat))
        jutu_json_put(concat, "columns", columns);
    else
        jutu_json_put_new(concat, "columns",
                          json_integer(column ? (json_int_t)json_array_size(column) : 1));
    return jutu_json_put(concat, "concat", copies);
}

/* Rows and columns of layers: the layers are repeated inside. */
static json_t *grid_of_layers(const json_t *spec)
{
    static const char *const grid[] = { "row", "column", NULL };
    static const char *const layer[] = { "layer", NULL };
    const json_t *repeat = json_object_get(spec, "repeat");
    json_t *inner = json_pack("{s:o, s:O}", "repeat", jutu_json_pick(repeat, layer), "spec",
                              json_object_get(spec, "spec"));
    json_t *outer = jutu_json_put_new(jutu_json_spread(spec), "repeat",
                                      jutu_json_pick(repeat, grid));
    return jutu_json_put_new(outer, "spec", inner);
}

json_t *jutu_normalise_repeat(const json_t *spec, const JutuSpecKind *kind,
                              const JutuInherited *inherited, JutuNormaliser *run, GError **error)
{
    static const char *const members[] = { "row", "column", "layer" };
    const json_t *repeat = json_object_get(spec, kind->member);
    if (!json_is_object(repeat) && !check_list(repeat, run, error))
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(members); i++)
        if (!check_list(json_object_get(repeat, members[i]), run, error))
            return NULL;
    if (!jutu_json_has(repeat, "layer"))
        return repeat_as_concat(spec, inherited, run, error);
    if (!jutu_json_has(repeat, "row") && !jutu_json_has(repeat, "column"))
        return repeat_as_layer(spec, inherited, run, error);
    json_auto_t *grid = grid_of_layers(spec);
    return repeat_as_concat(grid, inherited, run, error);
}
