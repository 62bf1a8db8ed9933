/* d3-ease: how a share of time becomes a share of the way. */
#include <math.h>

#include "expr/eval.h"

static double linear(double t)
{
    return t;
}

static double quad_in(double t)
{
    return t * t;
}

static double quad_out(double t)
{
    return t * (2 - t);
}

static double quad(double t)
{
    t *= 2;
    return (t <= 1 ? t * t : (t - 1) * (3 - t) + 1) / 2;
}

static double cubic_in(double t)
{
    return t * t * t;
}

static double cubic_out(double t)
{
    t -= 1;
    return t * t * t + 1;
}

static double cubic(double t)
{
    t *= 2;
    return (t <= 1 ? t * t * t : (t - 2) * (t - 2) * (t - 2) + 2) / 2;
}

static double sin_in(double t)
{
    return t == 1 ? 1 : 1 - cos(t * M_PI_2);
}

static double sin_out(double t)
{
    return sin(t * M_PI_2);
}

static double sine(double t)
{
    return (1 - cos(M_PI * t)) / 2;
}

/* 2^-10x, stretched to go from 1 to 0. */
static double two_power(double x)
{
    return (pow(2, -10 * x) - 0.0009765625) * 1.0009775171065494;
}

static double exp_in(double t)
{
    return two_power(1 - t);
}

static double exp_out(double t)
{
    return 1 - two_power(t);
}

static double exponential(double t)
{
    t *= 2;
    return (t <= 1 ? two_power(1 - t) : 2 - two_power(t - 1)) / 2;
}

static double circle_in(double t)
{
    return 1 - sqrt(1 - t * t);
}

static double circle_out(double t)
{
    t -= 1;
    return sqrt(1 - t * t);
}

static double circle(double t)
{
    t *= 2;
    return (t <= 1 ? 1 - sqrt(1 - t * t) : sqrt(1 - (t - 2) * (t - 2)) + 1) / 2;
}

static double bounce_out(double t)
{
    const double b0 = 121.0 / 16;
    if (t < 4.0 / 11)
        return b0 * t * t;
    if (t < 8.0 / 11)
        return b0 * (t - 6.0 / 11) * (t - 6.0 / 11) + 3.0 / 4;
    if (t < 10.0 / 11)
        return b0 * (t - 9.0 / 11) * (t - 9.0 / 11) + 15.0 / 16;
    return b0 * (t - 21.0 / 22) * (t - 21.0 / 22) + 63.0 / 64;
}

static double bounce_in(double t)
{
    return 1 - bounce_out(1 - t);
}

static double bounce(double t)
{
    t *= 2;
    return (t <= 1 ? 1 - bounce_out(1 - t) : bounce_out(t - 1) + 1) / 2;
}

static const double OVERSHOOT = 1.70158;

static double back_in(double t)
{
    return t * t * (OVERSHOOT * (t - 1) + t);
}

static double back_out(double t)
{
    t -= 1;
    return t * t * ((t + 1) * OVERSHOOT + t) + 1;
}

static double back(double t)
{
    t *= 2;
    if (t < 1)
        return t * t * ((OVERSHOOT + 1) * t - OVERSHOOT) / 2;
    t -= 2;
    return (t * t * ((OVERSHOOT + 1) * t + OVERSHOOT) + 2) / 2;
}

static const double PERIOD = 0.3 / (2 * M_PI);

static double elastic_in(double t)
{
    double shift = asin(1) * PERIOD;
    t -= 1;
    return two_power(-t) * sin((shift - t) / PERIOD);
}

static double elastic_out(double t)
{
    double shift = asin(1) * PERIOD;
    return 1 - two_power(t) * sin((t + shift) / PERIOD);
}

static double elastic(double t)
{
    double shift = asin(1) * PERIOD;
    t = t * 2 - 1;
    return (t < 0 ? two_power(-t) * sin((shift - t) / PERIOD)
                  : 2 - two_power(t) * sin((shift + t) / PERIOD)) /
           2;
}

/* Four rows: plain, in, out, in and out. */
#define EASE(name, plain, in, out, in_out) \
    { "ease" name, "ease" name "(part): eased.", 0, JUTU_ANY, .math = plain }, \
        { "ease" name "In", "ease" name "In(part): slow at first.", 0, JUTU_ANY, .math = in }, \
        { "ease" name "Out", "ease" name "Out(part): slow at last.", 0, JUTU_ANY, .math = out }, \
    { \
        "ease" name "InOut", "ease" name "InOut(part): slow at both ends.", 0, JUTU_ANY, \
            .math = in_out \
    }

const JutuFunction jutu_functions_ease[] = {
    { "easeLinear", "easeLinear(part): as it is.", 0, JUTU_ANY, .math = linear },
    EASE("Quad", quad, quad_in, quad_out, quad),
    EASE("Cubic", cubic, cubic_in, cubic_out, cubic),
    EASE("Poly", cubic, cubic_in, cubic_out, cubic),
    EASE("Sin", sine, sin_in, sin_out, sine),
    EASE("Exp", exponential, exp_in, exp_out, exponential),
    EASE("Circle", circle, circle_in, circle_out, circle),
    EASE("Bounce", bounce_out, bounce_in, bounce_out, bounce),
    EASE("Back", back, back_in, back_out, back),
    EASE("Elastic", elastic_out, elastic_in, elastic_out, elastic),
    { 0 },
};
