/*
 * Text extents behind a table of functions: Pango in production; Vega's own
 * estimate, which depends on no font, for goldens and conformance.
 */
#pragma once
#include "scene/scene.h"

typedef struct JutuMeasure JutuMeasure;
struct JutuMeasure {
    /* Advance width in px of one line in a font. */
    double (*width)(const JutuMeasure *self, const char *text, const JutuFont *font);
    /* The longest beginning of text that fits `limit` px with the ellipsis after it; text itself if
     * it fits whole. In the arena. */
    const char *(*cut)(const JutuMeasure *self, const char *text, const JutuFont *font,
                       double limit, const char *ellipsis, JutuArena *arena);
    void *data;
};

/* floor(0.8 × UTF-16 units × size) wide: what Vega takes where it finds no canvas. */
const JutuMeasure *jutu_measure_estimate(void);
