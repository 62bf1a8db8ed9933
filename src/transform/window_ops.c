/* The operations that only windows have. */
#include <math.h>
#include <string.h>

#include "transform/window.h"

/* Whether the rows at two positions sort apart. */
static bool differ(const JutuWindow *window, size_t a, size_t b)
{
    return !window->order ||
           jutu_order_compare(window->order, window->rows[a], window->rows[b]) != 0;
}

static JutuValue cell_at(const JutuWindow *window, size_t at)
{
    return at < window->n ? window->cells[window->rows[at]] : jutu_undefined();
}

static JutuValue row_number(JutuWindow *window)
{
    return jutu_number((double)window->index + 1);
}

static JutuValue rank(JutuWindow *window)
{
    size_t i = window->index;
    if (i == 0 || differ(window, i - 1, i))
        window->number = (double)i + 1;
    return jutu_number(window->number);
}

static JutuValue dense_rank(JutuWindow *window)
{
    size_t i = window->index;
    if (i == 0 || differ(window, i - 1, i))
        window->number++;
    return jutu_number(window->number);
}

static JutuValue percent_rank(JutuWindow *window)
{
    return jutu_number((rank(window).number - 1) / ((double)window->n - 1));
}

static JutuValue cume_dist(JutuWindow *window)
{
    size_t i = window->index;
    /* the first row's peers are only looked for from the second row on, as in Vega */
    if (window->seen < i) {
        while (i + 1 < window->n && !differ(window, i, i + 1))
            i++;
        window->seen = i;
    }
    return jutu_number((1 + (double)window->seen) / (double)window->n);
}

static JutuValue ntile(JutuWindow *window)
{
    return jutu_number(ceil(window->param * cume_dist(window).number));
}

/* The offset of lag and lead: 1 where none, or 0, is given. */
static double offset_of(const JutuWindow *window)
{
    return isnan(window->param) || window->param == 0 ? 1 : window->param;
}

static JutuValue lag(JutuWindow *window)
{
    double at = (double)window->index - offset_of(window);
    return at >= 0 ? cell_at(window, (size_t)at) : jutu_null();
}

static JutuValue lead(JutuWindow *window)
{
    double at = (double)window->index + offset_of(window);
    return at >= 0 && at < (double)window->n ? cell_at(window, (size_t)at) : jutu_null();
}

static JutuValue first_value(JutuWindow *window)
{
    return cell_at(window, window->start);
}

static JutuValue last_value(JutuWindow *window)
{
    return window->end > 0 ? cell_at(window, window->end - 1) : jutu_undefined();
}

static JutuValue nth_value(JutuWindow *window)
{
    double at = (double)window->start + (window->param - 1);
    return at >= 0 && at < (double)window->end ? cell_at(window, (size_t)at) : jutu_null();
}

static JutuValue prev_value(JutuWindow *window)
{
    JutuValue cell = cell_at(window, window->index);
    if (!jutu_is_nullish(cell))
        window->value = cell;
    return jutu_is_nullish(window->value) ? jutu_null() : window->value;
}

static JutuValue next_value(JutuWindow *window)
{
    if (window->seen > window->index) /* rows up to seen - 1 have this value */
        return window->value;
    size_t at = window->index;
    while (at < window->n && jutu_is_nullish(cell_at(window, at)))
        at++;
    window->value = at < window->n ? cell_at(window, at) : jutu_null();
    window->seen = at + 1;
    return window->value;
}

const JutuWindowOp jutu_window_ops[] = {
    { "row_number", "The row's place, from 1.", false, false, row_number },
    { "rank", "The place; peers share the first's.", false, false, rank },
    { "dense_rank", "The place; peers count as one.", false, false, dense_rank },
    { "percent_rank", "(rank - 1) / (rows - 1).", false, false, percent_rank },
    { "cume_dist", "The share of rows up to here and its peers.", false, false, cume_dist },
    { "ntile", "Which of `param` equal parts the row is in.", true, false, ntile },
    { "lag", "The cell `param` rows before.", false, true, lag },
    { "lead", "The cell `param` rows after.", false, true, lead },
    { "first_value", "The frame's first cell.", false, true, first_value },
    { "last_value", "The frame's last cell.", false, true, last_value },
    { "nth_value", "The frame's cell number `param`.", true, true, nth_value },
    { "prev_value", "This or the last cell before that isn't null.", false, true, prev_value },
    { "next_value", "This or the next cell that isn't null.", false, true, next_value },
    { 0 },
};

const JutuWindowOp *jutu_window_op_find(const char *name)
{
    for (const JutuWindowOp *row = jutu_window_ops; row->name; row++)
        if (strcmp(row->name, name) == 0)
            return row;
    return NULL;
}
