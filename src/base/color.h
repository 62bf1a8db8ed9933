/* Colours: CSS text in, sRGB out, and the spaces in which scales interpolate. */
#pragma once
#include <stdbool.h>

/* sRGB and alpha, each 0 to 1, not premultiplied. a = 0 paints nothing. */
typedef struct {
    double r, g, b, a;
} JutuColor;

static inline bool jutu_color_equal(JutuColor a, JutuColor b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

/* Any CSS colour: names, #rgb[a], #rrggbb[aa], rgb[a](), hsl[a](), hwb(), lab(), lch(),
 * "transparent", "none".
 * @return false if it is no colour; then *out is transparent */
bool jutu_color_parse(const char *text, JutuColor *out);

enum { JUTU_COLOR_SIZE = 64 };

/* "#rrggbb", or "#rrggbbaa" if translucent. @return out */
char *jutu_color_hex(JutuColor color, char out[JUTU_COLOR_SIZE]);

/* "rgb(1, 2, 3)" or "rgba(1, 2, 3, 0.5)", as d3-color prints what a scale returns. @return out */
char *jutu_color_css(JutuColor color, char out[JUTU_COLOR_SIZE]);

/* d3-color's conversions; h in degrees, NaN where undefined. */
typedef struct {
    double h, c, l, opacity;
} JutuHcl;
typedef struct {
    double l, a, b, opacity;
} JutuLab;
typedef struct {
    double h, s, l, opacity;
} JutuHsl;

/* To and from d3-color's spaces; a hue that grey doesn't have is NaN. */
JutuHcl jutu_color_to_hcl(JutuColor color);
JutuColor jutu_color_from_hcl(JutuHcl hcl);
JutuLab jutu_color_to_lab(JutuColor color);
JutuColor jutu_color_from_lab(JutuLab lab);
JutuHsl jutu_color_to_hsl(JutuColor color);
JutuColor jutu_color_from_hsl(JutuHsl hsl);

/* WCAG 2's relative luminance, 0 to 1. */
double jutu_color_luminance(JutuColor color);

/* A space to interpolate in: "rgb", "hsl", "hsl-long", "lab", "hcl", "hcl-long", "cubehelix",
 * "cubehelix-long", in any case. */
typedef struct JutuColorSpace JutuColorSpace;
const JutuColorSpace *jutu_color_space_find(const char *name); /* NULL if there is none */

/* The way from one colour to another, made ready once: what d3.interpolateRgb(a, b) returns. */
typedef struct {
    const JutuColorSpace *space;
    double start[4], delta[4]; /* three channels and alpha */
    double gamma;
} JutuColorSpan;

/* @param gamma  1 for none; means something in rgb and cubehelix only */
JutuColorSpan jutu_color_span(const JutuColorSpace *space, JutuColor a, JutuColor b, double gamma);

/* The colour at t; channels come in steps of 1/255, as in the texts that d3 returns. */
JutuColor jutu_color_span_at(const JutuColorSpan *span, double t);
