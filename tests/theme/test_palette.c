/* The theme's colours of categories are told apart by everybody: CIEDE2000 between each two of them
 * as normal sight and the three common colour blindnesses see them (matrices of Machado, Oliveira
 * and Fernandes 2009, severity 1), contrast with white (WCAG), and lightness in print. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/color.h"
#include "base/json.h"
#include "check.h"
#include "theme/themes.h"

enum { N_COLORS = 8, N_SIGHTS = 4 };

static const double sights[N_SIGHTS][9] = {
    { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
    { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
    { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
    { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
};

typedef struct {
    double l, a, b;
} Lab;

static double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

static double knee(double t)
{
    return t > 216 / 24389.0 ? cbrt(t) : (24389 / 27.0 * t + 16) / 116;
}

static Lab lab_of(JutuColor color, const double *sight)
{
    double in[] = { linear(color.r), linear(color.g), linear(color.b) }, rgb[3];
    for (size_t i = 0; i < 3; i++) {
        double sum = sight[3 * i] * in[0] + sight[3 * i + 1] * in[1] + sight[3 * i + 2] * in[2];
        rgb[i] = fmin(fmax(sum, 0), 1);
    }
    double x = 0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2];
    double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
    double z = 0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2];
    double fx = knee(x / 0.95047), fy = knee(y), fz = knee(z / 1.08883);
    return (Lab){ 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz) };
}

static double hue_of(double a, double b)
{
    double hue = a == 0 && b == 0 ? 0 : atan2(b, a);
    return hue < 0 ? hue + 2 * G_PI : hue;
}

/* Sharma, Wu and Dalal 2005. */
static double ciede2000(Lab p, Lab q)
{
    const double far = pow(25, 7), degree = G_PI / 180;
    double mean = pow((hypot(p.a, p.b) + hypot(q.a, q.b)) / 2, 7);
    double stretch = 1 + 0.5 * (1 - sqrt(mean / (mean + far)));
    double c1 = hypot(stretch * p.a, p.b), c2 = hypot(stretch * q.a, q.b);
    double h1 = hue_of(stretch * p.a, p.b), h2 = hue_of(stretch * q.a, q.b);
    double turn = c1 * c2 == 0 ? 0 : h2 - h1;
    turn += turn > G_PI ? -2 * G_PI : turn < -G_PI ? 2 * G_PI : 0;
    double middle = c1 * c2 == 0 ? h1 + h2 : (h1 + h2) / 2;
    if (c1 * c2 != 0 && fabs(h1 - h2) > G_PI)
        middle += middle < G_PI ? G_PI : -G_PI;
    double light = (p.l + q.l) / 2 - 50, chroma = (c1 + c2) / 2, chroma7 = pow(chroma, 7);
    double t = 1 - 0.17 * cos(middle - 30 * degree) + 0.24 * cos(2 * middle) +
               0.32 * cos(3 * middle + 6 * degree) - 0.2 * cos(4 * middle - 63 * degree);
    double bend = 30 * degree * exp(-pow((middle / degree - 275) / 25, 2));
    double dl = (q.l - p.l) / (1 + 0.015 * light * light / sqrt(20 + light * light));
    double dc = (c2 - c1) / (1 + 0.045 * chroma);
    double dh = 2 * sqrt(c1 * c2) * sin(turn / 2) / (1 + 0.015 * chroma * t);
    double skew = -sin(2 * bend) * 2 * sqrt(chroma7 / (chroma7 + far));
    return sqrt(dl * dl + dc * dc + dh * dh + skew * dc * dh);
}

static void read_palette(JutuColor out[N_COLORS])
{
    json_t *config = jutu_theme_config("report");
    const json_t *list = jutu_json_path(config, "range", "category", NULL);
    CHECK_SIZE("colours", json_array_size(list), N_COLORS);
    for (size_t i = 0; i < MIN(json_array_size(list), N_COLORS); i++)
        CHECK_TRUE("a colour",
                   jutu_color_parse(json_string_value(json_array_get(list, i)), &out[i]));
    json_decref(config);
}

/* The least distance between the first n of them, to any sight. */
static double least_distance(const JutuColor *colors, int n)
{
    double least = INFINITY;
    for (int sight = 0; sight < N_SIGHTS; sight++) {
        for (int i = 1; i < n; i++) {
            for (int j = 0; j < i; j++)
                least = fmin(least, ciede2000(lab_of(colors[i], sights[sight]),
                                              lab_of(colors[j], sights[sight])));
        }
    }
    return least;
}

/* The formula, by pairs of its authors' table. */
static void test_formula(void)
{
    static const struct {
        Lab p, q;
        double want;
    } table[] = {
        { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
        { { 50, -1, 2 }, { 50, 0, 0 }, 2.3669 },
        { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
        { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
    };
    for (size_t i = 0; i < ROWS(table); i++)
        CHECK_TRUE("CIEDE2000", fabs(ciede2000(table[i].p, table[i].q) - table[i].want) < 1e-4);
}

static void test_distances(void)
{
    static const struct {
        int n;
        double least;
    } table[] = { { 4, 22 }, { 5, 14 }, { 7, 12 }, { 8, 7 } };
    JutuColor colors[N_COLORS] = { 0 };
    read_palette(colors);
    for (size_t i = 0; i < ROWS(table); i++) {
        double got = least_distance(colors, table[i].n);
        printf("the first %d are at least %.1f apart\n", table[i].n, got);
        CHECK_TRUE("apart", got >= table[i].least);
    }
}

static void test_contrast(void)
{
    enum { OCHRE = 5 };
    JutuColor colors[N_COLORS] = { 0 };
    read_palette(colors);
    for (int i = 0; i < 7; i++) {
        double light = 0.2126 * linear(colors[i].r) + 0.7152 * linear(colors[i].g) +
                       0.0722 * linear(colors[i].b);
        CHECK_TRUE("on white", i == OCHRE || 1.05 / (light + 0.05) >= 3);
    }
    for (int i = 1; i < 4; i++) {
        for (int j = 0; j < i; j++)
            CHECK_TRUE("in grey print",
                       fabs(lab_of(colors[i], sights[0]).l - lab_of(colors[j], sights[0]).l) >= 6);
    }
}

SUITE(palette, { "formula", test_formula }, { "distances", test_distances },
      { "contrast", test_contrast });
