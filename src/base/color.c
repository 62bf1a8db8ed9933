#include "base/color.h"

#include <glib.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

static const struct {
    const char *name;
    uint32_t rgb;
} names[] = {
#define COLOR_NAME(name, rgb) { #name, rgb },
#include "base/color_names.def"
#undef COLOR_NAME
};

static JutuColor from_bytes(uint32_t rgb, double alpha)
{
    if (alpha <= 0)
        return (JutuColor){ 0, 0, 0, 0 };
    return (JutuColor){ (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0,
                        alpha };
}

/* "#" and 3, 4, 6 or 8 digits; short forms double each digit. */
static bool parse_hex(const char *digits, JutuColor *out)
{
    size_t n = strlen(digits);
    if (n != 3 && n != 4 && n != 6 && n != 8)
        return false;
    uint32_t bytes = 0;
    for (size_t i = 0; i < n; i++) {
        int digit = g_ascii_xdigit_value(digits[i]);
        if (digit < 0)
            return false;
        bytes = bytes << 4 | (uint32_t)digit;
        if (n <= 4)
            bytes = bytes << 4 | (uint32_t)digit;
    }
    bool alpha = n == 4 || n == 8;
    *out = alpha ? from_bytes(bytes >> 8, (bytes & 0xff) / 255.0) : from_bytes(bytes, 1);
    return true;
}

static int compare_name(const void *key, const void *row)
{
    return strcmp(key, *(const char *const *)row);
}

static bool parse_name(const char *text, JutuColor *out)
{
    const void *row = bsearch(text, names, G_N_ELEMENTS(names), sizeof(*names), compare_name);
    if (!row)
        return strcmp(text, "transparent") == 0 || strcmp(text, "none") == 0;
    *out = from_bytes(names[(size_t)((const char *)row - (const char *)names) / sizeof(*names)].rgb,
                      1);
    return true;
}

typedef struct {
    double value;
    bool percent;
} Argument;

/* An angle in degrees, whatever its unit; a percentage; or a number. @return what follows it */
static const char *parse_argument(const char *text, Argument *out)
{
    static const struct {
        const char *unit;
        double degrees;
    } angles[] = { { "deg", 1 }, { "grad", 0.9 }, { "rad", 180 / G_PI }, { "turn", 360 } };
    if (g_str_has_prefix(text, "none")) {
        *out = (Argument){ 0, false };
        return text + 4;
    }
    char *end;
    if (!g_ascii_isdigit(*text) && !strchr("+-.", *text))
        return NULL; /* strtod() reads "inf" and "nan" too */
    *out = (Argument){ g_ascii_strtod(text, &end), false };
    if (end == text || !isfinite(out->value))
        return NULL;
    if (*end == '%') {
        out->percent = true;
        return end + 1;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(angles); i++)
        if (g_str_has_prefix(end, angles[i].unit)) {
            out->value *= angles[i].degrees;
            return end + strlen(angles[i].unit);
        }
    return end;
}

/* "(a, b, c)", "(a b c)", with ", d" or "/ d" behind. @return the count of arguments, 0 if wrong */
static size_t parse_arguments(const char *text, Argument out[4])
{
    for (size_t n = 0; n < 4; n++) {
        while (*text == ' ')
            text++;
        text = parse_argument(text, &out[n]);
        if (!text)
            return 0;
        while (*text == ' ')
            text++;
        if (*text == ')')
            return n >= 2 && text[1] == '\0' ? n + 1 : 0;
        if (*text == ',' || (*text == '/' && n == 2))
            text++;
    }
    return 0;
}

static double unit(double value)
{
    return value > 0 ? fmin(value, 1) : 0; /* NaN is 0 */
}

/* Of a part that is a number out of `whole` or a percentage. */
static double part_of_whole(Argument argument, double whole)
{
    return argument.value / (argument.percent ? 100 : whole);
}

static JutuColor make_rgb(const Argument *a, double alpha)
{
    return (JutuColor){ unit(part_of_whole(a[0], 255)), unit(part_of_whole(a[1], 255)),
                        unit(part_of_whole(a[2], 255)), alpha };
}

static JutuColor make_hsl(const Argument *a, double alpha)
{
    return jutu_color_from_hsl((JutuHsl){ a[0].value, unit(part_of_whole(a[1], 100)),
                                          unit(part_of_whole(a[2], 100)), alpha });
}

static JutuColor make_hwb(const Argument *a, double alpha)
{
    double white = unit(part_of_whole(a[1], 100)), black = unit(part_of_whole(a[2], 100));
    double all = fmax(white + black, 1);
    white /= all;
    black /= all;
    JutuColor hue = jutu_color_from_hsl((JutuHsl){ a[0].value, 1, 0.5, alpha });
    double room = 1 - white - black;
    return (JutuColor){ hue.r * room + white, hue.g * room + white, hue.b * room + white, alpha };
}

/* CSS's percentages: 100 % is a lightness of 100, ±125 on the axes and a chroma of 150. */
static double scaled(Argument argument, double whole)
{
    return argument.percent ? argument.value / 100 * whole : argument.value;
}

static JutuColor make_lab(const Argument *a, double alpha)
{
    return jutu_color_from_lab(
        (JutuLab){ scaled(a[0], 100), scaled(a[1], 125), scaled(a[2], 125), alpha });
}

static JutuColor make_lch(const Argument *a, double alpha)
{
    return jutu_color_from_hcl(
        (JutuHcl){ a[2].value, scaled(a[1], 150), scaled(a[0], 100), alpha });
}

static bool parse_function(const char *text, JutuColor *out)
{
    static const struct {
        const char *prefix;
        JutuColor (*make)(const Argument *arguments, double alpha);
    } functions[] = {
        { "rgb(", make_rgb }, { "rgba(", make_rgb }, { "hsl(", make_hsl }, { "hsla(", make_hsl },
        { "hwb(", make_hwb }, { "lab(", make_lab },  { "lch(", make_lch },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(functions); i++) {
        if (!g_str_has_prefix(text, functions[i].prefix))
            continue;
        Argument arguments[4];
        size_t n = parse_arguments(text + strlen(functions[i].prefix), arguments);
        if (n == 0)
            return false;
        double alpha = n == 4 ? unit(part_of_whole(arguments[3], 1)) : 1;
        if (alpha > 0)
            *out = functions[i].make(arguments, alpha);
        return true;
    }
    return false;
}

bool jutu_color_parse(const char *text, JutuColor *out)
{
    enum { LONGEST = 128 };
    *out = (JutuColor){ 0, 0, 0, 0 };
    while (g_ascii_isspace(*text))
        text++;
    size_t length = strlen(text);
    while (length > 0 && g_ascii_isspace(text[length - 1]))
        length--;
    char lower[LONGEST] = { 0 };
    if (length == 0 || length >= LONGEST)
        return false;
    for (size_t i = 0; i < length; i++)
        lower[i] = g_ascii_isspace(text[i]) ? ' ' : g_ascii_tolower(text[i]);
    return lower[0] == '#' ? parse_hex(lower + 1, out)
                           : parse_function(lower, out) || parse_name(lower, out);
}

static int byte(double part_of_one)
{
    return (int)floor(unit(part_of_one) * 255 + 0.5);
}

char *jutu_color_hex(JutuColor color, char out[JUTU_COLOR_SIZE])
{
    int alpha = byte(color.a);
    int n = g_snprintf(out, JUTU_COLOR_SIZE, "#%02x%02x%02x", byte(color.r), byte(color.g),
                       byte(color.b));
    if (alpha < 255)
        g_snprintf(out + n, (gulong)(JUTU_COLOR_SIZE - n), "%02x", alpha);
    return out;
}

char *jutu_color_css(JutuColor color, char out[JUTU_COLOR_SIZE])
{
    double alpha = isnan(color.a) ? 1 : unit(color.a);
    char text[JUTU_NUMBER_SIZE];
    if (alpha < 1)
        g_snprintf(out, JUTU_COLOR_SIZE, "rgba(%d, %d, %d, %s)", byte(color.r), byte(color.g),
                   byte(color.b), jutu_number_print(alpha, text));
    else
        g_snprintf(out, JUTU_COLOR_SIZE, "rgb(%d, %d, %d)", byte(color.r), byte(color.g),
                   byte(color.b));
    return out;
}

static double linear_light(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

double jutu_color_luminance(JutuColor color)
{
    return 0.2126 * linear_light(color.r) + 0.7152 * linear_light(color.g) +
           0.0722 * linear_light(color.b);
}
