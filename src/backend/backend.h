/* Backends: a scene in, a file's bytes out. One file each, one row in backends.def. */
#pragma once
#include <glib.h>

#include "layout/measure.h"
#include "scene/scene.h"

typedef struct {
    double scale; /* of pixels: a PNG is width × scale px wide */
    double ppi;   /* pixels an inch that the PNG's pHYs tells; 0: 96 × scale */
    gint64 date;  /* seconds since 1970 for metadata; below 0: none */
} JutuEncodeOptions;

typedef struct {
    const char *name; /* "svg": also the file name's ending */
    const char *doc;
    GBytes *(*encode)(const struct JutuScene *scene, const JutuEncodeOptions *options,
                      GError **error);
} JutuBackend;

extern const JutuBackend *const jutu_backends[]; /* ends with NULL */
const JutuBackend *jutu_backend_find(const char *name);

/*
 * The fonts of a language: explicit faces, glyph forms and shaping tag (never the locale's). One
 * for each thread.
 * @param lang  BCP 47; NULL is "zh-Hans"
 * @return an owned measurer on Pango with rounding off; free with jutu_measure_pango_free()
 */
JutuMeasure *jutu_measure_pango_new(const char *lang, GError **error);
void jutu_measure_pango_free(JutuMeasure *measure); /* NULL is allowed */
