/* Pixels to the bytes of a PNG file. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* An iTXt chunk. */
typedef struct {
    const char *keyword; /* ASCII */
    const char *text;    /* UTF-8 */
} JutuPngText;

typedef struct {
    size_t width, height, stride; /* in pixels */
    const uint32_t *pixels;       /* Cairo's: 0xAARRGGBB, premultiplied */
    bool alpha;                   /* false: all are opaque, whatever AA is */
    uint32_t per_metre;           /* resolution */
    const JutuPngText *texts;
    size_t n_texts;
    const char *lang; /* of the texts; NULL: not told */
} JutuPng;

/* The file's bytes, owned; with a palette where that is exact. */
GBytes *jutu_png_pack(const JutuPng *png);
