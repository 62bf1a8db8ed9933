#include "base/tick.h"

#include <glib.h>
#include <math.h>

#include "base/number.h"

/* More of them than any axis can show; beyond, a count is a mistake. */
enum { MAX_TICKS = 1000000 };

/* Multiples first … last of an increment; one that is negative divides: 3 of -10 is 0.3, because
 * multiples of 0.1 aren't exact in binary while quotients by 10 round right. */
typedef struct {
    double first, last, increment;
} Steps;

/* 1, 2, 5 or 10: the one nearest to a number from 1 to 10, by factors. */
static double round_factor(double number)
{
    if (number >= sqrt(50))
        return 10;
    if (number >= sqrt(10))
        return 5;
    return number >= sqrt(2) ? 2 : 1;
}

/* Steps of 1, 2 or 5 times a power of ten that cut the span into about `count` parts. */
static Steps find_steps(double start, double stop, double count)
{
    double step = (stop - start) / (count > 0 || isnan(count) ? count : 0);
    double power = floor(log10(step)), factor = round_factor(step / pow(10, power));
    Steps steps;
    if (power < 0) {
        double per_unit = pow(10, -power) / factor;
        steps = (Steps){ jutu_round(start * per_unit), jutu_round(stop * per_unit), -per_unit };
        steps.first += steps.first / per_unit < start;
        steps.last -= steps.last / per_unit > stop;
    } else {
        double size = pow(10, power) * factor;
        steps = (Steps){ jutu_round(start / size), jutu_round(stop / size), size };
        steps.first += steps.first * size < start;
        steps.last -= steps.last * size > stop;
    }
    bool none = steps.last < steps.first && count >= 0.5 && count < 2;
    return none ? find_steps(start, stop, count * 2) : steps;
}

const double *jutu_ticks(double start, double stop, double count, JutuArena *arena, size_t *n)
{
    *n = 0;
    if (!(count > 0))
        return NULL;
    if (start == stop) {
        *n = 1;
        return jutu_copy(arena, double, &start, 1);
    }
    bool turned = stop < start;
    Steps steps = turned ? find_steps(stop, start, count) : find_steps(start, stop, count);
    if (!(steps.last >= steps.first))
        return NULL;
    *n = (size_t)fmin(steps.last - steps.first + 1, MAX_TICKS);
    double *ticks = jutu_new(arena, double, *n);
    for (size_t i = 0; i < *n; i++) {
        double multiple = turned ? steps.last - (double)i : steps.first + (double)i;
        ticks[i] = steps.increment < 0 ? multiple / -steps.increment : multiple * steps.increment;
    }
    return ticks;
}

double jutu_tick_increment(double start, double stop, double count)
{
    return find_steps(start, stop, count).increment;
}

double jutu_tick_step(double start, double stop, double count)
{
    bool turned = stop < start;
    double increment = turned ? jutu_tick_increment(stop, start, count)
                              : jutu_tick_increment(start, stop, count);
    double step = increment < 0 ? 1 / -increment : increment;
    return turned ? -step : step;
}

/* The greatest step of the list below the wanted size of a bin, or its first. */
static double pick_step(const JutuBinOptions *options, double wanted)
{
    size_t i = 0;
    while (i < options->n_steps && options->steps[i] < wanted)
        i++;
    return options->steps[i > 0 ? i - 1 : 0];
}

/* A power of the base, made finer by the divisors as long as the bins don't get too many. */
static double find_bin_step(const JutuBinOptions *options, double span, double maxbins, double base)
{
    static const double usual[] = { 5, 2 };
    const double *divide = options->divide ? options->divide : usual;
    size_t n = options->divide ? options->n_divide : G_N_ELEMENTS(usual);
    double level = ceil(log(maxbins) / log(base));
    double step = fmax(options->minstep, pow(base, jutu_round(log(span) / log(base)) - level));
    while (ceil(span / step) > maxbins && isfinite(step) && step > 0 && base > 1)
        step *= base;
    for (size_t i = 0; i < n; i++) {
        double finer = step / divide[i];
        if (finer >= options->minstep && span / finer <= maxbins)
            step = finer;
    }
    return step;
}

/* JavaScript's `a || b`. */
static double or_else(double a, double b)
{
    return a != 0 && !isnan(a) ? a : b;
}

/* Moves the bins, a whole number of them, so that one begins at the anchor. */
static JutuBins anchor(JutuBins bins, double at)
{
    double stop = bins.start + ceil((bins.stop - bins.start) / bins.step) * bins.step;
    double shift = at - (bins.start + bins.step * floor((at - bins.start) / bins.step));
    return (JutuBins){ bins.start + shift, stop + shift, bins.step };
}

JutuBins jutu_bins(const JutuBinOptions *options)
{
    double maxbins = or_else(options->maxbins, 20), base = or_else(options->base, 10);
    double min = options->extent[0], max = options->extent[1];
    double span = or_else(options->span, or_else(max - min, or_else(fabs(min), 1)));
    double step = or_else(options->step, 0);
    if (step == 0)
        step = options->n_steps > 0 ? pick_step(options, span / maxbins)
                                    : find_bin_step(options, span, maxbins, base);

    double size = log(step), digits = size >= 0 ? 0 : trunc(-size / log(base)) + 1;
    double epsilon = pow(base, -digits - 1);
    if (!options->exact) {
        double below = floor(min / step + epsilon) * step;
        min = min < below ? below - step : below;
        max = ceil(max / step) * step;
    }
    JutuBins bins = { min, max == min ? min + step : max, step };
    return options->has_anchor ? anchor(bins, options->anchor) : bins;
}

double jutu_band_space(double n, double padding_inner, double padding_outer)
{
    double space = n - padding_inner + padding_outer * 2;
    return n == 0 ? 0 : space > 0 ? space : 1;
}
