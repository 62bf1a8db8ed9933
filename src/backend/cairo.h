/* A scene drawn through Cairo: what png and pdf have in common. */
#pragma once
#include <cairo.h>

#include "backend/text.h"

typedef struct JutuPainter JutuPainter;
struct JutuPainter {
    cairo_t *cr;
    const struct JutuScene *scene;
    JutuFonts *fonts;
    double scale; /* of px to the device's own unit */
    /* Shows a line's glyphs, its first at 0,0, `size` px to the em, in the source that is set.
     * NULL: fills their outlines. */
    void (*show)(const JutuPainter *painter, const JutuShaped *line, double size);
    void *data;
    hb_draw_funcs_t *draw; /* adds a glyph's outline to the path */
    GHashTable *images;    /* JutuImage -> cairo_surface_t */
    double dx, dy;         /* where the origin of what is drawn now is, in px */
};

/* Draws the background and all nodes; the caller sets cr, scene, fonts, scale, show and data.
 * @return false with error set if Cairo fails, which else it would keep to itself */
bool jutu_painter_draw(JutuPainter *painter, GError **error);
