/* The parts of the SVG writer. */
#pragma once
#include <hb.h>

#include "backend/backend.h"

typedef struct {
    const struct JutuScene *scene;
    JutuFonts *fonts;
    GString *defs, *body;
    GHashTable *glyphs;    /* face and glyph id → number of its definition */
    GHashTable *images;    /* JutuImage → number of its definition */
    hb_draw_funcs_t *draw; /* writes a glyph's outline */
    unsigned n_glyphs, n_others;
} JutuSvg;

/* Stands for the start of every id until the whole text is known: see svg.c. */
#define JUTU_SVG_MARK "\1\1\1\1\1"

/* Appends text as XML has it: escaped, and without characters that XML forbids. */
void jutu_svg_escape(GString *out, const char *text);
/* Appends ` name="number"`. */
void jutu_svg_attribute(GString *out, const char *name, double number);

/* A writer for JutuSvg.draw; owned by the caller. */
hb_draw_funcs_t *jutu_svg_draw_funcs(void);

/* Appends a text's glyphs; `paint` is the attributes of fill and stroke. */
void jutu_svg_text(JutuSvg *svg, const JutuSceneNode *node, const char *paint);
