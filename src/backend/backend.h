/*
 * backend/ writes a scene as the bytes of a file, and knows no chart: a scene in, bytes out.
 * One file each, one row in backends.def.
 */
#pragma once
#include <glib.h>

#include "scene/scene.h"
#include "text/fonts.h"

typedef struct {
    double scale; /* of pixels: a PNG is width × scale px wide; 0: 1 */
    double ppi;   /* pixels an inch that the PNG's pHYs tells; 0: 96 × scale */
    gint64 date;  /* seconds since 1970 for metadata; below 0: none */
    size_t most_pixels; /* of a PNG; 0: JUTU_MOST_PNG_PIXELS */
} JutuEncodeOptions;

#define JUTU_ENCODE_DEFAULTS ((JutuEncodeOptions){ .scale = 1, .date = -1 })

typedef struct {
    const char *name; /* "svg": also the file name's ending */
    const char *doc;
    /* @param fonts  of this thread; the ones that the layout was measured with */
    GBytes *(*encode)(const struct JutuScene *scene, JutuFonts *fonts,
                      const JutuEncodeOptions *options, GError **error);
} JutuBackend;

extern const JutuBackend *const jutu_backends[]; /* ends with NULL */
const JutuBackend *jutu_backend_find(const char *name);

/* A character that no font has, and the first text that it stands in. */
typedef struct {
    gunichar character;
    const JutuSceneNode *node;
} JutuMissing;

/* The characters of the scene's texts that are drawn as empty boxes, each once, in order; at most
 * 100.
 * @return *n of them, in the arena */
const JutuMissing *jutu_scene_missing(const struct JutuScene *scene, JutuFonts *fonts,
                                      JutuArena *arena, size_t *n);
