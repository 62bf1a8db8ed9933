/*
 * Which rows become items and in what order: one item for each key, series
 * and stacks together, sorted by `order`, along a line's dimension, or by zindex.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "mark/encode.h"
#include "transform/groups.h"
#include "transform/sort.h"

/* Takes these rows of the table, unless they are just its rows in order. */
static void take_rows(JutuEncoder *encoder, const size_t *rows, size_t n)
{
    bool same = n == encoder->table->n_rows;
    for (size_t i = 0; i < n && same; i++)
        same = rows[i] == i;
    if (!same)
        encoder->table = jutu_table_gather(encoder->table, rows, n, encoder->arena);
}

/* Of rows with the same `key` the last one is drawn, in the place of the first. */
static void join_keys(JutuEncoder *encoder)
{
    const JutuChannelDef *key = jutu_view_def(encoder->unit, JUTU_KEY);
    if (!key || !key->field)
        return;
    JutuGroups groups = jutu_groups(encoder->table, &key->field, 1, JUTU_KEYS_PIPE, encoder->arena);
    size_t *rows = jutu_new(encoder->arena, size_t, groups.n + 1);
    for (size_t i = 0; i < groups.n_rows; i++)
        rows[groups.of[i]] = i;
    take_rows(encoder, rows, groups.n);
}

/* Puts the rows of each group together. @return where they start, and the end */
static const size_t *gather_groups(JutuEncoder *encoder, const char *const *fields, size_t n_fields,
                                   size_t *n)
{
    JutuGroups groups = jutu_groups(encoder->table, fields, n_fields, JUTU_KEYS_PIPE,
                                    encoder->arena);
    JutuGroupRows listed = jutu_group_rows(&groups, encoder->arena);
    size_t *starts = jutu_new(encoder->arena, size_t, groups.n + 1);
    size_t *rows = jutu_new(encoder->arena, size_t, groups.n_rows + 1);
    for (size_t g = 0; g < groups.n; g++)
        starts[g] = listed.start[g];
    starts[groups.n] = groups.n_rows;
    for (size_t i = 0; i < groups.n_rows; i++)
        rows[i] = listed.rows[i];
    take_rows(encoder, rows, groups.n_rows);
    *n = groups.n;
    return starts;
}

/* == Sorting == */

typedef struct {
    const size_t *starts; /* of groups that rows stay in; NULL: one */
    size_t n_starts;
    const double *place;    /* sorted by it, */
    const JutuOrder *order; /* or by fields */
} Sorting;

/* A row and where it stands: sorting looks at nothing else. */
typedef struct {
    double place;
    size_t row;
} Placed;

static int compare_places(double a, double b)
{
    if (isnan(a) || isnan(b))
        return isnan(b) - isnan(a);
    return (a > b) - (a < b);
}

static int compare_placed(const void *left, const void *right)
{
    const Placed *a = left, *b = right;
    int by = compare_places(a->place, b->place);
    return by ? by : (a->row > b->row) - (a->row < b->row);
}

static int compare_ordered(const void *left, const void *right, void *order)
{
    size_t a = *(const size_t *)left, b = *(const size_t *)right;
    int by = jutu_order_compare(order, a, b);
    return by ? by : (a > b) - (a < b);
}

static bool is_sorted(const double *place, const size_t *rows, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        if (compare_places(place[rows[i - 1]], place[rows[i]]) > 0)
            return false;
    }
    return true;
}

static void sort_by_place(const double *place, size_t *rows, size_t n)
{
    if (is_sorted(place, rows, n))
        return;
    g_autofree Placed *placed = g_new(Placed, n);
    for (size_t i = 0; i < n; i++)
        placed[i] = (Placed){ place[rows[i]], rows[i] };
    qsort(placed, n, sizeof(*placed), compare_placed);
    for (size_t i = 0; i < n; i++)
        rows[i] = placed[i].row;
}

static void sort_rows(JutuEncoder *encoder, const Sorting *sorting)
{
    size_t n = encoder->table->n_rows;
    size_t whole[] = { 0, n };
    const size_t *starts = sorting->starts ? sorting->starts : whole;
    size_t n_starts = sorting->starts ? sorting->n_starts : 1;
    size_t *rows = jutu_new(encoder->arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++)
        rows[i] = i;
    for (size_t g = 0; g < n_starts; g++) {
        size_t *part = rows + starts[g], length = starts[g + 1] - starts[g];
        if (sorting->place)
            sort_by_place(sorting->place, part, length);
        else
            qsort_r(part, length, sizeof(*part), compare_ordered, (void *)sorting->order);
    }
    take_rows(encoder, rows, n);
}

/* The fields of `order` as sort keys; n 0: there are none. */
static JutuOrder order_fields(JutuEncoder *encoder)
{
    const JutuEncoding *encoding = &encoder->unit->encoding;
    size_t n = encoding->n_list[JUTU_ORDER], n_keys = 0;
    JutuSortKey *keys = jutu_new(encoder->arena, JutuSortKey, n + 1);
    for (size_t i = 0; i < n; i++) {
        const JutuChannelDef *def = encoding->list[JUTU_ORDER][i];
        if (def->is_field)
            keys[n_keys++] = (JutuSortKey){ def->path.value, def->descending };
    }
    return jutu_order_new(encoder->table, keys, n_keys, encoder->arena);
}

/* getSort: by the fields of `order`, else paths along their dimension. */
static void sort_items(JutuEncoder *encoder, const size_t *starts, size_t n_starts)
{
    const JutuView *unit = encoder->unit;
    const JutuChannelDef *order = jutu_view_def(unit, JUTU_ORDER);
    if (order ? order->is_value && jutu_json_is_off(order->value)
              : jutu_json_is_off(jutu_mark_prop(unit, "order", NULL)))
        return;
    Sorting sorting = { starts, n_starts, NULL, NULL };
    JutuOrder fields = order_fields(encoder);
    if (fields.n > 0 && !unit->stack) {
        sorting.order = &fields;
        sort_rows(encoder, &sorting);
        return;
    }
    bool lies = jutu_view_orient(unit) == JUTU_HORIZONTAL;
    const JutuChannelDef *dimension = jutu_view_def(unit, lies ? JUTU_Y : JUTU_X);
    const JutuRef *place = encoder->refs[lies ? JUTU_P_Y : JUTU_P_X];
    if (!unit->mark->path || !dimension || !dimension->is_field || !place)
        return;
    JutuNumbers places = jutu_ref_numbers(encoder, place, NAN);
    sorting.place = places.data;
    if (places.stride)
        sort_rows(encoder, &sorting);
}

/* Items with a zindex are drawn after the others, in its order. */
static void sort_by_zindex(JutuEncoder *encoder)
{
    size_t n = encoder->table->n_rows;
    JutuNumbers zindex = jutu_ref_numbers(encoder, encoder->refs[JUTU_P_ZINDEX], 0);
    if (!zindex.stride)
        return;
    double *place = jutu_new(encoder->arena, double, n + 1);
    for (size_t i = 0; i < n; i++)
        place[i] = isnan(zindex.data[i]) || zindex.data[i] == 0 ? -INFINITY : zindex.data[i];
    sort_rows(encoder, &(Sorting){ .place = place });
}

void jutu_encode_rows(JutuEncoder *encoder, JutuItems *out)
{
    join_keys(encoder);
    if (encoder->unit->mark->path) {
        const char *const *columns = jutu_view_series_columns(encoder->unit);
        out->series = gather_groups(encoder, columns, g_strv_length((char **)columns),
                                    &out->n_series);
    } else if (jutu_encode_has_stack_boxes(encoder)) {
        size_t n;
        const char *const *columns = jutu_stack_box_columns(encoder);
        gather_groups(encoder, columns, g_strv_length((char **)columns), &n);
    }
    sort_items(encoder, out->series, out->n_series);
    sort_by_zindex(encoder);
    out->n = encoder->table->n_rows;
}
