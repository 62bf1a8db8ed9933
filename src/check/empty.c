/* A picture in which no mark can be seen, and why. */
#include <math.h>
#include <string.h>

#include "check/check.h"
#include "data/place.h"

typedef struct {
    size_t n_marks, n_seen;
    JutuCheckedMark first; /* of the marks */
} Count;

static bool is_painted(const JutuItems *items, size_t i)
{
    double opacity = jutu_item_value(items, JUTU_N_OPACITY, i, 1);
    double fill = opacity * jutu_item_value(items, JUTU_N_FILL_OPACITY, i, 1);
    double stroke = opacity * jutu_item_value(items, JUTU_N_STROKE_OPACITY, i, 1);
    bool width = jutu_item_value(items, JUTU_N_STROKE_WIDTH, i, 1) > 0;
    bool filled = items->fill.data && items->fill.data[i * items->fill.stride].kind;
    bool stroked = items->stroke.data && items->stroke.data[i * items->stroke.stride].kind;
    return (filled && fill > 0) || (stroked && stroke > 0 && width);
}

static double number(const JutuItems *items, JutuItemNumber which, size_t i)
{
    return jutu_item_number(items, which, i, 0);
}

static bool rule_extends(const JutuItems *items, size_t i)
{
    double x = number(items, JUTU_N_X, i), y = number(items, JUTU_N_Y, i);
    return x != jutu_item_number(items, JUTU_N_X2, i, x) ||
           y != jutu_item_number(items, JUTU_N_Y2, i, y);
}

static bool rect_extends(const JutuItems *items, size_t i)
{
    return number(items, JUTU_N_WIDTH, i) != 0 && number(items, JUTU_N_HEIGHT, i) != 0;
}

static bool symbol_extends(const JutuItems *items, size_t i)
{
    return jutu_item_value(items, JUTU_N_SIZE, i, 64) > 0;
}

static bool arc_extends(const JutuItems *items, size_t i)
{
    return number(items, JUTU_N_START_ANGLE, i) != number(items, JUTU_N_END_ANGLE, i) &&
           number(items, JUTU_N_OUTER_RADIUS, i) != number(items, JUTU_N_INNER_RADIUS, i);
}

static bool text_extends(const JutuItems *items, size_t i)
{
    return *jutu_item_string(items, JUTU_S_TEXT, i, "") != '\0';
}

/* Whether an item that isn't of a path takes any room; NULL: it does. */
static bool (*const extends[])(const JutuItems *items, size_t i) = {
    [JUTU_ITEM_RECT] = rect_extends, [JUTU_ITEM_SYMBOL] = symbol_extends,
    [JUTU_ITEM_ARC] = arc_extends,   [JUTU_ITEM_TEXT] = text_extends,
    [JUTU_ITEM_RULE] = rule_extends, [JUTU_ITEM_IMAGE] = NULL,
};

static bool is_placed(const JutuItems *items, size_t i)
{
    return isfinite(number(items, JUTU_N_X, i)) && isfinite(number(items, JUTU_N_Y, i));
}

/* Points of a path that can be seen: a line needs two neighbours, which may be one spot. */
static size_t count_path(const JutuItems *items, size_t series)
{
    size_t n = 0, run = 0;
    for (size_t i = items->series[series]; i < items->series[series + 1]; i++) {
        bool there = jutu_item_number(items, JUTU_N_DEFINED, i, 1) != 0 && is_placed(items, i);
        run = there ? run + 1 : 0;
        n += run >= 2;
    }
    return n;
}

static size_t count_seen(const JutuItems *items)
{
    size_t n = 0;
    for (size_t s = 0; items->series && s < items->n_series; s++)
        n += is_painted(items, s) ? count_path(items, s) : 0;
    for (size_t i = 0; !items->series && i < items->n; i++)
        n += is_placed(items, i) &&
             (!extends[items->kind] || (extends[items->kind](items, i) && is_painted(items, i)));
    return n;
}

static void count(const JutuCheckedMark *mark, void *data)
{
    Count *count = data;
    if (count->n_marks++ == 0)
        count->first = *mark;
    count->n_seen += count_seen(mark->items);
}

/* The measure that a mark shows; NULL: none. */
static const JutuChannelDef *measure_of(const JutuView *unit)
{
    static const JutuChannel channels[] = { JUTU_Y, JUTU_X, JUTU_THETA, JUTU_SIZE };
    for (size_t i = 0; i < G_N_ELEMENTS(channels); i++) {
        const JutuChannelDef *def = unit->encoding.defs[channels[i]];
        if (def && def->is_field && def->type == JUTU_QUANTITATIVE)
            return def;
    }
    return NULL;
}

/* What all cells of a column have in common that can't be drawn. */
static const char *fault_of(const JutuTable *rows, const char *name)
{
    const JutuColumn *column = jutu_table_find(rows, name);
    size_t n_null = 0, n_zero = 0, n_nan = 0;
    for (size_t row = 0; column && row < rows->n_rows; row++) {
        JutuValue cell = column->cells[row];
        double value = jutu_to_number(cell);
        n_null += jutu_is_nullish(cell);
        n_nan += !jutu_is_nullish(cell) && isnan(value);
        n_zero += !jutu_is_nullish(cell) && value == 0;
    }
    if (!column || rows->n_rows == 0)
        return NULL;
    return n_null == rows->n_rows            ? "missing"
           : n_null + n_nan == rows->n_rows  ? "no numbers"
           : n_null + n_zero == rows->n_rows ? "0"
                                             : NULL;
}

/* Why nothing of a mark is seen. In the arena. */
static const char *reason_of(const JutuCheckedMark *mark, JutuArena *arena)
{
    const JutuTable *rows = mark->rows;
    const JutuTable *source = rows && rows->origin ? rows->origin->table : NULL;
    const JutuChannelDef *measure = measure_of(mark->unit);
    const char *name = measure ? measure->column.value : NULL;
    const JutuTable *left = rows && rows->n_rows > 0 ? rows : source;
    const char *fault = left && name ? fault_of(left, name) : NULL;
    if (source && source->n_rows == 0)
        return "the data have no rows";
    if (fault)
        return jutu_arena_printf(arena, "all %zu values of %s are %s", left->n_rows,
                                 measure->field ? measure->field : name, fault);
    if (source && rows->n_rows == 0)
        return jutu_arena_printf(
            arena, "none of the %zu rows is left after filters and missing values", source->n_rows);
    return rows && rows->n_rows == 0 ? "there are no rows to draw"
                                     : "all are transparent, without size, or a line of one point";
}

void jutu_check_empty(const JutuPlot *root)
{
    Count found = { 0 };
    jutu_check_marks(root, count, &found);
    if (found.n_marks == 0 || found.n_seen > 0)
        return;
    const JutuChart *chart = root->frame->chart;
    jutu_warn(chart->context, JUTU_RULE_empty_picture, jutu_check_place(found.first.unit),
              "no mark can be seen: %s", reason_of(&found.first, chart->arena));
}
