/* Names that count: years, months, dates or numbers that run on are thinned as times are, to round
 * ones, where they don't fit. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "frame/frame.h"
#include "guide/axis.h"

enum { MOST_PARTS = 3 };

/* What a name counts: "2021年3月" is 2021 and 3, in "#年#月". */
typedef struct {
    double parts[MOST_PARTS];
    int n;
    const char *frame;
} Count;

static Count read_count(const char *text, JutuArena *arena)
{
    Count count = { .n = 0 };
    g_autoptr(GString) frame = g_string_new(NULL);
    for (const char *at = text; *at && count.n >= 0;) {
        if (!g_ascii_isdigit(*at)) {
            g_string_append_c(frame, *at++);
            continue;
        }
        char *end;
        double number = (double)g_ascii_strtoull(at, &end, 10);
        if (count.n == MOST_PARTS || end - at > 9)
            return (Count){ .n = -1 };
        count.parts[count.n++] = number;
        g_string_append_c(frame, '#');
        at = end;
    }
    count.frame = jutu_arena_strdup(arena, frame->str);
    return count;
}

static bool is_quarter(const Count *count)
{
    return count->frame && (strstr(count->frame, "季") || strchr(count->frame, 'Q'));
}

/* One number that grows with the count: months, quarters or days of all years. */
static double ordinal(const Count *count)
{
    double unit = is_quarter(count) ? 4 : 12;
    return count->n == 1   ? count->parts[0]
           : count->n == 2 ? unit * count->parts[0] + count->parts[1] - 1
                           : 372 * count->parts[0] + 31 * count->parts[1] + count->parts[2] - 32;
}

/* The names of an axis as ordinals that only grow; NULL if they aren't. To be freed. */
static double *ordinals_of(const JutuAxis *axis, const double **steps, JutuArena *arena)
{
    static const double tens[] = { 2, 5, 10, 20, 50, 100, 200, 500, 1000, 0 };
    static const double quarters[] = { 2, 4, 8, 20, 40, 80, 200, 400, 0 };
    static const double months[] = { 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 0 };
    static const double days[] = { 31, 93, 186, 372, 744, 1860, 3720, 7440, 0 };
    g_autofree double *values = g_new0(double, axis->n_labels + 1);
    Count first = { 0 };
    for (size_t i = 0; i < axis->n_labels; i++) {
        Count count = read_count(axis->labels[i].label.text, arena);
        if (i == 0)
            first = count;
        if (count.n < 1 || count.n != first.n || strcmp(count.frame, first.frame) != 0)
            return NULL;
        values[i] = ordinal(&count);
        if (i > 0 && values[i] <= values[i - 1])
            return NULL;
    }
    *steps = first.n == 1 ? tens : first.n == 3 ? days : is_quarter(&first) ? quarters : months;
    return g_steal_pointer(&values);
}

static double width_of(const JutuTick *label, const JutuMeasure *measure)
{
    return jutu_measure_width(measure, label->label.text, &label->label.font);
}

/* Whether what isn't dropped stands clear of each other. */
static bool is_clear(const JutuAxis *axis, const bool *kept, const JutuMeasure *measure)
{
    const JutuTick *last = NULL;
    for (size_t i = 0; i < axis->n_labels; i++) {
        const JutuTick *label = &axis->labels[i];
        if (kept && !kept[i])
            continue;
        double room = last ? fabs(label->position - last->position) : INFINITY;
        double gap = 0.5 * label->label.font.size;
        if (last && 0.5 * (width_of(label, measure) + width_of(last, measure)) + gap > room)
            return false;
        last = label;
    }
    return true;
}

/* Keeps round ones, each `step` of the count. @return how many */
static size_t keep_round(const double *values, size_t n, double step, bool *kept)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        kept[i] = fmod(values[i], step) == 0;
        count += kept[i];
    }
    return count;
}

/* Round ones if there are two at least, else every so many. */
static void choose(const JutuAxis *axis, const double *values, const double *steps,
                   const JutuMeasure *measure, bool *kept)
{
    for (; *steps > 0; steps++) {
        if (keep_round(values, axis->n_labels, *steps, kept) > 1 && is_clear(axis, kept, measure))
            return;
    }
    for (size_t every = 2; every <= axis->n_labels; every++) {
        for (size_t i = 0; i < axis->n_labels; i++)
            kept[i] = i % every == 0;
        if (is_clear(axis, kept, measure))
            return;
    }
}

bool jutu_axis_thin(JutuAxis *axis, const JutuAxisPlan *planned, const JutuFrame *frame,
                    const JutuMeasure *measure)
{
    const JutuChart *chart = frame->chart;
    const double *steps;
    if (!jutu_rule_acts(chart->context, JUTU_RULE_thin_names) || axis->n_labels < 3 ||
        is_clear(axis, NULL, measure))
        return false;
    g_autofree double *values = ordinals_of(axis, &steps, chart->arena);
    if (!values)
        return false;
    g_autofree bool *kept = g_new0(bool, axis->n_labels);
    choose(axis, values, steps, measure, kept);
    size_t n = 0;
    for (size_t i = 0; i < axis->n_labels; i++) {
        axis->labels[i].dropped = !kept[i];
        axis->labels[i].shown = axis->labels[i].shown && kept[i];
        n += kept[i];
    }
    const JutuChannelDef *def = planned->unit->encoding.defs[planned->channel];
    jutu_why(chart->context, JUTU_RULE_thin_names,
             jutu_pointer_of(chart->source, def->json, chart->arena), "%zu of %zu are named", n,
             axis->n_labels);
    return true;
}
