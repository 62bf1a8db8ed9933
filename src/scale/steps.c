#include "scale/steps.h"

#include <math.h>

typedef struct {
    size_t n;
    const double *thresholds;
} Steps;

void jutu_steps_set(JutuScale *scale, const double *thresholds, size_t n)
{
    Steps *steps = jutu_new(scale->context->arena, Steps, 1);
    *steps = (Steps){ n, thresholds };
    scale->prepared = steps;
}

const double *jutu_steps_thresholds(const JutuScale *scale, size_t *n)
{
    const Steps *steps = scale->prepared;
    *n = steps->n;
    return steps->thresholds;
}

size_t jutu_steps_below(const JutuScale *scale, JutuValue value)
{
    const Steps *steps = scale->prepared;
    double number = jutu_to_number(value);
    if (jutu_is_nullish(value) || (jutu_is_numeric(value) && isnan(number)))
        return SIZE_MAX;
    size_t low = 0, high = steps->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (steps->thresholds[middle] <= number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t jutu_steps_pick(const JutuScale *scale, JutuValue value)
{
    size_t below = jutu_steps_below(scale, value);
    return below < scale->n_range ? below : SIZE_MAX;
}

JutuValue jutu_steps_map(const JutuScale *scale, JutuValue value)
{
    size_t below = jutu_steps_below(scale, value);
    if (below == SIZE_MAX)
        return scale->unknown;
    return below < scale->n_range ? scale->range[below] : jutu_undefined();
}

double jutu_least_distance(const double *numbers, size_t n)
{
    double least = n > 1 ? numbers[1] - numbers[0] : n ? numbers[0] : NAN;
    for (size_t i = 2; i < n; i++)
        least = fmin(least, numbers[i] - numbers[i - 1]);
    return least;
}
