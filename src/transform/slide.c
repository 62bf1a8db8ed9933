#include "transform/slide.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "transform/groups.h"

/* Positions that may still become the extreme, the best first. */
typedef struct {
    size_t *at;
    size_t first, end;
} Queue;

struct JutuSlide {
    const JutuValue *cells;
    const uint32_t *rows;
    size_t n, start, end;
    /* quantiles: numbers in order, and how many of them are in the frame, as a Fenwick tree */
    double *sorted;
    uint32_t *place; /* of each position in sorted, from 1; 0: no number */
    uint32_t *counts;
    size_t n_numbers, present, top; /* top: the greatest power of 2 up to n_numbers */
    Queue queues[2];
    uint32_t *kind, *kinds; /* of each position; how many of each are in the frame */
    size_t distinct;
};

typedef struct {
    double number;
    size_t at;
} Numbered;

static int by_number(const void *a, const void *b)
{
    const Numbered *x = a, *y = b;
    return (x->number > y->number) - (x->number < y->number);
}

static JutuValue cell_at(const JutuSlide *slide, size_t at)
{
    return slide->cells[slide->rows[at]];
}

static void prepare_quantiles(JutuSlide *slide)
{
    g_autofree Numbered *numbers = g_new(Numbered, slide->n + 1);
    size_t n = 0;
    slide->place = g_new0(uint32_t, slide->n + 1);
    for (size_t at = 0; at < slide->n; at++) {
        JutuValue cell = cell_at(slide, at);
        bool empty = jutu_is_blank(cell);
        double number = empty ? NAN : jutu_to_number(cell);
        if (!isnan(number))
            numbers[n++] = (Numbered){ number, at };
    }
    qsort(numbers, n, sizeof(Numbered), by_number);
    slide->n_numbers = n;
    slide->sorted = g_new(double, n + 1);
    slide->counts = g_new0(uint32_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        slide->sorted[i] = numbers[i].number;
        slide->place[numbers[i].at] = (uint32_t)i + 1;
    }
    for (slide->top = 1; slide->top * 2 <= n;)
        slide->top *= 2;
}

static void prepare_distinct(JutuSlide *slide, JutuArena *arena)
{
    g_autofree JutuValue *gathered = g_new(JutuValue, slide->n + 1);
    for (size_t at = 0; at < slide->n; at++)
        gathered[at] = cell_at(slide, at);
    slide->kind = g_new(uint32_t, slide->n + 1);
    size_t kinds = jutu_number_cells(gathered, slide->n, JUTU_KEYS_PIPE, slide->kind, arena);
    slide->kinds = g_new0(uint32_t, kinds + 1);
}

JutuSlide *jutu_slide_new(const JutuValue *cells, const uint32_t *rows, size_t n, unsigned wants,
                          JutuArena *arena)
{
    JutuSlide *slide = g_new0(JutuSlide, 1);
    *slide = (JutuSlide){ .cells = cells, .rows = rows, .n = n };
    if (wants & JUTU_SLIDE_QUANTILES)
        prepare_quantiles(slide);
    if (wants & JUTU_SLIDE_DISTINCT)
        prepare_distinct(slide, arena);
    for (int which = 0; wants & JUTU_SLIDE_EXTENT && which < 2; which++)
        slide->queues[which].at = g_new(size_t, n + 1);
    return slide;
}

void jutu_slide_free(JutuSlide *slide)
{
    if (!slide)
        return;
    g_free(slide->sorted);
    g_free(slide->place);
    g_free(slide->counts);
    g_free(slide->queues[0].at);
    g_free(slide->queues[1].at);
    g_free(slide->kind);
    g_free(slide->kinds);
    g_free(slide);
}

static void count_cell(JutuSlide *slide, size_t at, bool add)
{
    if (!slide->place || slide->place[at] == 0)
        return;
    for (size_t i = slide->place[at]; i <= slide->n_numbers; i += i & -i)
        slide->counts[i] += add ? 1 : UINT32_MAX; /* wraps to one less */
    slide->present += add ? 1 : SIZE_MAX;
}

/* Whether a cell is before another in the order of a queue. */
static bool is_better(int which, JutuValue a, JutuValue b)
{
    return which ? jutu_less(b, a) == 1 : jutu_less(a, b) == 1;
}

static void enqueue(JutuSlide *slide, size_t at)
{
    JutuValue cell = cell_at(slide, at);
    if (!slide->queues[0].at || jutu_is_nullish(cell) || jutu_less(cell, cell) < 0)
        return;
    for (int which = 0; which < 2; which++) {
        Queue *queue = &slide->queues[which];
        while (queue->end > queue->first &&
               is_better(which, cell, cell_at(slide, queue->at[queue->end - 1])))
            queue->end--;
        queue->at[queue->end++] = at;
    }
}

static void dequeue(JutuSlide *slide, size_t start)
{
    for (int which = 0; which < 2; which++) {
        Queue *queue = &slide->queues[which];
        while (queue->first < queue->end && queue->at[queue->first] < start)
            queue->first++;
    }
}

void jutu_slide_move(JutuSlide *slide, size_t start, size_t end)
{
    /* what the start passes before the end does was never in the frame */
    for (size_t at = slide->start; at < MIN(start, slide->end); at++) {
        count_cell(slide, at, false);
        if (slide->kind && --slide->kinds[slide->kind[at]] == 0)
            slide->distinct--;
    }
    dequeue(slide, start);
    for (size_t at = MAX(slide->end, start); at < end; at++) {
        count_cell(slide, at, true);
        enqueue(slide, at);
        if (slide->kind && slide->kinds[slide->kind[at]]++ == 0)
            slide->distinct++;
    }
    slide->start = start;
    slide->end = end;
}

/* The number that k others in the frame come before. */
static double smallest(const JutuSlide *slide, size_t k)
{
    size_t at = 0;
    for (size_t step = slide->top; step > 0; step /= 2) {
        if (at + step <= slide->n_numbers && slide->counts[at + step] <= k) {
            at += step;
            k -= slide->counts[at];
        }
    }
    return slide->sorted[at];
}

double jutu_slide_quantile(const JutuSlide *slide, double p)
{
    size_t n = slide->present;
    if (n == 0 || isnan(p))
        return NAN;
    double at = (double)(n - 1) * fmin(fmax(p, 0), 1), below = floor(at);
    double number = smallest(slide, (size_t)below);
    if (at == below)
        return number;
    return number + (smallest(slide, (size_t)below + 1) - number) * (at - below);
}

size_t jutu_slide_extreme(const JutuSlide *slide, int which)
{
    const Queue *queue = &slide->queues[which];
    return queue->first < queue->end ? queue->at[queue->first] : slide->n;
}

size_t jutu_slide_distinct(const JutuSlide *slide)
{
    return slide->distinct;
}
