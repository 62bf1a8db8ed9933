/* log: equal factors of the domain are equal steps of the range. */
#include "scale/log.h"

#include <math.h>

#include "base/tick.h"
#include "scale/continuous.h"

/* A domain is wholly positive or wholly negative; its first value tells. */
static bool is_negative(const JutuScale *scale)
{
    return scale->n_domain > 0 && jutu_to_number(scale->domain[0]) < 0;
}

static double lift(const JutuScale *scale, double value)
{
    return is_negative(scale) ? -log(-value) : log(value);
}

static double ground(const JutuScale *scale, double lifted)
{
    return is_negative(scale) ? -exp(-lifted) : exp(lifted);
}

static double positive_power(double base, double exponent)
{
    if (base != 10)
        return base == G_E ? exp(exponent) : pow(base, exponent);
    if (!isfinite(exponent))
        return exponent < 0 ? 0 : exponent;
    if (exponent != floor(exponent))
        return NAN;
    char text[16]; /* 1e-3 as it is read, not as pow(10, -3) is rounded */
    g_snprintf(text, sizeof(text), "1e%d", (int)fmax(-400, fmin(exponent, 400)));
    return g_ascii_strtod(text, NULL);
}

static double positive_exponent(double base, double value)
{
    if (base == G_E)
        return log(value);
    if (base == 10)
        return log10(value);
    return base == 2 ? log2(value) : log(value) / log(base);
}

double jutu_log_power(const JutuScale *scale, double exponent)
{
    return is_negative(scale) ? -positive_power(scale->base, -exponent)
                              : positive_power(scale->base, exponent);
}

double jutu_log_exponent(const JutuScale *scale, double value)
{
    return is_negative(scale) ? -positive_exponent(scale->base, -value)
                              : positive_exponent(scale->base, value);
}

static void round_out(JutuScale *scale, JutuTickCount count)
{
    (void)count;
    double extent[2];
    if (scale->n_domain == 0)
        return;
    jutu_scale_extent(scale, extent);
    int low = extent[1] < extent[0] ? 1 : 0;
    extent[low] = jutu_log_power(scale, floor(jutu_log_exponent(scale, extent[low])));
    extent[1 - low] = jutu_log_power(scale, ceil(jutu_log_exponent(scale, extent[1 - low])));
    jutu_scale_set_extent(scale, extent[0], extent[1]);
}

enum { MOST_TICKS = 100000 }; /* a base of a million has that many digits */

/* Multiples 1 … base - 1 of each power of the base between two exponents. */
static void add_multiples(const JutuScale *scale, double from, double to, const double limits[2],
                          GArray *out)
{
    bool positive = limits[0] > 0;
    for (double i = from; i <= to; i++)
        for (double m = 1; m < scale->base && out->len < MOST_TICKS; m++) {
            double k = positive ? m : scale->base - m;
            bool divide = positive ? i < 0 : i > 0; /* exact where multiplying isn't */
            double tick = divide ? k / jutu_log_power(scale, -i) : k * jutu_log_power(scale, i);
            if (tick > limits[1])
                break;
            if (tick >= limits[0])
                g_array_append_val(out, tick);
        }
}

static const JutuValue *ticks(const JutuScale *scale, JutuTickCount count, JutuArena *arena,
                              size_t *n)
{
    double extent[2], most = jutu_count_or(count, 10);
    jutu_scale_extent(scale, extent);
    bool falls = extent[1] < extent[0];
    double limits[] = { extent[falls ? 1 : 0], extent[falls ? 0 : 1] };
    double from = jutu_log_exponent(scale, limits[0]), to = jutu_log_exponent(scale, limits[1]);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(double));

    if (scale->base == floor(scale->base) && to - from < most) {
        add_multiples(scale, floor(from), ceil(to), limits, found);
        if (found->len * 2 < most) {
            const double *plain = jutu_ticks(limits[0], limits[1], most, arena, n);
            g_array_set_size(found, 0);
            g_array_append_vals(found, plain, (guint)*n);
        }
    } else {
        double span = to - from; /* NaN where both are infinite: no ticks */
        const double *exponents = jutu_ticks(from, to, span > most ? most : span, arena, n);
        for (size_t i = 0; i < *n; i++) {
            double tick = jutu_log_power(scale, exponents[i]);
            g_array_append_val(found, tick);
        }
    }
    *n = found->len;
    JutuValue *values = jutu_new(arena, JutuValue, *n);
    for (size_t i = 0; i < *n; i++)
        values[i] = jutu_number(g_array_index(found, double, falls ? *n - 1 - i : i));
    return values;
}

static void init(JutuScale *scale)
{
    static const double decade[] = { 1, 10 };
    jutu_scale_set_domain(scale, decade, 2);
}

const JutuScaleType jutu_scale_log = {
    .name = "log",
    .doc = "Equal factors of the domain are equal steps of the range.",
    .precedence = 1,
    .takes = JUTU_TAKES_CONTINUOUS " base",
    .continuous = true,
    .logarithmic = true,
    .crowded = true,
    .ramps = true,
    .padded = true,
    .init = init,
    .prepare = jutu_continuous_prepare,
    .map = jutu_continuous_map,
    .map_numbers = jutu_continuous_map_numbers,
    .color = jutu_continuous_color,
    .invert = jutu_continuous_invert,
    .nice = round_out,
    .ticks = ticks,
    .lift = lift,
    .ground = ground,
};
