/* Colours, as objects of d3-color: their members are numbers, their text is CSS. */
#include <math.h>
#include <string.h>

#include "base/color.h"
#include "expr/eval.h"

/* A space that colours are objects of. */
typedef struct {
    const char *const names[5]; /* four members, NULL; an object with these very names is of it */
    JutuColor (*to_color)(const double *channels);
    void (*from_color)(JutuColor color, double *channels);
} Space;

static JutuColor rgb_to_color(const double *channels)
{
    return (JutuColor){ channels[0] / 255, channels[1] / 255, channels[2] / 255, channels[3] };
}

static void rgb_from_color(JutuColor color, double *channels)
{
    bool clear = color.a <= 0; /* then d3 knows no channels */
    channels[0] = clear ? NAN : color.r * 255;
    channels[1] = clear ? NAN : color.g * 255;
    channels[2] = clear ? NAN : color.b * 255;
    channels[3] = color.a;
}

static JutuColor hsl_to_color(const double *channels)
{
    return jutu_color_from_hsl((JutuHsl){ channels[0], channels[1], channels[2], channels[3] });
}

static void hsl_from_color(JutuColor color, double *channels)
{
    JutuHsl hsl = jutu_color_to_hsl(color);
    memcpy(channels, (double[]){ hsl.h, hsl.s, hsl.l, hsl.opacity }, 4 * sizeof(double));
}

static JutuColor lab_to_color(const double *channels)
{
    return jutu_color_from_lab((JutuLab){ channels[0], channels[1], channels[2], channels[3] });
}

static void lab_from_color(JutuColor color, double *channels)
{
    JutuLab lab = jutu_color_to_lab(color);
    memcpy(channels, (double[]){ lab.l, lab.a, lab.b, lab.opacity }, 4 * sizeof(double));
}

static JutuColor hcl_to_color(const double *channels)
{
    return jutu_color_from_hcl((JutuHcl){ channels[0], channels[1], channels[2], channels[3] });
}

static void hcl_from_color(JutuColor color, double *channels)
{
    JutuHcl hcl = jutu_color_to_hcl(color);
    memcpy(channels, (double[]){ hcl.h, hcl.c, hcl.l, hcl.opacity }, 4 * sizeof(double));
}

static const Space rgb_space = { { "r", "g", "b", "opacity" }, rgb_to_color, rgb_from_color };
static const Space hsl_space = { { "h", "s", "l", "opacity" }, hsl_to_color, hsl_from_color };
static const Space lab_space = { { "l", "a", "b", "opacity" }, lab_to_color, lab_from_color };
static const Space hcl_space = { { "h", "c", "l", "opacity" }, hcl_to_color, hcl_from_color };

static const Space *const spaces[] = { &rgb_space, &hsl_space, &lab_space, &hcl_space };

/* A channel in a colour's text, brought into its range. */
static double tame(double channel)
{
    return isnan(channel) ? 0 : fmin(fmax(channel, 0), 1);
}

static JutuValue color_object(JutuEval *eval, const Space *space, const double *channels)
{
    JutuValue *values = jutu_eval_items(eval, 4);
    if (!values)
        return jutu_undefined();
    for (size_t i = 0; i < 4; i++)
        values[i] = jutu_number(channels[i]);
    JutuColor color = space->to_color(channels);
    color = (JutuColor){ tame(color.r), tame(color.g), tame(color.b),
                         isnan(color.a) ? 1 : tame(color.a) };
    JutuTextObject *object = jutu_new(eval->arena, JutuTextObject, 1);
    char text[JUTU_COLOR_SIZE];
    *object = (JutuTextObject){
        .object = { .n = 4, .names = space->names, .values = values },
        .text = jutu_arena_strdup(eval->arena, jutu_color_css(color, text)),
    };
    return (JutuValue){ .type = JUTU_OBJECT, .length = 1, .object = &object->object };
}

static const Space *space_of(JutuValue value)
{
    for (size_t i = 0; value.type == JUTU_OBJECT && i < G_N_ELEMENTS(spaces); i++)
        if (value.object->names == spaces[i]->names)
            return spaces[i];
    return NULL;
}

/* A colour text that d3-color knows; the library reads more. */
static bool parse(JutuEval *eval, JutuValue value, JutuColor *color)
{
    static const char *const unknown[] = { "none", "hwb", "lab", "lch" };
    g_autofree char *text = g_ascii_strdown(jutu_eval_string(eval, value).string, -1);
    g_strstrip(text);
    for (size_t i = 0; i < G_N_ELEMENTS(unknown); i++)
        if (g_str_has_prefix(text, unknown[i]))
            return false;
    return jutu_color_parse(text, color);
}

/* CIELAB in polar coordinates and back, which needn't go by way of a screen's colours. */
static void lab_from_hcl(double *channels)
{
    double hue = channels[0] * M_PI / 180, chroma = channels[1], l = channels[2];
    channels[0] = l;
    channels[1] = isnan(hue) ? 0 : cos(hue) * chroma;
    channels[2] = isnan(hue) ? 0 : sin(hue) * chroma;
}

static void hcl_from_lab(double *channels)
{
    double l = channels[0], a = channels[1], b = channels[2];
    double hue = atan2(b, a) * 180 / M_PI;
    bool grey = a == 0 && b == 0;
    channels[0] = grey ? NAN : hue < 0 ? hue + 360 : hue;
    channels[1] = grey ? (l > 0 && l < 100 ? 0 : NAN) : sqrt(a * a + b * b);
    channels[2] = l;
}

/* A colour in a space, from an object or text; all NaN if it is none. */
static void convert_color(JutuEval *eval, JutuValue value, const Space *space, double *channels)
{
    const Space *own = space_of(value);
    JutuColor color = { NAN, NAN, NAN, NAN };
    for (size_t i = 0; i < 4; i++)
        channels[i] = own ? jutu_eval_number(eval, value.object->values[i]) : NAN;
    if (own == &hcl_space && space == &lab_space)
        lab_from_hcl(channels);
    else if (own == &lab_space && space == &hcl_space)
        hcl_from_lab(channels);
    if (own == space ||
        ((own == &hcl_space || own == &lab_space) && (space == &hcl_space || space == &lab_space)))
        return;
    if (own)
        color = own->to_color(channels);
    else if (!parse(eval, value, &color))
        return;
    space->from_color(color, channels);
}

/* One argument is converted; more are channels. */
static JutuValue construct(JutuEval *eval, const JutuValue *args, size_t n, const Space *space)
{
    double channels[4];
    if (n == 1) {
        convert_color(eval, args[0], space, channels);
        return color_object(eval, space, channels);
    }
    for (size_t i = 0; i < 3; i++)
        channels[i] = jutu_eval_number(eval, jutu_arg(args, n, i));
    JutuValue opacity = jutu_arg(args, n, 3);
    channels[3] = jutu_is_nullish(opacity) ? 1 : jutu_eval_number(eval, opacity);
    return color_object(eval, space, channels);
}

static JutuValue rgb(JutuEval *eval, const JutuValue *args, size_t n)
{
    return construct(eval, args, n, &rgb_space);
}

static JutuValue hsl(JutuEval *eval, const JutuValue *args, size_t n)
{
    return construct(eval, args, n, &hsl_space);
}

static JutuValue lab(JutuEval *eval, const JutuValue *args, size_t n)
{
    return construct(eval, args, n, &lab_space);
}

static JutuValue hcl(JutuEval *eval, const JutuValue *args, size_t n)
{
    return construct(eval, args, n, &hcl_space);
}

static double luminance_of(JutuEval *eval, JutuValue value)
{
    double channels[4];
    convert_color(eval, value, &rgb_space, channels);
    return jutu_color_luminance(rgb_to_color(channels));
}

static JutuValue luminance(JutuEval *eval, const JutuValue *args, size_t n)
{
    return jutu_number(luminance_of(eval, jutu_arg(args, n, 0)));
}

static JutuValue contrast(JutuEval *eval, const JutuValue *args, size_t n)
{
    double a = luminance_of(eval, jutu_arg(args, n, 0));
    double b = luminance_of(eval, jutu_arg(args, n, 1));
    if (isnan(a) || isnan(b))
        return jutu_number(NAN);
    return jutu_number((fmax(a, b) + 0.05) / (fmin(a, b) + 0.05));
}

const JutuFunction jutu_functions_color[] = {
    { "rgb", "rgb(r, g, b, opacity) or rgb(color).", 0, JUTU_ANY, .fn = rgb },
    { "hsl", "hsl(h, s, l, opacity) or hsl(color).", 0, JUTU_ANY, .fn = hsl },
    { "lab", "lab(l, a, b, opacity) or lab(color).", 0, JUTU_ANY, .fn = lab },
    { "hcl", "hcl(h, c, l, opacity) or hcl(color).", 0, JUTU_ANY, .fn = hcl },
    { "luminance", "luminance(color): as of WCAG 2, 0 to 1.", 0, JUTU_ANY, .fn = luminance },
    { "contrast", "contrast(color, color): as of WCAG 2, 1 to 21.", 0, JUTU_ANY, .fn = contrast },
    { 0 },
};
