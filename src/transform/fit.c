#include "transform/fit.h"

#include <math.h>
#include <string.h>

/* Intercept and slope from means of x, y, xy and x². */
static void least_squares(const double means[4], double out[2])
{
    double delta = means[3] - means[0] * means[0];
    double slope = fabs(delta) < 1e-24 ? 0 : (means[2] - means[0] * means[1]) / delta;
    out[0] = means[1] - slope * means[0];
    out[1] = slope;
}

/* Running means of x, y, xy, x² for transformed axes. */
static void means_of(const JutuSamples *samples, double (*fx)(double), double (*fy)(double),
                     double means[4])
{
    memset(means, 0, 4 * sizeof(double));
    for (size_t i = 0; i < samples->n; i++) {
        double n = (double)i + 1, x = fx ? fx(samples->x[i]) : samples->x[i];
        double y = fy ? fy(samples->y[i]) : samples->y[i];
        means[0] += (x - means[0]) / n;
        means[1] += (y - means[1]) / n;
        means[2] += (x * y - means[2]) / n;
        means[3] += (x * x - means[3]) / n;
    }
}

static double mean_of(const double *numbers, size_t n)
{
    double mean = 0;
    for (size_t i = 0; i < n; i++)
        mean += (numbers[i] - mean) / (double)(i + 1);
    return mean;
}

static void set_coef(JutuFit *out, double a, double b)
{
    out->coef[0] = a;
    out->coef[1] = b;
    out->n_coef = 2;
}

/* --- constant and linear --- */

static double predict_constant(const void *fit, double x)
{
    (void)x;
    return ((const JutuFit *)fit)->coef[0];
}

static void fit_constant(const JutuSamples *samples, size_t order, JutuFit *out)
{
    (void)order;
    out->coef[0] = out->mean_y = mean_of(samples->y, samples->n);
    out->n_coef = 1;
    out->predict = predict_constant;
}

static double predict_linear(const void *fit, double x)
{
    const JutuFit *line = fit;
    return line->coef[0] + line->coef[1] * x;
}

static void fit_linear(const JutuSamples *samples, size_t order, JutuFit *out)
{
    (void)order;
    double means[4];
    means_of(samples, NULL, NULL, means);
    out->mean_y = means[1];
    least_squares(means, out->coef);
    out->n_coef = 2;
    out->predict = predict_linear;
}

/* --- log, exp and pow --- */

static double predict_log(const void *fit, double x)
{
    const JutuFit *curve = fit;
    return curve->coef[0] + curve->coef[1] * log(x);
}

static void fit_log(const JutuSamples *samples, size_t order, JutuFit *out)
{
    (void)order;
    double means[4];
    means_of(samples, log, NULL, means);
    out->mean_y = means[1];
    least_squares(means, out->coef);
    out->n_coef = 2;
    out->predict = predict_log;
}

static double predict_exp(const void *fit, double x)
{
    const JutuFit *curve = fit;
    return exp(curve->terms[0] + curve->terms[1] * (x - curve->mean_x));
}

/* Points weigh by their y, so that small ones don't dominate the logarithms. */
static void fit_exp(const JutuSamples *samples, size_t order, JutuFit *out)
{
    (void)order;
    out->mean_x = mean_of(samples->x, samples->n);
    out->mean_y = mean_of(samples->y, samples->n);
    double yl = 0, xy = 0, xyl = 0, xxy = 0;
    for (size_t i = 0; i < samples->n; i++) {
        double n = (double)i + 1, dx = samples->x[i] - out->mean_x, dy = samples->y[i];
        double ly = log(dy), product = dx * dy;
        yl += (dy * ly - yl) / n;
        xy += (product - xy) / n;
        xyl += (product * ly - xyl) / n;
        xxy += (dx * product - xxy) / n;
    }
    double u = out->mean_y, means[4] = { xy / u, yl / u, xyl / u, xxy / u };
    least_squares(means, out->terms);
    set_coef(out, exp(out->terms[0] - out->terms[1] * out->mean_x), out->terms[1]);
    out->predict = predict_exp;
}

static double predict_pow(const void *fit, double x)
{
    const JutuFit *curve = fit;
    return curve->coef[0] * pow(x, curve->coef[1]);
}

static void fit_pow(const JutuSamples *samples, size_t order, JutuFit *out)
{
    (void)order;
    double means[4], line[2];
    means_of(samples, log, log, means);
    least_squares(means, line);
    out->mean_y = mean_of(samples->y, samples->n);
    set_coef(out, exp(line[0]), line[1]);
    out->predict = predict_pow;
}

/* --- quad and poly --- */

static double predict_quad(const void *fit, double x)
{
    const JutuFit *curve = fit;
    x -= curve->mean_x;
    return curve->terms[2] * x * x + curve->terms[1] * x + curve->terms[0] + curve->mean_y;
}

static void fit_quad(const JutuSamples *samples, size_t order, JutuFit *out)
{
    (void)order;
    double ux = out->mean_x = mean_of(samples->x, samples->n);
    double uy = out->mean_y = mean_of(samples->y, samples->n);
    double x2 = 0, x3 = 0, x4 = 0, xy = 0, x2y = 0;
    for (size_t i = 0; i < samples->n; i++) {
        double n = (double)i + 1, dx = samples->x[i] - ux, dy = samples->y[i] - uy, xx = dx * dx;
        x2 += (xx - x2) / n;
        x3 += (xx * dx - x3) / n;
        x4 += (xx * xx - x4) / n;
        xy += (dx * dy - xy) / n;
        x2y += (xx * dy - x2y) / n;
    }
    double rest = x4 - x2 * x2, divisor = x2 * rest - x3 * x3;
    double a = (x2y * x2 - xy * x3) / divisor, b = (xy * rest - x2y * x3) / divisor, c = -a * x2;
    out->terms[0] = c;
    out->terms[1] = b;
    out->terms[2] = a;
    out->coef[0] = c - b * ux + a * ux * ux + uy;
    out->coef[1] = b - 2 * a * ux;
    out->coef[2] = a;
    out->n_coef = 3;
    out->predict = predict_quad;
}

static double predict_poly(const void *fit, double x)
{
    const JutuFit *curve = fit;
    x -= curve->mean_x;
    double y = curve->mean_y + curve->terms[0] + curve->terms[1] * x + curve->terms[2] * x * x;
    for (size_t i = 3; i < curve->n_coef; i++)
        y += curve->terms[i] * pow(x, (double)i);
    return y;
}

typedef double Matrix[JUTU_MAX_ORDER + 2][JUTU_MAX_ORDER + 1];

/* Solves by Gaussian elimination; columns[n] is the right side. */
static void eliminate(Matrix columns, size_t n, double *out)
{
    for (size_t i = 0; i < n; i++) {
        size_t pivot = i;
        for (size_t j = i + 1; j < n; j++)
            if (fabs(columns[i][j]) > fabs(columns[i][pivot]))
                pivot = j;
        for (size_t k = i; k <= n; k++) {
            double swap = columns[k][i];
            columns[k][i] = columns[k][pivot];
            columns[k][pivot] = swap;
        }
        for (size_t j = i + 1; j < n; j++)
            for (size_t k = n + 1; k-- > i;)
                columns[k][j] -= columns[k][i] * columns[i][j] / columns[i][i];
    }
    for (size_t j = n; j-- > 0;) {
        double sum = 0;
        for (size_t k = j + 1; k < n; k++)
            sum += columns[k][j] * out[k];
        out[j] = (columns[n][j] - sum) / columns[j][j];
    }
}

/* Coefficients of a polynomial in x − mean as one in x. */
static void uncenter(size_t n, const double *terms, double x, double *out)
{
    memset(out, 0, n * sizeof(double));
    for (size_t i = n; i-- > 0;) {
        double binomial = 1;
        out[i] += terms[i];
        for (size_t j = 1; j <= i; j++) {
            binomial *= (double)(i + 1 - j) / (double)j;
            out[i - j] += terms[i] * pow(x, (double)j) * binomial;
        }
    }
}

static double sum_of_powers(const JutuSamples *samples, const JutuFit *fit, double power, bool by_y)
{
    double sum = 0;
    for (size_t i = 0; i < samples->n; i++) {
        double term = pow(samples->x[i] - fit->mean_x, power);
        sum += by_y ? term * (samples->y[i] - fit->mean_y) : term;
    }
    return sum;
}

static void fit_poly(const JutuSamples *samples, size_t order, JutuFit *out)
{
    static void (*const lower[])(const JutuSamples *, size_t, JutuFit *) = { fit_constant,
                                                                             fit_linear, fit_quad };
    if (order < 3) {
        lower[order](samples, order, out);
        return;
    }
    Matrix columns;
    size_t n = out->n_coef = order + 1;
    out->mean_x = mean_of(samples->x, samples->n);
    out->mean_y = mean_of(samples->y, samples->n);
    for (size_t i = 0; i < n; i++) {
        columns[n][i] = sum_of_powers(samples, out, (double)i, true);
        for (size_t j = 0; j < n; j++)
            columns[i][j] = sum_of_powers(samples, out, (double)(i + j), false);
    }
    eliminate(columns, n, out->terms);
    uncenter(n, out->terms, -out->mean_x, out->coef);
    out->coef[0] += out->mean_y;
    out->predict = predict_poly;
}

static const JutuFitMethod methods[] = {
    { .name = "linear", .straight = true, .freedom = 1, .fit = fit_linear },
    { .name = "log", .above_zero = true, .freedom = 1, .fit = fit_log },
    { .name = "exp", .freedom = 1, .fit = fit_exp },
    { .name = "pow", .freedom = 1, .fit = fit_pow },
    { .name = "quad", .freedom = 2, .fit = fit_quad },
    { .name = "poly", .by_order = true, .fit = fit_poly },
    { .name = "constant", .straight = true, .freedom = 1, .fit = fit_constant },
};

const JutuFitMethod *jutu_fit_find(const char *name)
{
    for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++)
        if (strcmp(methods[i].name, name) == 0)
            return &methods[i];
    return NULL;
}

void jutu_fit(const JutuFitMethod *method, const JutuSamples *samples, size_t order, JutuFit *out)
{
    *out = (JutuFit){ 0 };
    method->fit(samples, order, out);
    if (out->n_coef == 1) /* a constant explains nothing */
        return;
    double residual = 0, total = 0;
    for (size_t i = 0; i < samples->n; i++) {
        double error = samples->y[i] - out->predict(out, samples->x[i]);
        double distance = samples->y[i] - out->mean_y;
        residual += error * error;
        total += distance * distance;
    }
    out->r_squared = 1 - residual / total;
}
