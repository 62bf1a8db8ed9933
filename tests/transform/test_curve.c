#include "transform/curve.h"

#include <glib.h>

#include "check.h"

static double straight(const void *self, double x)
{
    return x * *(const double *)self;
}

static double step(const void *self, double x)
{
    return x < *(const double *)self ? 0 : 1;
}

static void test_sample(void)
{
    static const struct {
        const char *row;
        JutuCurve curve;
        double self, steps[2];
        size_t n; /* points */
    } table[] = {
        { "even steps", straight, 2, { 4, 4 }, 5 },
        { "a line needs no more steps", straight, 2, { 4, 64 }, 5 },
        { "fewer at most than at least", straight, 2, { 6, 3 }, 7 },
        { "a corner is approached", step, 0.3, { 2, 16 }, 6 },
        { "one step", straight, 2, { 1, 1 }, 2 },
    };
    static const double extent[] = { 0, 1 };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuPoints points = { 0 };
        jutu_sample_curve(table[i].curve, &table[i].self, extent, table[i].steps, 3, 0, &points);
        CHECK_SIZE(table[i].row, points.n, table[i].n);
        CHECK_EXACT(table[i].row, points.xy[0], 0.0);
        CHECK_EXACT(table[i].row, points.xy[points.n * 2 - 2], 1.0);
        CHECK_EXACT(table[i].row, points.xy[points.n * 2 - 1],
                    3 * table[i].curve(&table[i].self, 1));
        for (size_t p = 1; p < points.n; p++)
            CHECK_TRUE(table[i].row, points.xy[p * 2] > points.xy[p * 2 - 2]);
        g_free(points.xy);
        g_free(points.groups);
    }
}

SUITE(transform_curve, { "sample", test_sample });
