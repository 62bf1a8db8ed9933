/* Random numbers, and three distributions: density, cumulative, quantile, sample. */
#include <math.h>

#include "base/stats.h"
#include "expr/eval.h"

static const double SQRT2PI = 2.5066282746310002;

/* Normal deviates come in pairs: the second is kept for the next call. */
static double sample_normal(JutuContext *context)
{
    double x, y, square;
    if (context->has_spare_normal) {
        context->has_spare_normal = false;
        return context->spare_normal;
    }
    do {
        x = jutu_random(context) * 2 - 1;
        y = jutu_random(context) * 2 - 1;
        square = x * x + y * y;
    } while (square == 0 || square > 1);
    double stretch = sqrt(-2 * log(square) / square);
    context->has_spare_normal = true;
    context->spare_normal = y * stretch;
    return x * stretch;
}

static double polynomial(const double *factors, size_t n, double x)
{
    double sum = factors[0];
    for (size_t i = 1; i < n; i++)
        sum = factors[i] + sum * x;
    return sum;
}

/* Giles (2010): Approximating the erfinv function; double precision. */
static double inverse_error(double x)
{
    static const double centre[] = {
        -3.6444120640178196996e-21, -1.685059138182016589e-19,  1.2858480715256400167e-18,
        1.115787767802518096e-17,   -1.333171662854620906e-16,  2.0972767875968561637e-17,
        6.6376381343583238325e-15,  -4.0545662729752068639e-14, -8.1519341976054721522e-14,
        2.6335093153082322977e-12,  -1.2975133253453532498e-11, -5.4154120542946279317e-11,
        1.051212273321532285e-09,   -4.1126339803469836976e-09, -2.9070369957882005086e-08,
        4.2347877827932403518e-07,  -1.3654692000834678645e-06, -1.3882523362786468719e-05,
        0.0001867342080340571352,   -0.00074070253416626697512, -0.0060336708714301490533,
        0.24015818242558961693,     1.6536545626831027356
    };
    static const double middle[] = {
        2.2137376921775787049e-09, 9.0756561938885390979e-08, -2.7517406297064545428e-07,
        1.8239629214389227755e-08, 1.5027403968909827627e-06, -4.013867526981545969e-06,
        2.9234449089955446044e-06, 1.2475304481671778723e-05, -4.7318229009055733981e-05,
        6.8284851459573175448e-05, 2.4031110387097893999e-05, -0.0003550375203628474796,
        0.00095328937973738049703, -0.0016882755560235047313, 0.0024914420961078508066,
        -0.0037512085075692412107, 0.005370914553590063617,   1.0052589676941592334,
        3.0838856104922207635
    };
    static const double tail[] = {
        -2.7109920616438573243e-11, -2.5556418169965252055e-10, 1.5076572693500548083e-09,
        -3.7894654401267369937e-09, 7.6157012080783393804e-09,  -1.4960026627149240478e-08,
        2.9147953450901080826e-08,  -6.7711997758452339498e-08, 2.2900482228026654717e-07,
        -9.9298272942317002539e-07, 4.5260625972231537039e-06,  -1.9681778105531670567e-05,
        7.5995277030017761139e-05,  -0.00021503011930044477347, -0.00013871931833623122026,
        1.0103004648645343977,      4.8499064014085844221
    };
    double w = -log((1 - x) * (1 + x)); /* 1 - x * x would lose digits near ±1 */
    if (w < 6.25)
        return polynomial(centre, G_N_ELEMENTS(centre), w - 3.125) * x;
    if (w < 16)
        return polynomial(middle, G_N_ELEMENTS(middle), sqrt(w) - 3.25) * x;
    return isfinite(w) ? polynomial(tail, G_N_ELEMENTS(tail), sqrt(w) - 5) * x : INFINITY * x;
}

/* The parameters of a distribution from args[first] on: a mean that may be missing, a spread. */
typedef struct {
    double mean, spread;
} Normal;

static Normal read_normal(JutuEval *eval, const JutuValue *args, size_t n, size_t first)
{
    JutuValue mean = jutu_arg(args, n, first), spread = jutu_arg(args, n, first + 1);
    return (Normal){ jutu_truthy(mean) ? jutu_eval_number(eval, mean) : 0,
                     jutu_is_nullish(spread) ? 1 : jutu_eval_number(eval, spread) };
}

static double density(double value, Normal normal)
{
    double z = (value - normal.mean) / normal.spread;
    return exp(-0.5 * z * z) / (normal.spread * SQRT2PI);
}

static double quantile(double p, Normal normal)
{
    return p < 0 || p > 1 ? NAN : normal.mean + normal.spread * M_SQRT2 * inverse_error(2 * p - 1);
}

/* A function of a value or probability and a normal distribution. */
#define OF_NORMAL(name, expression) \
    static JutuValue name(JutuEval *eval, const JutuValue *args, size_t n) \
    { \
        double x = jutu_eval_number(eval, jutu_arg(args, n, 0)); \
        Normal normal = read_normal(eval, args, n, 1); \
        return jutu_number(expression); \
    }

OF_NORMAL(density_normal, density(x, normal))
OF_NORMAL(cumulative_normal, jutu_normal_share((x - normal.mean) / normal.spread))
OF_NORMAL(quantile_normal, quantile(x, normal))
OF_NORMAL(density_log, x <= 0 ? 0 : density(log(x), normal) / x)
OF_NORMAL(cumulative_log, jutu_normal_share((log(x) - normal.mean) / normal.spread))
OF_NORMAL(quantile_log, exp(quantile(x, normal)))

static JutuValue random_number(JutuEval *eval, const JutuValue *args, size_t n)
{
    (void)args, (void)n;
    return jutu_number(jutu_random(eval->context));
}

static JutuValue draw_normal(JutuEval *eval, const JutuValue *args, size_t n)
{
    Normal normal = read_normal(eval, args, n, 0);
    return jutu_number(normal.mean + sample_normal(eval->context) * normal.spread);
}

static JutuValue draw_log(JutuEval *eval, const JutuValue *args, size_t n)
{
    Normal normal = read_normal(eval, args, n, 0);
    return jutu_number(exp(normal.mean + sample_normal(eval->context) * normal.spread));
}

/* From args[first] on: low and high; high alone; neither is 0 to 1. */
static void read_uniform(JutuEval *eval, const JutuValue *args, size_t n, size_t first, double *low,
                         double *high)
{
    JutuValue a = jutu_arg(args, n, first), b = jutu_arg(args, n, first + 1);
    bool both = !jutu_is_nullish(b);
    *low = both ? jutu_eval_number(eval, a) : 0;
    *high = both ? jutu_eval_number(eval, b) : jutu_is_nullish(a) ? 1 : jutu_eval_number(eval, a);
}

static JutuValue draw_uniform(JutuEval *eval, const JutuValue *args, size_t n)
{
    double low, high;
    read_uniform(eval, args, n, 0, &low, &high);
    return jutu_number(low + (high - low) * jutu_random(eval->context));
}

#define OF_UNIFORM(name, expression) \
    static JutuValue name(JutuEval *eval, const JutuValue *args, size_t n) \
    { \
        double x = jutu_eval_number(eval, jutu_arg(args, n, 0)), low, high; \
        read_uniform(eval, args, n, 1, &low, &high); \
        return jutu_number(expression); \
    }

OF_UNIFORM(density_uniform, (x >= low && x <= high) ? 1 / (high - low) : 0)
OF_UNIFORM(cumulative_uniform, x<low ? 0 : x> high ? 1 : (x - low) / (high - low))
OF_UNIFORM(quantile_uniform, (x >= 0 && x <= 1) ? low + x *(high - low) : NAN)

const JutuFunction jutu_functions_random[] = {
    { "random", "random(): a number from 0 up to 1; the same series for each chart.", 0, JUTU_ANY,
      JUTU_IMPURE, .fn = random_number },
    { "sampleNormal", "sampleNormal(mean, stdev): a draw from a normal distribution.", 0, JUTU_ANY,
      JUTU_IMPURE, .fn = draw_normal },
    { "sampleLogNormal", "sampleLogNormal(mean, stdev): a draw, its logarithm being normal.", 0,
      JUTU_ANY, JUTU_IMPURE, .fn = draw_log },
    { "sampleUniform", "sampleUniform(low, high): a draw from an interval.", 0, JUTU_ANY,
      JUTU_IMPURE, .fn = draw_uniform },
    { "densityNormal", "densityNormal(value, mean, stdev): the density there.", 0, JUTU_ANY,
      .fn = density_normal },
    { "cumulativeNormal", "cumulativeNormal(value, mean, stdev): the share below.", 0, JUTU_ANY,
      .fn = cumulative_normal },
    { "quantileNormal", "quantileNormal(p, mean, stdev): what a share of p lies below.", 0,
      JUTU_ANY, .fn = quantile_normal },
    { "densityLogNormal", "densityLogNormal(value, mean, stdev): the density there.", 0, JUTU_ANY,
      .fn = density_log },
    { "cumulativeLogNormal", "cumulativeLogNormal(value, mean, stdev): the share below.", 0,
      JUTU_ANY, .fn = cumulative_log },
    { "quantileLogNormal", "quantileLogNormal(p, mean, stdev): what a share of p lies below.", 0,
      JUTU_ANY, .fn = quantile_log },
    { "densityUniform", "densityUniform(value, low, high): the density there.", 0, JUTU_ANY,
      .fn = density_uniform },
    { "cumulativeUniform", "cumulativeUniform(value, low, high): the share below.", 0, JUTU_ANY,
      .fn = cumulative_uniform },
    { "quantileUniform", "quantileUniform(p, low, high): what a share of p lies below.", 0,
      JUTU_ANY, .fn = quantile_uniform },
    { 0 },
};
