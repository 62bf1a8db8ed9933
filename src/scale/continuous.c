#include "scale/continuous.h"

#include <math.h>

#include "base/number.h"
#include "base/tick.h"
#include "scale/tween.h"

typedef struct {
    size_t n;            /* pieces */
    const double *stops; /* n + 1 lifted domain values; ascending */
    const JutuTween *tweens;
    const double *marks;      /* n + 1 range values as numbers, ascending: to invert with */
    const double *mark_stops; /* their lifted domain values */
    bool numeric, colored;    /* all tweens are numbers, or colours */
    bool whole;               /* numbers are rounded */
    double clamp[2];          /* domain values, ascending */
    double t[3], weight[2];   /* ramps: lifted domain, and what turns its parts into [0, 1] */
    bool diverging;
} Pieces;

static double lift(const JutuScale *scale, double value)
{
    return scale->type->lift ? scale->type->lift(scale, value) : value;
}

static double domain_at(const JutuScale *scale, size_t i)
{
    return i < scale->n_domain ? jutu_to_number(scale->domain[i]) : NAN;
}

/* Sequential: [t0, t1] to [0, 1]; diverging: [t0, t1, t2] to [0, ½, 1]. */
static void prepare_ramp(const JutuScale *scale, Pieces *pieces)
{
    pieces->diverging = scale->n_domain > 2;
    for (size_t i = 0; i < 3; i++)
        pieces->t[i] = lift(scale, domain_at(scale, i));
    double whole = pieces->diverging ? 0.5 : 1;
    for (size_t i = 0; i < 2; i++) {
        double span = pieces->t[i + 1] - pieces->t[i];
        pieces->weight[i] = span == 0 ? 0 : whole / span;
    }
}

/* The position of piece end i in domain and range; falling domains are taken from behind. */
static size_t from_end(size_t i, size_t n, bool falls)
{
    return falls ? n - 1 - i : i;
}

static JutuValue range_at(const JutuScale *scale, size_t i)
{
    return i < scale->n_range ? scale->range[i] : jutu_undefined();
}

/* The same lists the other way round, where the range falls. */
static void prepare_marks(Pieces *pieces, const double *marks, JutuArena *arena)
{
    size_t n = pieces->n;
    pieces->marks = marks;
    pieces->mark_stops = pieces->stops;
    if (!(marks[n] < marks[0]))
        return;
    double *turned = jutu_new(arena, double, n + 1), *stops = jutu_new(arena, double, n + 1);
    for (size_t i = 0; i <= n; i++) {
        turned[i] = marks[n - i];
        stops[i] = pieces->stops[n - i];
    }
    pieces->marks = turned;
    pieces->mark_stops = stops;
}

static void prepare_pieces(const JutuScale *scale, size_t n, Pieces *pieces)
{
    JutuArena *arena = scale->context->arena;
    bool falls = lift(scale, domain_at(scale, n)) < lift(scale, domain_at(scale, 0));
    /* With two stops, longer lists are cut behind; with more, where the reversal leaves them. */
    size_t n_domain = n == 1 ? 2 : scale->n_domain, n_range = n == 1 ? 2 : scale->n_range;
    double *stops = jutu_new(arena, double, n + 1), *marks = jutu_new(arena, double, n + 1);
    JutuTween *tweens = jutu_new(arena, JutuTween, n);
    JutuTweenStyle style = { scale->space, scale->gamma, scale->round };
    pieces->numeric = pieces->colored = true;
    for (size_t i = 0; i <= n; i++) {
        JutuValue value = range_at(scale, from_end(i, n_range, falls));
        stops[i] = lift(scale, domain_at(scale, from_end(i, n_domain, falls)));
        marks[i] = jutu_to_number(value);
        if (i == n)
            break;
        JutuValue next = range_at(scale, from_end(i + 1, n_range, falls));
        tweens[i] = jutu_tween(value, next, style, arena);
        JutuTweenKind kind = tweens[i].kind;
        pieces->numeric &= kind == JUTU_TWEEN_NUMBER || kind == JUTU_TWEEN_ROUND;
        pieces->colored &= kind == JUTU_TWEEN_COLOR;
    }
    pieces->n = n;
    pieces->stops = stops;
    pieces->tweens = tweens;
    pieces->whole = scale->round;
    prepare_marks(pieces, marks, arena);
}

void jutu_continuous_prepare(JutuScale *scale)
{
    Pieces *pieces = jutu_new(scale->context->arena, Pieces, 1);
    size_t n = MIN(scale->n_domain, scale->n_range);
    if (scale->ramp)
        prepare_ramp(scale, pieces);
    else
        prepare_pieces(scale, n > 2 ? n - 1 : 1, pieces);
    double first = domain_at(scale, 0), last = domain_at(scale, n ? n - 1 : 0);
    pieces->clamp[0] = fmin(first, last);
    pieces->clamp[1] = fmax(first, last);
    scale->prepared = pieces;
}

static double clamped(double value, const double limits[2])
{
    return fmax(limits[0], fmin(limits[1], value));
}

/* The piece that a value lies in; those outside belong to the first and last. */
static size_t piece_of(const double *stops, size_t n, double value)
{
    size_t low = 1, high = n;
    if (isnan(value))
        return n - 1;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (stops[middle] <= value)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}

static double part_of(double from, double to, double value)
{
    double span = to - from;
    return span != 0 ? (value - from) / span : 0.5; /* one value: the middle */
}

/* Where on the ramp a domain value lies. */
static double ramp_part(const JutuScale *scale, const Pieces *pieces, double value)
{
    double lifted = lift(scale, value), t;
    if (pieces->diverging) {
        double sign = pieces->t[1] < pieces->t[0] ? -1 : 1;
        bool lower = sign * lifted < sign * pieces->t[1];
        t = 0.5 + (lifted - pieces->t[1]) * pieces->weight[lower ? 0 : 1];
    } else {
        t = pieces->weight[0] == 0 ? 0.5 : (lifted - pieces->t[0]) * pieces->weight[0];
    }
    return scale->clamp ? fmax(0, fmin(1, t)) : t;
}

JutuValue jutu_continuous_map(const JutuScale *scale, JutuValue value)
{
    const Pieces *pieces = scale->prepared;
    double number = jutu_is_nullish(value) ? NAN : jutu_to_number(value);
    if (isnan(number))
        return scale->unknown;
    JutuArena *arena = scale->context->arena;
    if (scale->ramp) {
        char text[JUTU_COLOR_SIZE];
        jutu_color_css(jutu_ramp_at(scale->ramp, ramp_part(scale, pieces, number)), text);
        return jutu_string(jutu_arena_strdup(arena, text));
    }
    double lifted = lift(scale, scale->clamp ? clamped(number, pieces->clamp) : number);
    size_t i = piece_of(pieces->stops, pieces->n, lifted);
    double t = part_of(pieces->stops[i], pieces->stops[i + 1], lifted);
    return jutu_tween_at(&pieces->tweens[i], t, arena);
}

void jutu_continuous_map_numbers(const JutuScale *scale, const double *in, double *out, size_t n)
{
    const Pieces *pieces = scale->prepared;
    double unknown = jutu_is_nullish(scale->unknown) ? NAN : jutu_to_number(scale->unknown);
    double (*lifting)(const JutuScale *, double) = scale->type->lift;
    if (scale->ramp || !pieces->numeric) {
        for (size_t i = 0; i < n; i++)
            out[i] = jutu_scale_number(scale, jutu_number(in[i]));
        return;
    }
    for (size_t row = 0; row < n; row++) {
        double value = in[row];
        if (isnan(value)) {
            out[row] = unknown;
            continue;
        }
        if (scale->clamp)
            value = clamped(value, pieces->clamp);
        if (lifting)
            value = lifting(scale, value);
        size_t i = pieces->n > 1 ? piece_of(pieces->stops, pieces->n, value) : 0;
        double t = part_of(pieces->stops[i], pieces->stops[i + 1], value);
        double place = pieces->tweens[i].a * (1 - t) + pieces->tweens[i].b * t;
        out[row] = pieces->whole ? jutu_round(place) : place;
    }
}

JutuColor jutu_continuous_color(const JutuScale *scale, double number)
{
    const Pieces *pieces = scale->prepared;
    JutuColor color;
    if (scale->ramp)
        return jutu_ramp_at(scale->ramp, ramp_part(scale, pieces, number));
    if (!pieces->colored) {
        jutu_color_of(jutu_continuous_map(scale, jutu_number(number)), &color);
        return color;
    }
    double value = lift(scale, scale->clamp ? clamped(number, pieces->clamp) : number);
    size_t i = piece_of(pieces->stops, pieces->n, value);
    double t = part_of(pieces->stops[i], pieces->stops[i + 1], value);
    return jutu_color_span_at(&pieces->tweens[i].span, t);
}

/* The domain value of a place in the range, NaN if the range isn't made of numbers. */
double jutu_continuous_invert_number(const JutuScale *scale, double out)
{
    const Pieces *pieces = scale->prepared;
    if (scale->ramp)
        return NAN;
    const double *stops = pieces->mark_stops;
    size_t i = piece_of(pieces->marks, pieces->n, out);
    double t = part_of(pieces->marks[i], pieces->marks[i + 1], out);
    double lifted = stops[i] * (1 - t) + stops[i + 1] * t;
    double value = scale->type->ground ? scale->type->ground(scale, lifted) : lifted;
    return scale->clamp && !isnan(value) ? clamped(value, pieces->clamp) : value;
}

JutuValue jutu_continuous_invert(const JutuScale *scale, double out, JutuArena *arena)
{
    (void)arena;
    return jutu_number(jutu_continuous_invert_number(scale, out));
}

const JutuValue *jutu_values_of(const double *numbers, size_t n, bool dates, JutuArena *arena)
{
    JutuValue *values = jutu_new(arena, JutuValue, n);
    for (size_t i = 0; i < n; i++)
        values[i] = dates ? jutu_date(numbers[i]) : jutu_number(numbers[i]);
    return values;
}

double jutu_count_or(JutuTickCount count, double fallback)
{
    return isnan(count.count) ? fallback : count.count;
}

void jutu_scale_set_extent(JutuScale *scale, double first, double last)
{
    size_t n = scale->n_domain;
    bool dates = scale->type->temporal;
    JutuValue *domain = jutu_copy(scale->context->arena, JutuValue, scale->domain, n);
    domain[0] = dates ? jutu_date(first) : jutu_number(first);
    domain[n - 1] = dates ? jutu_date(last) : jutu_number(last);
    scale->domain = domain;
    jutu_scale_prepare(scale);
}

const JutuValue *jutu_linear_ticks(const JutuScale *scale, JutuTickCount count, JutuArena *arena,
                                   size_t *n)
{
    double extent[2];
    jutu_scale_extent(scale, extent);
    const double *ticks = jutu_ticks(extent[0], extent[1], jutu_count_or(count, 10), arena, n);
    return jutu_values_of(ticks, *n, false, arena);
}

/* d3-scale's own: unlike d3.nice() it leaves alone what doesn't settle. */
void jutu_linear_nice(JutuScale *scale, JutuTickCount count)
{
    enum { MOST_TRIES = 10 };
    double extent[2], tried = NAN;
    if (scale->n_domain == 0)
        return;
    jutu_scale_extent(scale, extent);
    bool falls = extent[1] < extent[0];
    double start = extent[falls ? 1 : 0], stop = extent[falls ? 0 : 1];
    for (int i = 0; i < MOST_TRIES; i++) {
        double step = jutu_tick_increment(start, stop, jutu_count_or(count, 10));
        if (step == tried) {
            jutu_scale_set_extent(scale, falls ? stop : start, falls ? start : stop);
            return;
        }
        if (step > 0) {
            start = floor(start / step) * step;
            stop = ceil(stop / step) * step;
        } else if (step < 0) {
            start = ceil(start * step) / step;
            stop = floor(stop * step) / step;
        } else {
            return;
        }
        tried = step;
    }
}
