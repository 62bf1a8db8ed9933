/* Text of a scene as all backends draw it: cut to its limit, shaped, and placed. */
#pragma once
#include "text/shape.h"

/* Where a line's first glyph has its origin; it is turned by the node's angle about there. */
typedef struct {
    double x, y;
} JutuTextPlace;

/* @return valid until the next line is shaped */
const JutuShaped *jutu_text_place(const struct JutuScene *scene, JutuFonts *fonts,
                                  const JutuSceneNode *node, JutuTextPlace *place);

/* A key that tells glyphs apart, for jutu_glyph_table(). Free with g_free(). */
void *jutu_glyph_key(const JutuGlyph *glyph);
/* An empty table whose keys are these and whose values aren't freed. */
GHashTable *jutu_glyph_table(void);

/* Calls `visit` for each text of the nodes, those in groups too. */
void jutu_texts_visit(const JutuSceneNode *nodes, size_t n,
                      void (*visit)(const JutuSceneNode *node, void *data), void *data);
