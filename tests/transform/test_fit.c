#include "transform/fit.h"

#include "check.h"

/* Curves are found again from points on them. */
static void test_exact(void)
{
    static const struct {
        const char *method;
        size_t order;
        double y[6]; /* at x = 1, 2, 3, 4, 5, 6 */
        double coef[5];
        size_t n;
    } table[] = {
        { "linear", 0, { 5, 7, 9, 11, 13, 15 }, { 3, 2 }, 2 },
        { "quad", 0, { 4, 9, 16, 25, 36, 49 }, { 1, 2, 1 }, 3 },
        { "poly", 0, { 7, 7, 7, 7, 7, 7 }, { 7 }, 1 },
        { "poly", 1, { 5, 7, 9, 11, 13, 15 }, { 3, 2 }, 2 },
        { "poly", 3, { 2, 9, 28, 65, 126, 217 }, { 1, 0, 0, 1 }, 4 },
        { "poly", 4, { 1, 16, 81, 256, 625, 1296 }, { 0, 0, 0, 0, 1 }, 5 },
        { "pow", 0, { 3, 12, 27, 48, 75, 108 }, { 3, 2 }, 2 },
    };
    double x[] = { 1, 2, 3, 4, 5, 6 };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuSamples samples = { x, (double *)table[i].y, 6 };
        JutuFit fit;
        jutu_fit(jutu_fit_find(table[i].method), &samples, table[i].order, &fit);
        CHECK_SIZE(table[i].method, fit.n_coef, table[i].n);
        for (size_t c = 0; c < table[i].n; c++)
            CHECK_(fabs(fit.coef[c] - table[i].coef[c]) < 1e-7, "%s: coefficient %zu is %.17g",
                   table[i].method, c, fit.coef[c]);
        CHECK_TRUE(table[i].method, fit.n_coef == 1 || fabs(fit.r_squared - 1) < 1e-9);
    }
}

static void test_logarithms(void)
{
    double x[] = { 1, 2, 4, 8 }, logs[4], exps[4];
    JutuSamples log_samples = { x, logs, 4 }, exp_samples = { x, exps, 4 };
    JutuFit fit;
    for (size_t i = 0; i < 4; i++) {
        logs[i] = 2 + 3 * log(x[i]);
        exps[i] = 2 * exp(0.5 * x[i]);
    }
    jutu_fit(jutu_fit_find("log"), &log_samples, 0, &fit);
    CHECK_NUM("intercept", fit.coef[0], 2);
    CHECK_NUM("factor", fit.coef[1], 3);
    CHECK_NUM("between", fit.predict(&fit, 3), 2 + 3 * log(3));
    jutu_fit(jutu_fit_find("exp"), &exp_samples, 0, &fit);
    CHECK_NUM("factor", fit.coef[0], 2);
    CHECK_NUM("rate", fit.coef[1], 0.5);
    CHECK_NUM("between", fit.predict(&fit, 3), 2 * exp(1.5));
    CHECK_TRUE("no such method", jutu_fit_find("cubic") == NULL);
}

static void test_loess(void)
{
    double x[] = { 1, 2, 2, 3, 4 }, y[] = { 2, 3, 5, 6, 8 };
    JutuSamples samples = { x, y, 5 }, none = { x, y, 0 };
    double out[10];
    CHECK_SIZE("equal x become one", jutu_loess(&samples, 1, out), 4);
    CHECK_EXACT("x", out[2], 2.0);
    CHECK_TRUE("y rises", out[1] < out[3] && out[3] < out[5] && out[5] < out[7]);
    CHECK_SIZE("nothing", jutu_loess(&none, 1, out), 0);
    jutu_loess(&samples, 5, out);
    CHECK_TRUE("fewer points than neighbours", isnan(out[1]));
}

SUITE(transform_fit, { "exact", test_exact }, { "logarithms", test_logarithms },
      { "loess", test_loess });
