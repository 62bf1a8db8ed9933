#include "guide/side.h"

#include <glib.h>

static const char *const sides[] = {
    [JUTU_TOP] = "top",
    [JUTU_BOTTOM] = "bottom",
    [JUTU_LEFT] = "left",
    [JUTU_RIGHT] = "right",
    [JUTU_TOP_LEFT] = "top-left",
    [JUTU_TOP_RIGHT] = "top-right",
    [JUTU_BOTTOM_LEFT] = "bottom-left",
    [JUTU_BOTTOM_RIGHT] = "bottom-right",
    [JUTU_NO_SIDE] = "none",
};

static const char *const anchors[] = {
    [JUTU_ANCHOR_START] = "start",
    [JUTU_ANCHOR_MIDDLE] = "middle",
    [JUTU_ANCHOR_END] = "end",
};

/* The place of a text in a list; `other` if it isn't in it. */
static size_t index_of(const char *text, const char *const *names, size_t n, size_t other)
{
    for (size_t i = 0; i < n; i++) {
        if (g_strcmp0(text, names[i]) == 0)
            return i;
    }
    return other;
}

JutuSide jutu_side_parse(const char *text)
{
    return (JutuSide)index_of(text, sides, G_N_ELEMENTS(sides), JUTU_NO_SIDE);
}

const char *jutu_side_name(JutuSide side)
{
    return sides[side];
}

JutuAnchor jutu_anchor_parse(const char *text, JutuAnchor fallback)
{
    return (JutuAnchor)index_of(text, anchors, G_N_ELEMENTS(anchors), fallback);
}

const char *jutu_anchor_name(JutuAnchor anchor)
{
    return anchors[anchor];
}
