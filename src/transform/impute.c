/* impute: rows for the keys that a group lacks. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/limits.h"
#include "transform/args.h"
#include "transform/groups.h"
#include "transform/window.h"

enum { MAX_CELLS = 100 * 1000 * 1000 };

typedef struct {
    const char *field, *key;    /* paths */
    const char *const *groupby; /* paths */
    size_t n_groupby;
    const JutuValue *keyvals; /* keys that must be there, besides those in the data */
    size_t n_keyvals;
    const char *method; /* NULL or "value"; "mean" "median" "max" "min" or any aggregate */
    JutuValue value;    /* undefined: 0 */
    double frame[2];    /* of the method, in rows; NaN: all */
} ImputeParams;

/* The keys that each group should have, given ones first, and which it has. */
typedef struct {
    JutuGroups groups;
    const JutuValue *domain;
    size_t n;
    bool *present; /* [group × n + key] */
} Keys;

/* Numbers the given keys and the column's together, by text. @return false if there are too many */
static bool collect_keys(Keys *keys, const ImputeParams *params, const JutuTable *in,
                         JutuArena *arena)
{
    size_t given = params->n_keyvals, all = given + in->n_rows;
    const JutuValue *cells = jutu_cells(in, params->key, arena);
    g_autofree JutuValue *values = g_new(JutuValue, all + 1);
    g_autofree uint32_t *numbers = g_new(uint32_t, all + 1);
    for (size_t i = 0; i < all; i++)
        values[i] = i < given ? params->keyvals[i] : cells[i - given];
    size_t distinct = jutu_number_cells(values, all, JUTU_KEYS_PIPE, numbers, arena);
    /* a key that is given twice counts twice in Vega, the first of them never being found */
    JutuValue *domain = jutu_new(arena, JutuValue, distinct + given + 1);
    g_autofree size_t *place = g_new0(size_t, distinct + 1);
    for (size_t i = 0; i < all; i++) {
        if (i >= given && place[numbers[i]])
            continue;
        domain[keys->n++] = values[i];
        place[numbers[i]] = keys->n;
    }
    keys->domain = domain;
    if (keys->groups.n * keys->n > MAX_CELLS)
        return false;
    keys->present = g_new0(bool, keys->groups.n * keys->n + 1);
    for (size_t row = 0; row < in->n_rows; row++)
        keys->present[keys->groups.of[row] * keys->n + place[numbers[given + row]] - 1] = true;
    return true;
}

/* The added rows: where each takes its group's fields from, and its key. */
static size_t missing(const Keys *keys, size_t *groups, size_t *domain)
{
    size_t n = 0;
    for (size_t g = 0; g < keys->groups.n; g++) {
        for (size_t k = 0; k < keys->n; k++) {
            if (keys->present[g * keys->n + k])
                continue;
            if (groups)
                groups[n] = g;
            if (domain)
                domain[n] = k;
            n++;
        }
    }
    return n;
}

static JutuColumn *column_of(JutuColumn *columns, size_t *n, const char *name, size_t n_rows,
                             JutuArena *arena)
{
    for (size_t i = 0; i < *n; i++)
        if (strcmp(columns[i].name, name) == 0)
            return &columns[i];
    columns[*n] = (JutuColumn){ name, jutu_new(arena, JutuValue, n_rows + 1) };
    return &columns[(*n)++];
}

/* All columns, with room for the added rows. */
static const JutuTable *append_rows(const Keys *keys, const ImputeParams *params,
                                    const JutuTable *in, const JutuTransformScope *scope,
                                    GError **error)
{
    JutuArena *arena = scope->context->arena;
    size_t added = missing(keys, NULL, NULL), n_rows = in->n_rows + added, n = in->n_columns;
    if (!jutu_transform_room(scope, n_rows, n + params->n_groupby + 4, error))
        return NULL;
    g_autofree size_t *groups = g_new(size_t, added + 1);
    g_autofree size_t *domain = g_new(size_t, added + 1);
    missing(keys, groups, domain);
    JutuColumn *columns = jutu_new(arena, JutuColumn, n + params->n_groupby + 4);
    for (size_t c = 0; c < n; c++) {
        JutuValue *cells = jutu_new(arena, JutuValue, n_rows + 1);
        if (in->n_rows)
            memcpy(cells, in->columns[c].cells, in->n_rows * sizeof(JutuValue));
        columns[c] = (JutuColumn){ in->columns[c].name, cells };
    }
    JutuValue *cells = (JutuValue *)column_of(columns, &n, "_impute", n_rows, arena)->cells;
    for (size_t i = 0; i < added; i++)
        cells[in->n_rows + i] = jutu_boolean(true);
    for (size_t f = 0; f < params->n_groupby; f++) {
        const char *path = params->groupby[f];
        const JutuValue *from = jutu_cells(in, path, arena);
        const char *name = jutu_path_name(path, arena);
        cells = (JutuValue *)column_of(columns, &n, name, n_rows, arena)->cells;
        for (size_t i = 0; i < added; i++)
            cells[in->n_rows + i] = from[keys->groups.first[groups[i]]];
    }
    const char *key = jutu_path_name(params->key, arena);
    cells = (JutuValue *)column_of(columns, &n, key, n_rows, arena)->cells;
    for (size_t i = 0; i < added; i++)
        cells[in->n_rows + i] = keys->domain[domain[i]];

    bool by_value = !params->method || strcmp(params->method, "value") == 0;
    JutuValue value = params->value.type == JUTU_UNDEFINED ? jutu_number(0) : params->value;
    const char *field = jutu_path_name(params->field, arena);
    cells = (JutuValue *)column_of(columns, &n, field, n_rows, arena)->cells;
    for (size_t i = 0; i < added; i++)
        cells[in->n_rows + i] = by_value ? value : jutu_null();
    return jutu_table_of(columns, n, n_rows, arena);
}

/* Cells that are null get what the method makes of the rows around them. */
static const JutuTable *fill(const ImputeParams *params, const JutuTable *in,
                             const JutuTransformScope *scope, GError **error)
{
    JutuArena *arena = scope->context->arena;
    const char *as = jutu_arena_printf(arena, "imputed_%s_value", params->field);
    JutuWindowMeasure measure = { params->method, params->field, as, NAN };
    JutuWindowParams window = { .measures = &measure,
                                .n_measures = 1,
                                .groupby = params->groupby,
                                .n_groupby = params->n_groupby,
                                .frame = { params->frame[0], params->frame[1] } };
    const JutuTable *out = jutu_window_run(&window, in, scope, error);
    if (!out)
        return NULL;
    const JutuValue *cells = jutu_cells(out, params->field, arena);
    const JutuValue *made = jutu_cells(out, as, arena);
    JutuValue *filled = jutu_new(arena, JutuValue, out->n_rows + 1);
    for (size_t row = 0; row < out->n_rows; row++)
        filled[row] = cells[row].type == JUTU_NULL ? made[row] : cells[row];
    JutuColumn column = { params->field, filled };
    return jutu_table_with(out, &column, 1, arena);
}

static const JutuTable *add_rows(const ImputeParams *params, const JutuTable *in,
                                 const JutuTransformScope *scope, GError **error)
{
    JutuArena *arena = scope->context->arena;
    bool by_value = !params->method || strcmp(params->method, "value") == 0;
    static const char *const methods[] = { "value", "mean", "median", "max", "min", NULL };
    if (!by_value && !jutu_aggregate_find(params->method) && !jutu_window_op_find(params->method))
        return jutu_arg_unknown(scope, "method", "method", params->method, methods, error);
    Keys keys = { .groups = jutu_groups(in, params->groupby, params->n_groupby, JUTU_KEYS_COMMA,
                                        arena) };
    if (!collect_keys(&keys, params, in, arena))
        return jutu_arg_error(scope, "key", error,
                              "groups times keys come to more than %zu rows; group by fewer fields",
                              (size_t)MAX_CELLS);
    const JutuTable *out = append_rows(&keys, params, in, scope, error);
    g_free(keys.present);
    return by_value || !out ? out : fill(params, out, scope, error);
}

/* --- As Vega-Lite has it --- */

/* {"start", "stop", "step"} as d3's range has it. */
static bool sequence(const json_t *def, ImputeParams *out, const JutuTransformScope *scope,
                     GError **error)
{
    double start = jutu_json_number(def, "start", 0), stop = jutu_json_number(def, "stop", NAN);
    double step = jutu_json_number(def, "step", 0);
    step = step != 0 ? step : 1;
    double n = ceil((stop - start) / step);
    if (!(n <= JUTU_MOST_STEPS)) {
        jutu_arg_error(scope, "keyvals", error,
                       "this makes more than a million keys; choose a wider \"step\"");
        return false;
    }
    out->n_keyvals = n > 0 ? (size_t)n : 0;
    JutuValue *values = jutu_new(scope->context->arena, JutuValue, out->n_keyvals + 1);
    for (size_t i = 0; i < out->n_keyvals; i++)
        values[i] = jutu_number(start + (double)i * step);
    out->keyvals = values;
    return true;
}

/* {"keyvals", "method", "value", "frame"} of a transform or of an encoding's impute. */
static bool read_params(const json_t *def, ImputeParams *out, const JutuTransformScope *scope,
                        GError **error)
{
    JutuArena *arena = scope->context->arena;
    const json_t *keyvals = json_object_get(def, "keyvals");
    const json_t *frame = json_object_get(def, "frame");
    out->method = jutu_json_string(def, "method", NULL);
    out->value = jutu_value_from_json(json_object_get(def, "value"), arena);
    for (size_t end = 0; end < 2; end++) {
        const json_t *rows = json_array_get(frame, end);
        out->frame[end] = json_is_number(rows) ? json_number_value(rows) : NAN;
    }
    if (jutu_json_has(keyvals, "stop"))
        return sequence(keyvals, out, scope, error);
    out->n_keyvals = json_array_size(keyvals);
    JutuValue *values = jutu_new(arena, JutuValue, out->n_keyvals + 1);
    for (size_t i = 0; i < out->n_keyvals; i++)
        values[i] = jutu_value_from_json(json_array_get(keyvals, i), arena);
    out->keyvals = values;
    return true;
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    ImputeParams params = { .field = jutu_arg_field(def, "impute", scope, error) };
    params.key = params.field ? jutu_arg_field(def, "key", scope, error) : NULL;
    if (!params.key || !read_params(def, &params, scope, error))
        return NULL;
    params.groupby = jutu_arg_strings(def, "groupby", &params.n_groupby, scope->context->arena);
    return add_rows(&params, in, scope, error);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    return jutu_names(arena, 1, (const char *[]){ jutu_json_string(def, "impute", NULL) });
}

const JutuTransform jutu_transform_impute = {
    .name = "impute",
    .doc = "Rows for the keys that a group lacks.",
    .reads = "impute key groupby",
    .run = run,
    .produces = produces,
    .type = "derived",
};
