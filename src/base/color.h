/* Colours: CSS text in, sRGB out, and the spaces in which scales interpolate. */
#pragma once
#include <stdbool.h>

/* sRGB and alpha, each 0 to 1, not premultiplied. a = 0 paints nothing. */
typedef struct {
    double r, g, b, a;
} JutuColor;

/* Any CSS colour: names, #rgb[a], #rrggbb[aa], rgb[a](), hsl[a](), "transparent", "none".
 * @return false if it is no colour; then *out is transparent */
bool jutu_color_parse(const char *text, JutuColor *out);

enum { JUTU_COLOR_SIZE = 40 };

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

JutuHcl jutu_color_to_hcl(JutuColor color);
JutuColor jutu_color_from_hcl(JutuHcl hcl);
JutuLab jutu_color_to_lab(JutuColor color);
JutuColor jutu_color_from_lab(JutuLab lab);
JutuHsl jutu_color_to_hsl(JutuColor color);
JutuColor jutu_color_from_hsl(JutuHsl hsl);

/* WCAG 2 relative luminance and contrast ratio. */
double jutu_color_luminance(JutuColor color);
double jutu_color_contrast(JutuColor a, JutuColor b);

typedef JutuColor (*JutuInterpolate)(JutuColor a, JutuColor b, double t, double gamma);

/* d3-interpolate's: "rgb", "hsl", "hsl-long", "lab", "hcl", "hcl-long", "cubehelix",
 * "cubehelix-long"; NULL if there is none of this name. */
JutuInterpolate jutu_interpolate_find(const char *name);
