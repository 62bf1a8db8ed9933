#include "transform/sort.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "transform/args.h"

typedef struct {
    double key;
    uint32_t row;
} Keyed;

JutuOrder jutu_order_new(const JutuTable *table, const JutuSortKey *keys, size_t n,
                         JutuArena *arena)
{
    const JutuValue **cells = jutu_new(arena, const JutuValue *, n + 1);
    bool *descending = jutu_new(arena, bool, n + 1);
    for (size_t i = 0; i < n; i++) {
        cells[i] = keys[i].cells ? keys[i].cells : jutu_cells(table, keys[i].field, arena);
        descending[i] = keys[i].descending;
    }
    return (JutuOrder){ n, cells, descending };
}

int jutu_order_compare(const JutuOrder *order, size_t a, size_t b)
{
    for (size_t i = 0; i < order->n; i++) {
        int sign = jutu_compare(order->cells[i][a], order->cells[i][b]);
        if (sign)
            return order->descending[i] ? -sign : sign;
    }
    return 0;
}

static int by_order(const void *a, const void *b, void *order)
{
    uint32_t i = *(const uint32_t *)a, j = *(const uint32_t *)b;
    int sign = jutu_order_compare(order, i, j);
    return sign ? sign : (i > j) - (i < j);
}

static int by_key(const void *a, const void *b)
{
    const Keyed *i = a, *j = b;
    int sign = (i->key > j->key) - (i->key < j->key);
    return sign ? sign : (i->row > j->row) - (i->row < j->row);
}

/* One key of plain numbers, the usual case, needs no look at the cells while sorting. */
static bool sort_numbers(const JutuOrder *order, uint32_t *rows, size_t n)
{
    if (order->n != 1)
        return false;
    const JutuValue *cells = order->cells[0];
    for (size_t i = 0; i < n; i++)
        if (!jutu_is_numeric(cells[rows[i]]) || isnan(cells[rows[i]].number))
            return false;
    g_autofree Keyed *keyed = g_new(Keyed, n);
    double sign = order->descending[0] ? -1 : 1;
    for (size_t i = 0; i < n; i++)
        keyed[i] = (Keyed){ sign * cells[rows[i]].number, rows[i] };
    qsort(keyed, n, sizeof(Keyed), by_key);
    for (size_t i = 0; i < n; i++)
        rows[i] = keyed[i].row;
    return true;
}

void jutu_order_sort(const JutuOrder *order, uint32_t *rows, size_t n)
{
    if (n > 1 && order->n > 0 && !sort_numbers(order, rows, n))
        qsort_r(rows, n, sizeof(uint32_t), by_order, (void *)order);
}

const uint32_t *jutu_sorted_rows(const JutuTable *table, const JutuSortKey *keys, size_t n,
                                 JutuArena *arena)
{
    JutuOrder order = jutu_order_new(table, keys, n, arena);
    uint32_t *rows = jutu_new(arena, uint32_t, table->n_rows + 1);
    for (size_t i = 0; i < table->n_rows; i++)
        rows[i] = (uint32_t)i;
    jutu_order_sort(&order, rows, table->n_rows);
    return rows;
}
