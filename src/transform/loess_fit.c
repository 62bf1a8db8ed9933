/* Local regression: at each point a line through its neighbours, near ones weighing more. */
#include <glib.h>
#include <math.h>

#include "base/stats.h"
#include "transform/fit.h"

/* Points about their means, and what is known of each. */
typedef struct {
    double *x, *y, *fitted, *residuals, *weights;
    size_t n;
} Work;

static double tricube(double x)
{
    x = 1 - x * x * x;
    return x * x * x;
}

/* The value at point i of the line through points first to last. */
static double local_fit(const Work *work, size_t i, size_t first, size_t last)
{
    double x = work->x[i], w = 0, wx = 0, wy = 0, wxy = 0, wxx = 0;
    size_t edge = x - work->x[first] > work->x[last] - x ? first : last;
    double reach = work->x[edge] - x;
    double scale = 1 / fabs(reach != 0 ? reach : 1);
    for (size_t k = first; k <= last; k++) {
        double weight = tricube(fabs(x - work->x[k]) * scale) * work->weights[k];
        double xk = work->x[k] * weight;
        w += weight;
        wx += xk;
        wy += work->y[k] * weight;
        wxy += work->y[k] * xk;
        wxx += work->x[k] * xk;
    }
    double ux = wx / w, uy = wy / w, delta = wxx / w - ux * ux;
    double slope = fabs(delta) < 1e-24 ? 0 : (wxy / w - ux * uy) / delta;
    return uy - slope * ux + slope * x;
}

/* Moves the neighbourhood right while that brings it nearer to point i. */
static void advance(const Work *work, size_t i, size_t *first, size_t *last)
{
    if (i >= work->n)
        return;
    double x = work->x[i];
    size_t left = *first, right = *last + 1;
    while (right < work->n && i > left && work->x[right] - x <= x - work->x[left]) {
        *first = ++left;
        *last = right++;
    }
}

static void fit_all(Work *work, size_t neighbours)
{
    size_t first = 0, last = neighbours - 1;
    for (size_t i = 0; i < work->n; i++) {
        work->fitted[i] = local_fit(work, i, first, last);
        work->residuals[i] = fabs(work->y[i] - work->fitted[i]);
        advance(work, i + 1, &first, &last);
    }
}

/* Weighs outliers less. @return false if the fit is exact already */
static bool reweigh(Work *work)
{
    const double epsilon = 1e-12;
    double median = jutu_median(work->residuals, work->n);
    if (fabs(median) < epsilon)
        return false;
    for (size_t i = 0; i < work->n; i++) {
        double distance = work->residuals[i] / (6 * median), weight = 1 - distance * distance;
        /* a tiny weight instead of 0 prevents singular fits */
        work->weights[i] = distance >= 1 ? epsilon : weight * weight;
    }
    return true;
}

/* Points of equal x become one, at the mean of their fits. */
static size_t collect_points(const Work *work, double ux, double uy, double *out)
{
    size_t n = 0, same = 0;
    for (size_t i = 0; i < work->n; i++) {
        double x = work->x[i] + ux;
        if (n > 0 && out[n * 2 - 2] == x) {
            out[n * 2 - 1] += (work->fitted[i] - out[n * 2 - 1]) / (double)++same;
            continue;
        }
        same = 0;
        out[n * 2] = x;
        out[n * 2 + 1] = work->fitted[i];
        n++;
    }
    for (size_t i = 0; i < n; i++)
        out[i * 2 + 1] += uy;
    return n;
}

size_t jutu_loess(const JutuSamples *samples, double bandwidth, double *out)
{
    enum { ITERATIONS = 2 };
    size_t n = samples->n;
    if (n == 0)
        return 0;
    g_autofree double *numbers = g_new0(double, n * 5);
    Work work = { numbers, numbers + n, numbers + n * 2, numbers + n * 3, numbers + n * 4, n };
    double ux = 0, uy = 0;
    for (size_t i = 0; i < n; i++) {
        ux += (samples->x[i] - ux) / (double)(i + 1);
        uy += (samples->y[i] - uy) / (double)(i + 1);
    }
    for (size_t i = 0; i < n; i++) {
        work.x[i] = samples->x[i] - ux;
        work.y[i] = samples->y[i] - uy;
        work.weights[i] = 1;
    }
    double wanted = fmax(2, trunc(bandwidth * (double)n));
    bool enough = wanted <= (double)n; /* too few neighbours give no fit at all */
    for (size_t i = 0; i < n && !enough; i++)
        work.fitted[i] = NAN;
    for (int iteration = 0; enough; iteration++) {
        fit_all(&work, (size_t)wanted);
        if (iteration == ITERATIONS || !reweigh(&work))
            break;
    }
    return collect_points(&work, ux, uy, out);
}
