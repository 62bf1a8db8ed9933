/* Backends: the table of file formats, and what several of them share. */
#include "backend/backend.h"

#include <math.h>
#include <string.h>

#include "backend/paint.h"
#include "base/error.h"
#include "jutu/jutu.h"
#include "scene/path.h"

#define JUTU_BACKEND(name) extern const JutuBackend jutu_backend_##name;
#include "backend/backends.def"
#undef JUTU_BACKEND

const JutuBackend *const jutu_backends[] = {
#define JUTU_BACKEND(name) &jutu_backend_##name,
#include "backend/backends.def"
#undef JUTU_BACKEND
    NULL,
};

const JutuBackend *jutu_backend_find(const char *name)
{
    for (size_t i = 0; jutu_backends[i]; i++)
        if (g_ascii_strcasecmp(jutu_backends[i]->name, name) == 0)
            return jutu_backends[i];
    return NULL;
}

bool jutu_page_check(const struct JutuScene *scene, double scale, double most, GError **error)
{
    double width = scene->width * scale, height = scene->height * scale;
    if (isfinite(width) && isfinite(height) && width >= 1 && height >= 1 && width <= most &&
        height <= most)
        return true;
    jutu_error_set(error, JUTU_ERROR_DATA, "",
                   "the chart would be %.10g × %.10g px; its sides must be from 1 to %.0f px: "
                   "change width, height or scale",
                   width, height, most);
    return false;
}

JutuRect jutu_node_bounds(const JutuSceneNode *node)
{
    switch (node->kind) {
    case JUTU_SCENE_RECT:
        return node->rect.box;
    case JUTU_SCENE_PATH:
        return jutu_path_bounds(&node->path.path);
    case JUTU_SCENE_SYMBOLS:
        return jutu_path_bounds(&node->symbols.outline);
    case JUTU_SCENE_IMAGE:
        return node->image.box;
    case JUTU_SCENE_GROUP:
    case JUTU_SCENE_TEXT:
        break;
    }
    return (JutuRect){ 0, 0, 1, 1 };
}

double jutu_near(double number)
{
    return fmax(-JUTU_FAR, fmin(JUTU_FAR, number));
}

JutuGradientPlace jutu_gradient_place(const JutuPaint *paint, JutuRect box)
{
    const struct JutuGradient *g = paint->gradient;
    double width = fmax(box.width, 0), height = fmax(box.height, 0), side = fmax(width, height);
    if (paint->kind == JUTU_PAINT_LINEAR) /* Cairo and SVG refuse a matrix that has no inverse */
        return (
            JutuGradientPlace){ jutu_near(g->x1),
                                jutu_near(g->y1),
                                0,
                                jutu_near(g->x2),
                                jutu_near(g->y2),
                                0,
                                { width > 0 ? width : 1, height > 0 ? height : 1, box.x, box.y } };
    return (JutuGradientPlace){ jutu_near(box.x + g->x1 * width),
                                jutu_near(box.y + g->y1 * height),
                                jutu_near(g->r1 * side),
                                jutu_near(box.x + g->x2 * width),
                                jutu_near(box.y + g->y2 * height),
                                jutu_near(g->r2 * side),
                                { 1, 1, 0, 0 } };
}

const char *const jutu_blend_modes[] = {
    "multiply",   "screen",     "overlay",    "darken",     "lighten",   "color-dodge",
    "color-burn", "hard-light", "soft-light", "difference", "exclusion", "hue",
    "saturation", "color",      "luminosity", NULL,
};

int jutu_blend_find(const char *name)
{
    for (int i = 0; name && jutu_blend_modes[i]; i++)
        if (strcmp(jutu_blend_modes[i], name) == 0)
            return i;
    return -1;
}

/* White space and control characters, which browsers skip within a scheme. */
static char *bare(const char *href)
{
    char *out = g_strdup(href), *to = out;
    for (const char *at = href; *at; at++)
        if ((unsigned char)*at > 0x20 && *at != 0x7f)
            *to++ = *at;
    *to = '\0';
    return out;
}

bool jutu_href_is_safe(const char *href)
{
    static const char *const schemes[] = { "http", "https", "mailto" };
    g_autofree char *clean = bare(href);
    size_t name = strcspn(clean, ":/?#&");
    if (clean[name] != ':')
        return true; /* relative */
    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++)
        if (strlen(schemes[i]) == name && g_ascii_strncasecmp(clean, schemes[i], name) == 0)
            return true;
    return false;
}

JutuRect jutu_image_place(const JutuSceneNode *node)
{
    const JutuImage *png = node->image.png;
    JutuRect box = node->image.box;
    double scale = fmin(box.width / png->width, box.height / png->height);
    if (node->image.stretch)
        return box;
    double width = png->width * scale, height = png->height * scale;
    return (JutuRect){ box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width,
                       height };
}
