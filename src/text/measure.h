/*
 * Text extents behind a function pointer: Pango in production (text/fonts.h);
 * Vega's own estimate, which depends on no font, for goldens and conformance.
 */
#pragma once
#include "scene/scene.h"

typedef struct JutuMeasure JutuMeasure;
struct JutuMeasure {
    /* Advance width in px of one line in a font; 0 of NULL. */
    double (*width)(const JutuMeasure *self, const char *text, const JutuFont *font);
    void *data;
};

/* floor(0.8 × UTF-16 units × size) wide: what Vega takes where it finds no canvas. */
const JutuMeasure *jutu_measure_estimate(void);

static inline double jutu_measure_width(const JutuMeasure *measure, const char *text,
                                        const JutuFont *font)
{
    return measure->width(measure, text, font);
}

/* The width of the longest line that is drawn, in em. */
#define JUTU_LINE_MOST 1000.0

/*
 * A line as Vega draws it: without white space around, and if it is as wide as `limit` px or wider,
 * its longest beginning that is narrower together with the ellipsis. Measure what this returns, not
 * the text given.
 * @param limit     0 or less: none but JUTU_LINE_MOST em
 * @param ellipsis  NULL: "…"
 * @return in the arena, or within `text`
 */
const char *jutu_measure_cut(const JutuMeasure *measure, const char *text, const JutuFont *font,
                             double limit, const char *ellipsis, JutuArena *arena);

/* Where the baseline is below the anchor: Vega's, a whole number of px. line_height 0: size + 2. */
double jutu_baseline_offset(JutuBaseline baseline, double size, double line_height);
