/* Bars that stand on each other unasked: two rows of one name are one bar to its reader. */
#include <math.h>
#include <string.h>

#include "check/check.h"
#include "data/place.h"

/* A bar, by where it stands and how far it reaches, in px. */
typedef struct {
    double place, breadth, from, to;
    size_t row;
} Bar;

static int by_place(const void *a, const void *b)
{
    const Bar *first = a, *second = b;
    if (first->place != second->place)
        return first->place < second->place ? -1 : 1;
    return first->row < second->row ? -1 : first->row > second->row;
}

/* The position whose channel names the bars; NULL where bars needn't be one for each name: they are
 * stacked, or given both their ends. */
static const JutuChannelDef *names_of(const JutuView *unit)
{
    const JutuChannelDef *const *defs = unit->encoding.defs;
    const JutuChannelDef *x = defs[JUTU_X], *y = defs[JUTU_Y];
    if (!unit->mark->from_zero || unit->mark->path || unit->stack || defs[JUTU_X2] ||
        defs[JUTU_Y2] || !x || !y || !x->is_field || !y->is_field)
        return NULL;
    bool upright = jutu_def_is_discrete(x) && jutu_def_is_measure(y);
    bool lying = jutu_def_is_discrete(y) && jutu_def_is_measure(x);
    return upright == lying ? NULL : upright ? x : y;
}

/* Bars that are meant to lie on each other can be seen through. */
static bool shows_through(const JutuItems *items, size_t i)
{
    return jutu_item_value(items, JUTU_N_OPACITY, i, 1) *
               jutu_item_value(items, JUTU_N_FILL_OPACITY, i, 1) <
           1;
}

static GArray *bars_of(const JutuCheckedMark *mark, bool upright)
{
    GArray *bars = g_array_new(false, false, sizeof(Bar));
    for (size_t i = 0; i < mark->items->n; i++) {
        double box[4];
        static const JutuItemNumber numbers[] = { JUTU_N_X, JUTU_N_WIDTH, JUTU_N_Y, JUTU_N_HEIGHT };
        for (size_t k = 0; k < G_N_ELEMENTS(numbers); k++)
            box[k] = jutu_item_number(mark->items, numbers[k], i, 0);
        const double *across = box + (upright ? 0 : 2), *along = box + (upright ? 2 : 0);
        Bar bar = { across[0], across[1], fmin(along[0], along[0] + along[1]),
                    fmax(along[0], along[0] + along[1]), i };
        if (bar.to > bar.from && !shows_through(mark->items, i))
            g_array_append_val(bars, bar);
    }
    g_array_sort(bars, by_place);
    return bars;
}

/* "甲 (lines 2 and 5)" */
static void say(const JutuCheckedMark *mark, const JutuChannelDef *names, const Bar *first,
                const Bar *second)
{
    const JutuChart *chart = mark->unit->chart;
    const JutuColumn *column = jutu_table_find(mark->rows, names->column.value);
    const char *name = column ? jutu_to_text(column->cells[first->row], chart->arena) : "?";
    JutuPlace place = jutu_table_place(mark->rows, first->row, names->field);
    JutuPlace other = jutu_table_place(mark->rows, second->row, names->field);
    const char *lines = other.line ? jutu_arena_printf(chart->arena, " (lines %zu and %zu)",
                                                       place.line, other.line)
                                   : "";
    jutu_warn_at(
        chart->context, JUTU_RULE_overprint, place, jutu_check_place(mark->unit),
        "%s has more than one row%s, whose bars stand on each other; aggregate them, or add "
        "what sets them apart as color or detail",
        name, lines);
}

static void look(const JutuCheckedMark *mark, void *data)
{
    (void)data;
    const JutuChannelDef *names = names_of(mark->unit);
    if (!names || !mark->rows || mark->rows->n_rows != mark->items->n)
        return;
    g_autoptr(GArray) bars = bars_of(mark, names->channel == JUTU_X);
    for (guint i = 1; i < bars->len; i++) {
        const Bar *first = &g_array_index(bars, Bar, i - 1), *second = first + 1;
        if (first->place == second->place &&
            fmin(first->to, second->to) > fmax(first->from, second->from))
            say(mark, names, first, second);
    }
}

void jutu_check_overprint(const JutuPlot *root)
{
    jutu_check_marks(root, look, NULL);
}
