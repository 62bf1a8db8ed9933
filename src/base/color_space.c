/* Colour spaces: d3-color's conversions, and interpolation within a space as d3-interpolate has it.
 */
#include <glib.h>
#include <math.h>

#include "base/color.h"

/* Three channels of some space, and alpha. Those of a transparent colour are NaN: it has no hue,
 * so that a span to it keeps the other's. RGB counts to 255 here. */
typedef struct {
    double at[4];
} Channels;

static const double degrees = 180 / G_PI;

/* CIE's white point D50, and where the cube root gives way to a line. */
static const double white_x = 0.96422, white_z = 0.82521;
static const double knee = 6.0 / 29, knee_shift = 4.0 / 29;

static Channels rgb_of(JutuColor color)
{
    if (color.a <= 0)
        return (Channels){ { NAN, NAN, NAN, color.a } };
    return (Channels){ { color.r * 255, color.g * 255, color.b * 255, color.a } };
}

static double clamped(double channel)
{
    return channel > 0 ? fmin(channel / 255, 1) : 0; /* NaN is 0 */
}

static JutuColor color_of(Channels rgb)
{
    return (JutuColor){ clamped(rgb.at[0]), clamped(rgb.at[1]), clamped(rgb.at[2]), rgb.at[3] };
}

static Channels same_channels(Channels channels)
{
    return channels;
}

static Channels rgb_to_hsl(Channels rgb)
{
    double r = rgb.at[0] / 255, g = rgb.at[1] / 255, b = rgb.at[2] / 255;
    if (isnan(r))
        return rgb;
    double low = fmin(r, fmin(g, b)), high = fmax(r, fmax(g, b));
    double hue = NAN, chroma = high - low, lightness = (high + low) / 2;
    double saturation = lightness > 0 && lightness < 1 ? 0 : NAN;
    if (chroma > 0) {
        if (r == high)
            hue = (g - b) / chroma + (g < b ? 6 : 0);
        else
            hue = g == high ? (b - r) / chroma + 2 : (r - g) / chroma + 4;
        hue *= 60;
        saturation = chroma / (lightness < 0.5 ? high + low : 2 - high - low);
    }
    return (Channels){ { hue, saturation, lightness, rgb.at[3] } };
}

/* One channel of the hexcone, between its low and high level. */
static double hexcone(double hue, double low, double high)
{
    double level = low;
    if (hue < 60)
        level = low + (high - low) * hue / 60;
    else if (hue < 180)
        level = high;
    else if (hue < 240)
        level = low + (high - low) * (240 - hue) / 60;
    return level * 255;
}

static Channels hsl_to_rgb(Channels hsl)
{
    double hue = fmod(hsl.at[0], 360), lightness = hsl.at[2];
    if (hsl.at[0] < 0)
        hue += 360;
    double saturation = isnan(hue) || isnan(hsl.at[1]) ? 0 : hsl.at[1];
    double high = lightness + (lightness < 0.5 ? lightness : 1 - lightness) * saturation;
    double low = 2 * lightness - high;
    return (Channels){ { hexcone(hue >= 240 ? hue - 240 : hue + 120, low, high),
                         hexcone(hue, low, high),
                         hexcone(hue < 120 ? hue + 240 : hue - 120, low, high), hsl.at[3] } };
}

static double to_linear(double channel)
{
    double part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double from_linear(double light)
{
    return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055);
}

static double xyz_to_lab(double t)
{
    return t > knee * knee * knee ? pow(t, 1.0 / 3) : t / (3 * knee * knee) + knee_shift;
}

static double lab_to_xyz(double t)
{
    return t > knee ? t * t * t : 3 * knee * knee * (t - knee_shift);
}

static Channels rgb_to_lab(Channels rgb)
{
    double r = to_linear(rgb.at[0]), g = to_linear(rgb.at[1]), b = to_linear(rgb.at[2]);
    double y = xyz_to_lab(0.2225045 * r + 0.7168786 * g + 0.0606169 * b), x = y, z = y;
    if (r != g || g != b) {
        x = xyz_to_lab((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / white_x);
        z = xyz_to_lab((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / white_z);
    }
    return (Channels){ { 116 * y - 16, 500 * (x - y), 200 * (y - z), rgb.at[3] } };
}

static Channels lab_to_rgb(Channels lab)
{
    double y = (lab.at[0] + 16) / 116;
    double x = isnan(lab.at[1]) ? y : y + lab.at[1] / 500;
    double z = isnan(lab.at[2]) ? y : y - lab.at[2] / 200;
    x = white_x * lab_to_xyz(x);
    y = lab_to_xyz(y);
    z = white_z * lab_to_xyz(z);
    return (Channels){ { from_linear(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
                         from_linear(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
                         from_linear(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), lab.at[3] } };
}

static Channels rgb_to_hcl(Channels rgb)
{
    Channels lab = rgb_to_lab(rgb);
    double l = lab.at[0], a = lab.at[1], b = lab.at[2];
    if (a == 0 && b == 0)
        return (Channels){ { NAN, l > 0 && l < 100 ? 0 : NAN, l, lab.at[3] } };
    double hue = atan2(b, a) * degrees;
    return (Channels){ { hue < 0 ? hue + 360 : hue, sqrt(a * a + b * b), l, lab.at[3] } };
}

static Channels hcl_to_rgb(Channels hcl)
{
    double hue = hcl.at[0] * (G_PI / 180), chroma = hcl.at[1];
    if (isnan(hue))
        return lab_to_rgb((Channels){ { hcl.at[2], 0, 0, hcl.at[3] } });
    return lab_to_rgb((Channels){ { hcl.at[2], cos(hue) * chroma, sin(hue) * chroma, hcl.at[3] } });
}

/* Green's cubehelix: the axes of its spiral about the greys. */
static const double helix_a = -0.14861, helix_b = 1.78277, helix_c = -0.29227, helix_d = -0.90649,
                    helix_e = 1.97294;

static Channels rgb_to_cubehelix(Channels rgb)
{
    double r = rgb.at[0] / 255, g = rgb.at[1] / 255, b = rgb.at[2] / 255;
    double ed = helix_e * helix_d, eb = helix_e * helix_b;
    double bc_da = helix_b * helix_c - helix_d * helix_a;
    double lightness = (bc_da * b + ed * r - eb * g) / (bc_da + ed - eb), bl = b - lightness;
    double k = (helix_e * (g - lightness) - helix_c * bl) / helix_d;
    double saturation = sqrt(k * k + bl * bl) / (helix_e * lightness * (1 - lightness));
    double hue = saturation != 0 && !isnan(saturation) ? atan2(k, bl) * degrees - 120 : NAN;
    return (Channels){ { hue < 0 ? hue + 360 : hue, saturation, lightness, rgb.at[3] } };
}

static Channels cubehelix_to_rgb(Channels helix)
{
    double hue = isnan(helix.at[0]) ? 0 : (helix.at[0] + 120) * (G_PI / 180);
    double lightness = helix.at[2];
    double amplitude = isnan(helix.at[1]) ? 0 : helix.at[1] * lightness * (1 - lightness);
    double x = cos(hue), y = sin(hue);
    return (Channels){ { 255 * (lightness + amplitude * (helix_a * x + helix_b * y)),
                         255 * (lightness + amplitude * (helix_c * x + helix_d * y)),
                         255 * (lightness + amplitude * (helix_e * x)), helix.at[3] } };
}

JutuHsl jutu_color_to_hsl(JutuColor color)
{
    Channels hsl = rgb_to_hsl(rgb_of(color));
    return (JutuHsl){ hsl.at[0], hsl.at[1], hsl.at[2], hsl.at[3] };
}

JutuColor jutu_color_from_hsl(JutuHsl hsl)
{
    return color_of(hsl_to_rgb((Channels){ { hsl.h, hsl.s, hsl.l, hsl.opacity } }));
}

JutuLab jutu_color_to_lab(JutuColor color)
{
    Channels lab = rgb_to_lab(rgb_of(color));
    return (JutuLab){ lab.at[0], lab.at[1], lab.at[2], lab.at[3] };
}

JutuColor jutu_color_from_lab(JutuLab lab)
{
    return color_of(lab_to_rgb((Channels){ { lab.l, lab.a, lab.b, lab.opacity } }));
}

JutuHcl jutu_color_to_hcl(JutuColor color)
{
    Channels hcl = rgb_to_hcl(rgb_of(color));
    return (JutuHcl){ hcl.at[0], hcl.at[1], hcl.at[2], hcl.at[3] };
}

JutuColor jutu_color_from_hcl(JutuHcl hcl)
{
    return color_of(hcl_to_rgb((Channels){ { hcl.h, hcl.c, hcl.l, hcl.opacity } }));
}

typedef enum { NO_GAMMA, GAMMA_OF_CHANNELS, GAMMA_OF_LIGHTNESS } Gamma;

struct JutuColorSpace {
    const char *name;
    Channels (*from_rgb)(Channels rgb);
    Channels (*to_rgb)(Channels channels);
    bool short_way; /* channel 0 is a hue that takes the shorter arc */
    Gamma gamma;
};

static const JutuColorSpace spaces[] = {
    { "rgb", same_channels, same_channels, .gamma = GAMMA_OF_CHANNELS },
    { "hsl", rgb_to_hsl, hsl_to_rgb, .short_way = true },
    { "hsl-long", rgb_to_hsl, hsl_to_rgb, .short_way = false },
    { "lab", rgb_to_lab, lab_to_rgb, .short_way = false },
    { "hcl", rgb_to_hcl, hcl_to_rgb, .short_way = true },
    { "hcl-long", rgb_to_hcl, hcl_to_rgb, .short_way = false },
    { "cubehelix", rgb_to_cubehelix, cubehelix_to_rgb, .short_way = true,
      .gamma = GAMMA_OF_LIGHTNESS },
    { "cubehelix-long", rgb_to_cubehelix, cubehelix_to_rgb, .gamma = GAMMA_OF_LIGHTNESS },
};

const JutuColorSpace *jutu_color_space_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++)
        if (g_ascii_strcasecmp(name, spaces[i].name) == 0)
            return &spaces[i];
    return NULL;
}

JutuColorSpan jutu_color_span(const JutuColorSpace *space, JutuColor a, JutuColor b, double gamma)
{
    Channels from = space->from_rgb(rgb_of(a)), to = space->from_rgb(rgb_of(b));
    JutuColorSpan span = { .space = space, .gamma = space->gamma == NO_GAMMA ? 1 : gamma };
    for (int c = 0; c < 4; c++) {
        double start = from.at[c], delta = to.at[c] - start;
        if (c == 0 && space->short_way && fabs(delta) > 180)
            delta -= 360 * floor(delta / 360 + 0.5);
        if (isnan(delta)) { /* one side has no such channel: the other's throughout */
            start = isnan(start) ? to.at[c] : start;
            delta = 0;
        } else if (delta != 0 && c < 3 && gamma != 1 && space->gamma == GAMMA_OF_CHANNELS) {
            start = pow(start, gamma);
            delta = pow(to.at[c], gamma) - start;
        }
        span.start[c] = start;
        span.delta[c] = delta;
    }
    return span;
}

static double linear_of(double channel)
{
    return channel > 0 ? fmin(floor(channel + 0.5), 255) / 255 : 0; /* NaN is 0 */
}

JutuColor jutu_color_span_at(const JutuColorSpan *span, double t)
{
    Channels at;
    for (int c = 0; c < 4; c++) /* a t of NaN leaves what doesn't change */
        at.at[c] = span->start[c] + (span->delta[c] != 0 ? t * span->delta[c] : 0);
    if (span->gamma != 1 && span->space->gamma == GAMMA_OF_LIGHTNESS)
        at.at[2] = span->start[2] + pow(t, span->gamma) * span->delta[2];
    if (span->gamma != 1 && span->space->gamma == GAMMA_OF_CHANNELS)
        for (int c = 0; c < 3; c++)
            if (span->delta[c] != 0)
                at.at[c] = pow(at.at[c], 1 / span->gamma);
    Channels rgb = span->space->to_rgb(at);
    double alpha = isnan(rgb.at[3]) ? 1 : fmax(0, fmin(rgb.at[3], 1));
    return (JutuColor){ linear_of(rgb.at[0]), linear_of(rgb.at[1]), linear_of(rgb.at[2]), alpha };
}
