#include "transform/aggregates.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/stats.h"
#include "transform/groups.h"
#include "transform/sort.h"

enum {
    KEEP_SUM = 1 << 0,
    KEEP_PRODUCT = 1 << 1,
    KEEP_MEAN = 1 << 2,
    KEEP_DEVIATION = 1 << 3 | KEEP_MEAN,
    KEEP_EXPONENTIAL = 1 << 4,
    KEEP_MIN = 1 << 5,
    KEEP_MAX = 1 << 6,
};

/* --- Accumulators --- */

void jutu_totals_init(JutuTotals *totals, double rate)
{
    *totals = (JutuTotals){ .product = 1, .rate = rate };
}

static bool less(JutuValue a, JutuValue b)
{
    if (a.type == JUTU_NUMBER && b.type == JUTU_NUMBER)
        return a.number < b.number;
    return jutu_less(a, b) == 1;
}

void jutu_totals_add(JutuTotals *totals, unsigned keeps, JutuValue cell)
{
    if (jutu_is_blank(cell)) {
        totals->missing++;
        return;
    }
    double number = cell.type == JUTU_NUMBER ? cell.number : jutu_to_number(cell);
    if (isnan(number) && cell.type == JUTU_NUMBER)
        return;
    totals->valid++;
    if (keeps & KEEP_SUM)
        totals->sum += number;
    if (keeps & KEEP_PRODUCT)
        totals->product *= number;
    if (keeps & KEEP_MEAN) {
        totals->delta = number - totals->mean;
        totals->mean += totals->delta / totals->valid;
    }
    if ((keeps & KEEP_DEVIATION) == KEEP_DEVIATION)
        totals->deviation += totals->delta * (number - totals->mean);
    if (keeps & KEEP_EXPONENTIAL)
        totals->exponential = totals->rate * totals->exponential + number;
    if (keeps & KEEP_MIN && (totals->min.type == JUTU_UNDEFINED || less(cell, totals->min)))
        totals->min = cell;
    if (keeps & KEEP_MAX && (totals->max.type == JUTU_UNDEFINED || less(totals->max, cell)))
        totals->max = cell;
}

void jutu_totals_remove(JutuTotals *totals, unsigned keeps, JutuValue cell)
{
    if (jutu_is_blank(cell)) {
        totals->missing--;
        return;
    }
    double number = cell.type == JUTU_NUMBER ? cell.number : jutu_to_number(cell);
    if (isnan(number) && cell.type == JUTU_NUMBER)
        return;
    totals->valid--;
    if (keeps & KEEP_SUM)
        totals->sum -= number;
    if (keeps & KEEP_PRODUCT)
        totals->product /= number;
    if (keeps & KEEP_MEAN) {
        totals->delta = number - totals->mean;
        totals->mean -= totals->valid != 0 ? totals->delta / totals->valid : totals->mean;
    }
    if ((keeps & KEEP_DEVIATION) == KEEP_DEVIATION)
        totals->deviation -= totals->delta * (number - totals->mean);
    if (keeps & KEEP_EXPONENTIAL)
        totals->exponential = (totals->exponential -
                               number / pow(totals->rate, totals->valid - 1)) /
                              totals->rate;
    /* NaN: the store must be asked */
    if (keeps & KEEP_MIN && jutu_less(totals->min, cell) == 0)
        totals->min = jutu_number(NAN);
    if (keeps & KEEP_MAX && jutu_less(cell, totals->max) == 0)
        totals->max = jutu_number(NAN);
}

/* --- The store --- */

void jutu_store_move(JutuRowStore *store, const uint32_t *rows, size_t n)
{
    store->rows = rows;
    store->n = n;
    store->memo = NULL;
}

double *jutu_sorted_numbers(const JutuMeasureCells *cells, const uint32_t *rows, size_t n,
                            size_t *n_out)
{
    double *numbers = g_new(double, n + 1);
    size_t used = 0;
    for (size_t i = 0; i < n; i++) {
        JutuValue cell = jutu_measure_cell(cells, rows[i]);
        double number = jutu_is_blank(cell) ? NAN : jutu_to_number(cell);
        if (!isnan(number))
            numbers[used++] = number;
    }
    jutu_sort_numbers(numbers, used);
    *n_out = used;
    return numbers;
}

static const double *quartiles(const JutuMeasureCells *cells, JutuRowStore *store)
{
    if (store->memo != cells || !store->has_quartiles) {
        size_t n;
        g_autofree double *numbers = store->slide
                                         ? NULL
                                         : jutu_sorted_numbers(cells, store->rows, store->n, &n);
        for (int q = 0; q < 3; q++)
            store->quartiles[q] = store->slide ? jutu_slide_quantile(store->slide, 0.25 * (q + 1))
                                               : jutu_quantile_sorted(numbers, n, 0.25 * (q + 1));
        store->has_quartiles = true;
        store->memo = cells;
    }
    return store->quartiles;
}

/* The mean's 95 % interval from a thousand samples with replacement. */
static void bootstrap(const JutuMeasureCells *cells, JutuRowStore *store)
{
    enum { SAMPLES = 1000 };
    g_autofree double *numbers = g_new(double, store->n + 1);
    double means[SAMPLES];
    size_t n = 0, n_means = 0;
    for (size_t i = 0; i < store->n; i++) {
        JutuValue cell = jutu_measure_cell(cells, store->rows[i]);
        double number = jutu_is_blank(cell) ? NAN : jutu_to_number(cell);
        if (!isnan(number))
            numbers[n++] = number;
    }
    for (int s = 0; s < SAMPLES && n > 0; s++) {
        double sum = 0;
        for (size_t i = 0; i < n; i++)
            sum += numbers[(size_t)(jutu_random(store->context) * (double)n)];
        if (!isnan(sum))
            means[n_means++] = sum / (double)n;
    }
    jutu_sort_numbers(means, n_means);
    for (int end = 0; end < 2; end++)
        store->interval[end] = n_means ? jutu_number(jutu_quantile_sorted(
                                             means, n_means, end ? 1 - 0.05 / 2 : 0.05 / 2))
                                       : jutu_undefined();
}

static const JutuValue *interval(const JutuMeasureCells *cells, JutuRowStore *store)
{
    if (store->memo != cells || !store->has_interval) {
        bootstrap(cells, store);
        store->has_interval = true;
        store->memo = cells;
    }
    return store->interval;
}

static void find_extent(const JutuMeasureCells *cells, JutuRowStore *store)
{
    size_t *found = store->extent;
    found[0] = found[1] = SIZE_MAX;
    for (size_t i = 0; i < store->n; i++) {
        uint32_t row = store->rows[i];
        JutuValue cell = jutu_measure_cell(cells, row);
        if (jutu_is_nullish(cell) || jutu_less(cell, cell) < 0)
            continue;
        if (found[0] == SIZE_MAX)
            found[0] = found[1] = row;
        else if (less(cell, jutu_measure_cell(cells, (uint32_t)found[0])))
            found[0] = row;
        else if (less(jutu_measure_cell(cells, (uint32_t)found[1]), cell))
            found[1] = row;
    }
}

/* The rows that have the least and the greatest cell. */
static const size_t *extent(const JutuMeasureCells *cells, JutuRowStore *store)
{
    if (store->memo == cells && store->has_extent)
        return store->extent;
    for (int which = 0; store->slide && which < 2; which++) {
        size_t at = jutu_slide_extreme(store->slide, which) - store->start;
        store->extent[which] = at < store->n ? store->rows[at] : SIZE_MAX;
    }
    if (!store->slide)
        find_extent(cells, store);
    store->has_extent = true;
    store->memo = cells;
    return store->extent;
}

/* --- Operations --- */

static JutuValue if_valid(const JutuTotals *totals, double at_least, double number)
{
    return totals->valid >= at_least ? jutu_number(number) : jutu_undefined();
}

#define VALUE(name, ...) \
    static JutuValue name(JutuTotals *totals, const JutuMeasureCells *cells, JutuRowStore *store) \
    { \
        (void)totals, (void)cells, (void)store; \
        return __VA_ARGS__; \
    }

static double deviation(const JutuTotals *totals)
{
    return totals->deviation > 0 ? totals->deviation : isnan(totals->deviation) ? NAN : 0;
}

/* counts are kept by the group; this is pivot's, of the cells of one column */
VALUE(count_value, jutu_number(totals->valid + totals->missing))
VALUE(missing_value, jutu_number(totals->missing))
VALUE(valid_value, jutu_number(totals->valid))
VALUE(sum_value, if_valid(totals, 1, totals->sum))
VALUE(product_value, if_valid(totals, 1, totals->product))
VALUE(mean_value, if_valid(totals, 1, totals->mean))
VALUE(variance_value, if_valid(totals, 2, deviation(totals) / (totals->valid - 1)))
VALUE(variancep_value, if_valid(totals, 1, deviation(totals) / totals->valid))
VALUE(stdev_value, if_valid(totals, 2, sqrt(deviation(totals) / (totals->valid - 1))))
VALUE(stdevp_value, if_valid(totals, 1, sqrt(deviation(totals) / totals->valid)))
VALUE(stderr_value,
      if_valid(totals, 2, sqrt(deviation(totals) / (totals->valid * (totals->valid - 1)))))
VALUE(exponential_value,
      if_valid(totals, 1,
               totals->exponential *(1 - totals->rate) / (1 - pow(totals->rate, totals->valid))))
VALUE(exponentialb_value, if_valid(totals, 1, totals->exponential *(1 - totals->rate)))
VALUE(ci0_value, interval(cells, store)[0])
VALUE(ci1_value, interval(cells, store)[1])

static JutuValue quartile_value(const JutuMeasureCells *cells, JutuRowStore *store, int which)
{
    double number = quartiles(cells, store)[which];
    return isnan(number) ? jutu_undefined() : jutu_number(number);
}

VALUE(q1_value, quartile_value(cells, store, 0))
VALUE(median_value, quartile_value(cells, store, 1))
VALUE(q3_value, quartile_value(cells, store, 2))

static JutuValue extreme_value(JutuValue *kept, const JutuMeasureCells *cells, JutuRowStore *store,
                               int which)
{
    if (kept->type == JUTU_NUMBER && isnan(kept->number)) {
        size_t row = extent(cells, store)[which];
        *kept = row < SIZE_MAX ? jutu_measure_cell(cells, (uint32_t)row) : jutu_undefined();
    }
    return *kept;
}

VALUE(min_value, extreme_value(&totals->min, cells, store, 0))
VALUE(max_value, extreme_value(&totals->max, cells, store, 1))

static JutuValue extreme_row(const JutuMeasureCells *cells, JutuRowStore *store, int which)
{
    static const JutuObject empty = { 0 };
    size_t row = extent(cells, store)[which];
    return row < SIZE_MAX ? jutu_table_row(store->table, row, store->context->arena)
                          : jutu_object_value(&empty);
}

VALUE(argmin_value, extreme_row(cells, store, 0))
VALUE(argmax_value, extreme_row(cells, store, 1))

static JutuValue distinct_value(JutuTotals *totals, const JutuMeasureCells *cells,
                                JutuRowStore *store)
{
    (void)totals;
    if (store->slide)
        return jutu_number((double)jutu_slide_distinct(store->slide));
    g_autofree JutuValue *all = g_new(JutuValue, store->n + 1);
    g_autofree uint32_t *numbers = g_new(uint32_t, store->n + 1);
    for (size_t i = 0; i < store->n; i++)
        all[i] = jutu_measure_cell(cells, store->rows[i]);
    store->memo = NULL;
    return jutu_number(
        (double)jutu_number_cells(all, store->n, JUTU_KEYS_PIPE, numbers, store->context->arena));
}

static JutuValue values_value(JutuTotals *totals, const JutuMeasureCells *cells,
                              JutuRowStore *store)
{
    (void)totals, (void)cells;
    JutuArena *arena = store->context->arena;
    if (store->objects)
        return jutu_array(store->objects + store->start, store->n);
    JutuValue *items = jutu_new(arena, JutuValue, store->n + 1);
    for (size_t i = 0; i < store->n; i++)
        items[i] = jutu_table_row(store->table, store->rows[i], arena);
    store->memo = NULL;
    return jutu_array(items, store->n);
}

const JutuAggregate jutu_aggregates[] = {
    { .name = "count",
      .tallies = true,
      .sums = true,
      .doc = "How many rows there are.",
      .counts = true,
      .value = count_value },
    { .name = "valid",
      .tallies = true,
      .sums = true,
      .doc = "Cells that are neither null nor NaN.",
      .value = valid_value },
    { .name = "missing",
      .tallies = true,
      .sums = true,
      .doc = "Cells that are null or empty.",
      .value = missing_value },
    { .name = "distinct",
      .tallies = true,
      .sums = true,
      .doc = "How many different cells there are.",
      .rows = true,
      .order = 3,
      .slides = JUTU_SLIDE_DISTINCT,
      .value = distinct_value },
    { .name = "sum", .sums = true, .doc = "The sum.", .keeps = KEEP_SUM, .value = sum_value },
    { .name = "product", .doc = "The product.", .keeps = KEEP_PRODUCT, .value = product_value },
    { .name = "mean",
      .inside = true,
      .doc = "The arithmetic mean.",
      .keeps = KEEP_MEAN,
      .value = mean_value },
    { .name = "average",
      .inside = true,
      .doc = "The arithmetic mean.",
      .keeps = KEEP_MEAN,
      .order = 1,
      .value = mean_value },
    { .name = "variance",
      .doc = "The sample variance.",
      .keeps = KEEP_DEVIATION,
      .order = 1,
      .value = variance_value },
    { .name = "variancep",
      .doc = "The population variance.",
      .keeps = KEEP_DEVIATION,
      .order = 2,
      .value = variancep_value },
    { .name = "stdev",
      .doc = "The sample standard deviation.",
      .keeps = KEEP_DEVIATION,
      .order = 2,
      .value = stdev_value },
    { .name = "stdevp",
      .doc = "The population standard deviation.",
      .keeps = KEEP_DEVIATION,
      .order = 2,
      .value = stdevp_value },
    { .name = "stderr",
      .doc = "The standard error of the mean.",
      .keeps = KEEP_DEVIATION,
      .order = 2,
      .value = stderr_value },
    { .name = "median",
      .inside = true,
      .doc = "The middle cell.",
      .rows = true,
      .order = 3,
      .slides = JUTU_SLIDE_QUANTILES,
      .value = median_value },
    { .name = "q1",
      .inside = true,
      .doc = "The lower quartile.",
      .rows = true,
      .order = 3,
      .slides = JUTU_SLIDE_QUANTILES,
      .value = q1_value },
    { .name = "q3",
      .inside = true,
      .doc = "The upper quartile.",
      .rows = true,
      .order = 3,
      .slides = JUTU_SLIDE_QUANTILES,
      .value = q3_value },
    { .name = "ci0",
      .doc = "Where the mean's bootstrapped 95 % interval begins.",
      .rows = true,
      .order = 3,
      .value = ci0_value },
    { .name = "ci1",
      .doc = "Where the mean's bootstrapped 95 % interval ends.",
      .rows = true,
      .order = 3,
      .value = ci1_value },
    { .name = "min",
      .extreme = true,
      .inside = true,
      .doc = "The least cell.",
      .keeps = KEEP_MIN,
      .order = 4,
      .slides = JUTU_SLIDE_EXTENT,
      .value = min_value },
    { .name = "max",
      .extreme = true,
      .inside = true,
      .doc = "The greatest cell.",
      .keeps = KEEP_MAX,
      .order = 4,
      .slides = JUTU_SLIDE_EXTENT,
      .value = max_value },
    { .name = "argmin",
      .doc = "The row that has the least cell.",
      .rows = true,
      .order = 3,
      .slides = JUTU_SLIDE_EXTENT,
      .value = argmin_value },
    { .name = "argmax",
      .doc = "The row that has the greatest cell.",
      .rows = true,
      .order = 3,
      .slides = JUTU_SLIDE_EXTENT,
      .value = argmax_value },
    { .name = "values",
      .doc = "All rows, as an array.",
      .rows = true,
      .order = -1,
      .slides = JUTU_SLIDE_ROWS,
      .value = values_value },
    { .name = "exponential",
      .doc = "The exponential moving average.",
      .keeps = KEEP_EXPONENTIAL,
      .value = exponential_value },
    { .name = "exponentialb",
      .doc = "The same, biased towards 0 at the start.",
      .keeps = KEEP_EXPONENTIAL,
      .order = 1,
      .value = exponentialb_value },
    { 0 },
};

const JutuAggregate *jutu_aggregate_find(const char *name)
{
    for (const JutuAggregate *row = jutu_aggregates; row->name; row++)
        if (strcmp(row->name, name) == 0)
            return row;
    return NULL;
}

bool jutu_aggregate_counts(const char *name)
{
    const JutuAggregate *aggregate = jutu_aggregate_find(name);
    return aggregate && aggregate->tallies;
}

bool jutu_aggregate_sums(const char *name)
{
    const JutuAggregate *aggregate = jutu_aggregate_find(name);
    return aggregate && aggregate->sums;
}

bool jutu_aggregate_is_extreme(const char *name)
{
    const JutuAggregate *aggregate = jutu_aggregate_find(name);
    return aggregate && aggregate->extreme;
}

bool jutu_aggregate_shares_domain(const char *name)
{
    const JutuAggregate *aggregate = jutu_aggregate_find(name);
    return aggregate && aggregate->inside;
}

const char *const *jutu_aggregate_names(JutuArena *arena)
{
    const char **names = jutu_new(arena, const char *, G_N_ELEMENTS(jutu_aggregates));
    for (size_t i = 0; jutu_aggregates[i].name; i++)
        names[i] = jutu_aggregates[i].name;
    return names;
}
